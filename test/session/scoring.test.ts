import { cellAt, makeSheet, type SheetSnapshot } from '../../src/core/sheet';
import { MemoryHost } from '../../src/hosts/memory';
import { createSession, type Checked, type Session } from '../../src/session';
import {
  fillOf,
  scoreTables,
  totalOf,
  type Choices,
  type ScoredRow,
  type ScoredTable,
} from '../../src/session/scoring';
import { compactSheet, type CompactCell, type CompactRow } from '../support/compact-sheet';

const COLUMNS = [
  '一级指标',
  '二级指标',
  '三级指标',
  '指标值类型',
  '指标值',
  '计量单位',
  '评（扣）分标准',
  '分值',
  '实际完成值',
  '得分',
];
const ACTUAL = 8;
const SCORE = 9;

const RATIO = '达到计划值得满分2分，否则按实际值/计划值*指标分值';
const SATISFACTION = '满意度达95%及以上，得10分；满意度95%以下，得分为实际满意度/90%*10分';
const DEADLINE = '在2026年12月31日前完成得满分6分，每推迟1个月扣0.5分，扣完为止。';
const COST = '整体支出控制在预算范围内，得20分，每超出10%，扣2分，扣完为止。';
const GRADES = '效果明显得15分，效果一般得8分，否则不得分。';

const TRAINING: CompactRow = ['产出指标', '数量指标', '组织政治理论培训次数', '≥', 10, '次', RATIO, 2];
const PASSED: CompactRow = [null, '质量指标', '培训合格率', '=', 100, '%', RATIO, 2];
const DONE: CompactRow = [null, '时效指标', '完成时限', '定性', '2026年12月31日前', null, DEADLINE, 6];
const EFFECT: CompactRow = ['效益指标', '社会效益指标', '培养高素质干部队伍', '定性', '效果明显', null, GRADES, 15];
const PLEASED: CompactRow = ['满意度指标', '服务对象满意度指标', '群众满意度', '≥', 95, '%', SATISFACTION, 10];
const BUDGET: CompactRow = ['成本指标', '经济成本指标', '预算成本', '≤', 4835.36, '万元', COST, 20];

/** The row with another cell in one place. */
function put(cells: CompactRow, column: number, cell: CompactCell): CompactRow {
  return cells.map((old, index) => (index === column ? cell : old));
}

/** A row of the self-evaluation: 实际完成值 and 得分 after the eight columns of the target. */
function row(target: CompactRow, actual: CompactCell, score: CompactCell = null): CompactRow {
  return [...target, actual, score];
}

function sheetOf(rows: readonly CompactRow[], columns: readonly string[] = COLUMNS, more = {}): SheetSnapshot {
  return compactSheet({ title: '2026年度部门整体支出绩效自评表', columns, rows, ...more });
}

function sessionOn(host: MemoryHost): Session {
  return createSession(host, { now: () => new Date(2026, 2, 5), rules: [], delay: () => () => undefined });
}

async function checkedOf(session: Session): Promise<Checked> {
  await session.check();
  const { checked } = session.getState();
  if (!checked) throw new Error('not checked');
  return checked;
}

async function tableOf(sheet: SheetSnapshot): Promise<ScoredTable> {
  const { tables, snapshot } = await checkedOf(sessionOn(new MemoryHost([sheet])));
  const [table] = scoreTables(tables, snapshot);
  if (!table) throw new Error('no table');
  return table;
}

async function rowOf(...given: Parameters<typeof row>): Promise<ScoredRow> {
  const { rows } = await tableOf(sheetOf([row(...given)]));
  return rows[0] as ScoredRow;
}

const NONE: Choices = new Map();

const chosen = (...scores: readonly (readonly [row: number, score: number])[]): Choices =>
  new Map(scores.map(([at, score]) => [at, { score }]));

