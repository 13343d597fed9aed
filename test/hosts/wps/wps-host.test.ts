import { formatRange, makeCell, makeSheet, RECORD_SHEET } from '../../../src/core/sheet';
import type { Cell, Edit, Range, SheetSnapshot } from '../../../src/core/sheet';
import type { HostEvent } from '../../../src/hosts/host';
import { createWpsHost, wpsApplication } from '../../../src/hosts/wps';
import { rowsOf } from '../../../src/hosts/wps/blocks';
import { bgr } from '../../../src/hosts/wps/looks';
import { createSession } from '../../../src/session';
import { startWps } from '../../support/wps';
import type { WpsOptions } from '../../support/wps';

function open(sheets: readonly SheetSnapshot[], options: WpsOptions = {}) {
  const wps = startWps(sheets, options);
  const host = createWpsHost(wps.root);
  wps.bridge.calls = 0;
  return { ...wps, host };
}

const LABEL = { label: '试' };

/**
 * A table as they are: groups of ten rows under merged cells of levels one and two, a number or a share as the target,
 * a column of remarks that is mostly empty, some rows hidden.
 */
function table(rows: number): SheetSnapshot {
  const merges: Range[] = [{ top: 0, bottom: 0, left: 0, right: 8 }];
  const cells: (Cell | null)[][] = [
    [makeCell('部门整体支出绩效目标表'), ...Array.from({ length: 8 }, () => null)],
    ['一级指标', '二级指标', '三级指标', '符号', '指标值', '单位', '评分标准', '分值', '备注'].map((text) =>
      makeCell(text),
    ),
  ];
  for (let row = 0; row < rows; row += 1) {
    const leads = row % 10 === 0;
    if (leads) {
      const [top, bottom] = [row + 2, Math.min(row + 11, rows + 1)];
      merges.push({ top, bottom, left: 0, right: 0 }, { top, bottom, left: 1, right: 1 });
    }
    const share = row % 4 === 0;
    cells.push([
      leads ? makeCell('产出指标') : null,
      leads ? makeCell('数量指标') : null,
      makeCell(`指标${row}`),
      makeCell('≥'),
      share ? makeCell(0.95, { numberFormat: '0%' }) : makeCell(row + 2),
      makeCell(share ? '%' : '次'),
      makeCell('达到计划值得满分'),
      makeCell(2),
      row === 5 ? makeCell('说明') : null,
    ]);
  }
  return makeSheet('绩效表', cells, { merges, hiddenRows: [7, 8, 9] });
}

const textOfTarget = (row: SheetSnapshot['cells'][number]) =>
  row?.[4]?.numberFormat === '0%' ? '95%' : row?.[4]?.text;

