import type { Finding } from '../../src/core/rules/finding';
import { defineRule, type FixDraft, type Rule } from '../../src/core/rules/rule';
import {
  cellAt,
  contentOf,
  makeSheet,
  NOTE_HEAD,
  parseCell,
  RECORD_SHEET,
  type CellRef,
  type SheetSnapshot,
} from '../../src/core/sheet';
import { HostError } from '../../src/hosts/host';
import { MemoryHost, type MemoryOptions } from '../../src/hosts/memory';
import { createSession, groupsOf, readRecord, type Session, type SessionOptions } from '../../src/session';
import { compactSheet, type CompactRow } from '../support/compact-sheet';

const ROWS: readonly CompactRow[] = [
  ['产出指标', '数量指标', '培训次数', '》', '１０', '次', '计划培训不少于10次', '达到得满分', null],
  [null, null, '指导次数', '≥', '２００', '次', '计划指导不少于200次', '达到得满分', null],
  [null, '质量指标', '合格率', '≥', 95, '%', '计划合格率不低于95%', '达到得满分', null],
];

/** Signs in D3…, targets in E3…: one choice (D3), two safe ones (E3, E4). */
const TABLE = compactSheet({ rows: ROWS });

/** Two rules as plain as can be: what is tested here is what a session makes of findings. */
const typo = defineRule({
  code: 'PT215',
  name: 'operator-typo',
  scope: 'row',
  severity: 'warning',
  dimension: 'completeness',
  fields: ['operator'],
  *check(indicator, _table, { sheet }) {
    const cell = { row: indicator.row, column: 3 };
    const found = cellAt(sheet, cell);
    if (found?.value !== '》') return;
    const fix = (sign: string): FixDraft => ({
      title: 'replace',
      data: { typed: '》', sign },
      grade: 'choice',
      edits: [{ kind: 'set', sheet: sheet.name, cell, from: contentOf(found), to: { text: sign } }],
    });
    yield {
      message: 'typo',
      cell,
      data: { typed: '》', name: indicator.name?.value ?? '' },
      fixes: ['≥', '>'].map(fix),
    };
  },
});

const fullWidth = defineRule({
  code: 'PT107',
  name: 'full-width',
  scope: 'row',
  severity: 'info',
  dimension: 'completeness',
  fields: ['target'],
  *check(indicator, _table, { sheet }) {
    const cell = { row: indicator.row, column: 4 };
    const found = cellAt(sheet, cell);
    if (typeof found?.value !== 'string' || found.value.normalize('NFKC') === found.value) return;
    const to = { number: Number(found.value.normalize('NFKC')) };
    const edits = [{ kind: 'set' as const, sheet: sheet.name, cell, from: contentOf(found), to }];
    yield { message: 'full-width', cell, fixes: [{ title: 'mend', grade: 'safe', edits }] };
  },
});

const RULES: readonly Rule[] = [fullWidth, typo];

interface Bench {
  readonly host: MemoryHost;
  readonly session: Session;
  /** Lets the time pass that a live check waits for. */
  settle(): Promise<void>;
  found(): string[];
  finding(code: string, cell?: string): Finding;
  cell(address: string, sheet?: string): Promise<unknown>;
}

const NOW = new Date(2026, 2, 5, 9, 8, 7);

function bench(
  sheets: readonly SheetSnapshot[] = [TABLE],
  options: Partial<SessionOptions> = {},
  memory: MemoryOptions = {},
): Bench {
  const host = new MemoryHost(sheets, memory);
  let waiting: (() => void) | null = null;
  const session = createSession(host, {
    now: () => NOW,
    user: '张会计',
    rules: RULES,
    delay: (fn) => {
      waiting = fn;
      return () => {
        if (waiting === fn) waiting = null;
      };
    },
    ...options,
  });
  const settled = (): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (session.getState().phase === 'idle') resolve();
        else setTimeout(look, 1);
      };
      look();
    });
  return {
    host,
    session,
    async settle() {
      const run = waiting;
      waiting = null;
      run?.();
      await settled();
    },
    found: () =>
      (session.getState().checked?.findings ?? [])
        .filter(({ suppressed }) => !suppressed)
        .map(({ code, address }) => `${code} ${address.row + 1},${address.column + 1}`),
    finding(code, cell) {
      const at = cell === undefined ? null : parseCell(cell);
      const found = session
        .getState()
        .checked?.findings.find(
          (one) => one.code === code && (!at || (one.address.row === at.row && one.address.column === at.column)),
        );
      if (!found) throw new Error(`no ${code} at ${cell}`);
      return found;
    },
    async cell(address, sheet = 'Sheet1') {
      const { row, column } = parseCell(address) as CellRef;
      const [snapshot] = (await host.read({ sheets: [sheet] })).sheets;
      return snapshot?.cells[row]?.[column]?.value ?? null;
    },
  };
}