describe('one row', () => {
  interface Case {
    readonly name: string;
    readonly target: CompactRow;
    readonly actual: CompactCell;
    readonly score?: CompactCell;
    readonly status: ScoredRow['status'];
    readonly options?: readonly number[];
    readonly reason?: object | null;
  }
  const cases: readonly Case[] = [
    { name: '8 of 10', target: TRAINING, actual: 8, status: 'fill', options: [1.6] },
    { name: '8次 as text', target: TRAINING, actual: '8次', status: 'fill', options: [1.6] },
    { name: 'a percent cell of 100 %', target: PASSED, actual: [1, '0%'], status: 'fill', options: [2] },
    { name: 'points in a percent row', target: PASSED, actual: 98, status: 'fill', options: [1.96] },
    { name: '98% as text', target: PASSED, actual: '98%', status: 'fill', options: [1.96] },
    {
      name: 'a fraction in a plain cell of a percent row',
      target: PASSED,
      actual: 0.98,
      status: 'person',
      options: [],
      reason: { kind: 'row', code: 'scale', data: { actual: '0.98' } },
    },
    { name: 'nothing is nothing on both scales', target: PASSED, actual: 0, status: 'fill', options: [0] },
    {
      name: '94 % would earn more than the full mark',
      target: PLEASED,
      actual: [0.94, '0%'],
      status: 'confirm',
      options: [10],
      reason: { kind: 'row', code: 'above-full', data: { score: 10.44, full: 10 } },
    },
    { name: '96 %', target: PLEASED, actual: [0.96, '0%'], status: 'fill', options: [10] },
    { name: 'two months late', target: DONE, actual: '2027年2月28日', status: 'fill', options: [5] },
    { name: 'in time, in words', target: DONE, actual: '按时完成', status: 'fill', options: [6] },
    {
      name: 'a day is wanted',
      target: DONE,
      actual: '已完成',
      status: 'person',
      reason: { kind: 'scoring', message: { group: 'problem', id: 'date-needed' } },
    },
    {
      name: '25 % over: 16, in proportion 15, rounded up 14',
      target: BUDGET,
      actual: 6044.2,
      status: 'confirm',
      options: [16, 15, 14],
      reason: { kind: 'row', code: 'partial-step', data: {} },
    },
    { name: 'whole steps over', target: BUDGET, actual: 5802.432, status: 'fill', options: [16] },
    { name: 'a grade', target: EFFECT, actual: '效果一般', status: 'fill', options: [8] },
    {
      name: 'no grade of the standard',
      target: EFFECT,
      actual: '尚可',
      status: 'person',
      reason: { kind: 'scoring', message: { group: 'problem', id: 'not-a-grade' } },
    },
    { name: 'no actual value', target: TRAINING, actual: null, status: 'waiting', options: [], reason: null },
    { name: 'the same score', target: TRAINING, actual: 8, score: 1.6, status: 'settled', options: [1.6] },
    { name: 'another score', target: TRAINING, actual: 8, score: 2, status: 'differs', options: [1.6] },
    {
      name: 'a formula with an error in the way',
      target: TRAINING,
      actual: 8,
      score: ['=A1/0', { error: '#DIV/0!' }],
      status: 'differs',
      options: [1.6],
    },
    { name: 'one of the readings was taken', target: BUDGET, actual: 6044.2, score: 15, status: 'settled' },
    { name: 'none of the readings was taken', target: BUDGET, actual: 6044.2, score: 18, status: 'confirm' },
    { name: 'held to the full mark before', target: PLEASED, actual: [0.94, '0%'], score: 10, status: 'settled' },
    { name: 'scored by a person', target: EFFECT, actual: '尚可', score: 6, status: 'by-hand', options: [] },
    {
      name: 'discretion',
      target: put(EFFECT, 6, '由评价组酌情评分'),
      actual: '效果明显',
      status: 'person',
      reason: { kind: 'scoring', message: { group: 'refusal', id: 'discretion', data: { words: '酌情' } } },
    },
    {
      name: 'no standard',
      target: put(EFFECT, 6, null),
      actual: '效果明显',
      status: 'person',
      reason: { kind: 'row', code: 'no-standard', data: {} },
    },
  ];
  test.each(cases)('$name', async ({ target, actual, score, status, options, reason }) => {
    const found = await rowOf(target, actual, score ?? null);
    expect(found.status).toBe(status);
    if (options) expect(found.options.map((option) => option.score)).toEqual(options);
    if (reason === null) expect(found.reason).toBeNull();
    else if (reason) expect(found.reason).toMatchObject(reason);
  });

  test('no option ever is above the full mark', async () => {
    for (let percent = 80; percent <= 100; percent++) {
      const { options } = await rowOf(PLEASED, [percent / 100, '0%']);
      expect(options.length).toBeGreaterThan(0);
      for (const { score } of options) expect(score).toBeLessThanOrEqual(10);
    }
  });

  test('readings are told apart, and what was held is marked', async () => {
    expect((await rowOf(BUDGET, 6044.2)).options).toEqual([
      { score: 16, reading: 'whole', held: false },
      { score: 15, reading: 'share', held: false },
      { score: 14, reading: 'begun', held: false },
    ]);
    expect((await rowOf(PLEASED, [0.94, '0%'])).options).toEqual([{ score: 10, reading: null, held: true }]);
  });
});

