import {
  cellAt,
  makeCell,
  makeSheet,
  parseCell,
  RECORD_SHEET,
  type Cell,
  type SheetSnapshot,
} from '../../src/core/sheet';
import { toNative } from '../../src/functions/conversion';
import { MemoryHost } from '../../src/hosts/memory';
import { createSession, type FormulaCommand, type FormulaRequest } from '../../src/session';

const PROPORTION = '达到计划值得满分2分，否则按实际值/计划值*指标分值';
const perf = (row: number): string => `=PERF.SCORE(C${row},B${row},D${row})`;
const score = (row: number, value: number): Cell =>
  makeCell(value, { formula: perf(row), numberFormat: '0.00' }) as Cell;

/** Name, target, actual, standard, score. */
const table = (): SheetSnapshot =>
  makeSheet('自评', [
    ['三级指标', '指标值', '实际完成值', '评分标准', '得分'].map((text) => makeCell(text)),
    [makeCell('培训次数'), makeCell(10), makeCell(8), makeCell(PROPORTION), score(2, 1.6)],
    [makeCell('检查次数'), makeCell(10), makeCell(8), makeCell(PROPORTION), score(3, 1.6)],
    [makeCell('效果'), makeCell(10), makeCell(8), makeCell('根据情况酌情扣分'), score(4, 0)],
    [makeCell('合计'), null, null, null, makeCell(3.2, { formula: '=SUM(E2:E3)' })],
  ]);

type Why = { reason: string };

function start(sheet = table()) {
  const host = new MemoryHost([sheet]);
  const session = createSession(host, { now: () => new Date(2026, 2, 5, 9, 8, 7), user: '张会计' });
  const run = (command: FormulaCommand, more: Partial<FormulaRequest<string, Why>> = {}) =>
    session.convertFormulas<string, Why>({
      command,
      scope: null,
      label: command,
      translate: (formula, on) => {
        const result = toNative(formula, on);
        return result.ok ? result : { ok: false, refusal: { reason: result.reason } };
      },
      ...more,
    });
  const formula = async (place: string): Promise<string | number | undefined> => {
    const { sheets } = await host.read({ sheets: ['自评'] });
    const cell = cellAt(sheets[0] as SheetSnapshot, parseCell(place) as { row: number; column: number });
    return cell?.formula ?? (cell?.value as number | undefined);
  };
  return { host, session, run, formula };
}

const rowAbove = (sheet: SheetSnapshot): SheetSnapshot => {
  const shift = (cell: Cell | null): Cell | null =>
    cell?.formula === undefined
      ? cell
      : { ...cell, formula: cell.formula.replace(/([A-E])(\d)/gu, (_, letter, row) => `${letter}${Number(row) + 1}`) };
  return {
    ...sheet,
    cells: [[makeCell('2026年度')], ...sheet.cells.map((row) => (row ?? []).map((cell) => shift(cell ?? null)))],
  };
};

test('to native formulas and back, each one step; what cannot be written is said', async () => {
  const { run, formula, session, host } = start();
  const outcome = await run('native');
  expect(outcome?.changed.map(({ cell }) => cell.row)).toEqual([1, 2]);
  expect(outcome?.left).toEqual([
    { cell: { row: 3, column: 4 }, why: { kind: 'refused', refusal: { reason: 'error' } } },
  ]);
  expect(await formula('E2')).toMatch(/^=IF\(NOT\(ISNUMBER\(C2\)\),NA\(\),ROUND\(/u);
  expect(await formula('E4')).toBe(perf(4));
  expect(await formula('E5')).toBe('=SUM(E2:E3)');
  const { record } = await host.read({ sheets: [] });
  expect(record?.name).toBe(RECORD_SHEET);
  expect(record?.cells[1]?.slice(0, 4).map((cell) => cell?.value)).toEqual(['公式', '普通公式', '自评!E2', perf(2)]);

  const back = await run('back');
  expect(back?.changed).toHaveLength(2);
  expect([await formula('E2'), await formula('E3')]).toEqual([perf(2), perf(3)]);
  expect((await run('back'))?.changed).toEqual([]);

  await session.undo();
  expect(await formula('E2')).toMatch(/^=IF/u);
  await session.undo();
  expect(await formula('E2')).toBe(perf(2));
});

test('to values and back', async () => {
  const { run, formula } = start();
  expect((await run('values'))?.changed).toHaveLength(3);
  expect([await formula('E2'), await formula('E4')]).toEqual([1.6, 0]);
  expect((await run('back'))?.changed).toHaveLength(3);
  expect([await formula('E2'), await formula('E4')]).toEqual([perf(2), perf(4)]);
});

test('an error is no value', async () => {
  const cells = [[makeCell({ error: '#NAME?' }, { formula: '=PERF.GRADE(A2)' })]];
  const { run, formula } = start(makeSheet('自评', cells));
  expect(await run('values')).toEqual({
    changed: [],
    left: [{ cell: { row: 0, column: 0 }, why: { kind: 'no-value' } }],
  });
  expect(await formula('A1')).toBe('=PERF.GRADE(A2)');
});

test('only what is asked for', async () => {
  const { run, formula } = start();
  await run('native', { scope: [{ top: 2, bottom: 2, left: 0, right: 9 }] });
  expect([await formula('E2'), (await formula('E3'))?.toString().slice(0, 4)]).toEqual([perf(2), '=IF(']);
});

test.each(['native', 'values'] as const)('%s: rows that have moved since are found again', async (command) => {
  const { run, host, formula } = start();
  await run(command);
  host.edit('自评', rowAbove);
  const back = await run('back');
  expect(back?.left).toEqual([]);
  expect([await formula('E3'), await formula('E4')]).toEqual([perf(3), perf(4)]);
});

test.each(['native', 'values'] as const)('%s: what a person wrote over it stays', async (command) => {
  const { run, host, formula } = start();
  await run(command);
  host.type({ sheet: '自评', row: 1, column: 4 }, { number: 2 });
  const back = await run('back');
  expect(back?.left).toEqual([{ cell: { row: 1, column: 4 }, why: { kind: 'changed-since' } }]);
  expect([await formula('E2'), await formula('E3')]).toEqual([2, perf(3)]);
});

test('a protected sheet is left as it is', async () => {
  const { run, session, formula } = start({ ...table(), protected: true });
  expect(await run('native')).toBeNull();
  expect(session.getState().problem?.code).toBe('protected');
  expect(await formula('E2')).toBe(perf(2));
});