describe('check', () => {
  test('reads the active sheet and finds what there is, writing nothing', async () => {
    const { host, session, found } = bench();
    expect(session.getState()).toMatchObject({ phase: 'idle', checked: null });
    await session.check();
    expect(found()).toEqual(['PT215 3,4', 'PT107 3,5', 'PT107 4,5']);
    expect(session.getState()).toMatchObject({
      phase: 'idle',
      progress: null,
      problem: null,
      notice: { code: 'checked', count: 3 },
      checked: { sheet: 'Sheet1', unread: null, at: NOW },
    });
    expect(session.getState().checked?.tables[0]?.indicators).toHaveLength(3);
    expect(host.traffic).toEqual({ reads: 1, writes: 0 });
  });

  test.each([
    ['an empty sheet', makeSheet('Sheet1', []), 'empty'],
    [
      'a sheet of other things',
      compactSheet({ title: '通讯录', columns: ['姓名', '电话'], rows: [['张三', 123]] }),
      'no-header',
    ],
  ])('%s is no failure and nothing to be mended', async (_name, sheet, reason) => {
    const { session } = bench([sheet], { rules: [] });
    await session.check();
    const { checked, problem, notice } = session.getState();
    expect(problem).toBeNull();
    expect(checked?.unread?.reason).toBe(reason);
    expect(groupsOf(checked!).open).toEqual([]);
    expect(notice?.code).toBe('no-table');
  });

  test.each(['editing', 'too-large', 'host'] as const)('says why it could not be done: %s', async (code) => {
    const { host, session, found } = bench();
    await session.check();
    host.failRead(new HostError(code, 'words'));
    await session.check();
    expect(session.getState()).toMatchObject({ phase: 'idle', problem: { code, during: 'check', detail: 'words' } });
    expect(found()).toHaveLength(3);
    await session.check();
    expect(session.getState().problem).toBeNull();
  });

  test('a state stays the same object until something changes, and listeners hear of changes only', async () => {
    const { session } = bench();
    const state = session.getState();
    let calls = 0;
    const stop = session.subscribe(() => calls++);
    session.setFilter({ severities: [] });
    expect(calls).toBe(1);
    expect(session.getState()).not.toBe(state);
    const same = session.getState();
    session.dismissProblem();
    expect(session.getState()).toBe(same);
    expect(calls).toBe(1);
    stop();
    session.setFilter({ code: 'PT107' });
    expect(calls).toBe(1);
  });

  test('gives the interface its turn between slices, with progress', async () => {
    const clock = { now: 0 };
    const rows = Array.from({ length: 1000 }, (_, i): CompactRow => [
      null,
      null,
      `事项${i}`,
      '≥',
      i,
      '次',
      '',
      '',
      null,
    ]);
    const turns: number[] = [];
    let start = 0;
    const slow = defineRule({
      code: 'PT999',
      name: 'slow',
      scope: 'row',
      severity: 'info',
      dimension: 'completeness',
      fields: ['name'],
      *check() {
        clock.now += 0.02;
      },
    });
    const { session } = bench([compactSheet({ rows: [ROWS[0]!, ...rows] })], {
      rules: [slow, ...RULES],
      clock: () => clock.now,
      schedule: (fn) => {
        turns.push(clock.now - start);
        setTimeout(() => {
          start = clock.now;
          fn();
        });
      },
    });
    const shares: number[] = [];
    session.subscribe(() => {
      const { progress } = session.getState();
      if (progress) shares.push(progress.done / progress.total);
    });
    await session.check();
    expect(turns.length).toBeGreaterThan(1);
    expect(Math.max(...turns)).toBeLessThan(8 + 200 * 0.02 + 1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.every((share) => share > 0 && share <= 1)).toBe(true);
  });

  test('can be stopped; what was found before stays', async () => {
    let session: Session | null = null;
    let stops = 0;
    const made = bench([TABLE], {
      clock: () => (stops += 10),
      schedule: (fn) => {
        setTimeout(fn);
      },
    });
    session = made.session;
    await session.check();
    const before = session.getState().checked;
    const again = session.check();
    const off = session.subscribe(() => {
      if (session?.getState().phase === 'checking') session.cancel();
    });
    await again;
    off();
    expect(session.getState()).toMatchObject({ phase: 'idle', progress: null, notice: { code: 'cancelled' } });
    expect(session.getState().checked).toBe(before);
    await session.check();
    expect(session.getState().checked).not.toBe(before);
  });

  test('a rule that fails is told of, and the others stand', async () => {
    const broken = defineRule({
      code: 'PT998',
      name: 'broken',
      scope: 'table',
      severity: 'error',
      dimension: 'completeness',
      fields: ['title'],
      *check() {
        throw new Error('fault');
      },
    });
    const { session, found } = bench([TABLE], { rules: [broken, ...RULES] });
    await session.check();
    expect(session.getState().checked?.failures).toEqual([{ code: 'PT998', sheet: 'Sheet1', detail: 'fault' }]);
    expect(session.getState().problem).toBeNull();
    expect(found()).toHaveLength(3);
  });
});