describe('a merged cell', () => {
  const rows = [row(TRAINING, 8), row(PASSED, 100)];
  test('of points for several rows is for a person', async () => {
    const [first, second] = rows as [CompactRow, CompactRow];
    const { rows: found } = await tableOf(sheetOf([first, put(second, 7, null)], COLUMNS, { merges: ['H3:H4'] }));
    expect(found.map(({ status, reason }) => [status, reason])).toEqual([
      ['person', { kind: 'row', code: 'shared-weight', data: {} }],
      ['person', { kind: 'row', code: 'shared-weight', data: {} }],
    ]);
  });
  test('of scores is not written into', async () => {
    const table = await tableOf(sheetOf(rows, COLUMNS, { merges: ['J3:J4'] }));
    expect(table.rows.map(({ cell }) => cell)).toEqual([null, null]);
    expect(totalOf(table, NONE).counted).toBe(0);
  });
});

describe('the total', () => {
  const ninety: CompactRow[] = [
    row(put(put(TRAINING, 7, 40), 6, '达到计划值得满分，否则按实际值/计划值*指标分值'), 8),
    row(put(put(PASSED, 7, 50), 6, '达到计划值得满分，否则按实际值/计划值*指标分值'), 100),
  ];
  test('of 90 is not graded, and says what is missing in it', async () => {
    expect(totalOf(await tableOf(sheetOf(ninety)), NONE)).toMatchObject({
      sum: 82,
      outOf: 90,
      missing: 0,
      withoutExecution: true,
      grade: null,
    });
  });
  test.each([
    [10, 100, '优'],
    [8, 90, '良'],
    [5, 80, '中'],
    [1, 40, '差'],
  ])('of 100: %s of 10 and %s %% is %s', async (trainings, rate, grade) => {
    const [first, second] = ninety as [CompactRow, CompactRow];
    const table = await tableOf(sheetOf([put(put(first, 7, 50), ACTUAL, trainings), put(second, ACTUAL, rate)]));
    expect(totalOf(table, NONE)).toMatchObject({ outOf: 100, grade, withoutExecution: false });
  });
  test('adds the rounded scores', async () => {
    const third = row(put(TRAINING, 4, 3), 1);
    expect(totalOf(await tableOf(sheetOf([third, put(third, 2, '乡村党建工作指导次数')])), NONE).sum).toBe(1.34);
  });
  test('tells how many rows have no score, and is not graded', async () => {
    const [first, second] = ninety as [CompactRow, CompactRow];
    const table = await tableOf(sheetOf([put(first, 7, 50), put(second, ACTUAL, null)]));
    expect(totalOf(table, NONE)).toMatchObject({ counted: 1, missing: 1, grade: null });
  });
});

