import {
  compile,
  curve,
  defaultNames,
  evaluate,
  explain,
  renderExplanation,
  toFormula,
  type Actual,
  type StandardInput,
} from '../../../src/core/scoring';
import { calculate } from '../../support/sheet-formula';

type Beside = Omit<StandardInput, 'standard'>;
type Row = readonly [
  standard: string,
  beside: Beside,
  cases: readonly (readonly [Actual, number | string])[],
  /** Part of the explanation of the last case. */
  said?: string,
];

/** The score, the same as the native formula's, with a curve wherever there is a number; or what stands in the way. */
function outcome(standard: string, beside: Beside, actual: Actual): number | string {
  const compiled = compile({ standard, ...beside });
  if (!compiled.ok) return compiled.refusal.code;
  const found = evaluate(compiled.standard, actual);
  if (found.status === 'invalid') return found.problem;
  const formula = toFormula(compiled.standard);
  if (!formula.ok) throw new Error(formula.reason);
  const given = Array.isArray(actual) ? actual : [actual];
  const names = Object.fromEntries(
    defaultNames(compiled.standard).actuals.map((name, at) => [name, given[at] as number | string | boolean]),
  );
  const native = calculate(formula.formula, {
    ...names,
    TARGET: typeof beside.target === 'number' ? beside.target : 0,
    WEIGHT: beside.weight ?? 0,
  });
  const score = found.status === 'scored' ? found.score : null;
  expect({ actual, native }).toEqual({ actual, native: score });
  const isNumber = compiled.inputs.some(({ kind }) => kind === 'value' || kind === 'count');
  expect(curve(compiled.standard) !== null).toBe(isNumber);
  return found.status === 'scored' ? found.score : found.code;
}

