import { makeCell, makeSheet } from '../../src/core/sheet';
import { CLEAN_2025 } from '../fixtures/seeds';
import type { CellResult } from '../support/officejs/function-service';
import { ExcelOnTheWeb } from './support/excel-web/open';
import type { ExcelPage } from './support/excel-web/open';

/** The table's indicators, by its columns: D name, E sign, F target, G unit, H explanation, I standard. */
const ROWS = CLEAN_2025.rows.filter((row) => /\d分/u.test(String(row[8])));
const column = (at: number) => ROWS.map((row) => [row[at] ?? '']);
const rowOf = (name: string) => ROWS.find((row) => row[3] === name) as (typeof ROWS)[number];

const SHEET = makeSheet(
  '绩效表',
  CLEAN_2025.rows.map((row) => row.map((value) => makeCell(value))),
);

const PROPORTION = '达到计划值得满分2分，否则按实际值/计划值*指标分值';
const BUDGET = '整体支出控制在预算范围内，得20分，每超出10%，扣2分，扣完为止。';

let excel: ExcelOnTheWeb;
let open: ExcelPage | null = null;

beforeAll(async () => {
  excel = await ExcelOnTheWeb.start(4420);
});
afterAll(() => excel.close());

type Call = readonly [id: string, ...args: unknown[]];

function calculate(calls: readonly Call[]): Promise<CellResult[]> {
  return (open as ExcelPage).page.evaluate((asked) => window.standIn.calculate(asked), calls);
}

/** A lone value, or an error by its name in cells. */
function shown({ ok, value }: CellResult): unknown {
  const [[only]] = ok ? (value as [[unknown]]) : [[value]];
  return typeof only === 'object' && only !== null ? (only as { basicValue: unknown }).basicValue : only;
}

describe('the runtime of office.js, in the page as it was built', () => {
  beforeAll(async () => {
    open = await excel.open([SHEET]);
  });
  afterEach(() => expect(open?.errors).toEqual([]));
  afterAll(() => open?.close());

  test.each<[Call, unknown]>([
    [['SCORE', 8, 10, PROPORTION, '', '≥', '次'], 1.6],
    [['SCORE', 6044.2, 4835.36, BUDGET, '', '≤', '万元'], 16],
    [['SCORE', 6044.2, 4835.36, BUDGET, '', '≤', '万元', '比例'], 15],
    [['SCORE', 6044.2, 4835.36, BUDGET, '', '≤', '万元', '进档'], 14],
    [['EXPLAIN', 8, 10, PROPORTION, '', '≥', '次'], expect.stringContaining('1.6')],
    [['FORMULA', '', 10, PROPORTION, '', '≥', '次'], expect.stringMatching(/^=IF\(NOT\(ISNUMBER\(ACTUAL\)\),NA\(\),/u)],
    [['CHECK', '》', 95, '%'], expect.stringMatching(/^PT\d{3} /u)],
    [['CHECK', '≥', 95, '%', '', ''], '未发现问题'],
    [['PARSE', '≥95%'], '≥'],
    [['RATE', 8, 10, '≥', '次'], 0.8],
    [['EXECUTION', 100, 95], 9.5],
    [['TOTAL', [[60], [31.5]]], 91.5],
    [['GRADE', 91.5], '优'],
    [['SCORE', '#DIV/0!', 10, PROPORTION], '#DIV/0!'],
  ])('%j → %j', async (call, expected) => {
    const [result] = await calculate([call]);
    expect(shown(result as CellResult)).toEqual(expected);
  });

  test('the figures of the 2025 table', async () => {
    const score = (name: string, actual: unknown, unit = true): Call => {
      const row = rowOf(name);
      return ['SCORE', actual, row[5], row[8], '', row[4], unit ? row[6] : ''];
    };
    const satisfaction = ROWS.find((row) => String(row[3]).includes('满意度'))?.[3] as string;
    const deadline = ROWS.find((row) => /推迟/u.test(String(row[8])))?.[3] as string;
    const results = await calculate([
      score('组织政治理论培训次数', 8),
      score(satisfaction, 0.94),
      score('培训合格率', 1),
      score('培训合格率', 1, false),
      score(deadline, '2027-02-28'),
    ]);
    expect(results.map(shown)).toEqual([1.6, 10.44, 2, '#N/A', 5]);
  });

  test('a column spills its scores, an error staying in its own element', async () => {
    const actual: unknown[][] = column(5);
    actual[0] = [''];
    actual[1] = ['#REF!'];
    actual[ROWS.findIndex((row) => /推迟/u.test(String(row[8])))] = ['按时完成'];
    const [spilled, inTotal] = await calculate([
      ['SCORE', actual, column(5), column(8), '', column(4), column(6)],
      ['TOTAL', [[2], [2], ['']]],
    ]);
    const scores = (spilled?.value as unknown[][]).map(([value]) => value);
    expect(scores).toHaveLength(ROWS.length);
    expect(scores[0]).toMatchObject({ basicValue: '#N/A' });
    expect(scores[1]).toMatchObject({ basicValue: '#REF!' });
    const full = ROWS.slice(2).map((row) => Number(/(\d{1,3})分/u.exec(String(row[8]))?.[1]));
    expect(scores.slice(2)).toEqual(full);
    expect(inTotal).toEqual({ ok: false, value: '#N/A', message: expect.stringContaining('有 1 行未填得分') });
  });

  test('5,000 cells are computed', async () => {
    const results = await calculate(
      Array.from({ length: 5000 }, (_, at): Call => ['SCORE', at % 10, 10, PROPORTION, '', '≥', '次']),
    );
    expect(results.map(shown)).toEqual(Array.from({ length: 5000 }, (_, at) => Math.round((at % 10) * 20) / 100));
  });
});

test('errors speak the language of Excel', async () => {
  open = await excel.open([SHEET], 'en-US');
  const [blank, refused] = await calculate([
    ['SCORE', '', 10, PROPORTION],
    ['SCORE', 8, 10, '根据情况酌情扣分'],
  ]);
  expect(blank).toEqual({ ok: false, value: '#N/A', message: expect.stringMatching(/ is blank$/u) });
  expect(refused).toEqual({ ok: false, value: '#N/A', message: expect.stringMatching(/^To be scored by a person: /u) });
  await open.close();
});

test('with nothing but the first script scores come, and what is not there says so in its cell', async () => {
  // Of the add-in's own folder; the library and the page that stands in for Excel come from others.
  const parts = /^https:\/\/localhost:\d+\/(?!functions\.)[^/]+\.js$/u;
  open = await excel.open([SHEET], 'zh-CN', (page) => page.route(parts, (route) => route.abort()));
  const results = await calculate([
    ['SCORE', 8, 10, PROPORTION, '', '≥', '次'],
    ['TOTAL', [[60], [31.5]]],
    ['CHECK', '≥', 95, '%'],
  ]);
  expect(results.map(shown)).toEqual([1.6, '#N/A', '#N/A']);
  for (const later of results.slice(1)) expect(later.message).toContain('没有全部载入');
  await open.close();
});