describe('mending', () => {
  test('applies the chosen fix, checks again, and undoes it', async () => {
    const { session, found, finding, cell } = bench();
    await session.check();
    expect(await session.applyFix(finding('PT215'), 1)).toBe(true);
    expect(await cell('D3')).toBe('>');
    expect(found()).toEqual(['PT107 3,5', 'PT107 4,5']);
    expect(session.getState()).toMatchObject({ notice: { code: 'fixed' }, undo: '修正 Sheet1!D3' });
    expect(await session.undo()).toBe(true);
    expect(await cell('D3')).toBe('》');
    expect(found()).toHaveLength(3);
    expect(session.getState()).toMatchObject({ notice: { code: 'undone' }, undo: null });
    expect(await session.undo()).toBe(false);
  });

  test('mends all safe ones at once, in one step to be undone; choices are left', async () => {
    const { session, found, cell } = bench();
    await session.check();
    expect(await session.applySafe()).toBe(true);
    expect([await cell('E3'), await cell('E4')]).toEqual([10, 200]);
    expect(found()).toEqual(['PT215 3,4']);
    expect(session.getState().notice).toMatchObject({ code: 'fixed-all', count: 2 });
    expect(await session.applySafe()).toBe(false);
    await session.undo();
    expect([await cell('E3'), await cell('E4')]).toEqual(['１０', '２００']);
  });

  test('hidden rows and what was kept are not mended in bulk', async () => {
    const { session, finding, cell } = bench([compactSheet({ rows: ROWS, hiddenRows: [4] })]);
    await session.check();
    await session.suppress(finding('PT107', 'E3'), '原件如此');
    expect(await session.applySafe()).toBe(false);
    expect([await cell('E3'), await cell('E4')]).toEqual(['１０', '２００']);
  });

  test('a second click on the same fix does nothing', async () => {
    const { session, finding } = bench();
    await session.check();
    const target = finding('PT215');
    const [first, second] = await Promise.all([session.applyFix(target, 0), session.applyFix(target, 0)]);
    expect([first, second]).toEqual([true, false]);
    expect(session.getState().problem).toBeNull();
  });

  test('a cell that changed since is not written, and is checked again', async () => {
    const { host, session, found, finding, cell } = bench();
    session.setSettings({ live: false });
    await session.check();
    const target = finding('PT215');
    host.type({ sheet: 'Sheet1', row: 2, column: 3 }, { text: '≤' });
    expect(await session.applyFix(target, 0)).toBe(false);
    expect(await cell('D3')).toBe('≤');
    expect(session.getState().problem).toMatchObject({
      code: 'conflict',
      during: 'fix',
      cells: [{ address: { sheet: 'Sheet1', row: 2, column: 3 } }],
    });
    expect(found()).toEqual(['PT107 3,5', 'PT107 4,5']);
    session.dismissProblem();
    expect(session.getState().problem).toBeNull();
  });

  test('a protected sheet is told of and left alone', async () => {
    const { host, session, found } = bench([{ ...TABLE, protected: true }]);
    await session.check();
    expect(session.getState().checked?.protected).toBe(true);
    expect(await session.applySafe()).toBe(false);
    expect(session.getState()).toMatchObject({ problem: { code: 'protected', during: 'fix' }, undo: null });
    expect(host.traffic.writes).toBe(0);
    expect(found()).toHaveLength(3);
  });

  test('a write that fails half-way and is restored leaves the sheet as it was', async () => {
    const { host, session, cell } = bench();
    await session.check();
    host.failWrite({ at: 2, error: new HostError('host', 'wire'), restore: true });
    expect(await session.applySafe()).toBe(false);
    expect(session.getState()).toMatchObject({ problem: { code: 'host', detail: 'wire', cells: [] }, undo: null });
    expect([await cell('E3'), await cell('E4')]).toEqual(['１０', '２００']);
    expect(await session.applySafe()).toBe(true);
    expect(session.getState().problem).toBeNull();
  });

  test.each([false, true])('a write that cannot be restored names the cells with what they held', async (dead) => {
    const { host, session } = bench();
    await session.check();
    host.failWrite({ at: 2, restore: false });
    if (dead) host.failRead();
    expect(await session.applySafe()).toBe(false);
    expect(session.getState().problem).toMatchObject({
      code: 'not-restored',
      cells: [{ address: { sheet: 'Sheet1', row: 2, column: 4 }, was: { text: '１０' } }],
    });
  });

  test('undo refuses where the cells changed since', async () => {
    const { host, session, cell } = bench();
    await session.check();
    await session.applySafe();
    host.type({ sheet: 'Sheet1', row: 2, column: 4 }, { number: 12 });
    expect(await session.undo()).toBe(false);
    expect(session.getState().problem).toMatchObject({ code: 'changed-since', during: 'undo' });
    expect([await cell('E3'), await cell('E4')]).toEqual([12, 200]);
  });
});