const ROWS: readonly Row[] = [
  // On either side.
  [
    '完成率在95%—105%之间得满分，每偏离1个百分点扣1分，扣完为止',
    { weight: 10, name: '完成率', unit: '%' },
    [
      [95, 10],
      [105, 10],
      [94, 9],
      [106.5, 9],
      [80, 0],
    ],
    '偏离1个百分点：15档 × 1分，扣15分',
  ],
  [
    '预算完成率在100%±5%以内的得5分，超出此范围的，每偏离1个百分点扣0.5分',
    { weight: 5, name: '预算完成率', unit: '%' },
    [
      [95, 5],
      [94, 4.5],
      [107, 4],
    ],
  ],
  [
    '偏差率在±5%以内（含5%）得4分，±5%-±10%（含）得2分，超过±10%不得分',
    { weight: 4, name: '偏差率', unit: '%' },
    [
      [-5, 4],
      [5, 4],
      [5.1, 2],
      [-10, 2],
      [-10.1, 0],
      [12, 0],
    ],
  ],
  [
    '差异率绝对值≤10%的得3分，每超过1个百分点扣0.3分',
    { weight: 3, name: '差异率', unit: '%' },
    [
      [-10, 3],
      [-12, 2.4],
      [12, 2.4],
    ],
  ],
  [
    '与计划偏差在±10%以内得5分，超出不得分',
    { weight: 5, target: 200, operator: '=', unit: '万元' },
    [
      [180, 5],
      [220, 5],
      [179.9, 0],
      [221, 0],
    ],
  ],
  [
    '数量误差不超过±2台得5分，超过的不得分',
    { weight: 5, target: 50, operator: '=', unit: '台' },
    [
      [48, 5],
      [52, 5],
      [47, 0],
      [53, 0],
    ],
  ],
  ['在±5%以内得5分', { weight: 5, target: 95, operator: '≤', unit: '%' }, [[96, 'not-understood']]],
  // From a number of its own.
  [
    '使用率在80%-100%之间得5分，每低于80%一个百分点扣0.2分，超过100%的不得分',
    { weight: 5, name: '使用率', unit: '%' },
    [
      [80, 5],
      [79, 4.8],
      [101, 0],
    ],
  ],
  [
    '准确率每达到10%得1分，最高10分',
    { weight: 10, name: '准确率', unit: '%' },
    [
      [100, 10],
      [55, 5],
      [9.9, 0],
    ],
  ],
  // Several things of one whole.
  [
    '覆盖率≥90%得5分，合格率≥95%得5分',
    { weight: 10 },
    [
      [[90, 95], 10],
      [[89, 95], 'gap'],
    ],
  ],
  [
    '覆盖率达到90%得5分，每低1%扣0.5分；合格率达到95%得5分，每低1%扣0.5分',
    { weight: 10 },
    [
      [[90, 95], 10],
      [[88, 93], 8],
      [[10, 95], 5],
    ],
  ],
  [
    '制定方案得5分，覆盖率≥90%得5分',
    { weight: 10 },
    [
      [[true, 95], 10],
      [[false, 95], 5],
    ],
  ],
  ['覆盖率≥90%得6分，合格率≥95%得10分', { weight: 10 }, [[[95, 96], 'sum-or-choice']]],
  ['覆盖率≥90%得5分；合格率≥95%得5分；否则不得分', { weight: 10 }, [[[95, 96], 'sum-or-choice']]],
  // For each of them.
  [
    '资产保存完整、配置合理、处置规范、账实相符，各占1分。',
    { weight: 4 },
    [
      [[true, true, true, true], 4],
      [[true, false, true, true], 3],
    ],
    '符合“处置规范”',
  ],
  ['无方案、无总结各扣2分', { weight: 5 }, [[[true, false], 3]]],
  [
    '职责、机构、收支情况各占1分，缺一项扣1分',
    { weight: 3 },
    [
      [0, 3],
      [2, 1],
    ],
  ],
  [
    '报表公开8张，每张1分，少一张扣1分',
    { weight: 8 },
    [
      [0, 8],
      [3, 5],
    ],
  ],
  [
    '安全培训全年不少于4次，每次得1分，最高4分',
    { weight: 4 },
    [
      [2, 2],
      [6, 4],
    ],
  ],
  [
    '符合下列条件之一的得2分，符合两项的得4分，三项及以上的得5分，均不符合的不得分',
    { weight: 5 },
    [
      [0, 0],
      [1, 2],
      [2, 4],
      [4, 5],
    ],
  ],
  // Of several, one; of one, twice as much.
  [
    '国家级荣誉得5分，省级荣誉得3分，市级荣誉得1分，按最高级别计分，不累计',
    { weight: 5 },
    [
      ['国家级荣誉', 5],
      ['市级荣誉', 1],
    ],
  ],
  ['省级试点每个得2分，市级每个得1分，取最高分', { weight: 5 }, [[[1, 1], 'not-understood']]],
  [
    '每发现一处扣0.5分，情节严重的加倍扣分',
    { weight: 10 },
    [
      [[2, 0], 9],
      [[2, 1], 8.5],
      [[1, 3], 9],
    ],
  ],
  [
    '工作不到位扣1分，发生舆情的扣2分，被通报的加倍扣分',
    { weight: 5 },
    [
      [[true, false, true], 3],
      [[true, true, false], 2],
    ],
    '发生舆情',
  ],
  [
    '数据有误的，每处扣1分，同一错误不重复扣分，最多扣5分',
    { weight: 10 },
    [
      [3, 7],
      [8, 5],
    ],
  ],
  [
    '占道经营每发现1处扣0.5分，乱堆乱放每处扣0.2分，单项最多扣2分',
    { weight: 10 },
    [
      [[10, 20], 6],
      [[1, 20], 7.5],
    ],
  ],
  // Places.
  [
    '考核排名前3名得10分，4至6名得8分，其余得5分',
    { weight: 10 },
    [
      [3, 10],
      [4, 8],
      [7, 5],
    ],
  ],
  [
    '排名前三得5分，其余得3分',
    { weight: 5 },
    [
      [3, 5],
      [4, 3],
    ],
  ],
  [
    '位列全市前30%的得5分，后20%的得1分，其余得3分',
    { weight: 5 },
    [
      [30, 5],
      [30.1, 3],
      [80, 3],
      [80.1, 1],
    ],
    '排名占比为80.1%',
  ],
  // Scores that others gave.
  ['得分=第三方测评得分×15%', { weight: 15 }, [[90, 13.5]]],
  ['家长满意度测评得分×10%为本项得分', { weight: 10 }, [[85, 8.5]]],
  ['得分=第三方测评得分×15%', { weight: 20 }, [[90, 'not-understood']]],
  // What is asked for, and that it was missed.
  [
    '抗菌药物使用率不超过60%，超过不得分',
    { weight: 3 },
    [
      [60, 3],
      [60.1, 0],
    ],
  ],
  [
    '部门预算应于批复后20日内公开，逾期每天扣0.5分',
    { weight: 5 },
    [
      [0, 5],
      [2, 4],
    ],
  ],
  // Numbers that were not read.
  ['使用强度≤40DDDs得5分，每超过1个DDDs扣0.5分', { weight: 5 }, [[42, 'not-understood']]],
  ['师生比达到1:19得5分', { weight: 5 }, [[19, 'unsupported']]],
];

test.each(ROWS.map((row) => [row[0], row] as const))('%s', (standard, [, beside, cases, said = '']) => {
  expect(cases.map(([actual]) => [actual, outcome(standard, beside, actual)])).toEqual(cases);
  const compiled = compile({ standard, ...beside });
  const [actual] = cases.at(-1) ?? [];
  if (compiled.ok && actual !== undefined)
    expect(renderExplanation(explain(compiled.standard, actual))).toContain(said);
});
