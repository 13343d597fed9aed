import { FUNCTIONS } from '../../src/functions/definitions';
import { run } from '../../src/functions/run';
import { isFunctionError } from '../../src/functions/value';
import { reasonText } from '../../src/functions/wording';

function call(name: string, ...args: unknown[]): unknown {
  const definition = FUNCTIONS.find((candidate) => candidate.name === name);
  if (!definition) throw new Error(`no function ${name}`);
  const result = run(definition, args).map((row) =>
    row.map((value) => {
      if (!isFunctionError(value)) return value;
      for (const locale of ['zh-CN', 'en-US'] as const)
        expect(reasonText(value, locale)).not.toMatch(/[{}]|^[a-z-]+$/u);
      return value.error;
    }),
  );
  return result.length === 1 && result[0]?.length === 1 ? result[0][0] : result;
}

const PROPORTION = '达到计划值得满分2分，否则按实际值/计划值*指标分值';
const SATISFACTION = '满意度达95%及以上，得10分；满意度95%以下，得分为实际满意度/90%*10分';
const DEADLINE = '在2026年12月31日前完成得满分6分，每推迟1个月扣0.5分，扣完为止。';
const BUDGET = '整体支出控制在预算范围内，得20分，每超出10%，扣2分，扣完为止。';
const GRADES = '效果明显得15分，效果一般得8分，否则不得分。';
const omitted = null;

describe('PERF.SCORE on the rows of a real table', () => {
  test.each<[unknown[], unknown]>([
    [[8, 10, PROPORTION, omitted, '≥', '次'], 1.6],
    [['８', '10', PROPORTION, omitted, '≥', '次'], 1.6],
    [[10, 10, PROPORTION, omitted, '≥', '次'], 2],
    [[12, 10, PROPORTION, omitted, '≥', '次'], 2],
    [[0, 10, PROPORTION, omitted, '≥', '次'], 0],
    [[1, 100, PROPORTION, omitted, '=', '%'], 2],
    [[100, 100, PROPORTION, omitted, '=', '%'], 2],
    [['100%', 100, PROPORTION, omitted, '=', '%'], 2],
    [[1, 100, PROPORTION], '#N/A'],
    [[5, 100, PROPORTION, omitted, '=', '%'], '#N/A'],
    [[94, 95, SATISFACTION, omitted, '≥', '%'], 10.44],
    [[65.33 / 2 + 50, 95, SATISFACTION, omitted, '≥', '%'], 9.19],
    [[0.94, 95, SATISFACTION, omitted, '≥', '%'], 10.44],
    [['94%', 95, SATISFACTION, omitted, '≥', '%'], 10.44],
    [[95, 95, SATISFACTION, omitted, '≥', '%'], 10],
    [['94分', 95, SATISFACTION, omitted, '≥', '%'], '#N/A'],
    [['2027-02-28', '2026年12月31日前', DEADLINE, omitted, '定性'], 5],
    [['按时完成', '2026年12月31日前', DEADLINE, omitted, '定性'], 6],
    [[46446, '2026年12月31日前', DEADLINE, omitted, '定性'], 5],
    [['已完成', '2026年12月31日前', DEADLINE, omitted, '定性'], '#N/A'],
    [[6044.2, 4835.36, BUDGET, omitted, '≤', '万元'], 16],
    [[6044.2, 4835.36, BUDGET, omitted, '≤', '万元', '比例'], 15],
    [[6044.2, 4835.36, BUDGET, omitted, '≤', '万元', '进档'], 14],
    [[6044.2, 4835.36, BUDGET, omitted, '≤', '万元', '随便'], '#VALUE!'],
    [['效果明显', '效果明显', GRADES], 15],
    [['效果一般', '效果明显', GRADES], 8],
    [[omitted, 10, PROPORTION, omitted, '≥', '次'], '#N/A'],
    [[8, 10, omitted, omitted, '≥', '次'], '#N/A'],
    [[8, 10, '根据情况酌情扣分'], '#N/A'],
    [[8, 10, PROPORTION, '两分', '≥', '次'], '#VALUE!'],
    [[8, 10, PROPORTION, -1, '≥', '次'], '#VALUE!'],
    [[true, 10, PROPORTION, omitted, '≥', '次'], '#VALUE!'],
    [['#REF!', 10, PROPORTION, omitted, '≥', '次'], '#REF!'],
  ])('%j → %j', (args, expected) => {
    expect(call('SCORE', ...args)).toEqual(expected);
  });

  test('spills the shape of its ranges, an error staying in its own element', () => {
    const actual = [[8], [94], ['#DIV/0!'], [null]];
    const target = [[10], [95], [10], [10]];
    const standard = [[PROPORTION], [SATISFACTION], [PROPORTION], [PROPORTION]];
    const unit = [['次'], ['%'], ['次'], ['次']];
    expect(call('SCORE', actual, target, standard, omitted, '≥', unit)).toEqual([
      [1.6],
      [10.44],
      ['#DIV/0!'],
      ['#N/A'],
    ]);
  });
});