describe('calls over the bridge', () => {
  // Three for each merged area (41 and 1,001 of them), the rest for everything else: at 0.2 ms a call, 0.06 s and 0.8 s.
  test.each([
    [200, 'all', 300],
    [5000, 'all', 3900],
    // A build that looks at the first area alone is not asked about several: pieces are halved instead.
    [200, 'first', 1000],
  ] as const)('a look at %i rows, areas told of: %s, makes at most %i', async (rows, areas, bound) => {
    const sheet = table(rows);
    const record = makeSheet(RECORD_SHEET, [[makeCell('版本')]], { visible: false });
    const { host, bridge, book } = open([sheet, record], { areas });
    const { sheets, record: read } = await host.read({ sheets: 'active' });
    expect(bridge.calls).toBeLessThanOrEqual(bound);
    expect(book.writes).toBe(0);
    const merges = (of: readonly Range[] = []) => of.map(formatRange).sort();
    expect(merges(sheets[0]?.merges)).toEqual(merges(sheet.merges));
    expect([...(sheets[0]?.hiddenRows ?? [])].sort()).toEqual([7, 8, 9]);
    expect(sheets[0]?.cells[2]?.[4]).toEqual({ value: 0.95, text: '95%', numberFormat: '0%' });
    expect(sheets[0]?.cells[rows + 1]?.[2]).toEqual({ value: `指标${rows - 1}`, text: `指标${rows - 1}` });
    expect(sheets[0]?.cells.map((row) => row?.[4]?.text)).toEqual(sheet.cells.map(textOfTarget));
    expect(read?.cells[0]?.[0]?.value).toBe('版本');
  });

  test.each([
    [200, 300],
    [5000, 3900],
  ])('a check of %i rows makes no more than a look: at most %i, none of which writes', async (rows, bound) => {
    const { host, bridge, book } = open([table(rows)]);
    const session = createSession(host, { now: () => new Date(2026, 2, 5), user: '张会计' });
    await session.check();
    expect(session.getState().checked?.tables[0]?.indicators).toHaveLength(rows);
    expect(bridge.calls).toBeLessThanOrEqual(bound);
    expect(book.writes).toBe(0);
    session.dispose();
  });

  test.each([200, 5000])('%i rows that are all alike make no more than a few', async (rows) => {
    const cells = Array.from({ length: rows }, (_, row) => [makeCell(row), makeCell('甲'), makeCell(0.5)]);
    const { host, bridge } = open([makeSheet('表', cells)]);
    await host.read({ sheets: 'active' });
    expect(bridge.calls).toBeLessThanOrEqual(30);
  });

  test.each([1, 50, 2000])('%i mends in a column are written in one block', async (count) => {
    const cells = Array.from({ length: 2000 }, () => [makeCell('甲')]);
    const { host, bridge } = open([makeSheet('表', cells)]);
    const edits = cells.slice(0, count).map((_, row): Edit => ({
      kind: 'set',
      sheet: '表',
      cell: { row, column: 0 },
      from: { text: '甲' },
      to: { text: '95%' },
    }));
    expect(await host.apply(edits, LABEL)).toMatchObject({ status: 'applied' });
    expect(bridge.calls).toBeLessThanOrEqual(40);
  });

  test('a mark makes eight, with its note; clearing it eight', async () => {
    const { host, bridge } = open([table(200)]);
    const marks = Array.from({ length: 50 }, (_, row): Edit => ({
      kind: 'mark',
      sheet: '绩效表',
      cell: { row: row * 2 + 2, column: 2 },
      level: 'error',
      note: '不一致',
    }));
    await host.apply(marks, LABEL);
    expect(bridge.calls).toBeLessThanOrEqual(50 * 8 + 60);
    bridge.calls = 0;
    await host.apply([{ kind: 'clearMarks', sheet: '绩效表' }], LABEL);
    expect(bridge.calls).toBeLessThanOrEqual(50 * 14 + 60);
  });
});

