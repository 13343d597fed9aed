import type { Address, Edit } from '../../../core/sheet';

const NAME = '绩效示例';

/** A self-evaluation with a slip here and there, to try everything on. */
const ROWS: readonly (readonly (string | number | null)[])[] = [
  ['2026年度项目支出绩效自评表'],
  [
    ...['一级指标', '二级指标', '三级指标', '指标值类型', '指标值', '计量单位', '评分标准', '分值'],
    ...['实际完成值', '得分', '偏差原因分析及改进措施'],
  ],
  [
    '产出指标',
    '数量指标',
    '培训次数',
    '≥',
    10,
    '次',
    '达到计划值得满分，否则按实际值/计划值*指标分值',
    20,
    8,
    null,
    null,
  ],
  [
    '产出指标',
    '质量指标',
    '培训合格率',
    '》',
    95,
    '%',
    '达到得满分，每降低1个百分点扣1分，扣完为止。',
    20,
    null,
    null,
    null,
  ],
  [
    '产出指标',
    '时效指标',
    '完成时限',
    '定性',
    '2026年12月31日前',
    null,
    '按期完成得满分10分，每推迟1个月扣1分，扣完为止。',
    10,
    null,
    null,
    null,
  ],
  ['效益指标', '社会效益指标', '受益群众人数', '≥', '３００', '人', '达到得满分，否则不得分。', 20, null, null, null],
  [
    '效益指标',
    '可持续影响指标',
    '长效机制',
    '定性',
    '效果明显',
    null,
    '效果明显得满分，效果一般得6分，否则不得分。',
    10,
    null,
    null,
    null,
  ],
  [
    '满意度指标',
    '服务对象满意度指标',
    '群众满意度',
    '≥',
    95,
    '%',
    '满意度达95%及以上，得10分；95%以下，得分为实际满意度/90%*10分',
    10,
    null,
    null,
    null,
  ],
];

/** On a sheet of its own, under a name that is free. */
export function sampleEdits(taken: readonly string[]): { readonly edits: readonly Edit[]; readonly show: Address } {
  let sheet = NAME;
  for (let count = 2; taken.includes(sheet); count++) sheet = `${NAME}${count}`;
  const edits: Edit[] = [{ kind: 'addSheet', sheet, visible: true }];
  ROWS.forEach((cells, row) =>
    cells.forEach((value, column) => {
      if (value === null) return;
      const to = typeof value === 'number' ? { number: value } : { text: value };
      edits.push({ kind: 'set', sheet, cell: { row, column }, from: { blank: true }, to });
    }),
  );
  return { edits, show: { sheet, row: 0, column: 0 } };
}
