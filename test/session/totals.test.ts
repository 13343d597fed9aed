import { cellAt, formatCell, parseCell, type CellRef, type SheetSnapshot } from '../../src/core/sheet';
import { MemoryHost } from '../../src/hosts/memory';
import { createSession } from '../../src/session';
import {
  adoptionOf,
  closingOf,
  fillOf,
  scoreTables,
  totalOf,
  type Choice,
  type ClosingChoices,
  type ScoredRow,
  type ScoredTable,
} from '../../src/session/scoring';
import { compactSheet } from '../support/compact-sheet';
import { selfEvaluation } from '../support/self-evaluation';

async function open(sheet: SheetSnapshot = selfEvaluation()) {
  const host = new MemoryHost([sheet]);
  const session = createSession(host, { now: () => new Date(2026, 2, 5), rules: [], delay: () => () => undefined });
  const scored = async (): Promise<ScoredTable> => {
    await session.check();
    const { checked } = session.getState();
    const [table] = scoreTables(checked?.tables ?? [], checked?.snapshot ?? sheet);
    if (!table) throw new Error('no table');
    return table;
  };
  const snapshot = (): SheetSnapshot => session.getState().checked?.snapshot ?? sheet;
  const held = async (place: string): Promise<unknown> => {
    const [now] = (await host.read({ sheets: 'all' })).sheets;
    const cell = now && cellAt(now, parseCell(place) as CellRef);
    return cell?.formula ?? cell?.value ?? null;
  };
  return { host, session, scored, snapshot, held };
}

const ALL: ReadonlyMap<number, Choice> = new Map([
  [8, { score: 16 }],
  [9, { score: 15, tried: ['效果明显'] }],
  [10, { score: 7, tried: ['1', '1'] }],
  [11, { score: 10 }],
]);

const placesOf = ({ places: { total, grade } }: ScoredTable): (string | null)[] =>
  [total, grade].map((place) => place && formatCell(place.cell));

const table = (below: readonly (readonly (string | number | null)[])[], merges: readonly string[] = []) =>
  compactSheet({
    title: '2026年度项目支出绩效自评表',
    columns: 'selfEvaluation',
    rows: [['产出指标', '数量指标', '培训次数', '≥10次', 10, 100, null, null]],
    below,
    merges,
  });

describe('where total and grade go', () => {
  test.each<[string, SheetSnapshot, readonly (string | null)[]]>([
    ['the row of 总分, the cell beside 自评等级', selfEvaluation(), ['J13', 'C14']],
    ['the score column', table([['总分', null, null, null, null, 100, null]]), ['G4', null]],
    ['a label merged up to it', table([['总分', null, null, null, null, null, null]], ['A4:F4']), ['G4', null]],
    ['a label that takes it in', table([['总分', null, null, null, null, null, null]], ['A4:H4']), [null, null]],
    ['a label with the value in it', table([['总分：95']]), [null, null]],
    ['two labels in a row', table([['自评得分', null, null, '自评等级', null]]), ['B4', 'E4']],
    [
      'a grade under it',
      table([
        ['合计', null, null, null, null, 100],
        ['评价等级：', null],
      ]),
      ['G4', 'B5'],
    ],
    ['no such row', table([]), [null, null]],
    ['a sum of parts is no total', table([['产出小计', null, null, null, null, 100]]), [null, null]],
  ])('%s', async (_, sheet, expected) => {
    const { scored } = await open(sheet);
    expect(placesOf(await scored())).toEqual(expected);
  });
});

