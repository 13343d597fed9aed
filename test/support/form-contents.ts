import fc from 'fast-check';
import type { Operator } from '../../src/core/indicator';
import {
  BLANK_CONTENT,
  BLANK_INDICATOR,
  fundKey,
  LEVEL_SCHEMES,
  slotsOf,
  type Form,
  type FormContent,
  type IndicatorContent,
  type Slot,
  type Unplaced,
} from '../../src/core/templates';

/** Contents as people's tables have them, with every field that some form has; for a form's own levels and funds. */
export function contentsFor(form: Form): fc.Arbitrary<FormContent> {
  const slots = slotsOf(form);
  const some = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 3 });
  return fc.record({
    year: some(fc.integer({ min: 2015, max: 2035 })),
    department: some(department),
    coverDepartment: some(department),
    project: some(project),
    implementer: some(department),
    duties: some(prose),
    goal: some(prose),
    goalActual: some(prose),
    changeReason: some(prose),
    opinion: some(prose),
    tasks: fc.array(fc.record({ name: project, content: prose }), { maxLength: 5 }),
    budgetTotal: some(yuan),
    budget: lines(slots, 'budget').chain((budget) =>
      fc.tuple(
        ...budget.map(({ group, label }) => yuan.map((amount) => ({ group, label, yuan: amount, within: false }))),
      ),
    ),
    execution: lines(slots, 'execution').chain((execution) =>
      fc.tuple(
        ...[...new Set(execution.map(({ label }) => label))].map((label) =>
          fc.record({
            label: fc.constant(label),
            initial: some(amount),
            budget: some(amount),
            spent: some(amount),
            forecast: some(amount),
            weight: fc.constant(null),
            rate: some(hundredths(0, 120)),
            score: some(hundredths(0, 10)),
          }),
        ),
      ),
    ),
    indicators: indicatorsFor(form),
    total: some(hundredths(0, 100)),
    grade: fc.constant(null),
    signoffs: lines(slots, 'signoff').chain((signoffs) =>
      fc.tuple(...signoffs.map(({ label }) => person.map((content) => ({ label, content })))),
    ),
    date: some(fc.date({ min: new Date('2015-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })).map(
      (date) => date && date.toISOString().slice(0, 10),
    ),
    review: fc.constant([]),
  });
}

const department = fc.constantFrom('青溪县水利局', '河阳市图书馆', '县农业农村局', '公路养护中心', '第三人民医院');
const project = fc.constantFrom(
  '农村道路养护',
  '水库除险加固',
  '学生营养改善计划',
  '老旧小区改造（二期）',
  '防汛物资采购',
);
const person = fc.constantFrom('李明', '王晓华', '欧阳建国');
const prose = fc
  .array(
    fc.constantFrom('完成12座水库的日常巡查', '保障群众饮水安全', '养护道路120公里', '服务对象满意度达到90%以上'),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((parts) => `${parts.join('，')}。`);
const hundredths = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: min * 100, max: max * 100 }).map((value) => value / 100);
const amount = hundredths(0, 100_000);
const yuan = fc.integer({ min: 0, max: 10 ** 12 }).map((fen) => fen / 100);

/** Some of the slots of a kind, in the form's order. */
function lines<K extends Slot['kind']>(slots: readonly Slot[], kind: K): fc.Arbitrary<Extract<Slot, { kind: K }>[]> {
  return fc.subarray(slots.filter((slot): slot is Extract<Slot, { kind: K }> => slot.kind === kind));
}

const UNITS = ['个', '次', '人次', '座', '公里', '%', '万元', '户', '场', '小时'];
const NAMES = [
  '巡查水库数量',
  '培训学员人数',
  '验收合格率',
  '养护总里程',
  '设备采购成本',
  '任务完成时限',
  '群众满意度',
  '补助发放户数',
];
const REMARKS = ['主要因雨季停工', '已报主管部门', '见附件说明'];

const target: fc.Arbitrary<Pick<IndicatorContent, 'operator' | 'target' | 'unit'>> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      operator: fc.option(fc.constantFrom<Operator>('≥', '≤', '=', '>', '<'), { freq: 5 }),
      target: fc.oneof(fc.integer({ min: 1, max: 5000 }), hundredths(1, 100)),
      unit: fc.option(fc.constantFrom(...UNITS), { freq: 5 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('2026年11月30日前', '2025年12月底前')
      .map((text) => ({ operator: '≤' as const, target: text, unit: null })),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      operator: fc.constantFrom('定性' as const, null),
      target: fc.constantFrom('明显改善', '有效保障', '持续提升'),
      unit: fc.constant(null),
    }),
  },
);

