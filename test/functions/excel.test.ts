import { FUNCTIONS, functionsMetadata } from '../../src/functions';
import { registerInExcel } from '../../src/functions/excel';
import { CellCalls } from '../support/officejs/custom-functions';

const PROPORTION = '达到计划值得满分2分，否则按实际值/计划值*指标分值';
const BUDGET = '整体支出控制在预算范围内，得20分，每超出10%，扣2分，扣完为止。';

let cells: CellCalls;

beforeAll(() => {
  cells = new CellCalls();
  registerInExcel(() => 'zh-CN');
});

const called = new Set<string>();

/** The single value of a call; for an error its name and sentence. */
async function valueOf(name: string, ...args: unknown[]): Promise<unknown> {
  called.add(name);
  const { ok, value, message } = await cells.call(name, ...args);
  if (!ok) return { error: value, message };
  const [[only]] = value as [[unknown]];
  return typeof only === 'object' && only !== null ? { error: (only as { basicValue: unknown }).basicValue } : only;
}

describe('each function, called from a cell', () => {
  test.each<[string, unknown[], unknown]>([
    ['SCORE', [8, 10, PROPORTION, '', '≥', '次'], 1.6],
    ['SCORE', [6044.2, 4835.36, BUDGET, '', '≤', '万元', '比例'], 15],
    ['EXPLAIN', [6044.2, 4835.36, BUDGET, '', '≤', '万元'], expect.stringContaining('16')],
    ['FORMULA', ['', 10, PROPORTION, '', '≥', '次'], expect.stringMatching(/^=IF\(NOT\(ISNUMBER\(ACTUAL\)\),NA\(\),/u)],
    ['CHECK', ['》', 95, '%'], expect.stringMatching(/^PT\d{3} /u)],
    ['RATE', [8, 10, '≥', '次'], 0.8],
    ['EXECUTION', [100, 95], 9.5],
    ['TOTAL', [[[60], [31.5]]], 91.5],
    ['GRADE', [91.5], '优'],
  ])('%s%j', async (name, args, expected) => {
    expect(await valueOf(name, ...args)).toEqual(expected);
  });

  test('PARSE spills to the right', async () => {
    called.add('PARSE');
    expect(await cells.call('PARSE', '≥95%')).toEqual({ ok: true, value: [['≥', 95, '%']] });
  });

  test('there is none beside them, and each has metadata', () => {
    expect([...called].sort()).toEqual(FUNCTIONS.map(({ name }) => name).sort());
    expect(functionsMetadata('zh-CN').functions.map(({ id }) => id)).toEqual(FUNCTIONS.map(({ name }) => name));
  });
});

test.each(['#REF!', '#NAME?', '#DIV/0!', '#NUM!', '#NULL!'])('an error %s in is that error out', async (error) => {
  expect(await valueOf('SCORE', error, 10, PROPORTION)).toEqual({ error });
});

describe('errors come to the cell with a sentence', () => {
  test.each<[string, unknown[], string, string]>([
    ['SCORE', ['', 10, PROPORTION], '#N/A', '实际完成值未填写'],
    ['SCORE', [8, 10, '根据情况酌情扣分'], '#N/A', '需人工评分'],
    ['SCORE', [true, 10, PROPORTION], '#VALUE!', '不接受逻辑值'],
    [
      'SCORE',
      [
        [
          [8, 9],
          [7, 6],
        ],
        10,
        PROPORTION,
      ],
      '#VALUE!',
      '各参数只能是',
    ],
    ['TOTAL', [[[1], [''], ['']]], '#N/A', '有 2 行未填得分'],
    ['EXECUTION', [0, 1], '#N/A', '预算数为 0'],
    ['GRADE', ['很好'], '#VALUE!', '不是数'],
  ])('%s%j → %s', async (name, args, error, sentence) => {
    expect(await valueOf(name, ...args)).toEqual({ error, message: expect.stringContaining(sentence) });
  });
});

test('ranges spill in their own shape, an error in its own element', async () => {
  const { ok, value } = await cells.call(
    'SCORE',
    [[8], [''], ['#DIV/0!'], [10]],
    [[10], [10], [10], [10]],
    [[PROPORTION], [PROPORTION], [PROPORTION], [PROPORTION]],
    '',
    '≥',
    '次',
  );
  expect(ok).toBe(true);
  expect(value).toEqual([
    [1.6],
    [expect.objectContaining({ code: '#N/A' })],
    [expect.objectContaining({ code: '#DIV/0!' })],
    [2],
  ]);
});

test('5,000 cells at once are answered', async () => {
  const results = await Promise.all(
    Array.from({ length: 5000 }, (_, index) => cells.call('SCORE', index % 10, 10, PROPORTION, '', '≥', '次')),
  );
  expect(results.map(({ value }) => (value as [[number]])[0][0])).toEqual(
    Array.from({ length: 5000 }, (_, index) => Math.round((index % 10) * 20) / 100),
  );
});