describe('writing', () => {
  const rows = [
    row(TRAINING, 8),
    row(PASSED, [1, '0%'], 1),
    row(DONE, '2027年2月28日'),
    row(EFFECT, '尚可'),
    row(PLEASED, [0.94, '0%']),
    row(BUDGET, 6044.2),
  ];
  interface Bench {
    readonly host: MemoryHost;
    readonly session: Session;
    readonly checked: Checked;
    readonly table: ScoredTable;
    scores(): Promise<unknown[]>;
  }
  async function bench(sheet = sheetOf(rows)): Promise<Bench> {
    const host = new MemoryHost([sheet]);
    const session = sessionOn(host);
    const checked = await checkedOf(session);
    const [table] = scoreTables(checked.tables, checked.snapshot);
    const scores = async (): Promise<unknown[]> => {
      const [now] = (await host.read({ sheets: 'all' })).sheets;
      return rows.map((_, index) => (now && cellAt(now, { row: index + 2, column: SCORE })?.value) ?? null);
    };
    return { host, session, checked, table: table as ScoredTable, scores };
  }
  const fillIn = ({ session, checked, table }: Bench, choices: Choices): Promise<boolean> =>
    session.fillScores(fillOf(table, choices, checked.snapshot));

  test('only what nobody has to decide, in one step to be undone', async () => {
    const on = await bench();
    expect(await fillIn(on, NONE)).toBe(true);
    expect(await on.scores()).toEqual([1.6, 1, 5, null, null, null]);
    expect(on.session.getState().notice).toMatchObject({ code: 'scored', count: 2 });
    expect(await on.session.undo()).toBe(true);
    expect(await on.scores()).toEqual([null, 1, null, null, null, null]);
  });
  test('what a person chose, over what was there as well', async () => {
    const on = await bench();
    const choices = chosen([3, 2], [6, 10], [7, 15]);
    expect(await fillIn(on, choices)).toBe(true);
    expect(await on.scores()).toEqual([1.6, 2, 5, null, 10, 15]);
  });
  test('no score that the row does not offer', async () => {
    const on = await bench();
    expect(await fillIn(on, chosen([5, 12], [6, 10.44], [7, 17]))).toBe(true);
    expect(await on.scores()).toEqual([1.6, 1, 5, null, null, null]);
  });
  test('nothing where an actual value has changed since', async () => {
    const on = await bench();
    const cell = { row: 2, column: ACTUAL };
    const edit = { kind: 'set', sheet: 'Sheet1', cell, from: { number: 8 }, to: { number: 9 } } as const;
    await on.host.apply([edit], { label: '' });
    expect(await fillIn(on, NONE)).toBe(false);
    expect(on.session.getState().problem).toMatchObject({ code: 'conflict', during: 'score' });
    expect(await on.scores()).toEqual([null, 1, null, null, null, null]);
  });
  test('nothing where a score was put in since', async () => {
    const on = await bench();
    const cell = { row: 2, column: SCORE };
    const edit = { kind: 'set', sheet: 'Sheet1', cell, from: { blank: true }, to: { number: 2 } } as const;
    await on.host.apply([edit], { label: '' });
    expect(await fillIn(on, NONE)).toBe(false);
    expect(await on.scores()).toEqual([2, 1, null, null, null, null]);
  });
  test('words and formulas stay unless they are chosen to go', async () => {
    const formula: CompactCell = ['=1+1', 2];
    const on = await bench(sheetOf([row(TRAINING, 8, '待定'), row(PASSED, 98, formula)]));
    expect(await fillIn(on, NONE)).toBe(false);
    expect(await fillIn(on, chosen([3, 1.96]))).toBe(true);
    expect((await on.scores()).slice(0, 2)).toEqual(['待定', 1.96]);
    expect(await on.session.undo()).toBe(true);
    const [now] = (await on.host.read({ sheets: 'all' })).sheets;
    expect(now && cellAt(now, { row: 3, column: SCORE })?.formula).toBe('=1+1');
  });
  test('nothing where the table has no column for it', async () => {
    const on = await bench(
      sheetOf(
        rows.map((cells) => cells.slice(0, SCORE)),
        COLUMNS.slice(0, SCORE),
      ),
    );
    expect(on.table).toMatchObject({ hasScoreColumn: false, hasActualColumn: true });
    expect(fillOf(on.table, NONE, on.checked.snapshot).edits).toEqual([]);
    expect(await fillIn(on, NONE)).toBe(false);
  });
});

test('a target table has no actual values, and its standards are there all the same', async () => {
  const targets = [TRAINING, PLEASED, DONE].map((cells) => cells.slice(0, ACTUAL));
  const sheet = compactSheet({
    title: '2026年度部门整体支出绩效目标表',
    columns: COLUMNS.slice(0, ACTUAL),
    rows: targets,
  });
  const table = await tableOf(sheet);
  expect(table).toMatchObject({ hasActualColumn: false, hasScoreColumn: false, hasStandards: true });
  expect(table.rows.map(({ status, compiled }) => [status, compiled.ok])).toEqual([
    ['waiting', true],
    ['waiting', true],
    ['waiting', true],
  ]);
});

test('a sheet without tables has no scores', () => {
  expect(scoreTables([], makeSheet('Sheet1', []))).toEqual([]);
});
