import { makeCell, makeSheet, type Edit } from '../../src/core/sheet';
import { HostError, type ApplyResult } from '../../src/hosts/host';
import { MemoryHost } from '../../src/hosts/memory';
import { createSession } from '../../src/session';

const FAILED: ApplyResult = { status: 'failed', error: new HostError('host', 'wire'), restored: true, touched: [] };

/** Writes by their numbers from the first on, undoing among them; those named fail, and leave the sheet as it was. */
class Failing extends MemoryHost {
  failing = new Set<number>();
  private count = 0;

  override async apply(...args: Parameters<MemoryHost['apply']>): Promise<ApplyResult> {
    return this.failing.has((this.count += 1)) ? FAILED : super.apply(...args);
  }

  override async undo(...args: Parameters<MemoryHost['undo']>): Promise<ApplyResult> {
    return this.failing.has((this.count += 1)) ? FAILED : super.undo(...args);
  }
}

const OPENING: readonly Edit[] = [
  { kind: 'insertRows', sheet: '表', before: 1, count: 1 },
  { kind: 'set', sheet: '表', cell: { row: 0, column: 0 }, from: { text: '标题' }, to: { text: '新标题' } },
];
const FILLING: readonly Edit[] = [
  { kind: 'set', sheet: '表', cell: { row: 1, column: 0 }, from: { blank: true }, to: { text: '新行' } },
];

function bench(...failing: number[]) {
  const host = new Failing([makeSheet('表', [[makeCell('标题')], [makeCell('甲')]])]);
  host.failing = new Set(failing);
  const session = createSession(host, { now: () => new Date(2026, 2, 5), user: '张会计' });
  const column = async () => {
    const [sheet] = (await host.read({ sheets: ['表'] })).sheets;
    return (sheet?.cells ?? []).map((row) => row?.[0]?.value ?? null);
  };
  const insert = () =>
    session.insert(OPENING, { what: 'indicators-inserted', name: '新行', count: 1, show: null }, () => FILLING);
  return { session, column, insert };
}

const [BEFORE, BETWEEN, AFTER] = [
  ['标题', '甲'],
  ['新标题', null, '甲'],
  ['新标题', '新行', '甲'],
];

describe('a step of two writes', () => {
  test('is done, and undone as one', async () => {
    const { session, column, insert } = bench();
    expect(await insert()).toBe(true);
    expect(await column()).toEqual(AFTER);
    expect(await session.undo()).toBe(true);
    expect(await column()).toEqual(BEFORE);
  });

  test('whose second fails leaves nothing of the first', async () => {
    const { session, column, insert } = bench(2);
    expect(await insert()).toBe(false);
    expect(await column()).toEqual(BEFORE);
    expect(session.getState()).toMatchObject({ problem: { code: 'host', during: 'insert' }, undo: null });
  });

  test('whose second fails, and the first can’t be taken back, names what stands, and undoes it later', async () => {
    const { session, column, insert } = bench(2, 3);
    expect(await insert()).toBe(false);
    expect(await column()).toEqual(BETWEEN);
    expect(session.getState().problem).toEqual({
      code: 'not-restored',
      during: 'insert',
      detail: FAILED.error.message,
      cells: [
        { address: { sheet: '表', row: 1, column: 0 } },
        { address: { sheet: '表', row: 0, column: 0 }, was: { text: '标题' } },
      ],
    });
    expect(await session.undo()).toBe(true);
    expect(await column()).toEqual(BEFORE);
  });

  test('of which undoing stops half-way stays done, and can be undone', async () => {
    const { session, column, insert } = bench(4);
    await insert();
    expect(await session.undo()).toBe(false);
    expect(session.getState().problem).toMatchObject({ code: 'host', during: 'undo' });
    expect(await column()).toEqual(AFTER);
    expect(await session.undo()).toBe(true);
    expect(await column()).toEqual(BEFORE);
  });

  test('of which undoing stops half-way, and nothing more can be done, is undone to its end later', async () => {
    const { session, column, insert } = bench(4, 5);
    await insert();
    expect(await session.undo()).toBe(false);
    expect(await column()).toEqual(BETWEEN);
    expect(await session.undo()).toBe(true);
    expect(await column()).toEqual(BEFORE);
  });
});