describe('record', () => {
  test('keeps a finding with its reason, and reads it back in another session', async () => {
    const { host, session, found, finding } = bench();
    await session.check();
    expect(await session.suppress(finding('PT215'), ' 系统限定 ')).toBe(true);
    expect(found()).toEqual(['PT107 3,5', 'PT107 4,5']);
    const other = createSession(host, { now: () => NOW, rules: RULES });
    await other.check();
    const { suppressed } = groupsOf(other.getState().checked!);
    expect(suppressed.map(({ root }) => root.suppressed)).toMatchObject([
      { key: suppressed[0]?.root.key, reason: '系统限定', by: '张会计', at: '2026-03-05T09:08:07' },
    ]);
    expect(await other.unsuppress(suppressed[0]!.root.key)).toBe(true);
    expect(groupsOf(other.getState().checked!).open).toHaveLength(3);
    const { record } = await host.read({ sheets: [] });
    expect(readRecord(record).suppressions).toEqual([]);
    other.dispose();
  });

  test('is signed as the settings say, needs a reason, and can be undone whole', async () => {
    const { host, session, found, finding } = bench();
    session.setSettings({ user: '李审核' });
    await session.check();
    expect(await session.suppress(finding('PT215'), '  ')).toBe(false);
    expect((await host.read({ sheets: [] })).record).toBeNull();
    await session.suppress(finding('PT215'), '依据合同');
    expect(readRecord((await host.read({ sheets: [] })).record).suppressions[0]?.by).toBe('李审核');
    expect(await session.undo()).toBe(true);
    expect((await host.read({ sheets: 'all' })).list.map(({ name }) => name)).toEqual(['Sheet1']);
    expect(found()).toHaveLength(3);
  });

  test('keeps to what was mended by hand in the meantime', async () => {
    const { host, session, finding } = bench();
    await session.check();
    await session.suppress(finding('PT215'), '甲');
    host.type({ sheet: RECORD_SHEET, row: 1, column: 4 }, { text: '乙' });
    await session.suppress(finding('PT107', 'E3'), '丙');
    const { suppressions } = readRecord((await host.read({ sheets: [] })).record);
    expect(suppressions.map(({ reason }) => reason)).toEqual(['乙', '丙']);
  });

  test('a finding that is gone leaves its suppression stale, and nothing else changes', async () => {
    const { host, session, finding, settle } = bench();
    await session.check();
    await session.suppress(finding('PT215'), '甲');
    host.type({ sheet: 'Sheet1', row: 2, column: 3 }, { text: '≥' });
    await settle();
    expect(session.getState().checked?.stale.map(({ reason }) => reason)).toEqual(['甲']);
  });

  test('a line typed by hand keeps its finding, and is withdrawn as others are', async () => {
    const { host, session, finding, settle } = bench();
    await session.check();
    await session.suppress(finding('PT215'), '甲');
    host.type({ sheet: RECORD_SHEET, row: 1, column: 7 }, { blank: true });
    host.type({ sheet: RECORD_SHEET, row: 2, column: 0 }, { text: '保留原值' });
    host.type({ sheet: RECORD_SHEET, row: 2, column: 2 }, { text: 'Sheet1!E9' });
    await settle();
    const { suppressed } = groupsOf(session.getState().checked!);
    const kept = suppressed.map(({ root }) => root.suppressed!);
    expect(kept.map(({ reason }) => reason)).toEqual(['甲']);
    expect(session.getState().checked?.unmatched.map(({ place }) => place)).toEqual(['Sheet1!E9']);
    await session.unsuppress(kept[0]!.key, kept[0]!.sheet);
    const { suppressions } = readRecord((await host.read({ sheets: [] })).record);
    expect(suppressions.map(({ place }) => place)).toEqual(['Sheet1!E9']);
  });

  test('a host that makes no sheets refuses before anything is written', async () => {
    const { host, session, finding } = bench([TABLE], {}, { capabilities: { addSheet: false } });
    await session.check();
    expect(await session.suppress(finding('PT215'), '甲')).toBe(false);
    expect(session.getState().problem).toMatchObject({ code: 'unsupported', during: 'record' });
    expect(host.traffic.writes).toBe(0);
  });

  test('a corrected column is read as the person says, until that is withdrawn', async () => {
    const { session } = bench();
    await session.check();
    const columns = (): unknown =>
      session.getState().checked?.tables[0]?.columns.map(({ column, field }) => [column, field]);
    const before = columns();
    expect(before).toContainEqual([6, 'explanation']);
    expect(await session.correctColumn(6, 'remark')).toBe(true);
    expect(columns()).toContainEqual([6, 'remark']);
    expect(session.getState().checked?.corrections).toMatchObject([{ column: 6, field: 'remark', header: '指标解释' }]);
    expect(await session.correctColumn(6, 'other')).toBe(true);
    expect(session.getState().checked?.corrections).toHaveLength(1);
    expect(await session.correctColumn(6, null)).toBe(true);
    expect(columns()).toEqual(before);
    expect(session.getState().checked?.corrections).toEqual([]);
  });
});