describe('what may be written', () => {
  test('nothing while a row has no score', async () => {
    const { scored } = await open();
    const found = await scored();
    expect(closingOf(found, totalOf(found, new Map()))).toEqual({ total: null, grade: null });
  });

  test('the total with the ten points of 预算执行率, as a value or a formula over the same cells', async () => {
    const { scored } = await open();
    const found = await scored();
    const total = totalOf(found, ALL);
    // 4 + 15 + 9 + 16 + 15 + 7 + 10, and 9.5.
    expect(total).toMatchObject({
      stated: null,
      sum: 85.5,
      outOf: 100,
      execution: { weight: 10, score: 9.5 },
      grade: '良',
    });
    const { total: offer, grade } = closingOf(found, total);
    expect(offer).toMatchObject({
      value: 85.5,
      formula: '=ROUND(PERF.TOTAL(J6:J12)+PERF.TOTAL(J4),2)',
      preset: 'value',
      settled: false,
    });
    expect(grade).toMatchObject({ value: '良', formula: '=PERF.GRADE(J13)', preset: 'value' });
  });

  test('no total while 预算执行率 has no score, and none can be reckoned', async () => {
    const base = selfEvaluation();
    const { scored } = await open({
      ...base,
      cells: base.cells.map((row, at) =>
        at === 3 ? row?.map((cell, column) => ([5, 9].includes(column) ? null : cell)) : row,
      ),
    });
    const found = await scored();
    expect(closingOf(found, totalOf(found, ALL))).toEqual({ total: null, grade: null });
  });

  test('a total of 90 without the execution rate, and no grade', async () => {
    const base = selfEvaluation();
    const { scored } = await open({ ...base, cells: base.cells.map((row, at) => (at === 3 ? [] : row)) });
    const found = await scored();
    const total = totalOf(found, ALL);
    expect(total).toMatchObject({ sum: 76, outOf: 90, withoutExecution: true, grade: null });
    expect(closingOf(found, total)).toMatchObject({
      total: { value: 76, formula: '=PERF.TOTAL(J6:J12)' },
      grade: null,
    });
  });

  interface Case {
    readonly name: string;
    readonly closings: ClosingChoices;
    readonly held: readonly [total: unknown, grade: unknown];
    readonly notice: string;
  }
  test.each<Case>([
    { name: 'values unless chosen', closings: {}, held: [85.5, '良'], notice: 'scored-totalled' },
    {
      name: 'formulas',
      closings: { total: 'formula', grade: 'formula' },
      held: ['=ROUND(PERF.TOTAL(J6:J12)+PERF.TOTAL(J4),2)', '=PERF.GRADE(J13)'],
      notice: 'scored-totalled',
    },
    { name: 'left', closings: { total: 'leave', grade: 'leave' }, held: [null, null], notice: 'scored' },
  ])('$name', async ({ closings, held, notice }) => {
    const on = await open();
    const found = await on.scored();
    expect(await on.session.fillScores(fillOf(found, ALL, on.snapshot(), closings))).toBe(true);
    expect([await on.held('J13'), await on.held('C14')]).toEqual(held);
    expect(await on.held('J11')).toBe(7);
    expect(on.session.getState().notice).toMatchObject({ code: notice, count: 7 });
    await on.session.undo();
    expect([await on.held('J13'), await on.held('J6')]).toEqual([null, null]);
  });

  test('another total stays unless it is chosen to go; the same is left alone', async () => {
    const on = await open();
    const first = await on.scored();
    await on.session.fillScores(fillOf(first, ALL, on.snapshot()));
    on.host.type({ sheet: '自评', row: 12, column: 9 }, { number: 88 });
    const found = await on.scored();
    expect(fillOf(found, new Map(), on.snapshot()).edits).toEqual([]);
    expect(totalOf(found, new Map()).stated).toBe(88);
    const fill = fillOf(found, new Map(), on.snapshot(), { total: 'value', grade: 'value' });
    expect(fill).toMatchObject({ scores: 0, edits: [{ from: { number: 88 }, to: { number: 85.5 } }] });
    expect(await on.session.fillScores(fill)).toBe(true);
    expect(on.session.getState().notice).toMatchObject({ code: 'totalled' });
  });

  test('nothing where a score that stays has changed since', async () => {
    const on = await open();
    await on.session.fillScores(fillOf(await on.scored(), ALL, on.snapshot(), { total: 'leave' }));
    const fill = fillOf(await on.scored(), new Map(), on.snapshot());
    on.host.type({ sheet: '自评', row: 5, column: 9 }, { number: 3 });
    expect(await on.session.fillScores(fill)).toBe(false);
    expect(on.session.getState().problem?.code).toBe('conflict');
    expect(await on.held('J13')).toBeNull();
  });
});