describe('an achieved value in several cells of one row', () => {
  const graded = '达成得100%-80%（含）的分值，部分达成得80%-60%（含）的分值，未达成得60%-0%的分值';
  const counted = '未公示不得分，公告内容不符合要求1处扣1分';
  const rates = '参与率≥90%且优秀率≥20%得5分，否则不得分';
  test.each<[unknown[], unknown]>([
    [[[['达成', 0.9]], omitted, graded, 10], 9],
    [[[['达成', '90%']], omitted, graded, 10], 9],
    [[[['达成', 90]], omitted, graded, 10], 9],
    [[[['达成', 0.7]], omitted, graded, 10], '#N/A'],
    [[[['达成', null]], omitted, graded, 10], '#N/A'],
    [[[[null, null]], omitted, graded, 10], '#N/A'],
    [[[['达成', 0.9, null]], omitted, graded, 10], 9],
    [[[['达成', 0.9, 1]], omitted, graded, 10], '#N/A'],
    [[[['达成', '#REF!']], omitted, graded, 10], '#REF!'],
    [[[['达成', true]], omitted, graded, 10], '#VALUE!'],
    [[[['否', 1]], omitted, counted, 4], 3],
    [[[[0.95, 0.25]], omitted, rates, 5], 5],
    [[[[95, 15]], omitted, rates, 5], 0],
    // One result is enough: each cell has its own score.
    [[[[8, 10]], 10, PROPORTION, omitted, '≥', '次'], [[1.6, 2]]],
    // Other arguments as ranges: each cell for itself, as ever.
    [[[['达成', 0.9]], [[omitted, omitted]], graded, 10], [['#N/A', '#N/A']]],
    [
      [[['达成'], [0.9]], omitted, graded, 10],
      [['#N/A'], ['#N/A']],
    ],
  ])('%j → %j', (args, expected) => {
    expect(call('SCORE', ...args)).toEqual(expected);
  });

  test('is explained alike', () => {
    expect(String(call('EXPLAIN', [['达成', 0.9]], omitted, graded, 10))).toContain('= 9分');
  });
});

describe('PERF.EXPLAIN', () => {
  test('tells the readings of part of a step', () => {
    const text = String(call('EXPLAIN', 6044.2, 4835.36, BUDGET, omitted, '≤', '万元'));
    for (const part of ['16', '15', '14', '不足一档']) expect(text).toContain(part);
  });

  test('says when a sentence gives more than the full mark', () => {
    expect(String(call('EXPLAIN', 94, 95, SATISFACTION, omitted, '≥', '%'))).toContain('10.44');
  });
});

describe('PERF.FORMULA', () => {
  test.each([
    [PROPORTION, 10, '次'],
    [SATISFACTION, 95, '%'],
    [BUDGET, 4835.36, '万元'],
  ])('%s is a formula over names, with nothing that older versions lack', (standard, target, unit) => {
    const text = String(call('FORMULA', omitted, target, standard, omitted, '≥', unit));
    expect(text).toMatch(/^=/u);
    expect(text).toContain('ACTUAL');
    expect(text).not.toMatch(/\b(?:LET|LAMBDA|IFS|SWITCH|XLOOKUP)\b/u);
    expect(text.length).toBeLessThan(8192);
  });
});