describe('marks', () => {
  test('one a cell, with its highest level and every sentence; earlier ones go first', async () => {
    const { host, session, finding } = bench();
    await session.check();
    await session.suppress(finding('PT107', 'E4'), '甲');
    expect(await session.mark()).toBe(true);
    expect(session.getState().notice).toMatchObject({ code: 'marked', count: 2 });
    expect(host.marks('Sheet1')).toEqual([
      { cell: { row: 2, column: 3 }, level: 'warning' },
      { cell: { row: 2, column: 4 }, level: 'info' },
    ]);
    const [note] = host.notes('Sheet1');
    expect(note?.text.startsWith(`${NOTE_HEAD}\n建议修改 “培训次数”`)).toBe(true);
    await session.applyFix(finding('PT215'), 0);
    await session.mark();
    expect(host.marks('Sheet1').map(({ cell }) => cell)).toEqual([{ row: 2, column: 4 }]);
    expect(await session.clearMarks()).toBe(true);
    expect(host.marks('Sheet1')).toEqual([]);
    expect(host.notes('Sheet1')).toEqual([]);
  });

  test('follow the language', async () => {
    const { host, session } = bench([TABLE], { locale: 'en-US' });
    await session.check();
    await session.mark();
    expect(host.notes('Sheet1')[0]?.text).toContain('Should fix');
  });
});