describe('reading', () => {
  test('errors come as numbers, and a number like one is a number', async () => {
    const cells = [
      [makeCell({ error: '#N/A' }), makeCell({ error: '#DIV/0!' }, { formula: '=1/0' }), makeCell(-2146826246)],
    ];
    const { host } = open([makeSheet('表', cells)]);
    const { sheets } = await host.read({ sheets: 'active' });
    expect(sheets[0]?.cells[0]?.map((cell) => cell?.value)).toEqual([
      { error: '#N/A' },
      { error: '#DIV/0!' },
      -2146826246,
    ]);
    expect(sheets[0]?.cells[0]?.[1]?.formula).toBe('=1/0');
  });

  test('cells that look of their own down to the last row cost nothing', async () => {
    const { host, bridge, book } = open([makeSheet('表', [[makeCell('甲')], [null, makeCell(2)]])]);
    book.sheets[0]?.ensure({ row: 1_048_575, column: 30 });
    const { sheets } = await host.read({ sheets: 'active' });
    expect(sheets[0]?.cells).toHaveLength(2);
    expect(bridge.calls).toBeLessThanOrEqual(30);
  });

  test('scattered merged areas, and blank ones, are found', async () => {
    const merges = [
      { top: 0, bottom: 2, left: 0, right: 1 },
      { top: 4, bottom: 4, left: 1, right: 3 },
      { top: 7, bottom: 9, left: 3, right: 3 },
      { top: 12, bottom: 13, left: 0, right: 3 },
    ];
    const cells = Array.from({ length: 14 }, (_, row) => [
      row === 0 || row > 4 ? makeCell('甲') : null,
      null,
      row === 6 ? makeCell(1) : null,
      null,
    ]);
    const { host } = open([makeSheet('表', cells, { merges })]);
    const { sheets } = await host.read({ sheets: 'active' });
    expect(new Set(sheets[0]?.merges)).toEqual(new Set(merges));
  });

  test.each([
    ['a scalar for a cell', 5, [[5]], { top: 0, left: 0, bottom: 0, right: 0 }],
    ['rows', [[1, 2]], [[1, 2]], { top: 0, left: 0, bottom: 0, right: 1 }],
    ['one row as a plain array', [1, 2], [[1, 2]], { top: 0, left: 0, bottom: 0, right: 1 }],
    ['one column as a plain array', [1, 2], [[1], [2]], { top: 0, left: 0, bottom: 1, right: 0 }],
    ['one cell as an array', [[7]], [[7]], { top: 3, left: 3, bottom: 3, right: 3 }],
  ])('%s', (_, value, expected, range) => expect(rowsOf(value, range)).toEqual(expected));

  test.each([null, 5, [1, 2, 3]])('what does not fit a block is refused: %j', (value) => {
    expect(() => rowsOf(value, { top: 0, left: 0, bottom: 1, right: 1 })).toThrow(/too-large|host/);
  });
});

describe('where it runs', () => {
  test.each(['both', 'wps', 'mac'] as const)('found by either root: %s', async (roots) => {
    const { host } = open([makeSheet('表', [])], { roots });
    expect(host.capabilities).toMatchObject({ marks: true, notes: 'note', events: true, undoGroup: false });
    expect((await host.read({ sheets: 'active' })).active).toBe('表');
  });

  test('elsewhere it is refused', () => {
    expect(wpsApplication({})).toBeNull();
    expect(wpsApplication({ wps: {} })).toBeNull();
    expect(wpsApplication({ Application: startWps().root.Application })).toBeNull();
    expect(() => createWpsHost({})).toThrow('unsupported');
  });

  test('a build is believed only what it has', () => {
    const { root } = startWps([], { lacks: ['EtRange.AddComment', 'EtRange.Validation', 'EtApplication.ApiEvent'] });
    const { capabilities } = createWpsHost(root);
    expect(capabilities).toMatchObject({ notes: 'none', validations: false, events: false, marks: true });
  });
});