describe('what was tried, taken over', () => {
  const rowAt = ({ rows }: ScoredTable, row: number): ScoredRow =>
    rows.find(({ indicator }) => indicator.row === row) as ScoredRow;

  test.each<[string, number, readonly string[], object | null]>([
    ['a count', 5, ['9'], { ok: true, to: { number: 9 } }],
    ['what the cell says already', 5, ['8'], null],
    ['a fraction where the cell is in percent', 6, ['98'], { ok: true, to: { number: 0.98 } }],
    ['percent in binary', 6, ['57'], { ok: true, to: { number: 0.57 } }],
    ['a day', 7, ['2027-01-31'], { ok: true, to: { text: '2027-01-31' } }],
    ['words that mean a day', 7, ['按时完成'], { ok: true, to: { text: '按时完成' } }],
    ['a grade', 9, ['效果一般'], { ok: true, to: { text: '效果一般' } }],
    ['no result', 9, ['很好'], null],
    [
      'two counts',
      10,
      ['1', '2'],
      { ok: true, to: { text: expect.stringMatching(/^被省1次，市[^，]*2次$/u) as string } },
    ],
  ])('%s', async (_, row, tried, expected) => {
    const on = await open();
    const adoption = adoptionOf(rowAt(await on.scored(), row), tried, on.snapshot(), []);
    if (expected === null) expect(adoption).toBeNull();
    else expect(adoption).toMatchObject(expected);
  });

  test('five counts are more than a cell is read for; their score can be taken', async () => {
    const standard = '未被通报得15分；被部、省、市、县、乡通报批评的，每次分别扣5分、4分、3分、2分、1分，扣完为止。';
    const several = ['效益指标', '社会效益指标', '通报批评情况', '=', 0, '次', standard, 15, null, null];
    const on = await open(selfEvaluation({ several }));
    const found = await on.scored();
    const tried = ['0', '1', '0', '0', '2'];
    expect(adoptionOf(rowAt(found, 10), tried, on.snapshot(), [])).toEqual({ ok: false, why: 'several' });
    const { edits } = fillOf(found, new Map([[10, { score: 9, tried }]]), on.snapshot());
    expect(edits.find(({ cell }) => cell.row === 10)?.to).toEqual({ number: 9 });
  });

  test('a grade and what is settled on within it go into one cell', async () => {
    const standard =
      '达成预期指标得100%-80%（含）分值，部分达成并具有一定效果得80%-60%（含）分值，未达成且效果较差得60%-0%分值';
    const grade = ['效益指标', '社会效益指标', '队伍建设', '定性', '效果明显', null, standard, 15, null, null];
    const on = await open(selfEvaluation({ grade }));
    const adoption = adoptionOf(rowAt(await on.scored(), 9), ['达成预期指标', '90'], on.snapshot(), []);
    expect(adoption).toMatchObject({ ok: true, to: { text: '达成预期指标，90%' } });
    on.host.type({ sheet: '自评', row: 9, column: 8 }, { text: '达成预期指标，90%' });
    expect(rowAt(await on.scored(), 9)).toMatchObject({ status: 'fill', options: [{ score: 13.5 }] });
  });

  test('is written where it was shown, and scored from there', async () => {
    const on = await open();
    const adoption = adoptionOf(rowAt(await on.scored(), 9), ['效果一般'], on.snapshot(), []);
    if (!adoption?.ok) throw new Error('not adopted');
    const { cell, holds, to } = adoption;
    expect(await on.session.adoptActual({ kind: 'set', sheet: '自评', cell, from: holds, to })).toBe(true);
    expect(await on.held('I10')).toBe('效果一般');
    expect(rowAt(await on.scored(), 9)).toMatchObject({ status: 'fill', options: [{ score: 8 }] });
    expect(on.session.getState().undo).toBe('填写实际完成值 I10');
  });

  test('its score is written only as the standard gives it', async () => {
    const on = await open();
    const found = await on.scored();
    const write = (score: number) => fillOf(found, new Map([[10, { score, tried: ['1', '1'] }]]), on.snapshot()).edits;
    const target = (edits: ReturnType<typeof write>) => edits.find(({ cell }) => cell.row === 10)?.to;
    expect(target(write(7))).toEqual({ number: 7 });
    expect(target(write(9))).toBeUndefined();
  });

  test('a form without a column for it takes nothing', async () => {
    const on = await open(
      compactSheet({
        columns: 'weighted',
        rows: [['产出指标', '数量指标', '培训次数', '≥', 10, '次', null, '达到目标值得满分，否则按比例得分', 5]],
      }),
    );
    const [row] = (await on.scored()).rows;
    expect(adoptionOf(row as ScoredRow, ['8'], on.snapshot(), [])).toEqual({ ok: false, why: 'no-cell' });
  });
});