describe('live', () => {
  test('checks again after a change of the sheet or the record, writing nothing', async () => {
    const { host, session, found, settle } = bench([TABLE, compactSheet({ rows: [], sheet: '其他' })]);
    await session.check();
    const reads = host.traffic.reads;
    host.type({ sheet: 'Sheet1', row: 2, column: 3 }, { text: '≥' });
    host.type({ sheet: 'Sheet1', row: 2, column: 4 }, { number: 10 });
    const said = session.getState().notice;
    await settle();
    expect(found()).toEqual(['PT107 4,5']);
    expect(session.getState().notice).toEqual({ id: (said?.id ?? 0) + 1, code: 'checked', count: 1 });
    expect(host.traffic).toEqual({ reads: reads + 1, writes: 0 });
    host.type({ sheet: '其他', row: 0, column: 0 }, { number: 1 });
    await settle();
    expect(host.traffic.reads).toBe(reads + 1);
  });

  test('waits while a cell is being edited, without a word', async () => {
    const { host, session, found, settle } = bench();
    await session.check();
    host.type({ sheet: 'Sheet1', row: 2, column: 3 }, { text: '≥' });
    host.failRead(new HostError('editing'));
    await settle();
    expect(session.getState().problem).toBeNull();
    expect(found()).toHaveLength(3);
    await settle();
    expect(found()).toHaveLength(2);
  });

  test('follows the sheet that is shown, but not to our own', async () => {
    const other = compactSheet({ rows: ROWS.slice(2), sheet: '其他' });
    const { host, session, found, finding, settle } = bench([TABLE, other]);
    await session.check();
    await session.suppress(finding('PT215'), '甲');
    await host.select({ sheet: RECORD_SHEET, row: 0, column: 0 });
    await settle();
    expect(session.getState().checked?.sheet).toBe('Sheet1');
    await host.select({ sheet: '其他', row: 0, column: 0 });
    await settle();
    expect(session.getState().checked?.sheet).toBe('其他');
    expect(found()).toEqual([]);
  });

  test('is off where the settings say so', async () => {
    const { host, session, found, settle } = bench();
    session.setSettings({ live: false });
    await session.check();
    host.type({ sheet: 'Sheet1', row: 2, column: 3 }, { text: '≥' });
    await settle();
    expect(found()).toHaveLength(3);
  });

  test('ends with the session', async () => {
    const { host, session, settle } = bench();
    await session.check();
    host.type({ sheet: 'Sheet1', row: 2, column: 3 }, { text: '≥' });
    session.dispose();
    const { reads } = host.traffic;
    await settle();
    expect(host.traffic.reads).toBe(reads);
  });
});

describe('selection', () => {
  test('shows the cell, and is forgotten when the finding is gone', async () => {
    const { host, session, finding } = bench();
    await session.check();
    const target = finding('PT215');
    await session.select(target);
    expect(host.selected).toEqual({ sheet: 'Sheet1', row: 2, column: 3 });
    expect(session.getState().selected).toBe(target.key);
    await session.applyFix(target, 0);
    expect(session.getState().selected).toBeNull();
  });

  test('a sheet that is gone is told of', async () => {
    const { session, finding } = bench();
    await session.check();
    await session.select({ ...finding('PT215'), address: { sheet: '没有', row: 0, column: 0 } });
    expect(session.getState().problem).toMatchObject({ code: 'missing-sheet', during: 'select' });
  });
});

describe('settings', () => {
  const memory = (
    text: string | null = null,
  ): { text: string | null; load(): string | null; save(text: string): void } => ({
    text,
    load() {
      return this.text;
    },
    save(next) {
      this.text = next;
    },
  });

  test('are kept, and severities take effect at once', async () => {
    const storage = memory();
    const { session, found } = bench([TABLE], { storage });
    await session.check();
    session.setSettings({ overrides: { PT107: 'off', PT215: 'error' } });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(found()).toEqual(['PT215 3,4']);
    expect(session.getState().checked?.findings[0]?.severity).toBe('error');
    const again = bench([TABLE], { storage });
    expect(again.session.getState().settings.overrides).toEqual({ PT107: 'off', PT215: 'error' });
  });

  test.each([
    ['nothing', null],
    ['no JSON', '{'],
    ['another shape', '[1]'],
    ['unknown values', '{"locale":"fr","live":"yes","overrides":{"PT101":"loud"},"user":5}'],
  ])('what was kept is not trusted: %s', (_name, text) => {
    const { session } = bench([TABLE], { storage: memory(text) });
    expect(session.getState().settings).toMatchObject({ locale: 'auto', live: true, overrides: {}, user: '' });
  });

  test('a storage that refuses does no harm', () => {
    const refuse = (): never => {
      throw new Error('denied');
    };
    const { session } = bench([TABLE], { storage: { load: refuse, save: refuse } });
    session.setSettings({ theme: 'dark' });
    expect(session.getState().settings.theme).toBe('dark');
  });

  test('a person’s language goes before the host’s', () => {
    const { session } = bench([TABLE], { locale: 'en-US' });
    expect(session.getState().locale).toBe('en-US');
    session.setHostLocale('zh-CN');
    expect(session.getState().locale).toBe('zh-CN');
    session.setSettings({ locale: 'en-US' });
    session.setHostLocale('zh-CN');
    expect(session.getState().locale).toBe('en-US');
  });
});
