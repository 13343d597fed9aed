import { HostError } from '../../src/hosts/host';
import { MemoryHost } from '../../src/hosts/memory';
import { createSession, type Session } from '../../src/session';
import { makeSheet, RECORD_SHEET, type SheetSnapshot } from '../../src/core/sheet';
import { compactSheet } from '../support/compact-sheet';

const table = (sheet: string, sign: string): SheetSnapshot =>
  compactSheet({
    sheet,
    rows: [['产出指标', '数量指标', '培训次数', sign, 10, '次', '计划培训不少于10次', '达到得满分', null]],
  });

const SHEETS = [table('甲', '》'), makeSheet('说明', []), table('乙', '≥'), makeSheet(RECORD_SHEET, [])];

function open(sheets: readonly SheetSnapshot[] = SHEETS): { host: MemoryHost; session: Session } {
  const host = new MemoryHost(sheets);
  return { host, session: createSession(host, { now: () => new Date(2026, 2, 5), delay: () => () => undefined }) };
}

test('every sheet but our own is told of, with what was found alone', async () => {
  const { session } = open();
  await session.check();
  expect(session.getState().checked?.sheets).toEqual(['甲', '说明', '乙']);
  await session.checkSheets();
  const { all } = session.getState();
  expect(all).toMatchObject({ running: false, total: 3 });
  expect(all?.sheets.map(({ name, unread }) => [name, unread?.reason ?? null])).toEqual([
    ['甲', null],
    ['说明', 'empty'],
    ['乙', null],
  ]);
  const alone = (await Promise.all(
    [SHEETS[0], SHEETS[2]].map(async (sheet) => {
      const other = open([sheet as SheetSnapshot]);
      await other.session.check();
      return other.session.getState().checked?.findings.filter(({ code }) => code === 'PT215').length;
    }),
  )) as number[];
  expect(alone).toEqual([1, 0]);
  const [first, , last] = all?.sheets ?? [];
  expect((first?.counts.warning ?? 0) - (last?.counts.warning ?? 0)).toBeGreaterThanOrEqual(1);
});

test('sheets come one after the other, and those that were done stay where it is stopped', async () => {
  const { session } = open();
  const seen: number[] = [];
  const off = session.subscribe(() => {
    const { all } = session.getState();
    if (!all) return;
    if (seen.at(-1) !== all.sheets.length) seen.push(all.sheets.length);
    if (all.running && all.sheets.length === 1) session.cancel();
  });
  await session.checkSheets();
  off();
  expect(seen).toEqual([0, 1]);
  expect(session.getState().all).toMatchObject({ running: false, total: 3, sheets: [{ name: '甲' }] });
  session.closeSheets();
  expect(session.getState().all).toBeNull();
});

test('what can’t be read is told of', async () => {
  const { host, session } = open();
  host.read = () => Promise.reject(new HostError('too-large'));
  await session.checkSheets();
  expect(session.getState()).toMatchObject({ all: { running: false, sheets: [] }, problem: { code: 'too-large' } });
});

test('a sheet of the list is shown and checked', async () => {
  const { session } = open();
  await session.check();
  await session.open({ sheet: '乙', row: 0, column: 0 });
  expect(session.getState().checked?.sheet).toBe('乙');
});