function indicatorsFor(form: Form): fc.Arbitrary<readonly IndicatorContent[]> {
  const pairs = LEVEL_SCHEMES[form.levels].flatMap(([level1, level2s]) =>
    level2s.map((level2) => ({ level1, level2 })),
  );
  const some = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 3 });
  const row = fc.record({
    name: fc.constantFrom(...NAMES),
    target,
    explanation: some(fc.constantFrom('考核年度内实际完成的数量。', '合格数占验收总数的比例，按季度统计。')),
    points: fc.integer({ min: 1, max: 20 }),
    hasStandard: fc.boolean(),
    actual: fc.oneof(hundredths(0, 5000), fc.constantFrom('明显改善', '2026年11月20日'), fc.constant(null)),
    score: some(hundredths(0, 20)),
    deviation: some(fc.constantFrom(...REMARKS)),
    remark: some(fc.constantFrom(...REMARKS)),
    extras: fc.record(
      {
        progress: fc.constantFrom('已完成60处', '按计划推进'),
        forecast: fc.constantFrom('全年能够完成', '预计达到90%'),
        'cause-funds': fc.constant('√'),
        'cause-staff': fc.constant('√'),
        'cause-other': fc.constant('√'),
        likelihood: fc.constantFrom('确定能', '有可能', '完全不可能'),
        'check-score': hundredths(0, 20),
        'check-difference': hundredths(-20, 0),
        'check-reason': fc.constantFrom(...REMARKS),
        evidence: fc.constantFrom('验收报告', '培训签到表'),
        'evidence-reference': fc.constantFrom('青水发〔2025〕3号', '见合同第二条'),
        'evidence-pages': fc.integer({ min: 1, max: 300 }),
        'evidence-place': fc.constant('档案柜三层'),
        'evidence-keeper': person,
        change: fc.constantFrom('修改', '新增', '取消'),
        'change-before': fc.constantFrom('≥12座', '明显改善'),
        'change-after': fc.constantFrom('≥10座', '有效保障'),
        'change-reason': fc.constantFrom(...REMARKS),
      },
      { requiredKeys: [] },
    ),
  });
  return fc
    .subarray(pairs, { minLength: 1 })
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map((pair) =>
          fc.array(row, { minLength: 1, maxLength: 3 }).map((rows) => rows.map((own) => ({ ...pair, ...own }))),
        ),
      ),
    )
    .map((groups) =>
      groups.flat().map(({ target: own, points, hasStandard, ...rest }) => ({
        ...BLANK_INDICATOR,
        ...rest,
        ...own,
        weight: points,
        standard: hasStandard ? `达到指标值得满分${points}分；未达到的不得分` : null,
      })),
    );
}

/**
 * What is to be read back: the content without all that was listed as having no place. Points come back from the
 * standard's words where the form has a column for these and none for those.
 */
export function withoutUnplaced(form: Form, content: FormContent, unplaced: readonly Unplaced[]): FormContent {
  const has = (field: string): boolean => form.columns.some((column) => column.field === field);
  const lost = (field: string, label?: string): boolean =>
    unplaced.some(
      (own) => own.indicator === null && own.field === field && (label === undefined || own.label === label),
    );
  const slots = slotsOf(form);
  const lines = slots.flatMap((slot) => (slot.kind === 'execution' ? [slot] : []));
  const placed = (label: string, amount: string): boolean =>
    lines.some((slot) => slot.label === label && slot.amount === amount);
  const first = lines.find((slot) => slot.amount === 'weight')?.label;
  const execution = content.execution.map((line) => {
    const kept = Object.entries(line).map(([key, value]) => [
      key,
      key === 'label' || placed(line.label, key) ? value : null,
    ]);
    return Object.fromEntries(kept) as typeof line;
  });
  if (first !== undefined && !execution.some(({ label }) => label === first)) {
    execution.unshift({
      label: first,
      initial: null,
      budget: null,
      spent: null,
      forecast: null,
      weight: null,
      rate: null,
      score: null,
    });
  }
  const result: FormContent = {
    ...content,
    tasks: lost('task') ? [] : content.tasks,
    budgetTotal: lost('budget') && !slots.some(({ kind }) => kind === 'budget-total') ? null : content.budgetTotal,
    budget: content.budget.filter(({ label }) => !lost('budget', label)),
    execution: execution
      .map((line) => ({ ...line, label: fundKey(line.label), weight: line.label === first ? 10 : line.weight }))
      .filter(({ label: _, ...amounts }) => Object.values(amounts).some((value) => value !== null)),
    signoffs: content.signoffs.filter(({ label }) => !lost('signoff', label)),
    indicators: content.indicators.map((row, index) => {
      const gone = new Set<string>(unplaced.filter(({ indicator }) => indicator === index).map(({ field }) => field));
      const fields = Object.entries(row).map(([field, value]) => [field, gone.has(field) ? null : value]);
      const stated = !has('weight') && has('standard') && row.standard !== null;
      return {
        ...(Object.fromEntries(fields) as unknown as IndicatorContent),
        ...(has('weight') ? {} : { weight: stated ? row.weight : null }),
        extras: Object.fromEntries(Object.entries(row.extras).filter(([field]) => !gone.has(field))),
        others: {},
      };
    }),
  };
  const flat = Object.entries(result).map(([key, value]) => [
    key,
    typeof value !== 'object' && lost(key) ? null : value,
  ]);
  return { ...BLANK_CONTENT, ...(Object.fromEntries(flat) as unknown as FormContent) };
}