describe('writing', () => {
  const grid = (rows: number) => Array.from({ length: rows }, () => [makeCell('甲'), makeCell('乙')]);
  const block = (rows: number): Edit[] =>
    Array.from({ length: rows }, (_, row) =>
      [0, 1].map((column): Edit => ({
        kind: 'set',
        sheet: '表',
        cell: { row, column },
        from: { text: column === 0 ? '甲' : '乙' },
        to: { text: `${row}-${column}` },
      })),
    ).flat();

  test.each(['whole', 'rows', 'cells', 'corner'] as const)(
    'arrays that are taken as “%s” end up right',
    async (writes) => {
      const { host, book, bridge } = open([makeSheet('表', grid(6))], { writes });
      expect(await host.apply(block(6), LABEL)).toMatchObject({ status: 'applied' });
      expect(book.sheets[0]?.at({ row: 5, column: 1 })?.value).toBe('5-1');
      const first = bridge.log.filter((call) => call === 'EtRange.Value2 =').length;
      expect(first).toBe({ whole: 1, rows: 1 + 6, cells: 1 + 6 + 12, corner: 1 + 6 }[writes]);
    },
  );

  test('what was learnt is kept', async () => {
    const { host, bridge } = open([makeSheet('表', grid(6))], { writes: 'cells' });
    const applied = await host.apply(block(6), LABEL);
    bridge.log.length = 0;
    if (applied.status === 'applied') await host.undo(applied.undo);
    expect(bridge.log.filter((call) => call === 'EtRange.Value2 =')).toHaveLength(12);
  });

  test('nothing is drawn or asked meanwhile, and both are set back', async () => {
    const { host, book } = open([makeSheet('表', grid(2), {})]);
    const seen: unknown[] = [];
    book.onEvent(() => seen.push([book.screen, book.alerts]));
    await host.apply(
      [...block(1), { kind: 'merge', sheet: '表', range: { top: 1, bottom: 1, left: 0, right: 1 } }],
      LABEL,
    );
    expect(new Set(seen.map((one) => JSON.stringify(one)))).toEqual(new Set(['[false,false]']));
    expect([book.screen, book.alerts]).toEqual([true, true]);
  });

  test('nothing to write writes nothing', async () => {
    const { host, book } = open([makeSheet('表', grid(2))]);
    expect(await host.apply([], LABEL)).toMatchObject({ status: 'applied' });
    expect(book.writes).toBe(0);
  });

  test("a person's own rules keep their place below ours, and their fill", async () => {
    const { host, book } = open([makeSheet('表', grid(2))]);
    const own = { type: 2, formula: '=A1="甲"', fill: 255, areas: [{ top: 0, bottom: 1, left: 0, right: 1 }] };
    book.sheets[0]?.conditions.push({ type: 3, formula: '', fill: null, areas: own.areas }, { ...own });
    const mark: Edit = { kind: 'mark', sheet: '表', cell: { row: 0, column: 0 }, level: 'error', note: '' };
    await host.apply([mark], LABEL);
    expect(book.sheets[0]?.conditions.map(({ fill }) => fill)).toEqual([bgr('#F8B4B4'), null, 255]);
    expect(bgr('#F8B4B4')).toBe(0xf8 | (0xb4 << 8) | (0xb4 << 16));
    await host.apply([{ kind: 'clearMarks', sheet: '表' }], LABEL);
    expect(book.sheets[0]?.conditions).toHaveLength(2);
    expect(book.sheets[0]?.looks({ row: 0, column: 0 }).fill).toBeNull();
  });
});

describe('events', () => {
  test.each(['at-once', 'later'] as const)('that come %s', async (events) => {
    const { host, book } = open([makeSheet('表', [[makeCell('甲')]]), makeSheet('说明', [])], { events });
    const heard: HostEvent[] = [];
    const stop = host.subscribe((event) => heard.push(event));
    const sheet = book.sheets[0] as (typeof book.sheets)[number];
    const tell = (range: Range, name = 'SheetChange') => book.tell({ name, sheet, range });
    tell({ top: 1, bottom: 2, left: 0, right: 1 });
    tell({ top: 3, bottom: 3, left: 0, right: 16_383 });
    tell({ top: 1, bottom: 1, left: 1, right: 1 }, 'SheetSelectionChange');
    tell({ top: 1, bottom: 3, left: 1, right: 1 }, 'SheetSelectionChange');
    await new Promise((resolve) => setTimeout(resolve, 5));
    const edit: Edit = {
      kind: 'set',
      sheet: '表',
      cell: { row: 0, column: 0 },
      from: { text: '甲' },
      to: { text: '乙' },
    };
    await host.apply([edit], LABEL);
    await host.select({ sheet: '说明', row: 0, column: 0 });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(heard).toEqual([
      { kind: 'changed', sheet: '表', range: { top: 1, bottom: 2, left: 0, right: 1 } },
      { kind: 'changed', sheet: '表', range: null },
      { kind: 'selected', sheet: '表', cell: { row: 1, column: 1 } },
      {
        kind: 'selected',
        sheet: '表',
        cell: { row: 1, column: 1 },
        ranges: [{ top: 1, bottom: 3, left: 1, right: 1 }],
      },
      { kind: 'activated', sheet: '说明' },
      { kind: 'selected', sheet: '说明', cell: { row: 0, column: 0 } },
    ]);
    stop();
    tell({ top: 1, bottom: 2, left: 0, right: 1 });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(heard).toHaveLength(6);
  });
});
