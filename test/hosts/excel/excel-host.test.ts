import { RECORD_SHEET, makeCell, makeSheet } from '../../../src/core/sheet';
import type { Edit, MarkEdit, SetEdit, SheetSnapshot } from '../../../src/core/sheet';
import type { HostEvent } from '../../../src/hosts/host';
import { ExcelHost } from '../../../src/hosts/excel';
import { hostErrorOf } from '../../../src/hosts/excel/errors';
import { capabilitiesOf } from '../../../src/hosts/excel/support';
import { startOffice } from '../../support/officejs/excel';
import { fillWorkbook } from '../../support/officejs/fill';
import { changesWorkbook } from '../../support/officejs/rich-api';
import { Workbook } from '../../support/officejs/workbook';
import type { Sheet } from '../../support/officejs/workbook';

const upTo = (last: number) => (version: string) => Number(version.split('.')[1]) <= last;

function open(sheets: readonly SheetSnapshot[], version = 17) {
  const workbook = new Workbook();
  fillWorkbook(workbook, sheets);
  const { api } = startOffice(workbook);
  const requests = () => api.requests.splice(0);
  return { host: new ExcelHost(upTo(version)), workbook, requests, sheet: workbook.sheets[0] as Sheet };
}

const grid = (rows: number, columns: number, text = '不低于计划') =>
  Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => makeCell(column === 0 ? row : `${text}${column}`)),
  );

const set = (row: number, column: number, from: SetEdit['from'], to: SetEdit['to']): SetEdit => ({
  kind: 'set',
  sheet: '表',
  cell: { row, column },
  from,
  to,
});

const mark = (row: number, column: number, note = '不一致'): MarkEdit => ({
  kind: 'mark',
  sheet: '表',
  cell: { row, column },
  level: 'error',
  note,
});

const LABEL = { label: '试' };

describe('round trips', () => {
  const record = makeSheet(RECORD_SHEET, [[makeCell('版本')]], { visible: false });

  test.each([20, 2000])(
    'reading %i rows, and the record with them, takes two, and none asks for a change',
    async (rows) => {
      const merges = Array.from({ length: Math.min(rows, 600) }, (_, row) => ({
        top: row,
        bottom: row,
        left: 5,
        right: 6,
      }));
      const { host, requests } = open([makeSheet('表', grid(rows, 10), { merges, hiddenRows: [3] }), record]);
      const { sheets, record: read } = await host.read({ sheets: 'active' });
      const made = requests();
      expect(made).toHaveLength(2);
      expect(made.some(changesWorkbook)).toBe(false);
      expect(sheets[0]?.cells).toHaveLength(rows);
      expect(sheets[0]?.merges).toHaveLength(merges.length);
      expect([...(sheets[0]?.hiddenRows ?? [])]).toEqual([3]);
      expect(read?.cells[0]?.[0]?.value).toBe('版本');
    },
  );

  test.each([1, 50, 2000])('applying %i mends takes two', async (count) => {
    const { host, requests } = open([makeSheet('表', grid(2000, 3))]);
    const edits = Array.from({ length: count }, (_, row) => set(row, 1, { text: '不低于计划1' }, { text: '95%' }));
    expect(await host.apply(edits, LABEL)).toMatchObject({ status: 'applied' });
    expect(requests().map(changesWorkbook)).toEqual([false, true]);
  });

  test('the first marks of a sheet take two, marks over marks three', async () => {
    const { host, requests } = open([makeSheet('表', grid(20, 3))]);
    const edits: Edit[] = [{ kind: 'clearMarks', sheet: '表' }, mark(1, 1), mark(2, 2)];
    await host.apply(edits, LABEL);
    expect(requests().map(changesWorkbook)).toEqual([false, true]);
    await host.apply(edits, LABEL);
    expect(requests().map(changesWorkbook)).toEqual([false, false, true]);
  });

  test('marks are cleared though what stands in them is too much for an answer', async () => {
    const { host, workbook, sheet } = open([makeSheet('表', grid(20, 3))]);
    await host.apply([mark(1, 1)], LABEL);
    sheet.formats[0]?.areas.push({ row: 0, column: 0, rows: 20, columns: 3 });
    workbook.cellLimit = 10;
    expect(await host.apply([{ kind: 'clearMarks', sheet: '表' }], LABEL)).toMatchObject({ status: 'applied' });
    expect(sheet.formats).toEqual([]);
  });

  test('nothing to write writes nothing', async () => {
    const { host, workbook } = open([makeSheet('表', grid(2, 2))]);
    expect(await host.apply([], LABEL)).toMatchObject({ status: 'applied' });
    expect(workbook.writes).toBe(0);
  });
});

describe('big sheets', () => {
  test('are read in pieces', async () => {
    const { host, requests } = open([makeSheet('表', grid(12_000, 8))]);
    const { sheets } = await host.read({ sheets: 'active' });
    expect(sheets[0]?.cells[11_999]?.[0]?.value).toBe(11_999);
    expect(requests()).toHaveLength(1 + 3);
  });

  test('are read in smaller pieces where the answer would be too big', async () => {
    const { host } = open([
      makeSheet('表', grid(3000, 10, '达到计划值得满分，否则按实际值除以计划值乘以指标分值计算'.repeat(3))),
      makeSheet(RECORD_SHEET, [[makeCell(1)]]),
    ]);
    const { sheets, record } = await host.read({ sheets: 'active' });
    expect(sheets[0]?.cells[2999]?.[0]?.value).toBe(2999);
    expect(record?.cells[0]?.[0]?.value).toBe(1);
  });

  test('are read in smaller pieces where Excel says null', async () => {
    const { host, workbook } = open([makeSheet('表', grid(100, 10))]);
    workbook.cellLimit = 150;
    const { sheets } = await host.read({ sheets: 'active' });
    expect(sheets[0]?.cells.map((row) => row?.[0]?.value)).toEqual(Array.from({ length: 100 }, (_, row) => row));
  });

  test('a row that is too big by itself is said to be', async () => {
    const { host, workbook } = open([makeSheet('表', grid(4, 10))]);
    workbook.cellLimit = 5;
    await expect(host.read({ sheets: 'active' })).rejects.toMatchObject({ code: 'too-large' });
  });

  test('more merged areas than Excel tells of at once are all found', async () => {
    const merges = Array.from({ length: 40 * 20 }, (_, at) => {
      const left = (at % 20) * 2;
      return { top: Math.floor(at / 20), bottom: Math.floor(at / 20), left, right: left + 1 };
    });
    const { host } = open([makeSheet('表', grid(40, 40), { merges })]);
    const { sheets } = await host.read({ sheets: 'active' });
    expect(sheets[0]?.merges).toHaveLength(800);
  });

  test('are written in pieces, and put back whole', async () => {
    const { host, requests, workbook } = open([makeSheet('表', grid(25_000, 1))]);
    const edits = Array.from({ length: 25_000 }, (_, row) => set(row, 0, { number: row }, { number: row + 1 }));
    workbook.failWrite(2);
    expect(await host.apply(edits, LABEL)).toMatchObject({ status: 'failed', restored: true });
    expect(workbook.sheets[0]?.at(19_999, 0)?.value).toBe(19_999);
    requests();
    expect(await host.apply(edits, LABEL)).toMatchObject({ status: 'applied' });
    expect(requests().map(changesWorkbook)).toEqual([false, true, true]);
  });
});

describe('a cell being edited', () => {
  test('is waited for', async () => {
    const { host, workbook } = open([makeSheet('表', grid(2, 2))]);
    workbook.editing = true;
    setTimeout(() => (workbook.editing = false), 200);
    await expect(host.read({ sheets: 'active' })).resolves.toMatchObject({ active: '表' });
  });

  test('is told of in the end, with nothing written', async () => {
    const { host, workbook } = open([makeSheet('表', grid(2, 2))]);
    workbook.editing = true;
    await expect(host.read({ sheets: 'active' })).rejects.toMatchObject({ code: 'editing' });
    const result = await host.apply([set(0, 0, { number: 0 }, { number: 5 })], LABEL);
    expect(result).toMatchObject({ status: 'failed', restored: true, error: { code: 'editing' } });
    expect(workbook.writes).toBe(0);
  });
});

describe('protection', () => {
  test('unlocked cells of a protected sheet are written', async () => {
    const { host, sheet } = open([makeSheet('表', grid(4, 2), { protected: true })]);
    sheet.unlocked.push({ row: 0, column: 1, rows: 4, columns: 1 });
    const edit = set(1, 1, { text: '不低于计划1' }, { text: '改' });
    expect(await host.apply([edit], LABEL)).toMatchObject({ status: 'applied' });
    expect(await host.apply([set(1, 0, { number: 1 }, { number: 2 })], LABEL)).toMatchObject({
      status: 'failed',
      error: { code: 'protected', detail: '表' },
    });
    expect(await host.apply([mark(1, 1)], LABEL)).toMatchObject({ status: 'failed', error: { code: 'protected' } });
  });
});

describe('failures', () => {
  test('a pivot table refuses: everything is put back', async () => {
    const { host, sheet } = open([makeSheet('表', grid(4, 2))]);
    sheet.stubborn.push({ row: 3, column: 1, rows: 1, columns: 1 });
    const edits: Edit[] = [
      set(0, 1, { text: '不低于计划1' }, { text: '改' }),
      set(3, 1, { text: '不低于计划1' }, { text: '改' }),
      { kind: 'merge', sheet: '表', range: { top: 1, bottom: 2, left: 0, right: 0 } },
    ];
    const result = await host.apply(edits, LABEL);
    expect(result).toMatchObject({ status: 'failed', restored: true, touched: [], error: { code: 'cell-locked' } });
    expect([sheet.at(0, 1)?.value, sheet.at(2, 0)?.value, sheet.merges]).toEqual(['不低于计划1', 2, []]);
  });

  test('what cannot be put back is named, with what it held', async () => {
    const { host, workbook, sheet } = open([makeSheet('表', grid(4, 2))]);
    workbook.failWrite(2, true);
    const edits = [set(0, 1, { text: '不低于计划1' }, { text: '改' }), set(2, 0, { number: 2 }, { number: 5 })];
    const result = await host.apply(edits, LABEL);
    expect(result).toMatchObject({ status: 'failed', restored: false, error: { code: 'host' } });
    expect(result.status === 'failed' && result.touched).toEqual([
      { address: { sheet: '表', row: 0, column: 1 }, was: { text: '不低于计划1' } },
      { address: { sheet: '表', row: 2, column: 0 }, was: { number: 2 } },
    ]);
    expect(
      [sheet.at(0, 1)?.value, sheet.at(2, 0)?.value].filter((value) => value === '改' || value === 5),
    ).toHaveLength(1);
  });

  test('rows that were opened are closed again', async () => {
    const { host, workbook, sheet } = open([makeSheet('表', grid(6, 1))]);
    workbook.failWrite(2);
    const edits: Edit[] = [
      { kind: 'insertRows', sheet: '表', before: 1, count: 2 },
      { kind: 'insertRows', sheet: '表', before: 4, count: 1 },
    ];
    expect(await host.apply(edits, LABEL)).toMatchObject({ status: 'failed', restored: true });
    expect(Array.from({ length: 6 }, (_, row) => sheet.at(row, 0)?.value)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('marks are put back as they were', async () => {
    const { host, workbook, sheet } = open([makeSheet('表', grid(6, 2))]);
    await host.apply([mark(1, 1, '旧')], LABEL);
    workbook.failWrite(4);
    const edits: Edit[] = [{ kind: 'clearMarks', sheet: '表' }, mark(2, 1, ''), mark(3, 1, '')];
    expect(await host.apply(edits, LABEL)).toMatchObject({ status: 'failed', restored: true });
    expect(sheet.formats.map(({ areas }) => areas[0]?.row)).toEqual([1]);
    expect(sheet.comments.map(({ text }) => text)).toEqual(['【绩效表助手】\n旧']);
  });

  test('a missing sheet is named', async () => {
    const { host } = open([makeSheet('表', grid(2, 2))]);
    const result = await host.apply([{ ...set(0, 0, { blank: true }, { number: 1 }), sheet: '没有' }], LABEL);
    expect(result).toMatchObject({
      status: 'failed',
      restored: true,
      error: { code: 'missing-sheet', detail: '没有' },
    });
  });

  test.each([
    ['AccessDenied', 'protected'],
    ['InvalidOperationInCellEditMode', 'editing'],
    ['RequestPayloadSizeLimitExceeded', 'too-large'],
    ['ResponsePayloadSizeLimitExceeded', 'too-large'],
    ['ItemNotFound', 'missing-sheet'],
    ['ApiNotFound', 'unsupported'],
    ['PivotTableRangeConflict', 'cell-locked'],
    ['GeneralException', 'host'],
  ])('%s is said as %s', (code, said) => {
    expect(hostErrorOf(Object.assign(new Error('words'), { code }))).toMatchObject({
      code: said,
      detail: `${code}: words`,
    });
  });
});

describe('marks', () => {
  test("a user's old note, which this Excel does not tell of, leaves the mark alone", async () => {
    const { host, sheet, workbook } = open([makeSheet('表', grid(4, 2))]);
    sheet.notes.push({ id: workbook.newId(), row: 1, column: 1, text: '旧批注' });
    expect(await host.apply([mark(1, 1)], LABEL)).toMatchObject({ status: 'applied' });
    expect([sheet.formats.length, sheet.comments.length, sheet.notes.length]).toEqual([1, 0, 1]);
  });

  test('rules and fills of the user stay', async () => {
    const { host, sheet } = open([makeSheet('表', grid(4, 2))]);
    const own = sheet.addFormat('Custom', { row: 1, column: 1, rows: 1, columns: 1 });
    own.formula = '=$A1>0';
    const other = sheet.addFormat('CellValue', { row: 0, column: 0, rows: 4, columns: 2 });
    await host.apply([mark(1, 1)], LABEL);
    expect(sheet.formats[0]).toMatchObject({ formula: '=N("PERF.MARK error")=0', fill: '#F8B4B4' });
    await host.apply([{ kind: 'clearMarks', sheet: '表' }], LABEL);
    expect(sheet.formats).toEqual([other, own]);
  });
});

describe('capabilities', () => {
  test.each([
    [14, { marks: true, notes: 'comment', undoGroup: false, events: true, merge: true }],
    [17, { notes: 'comment', undoGroup: false }],
    [20, { undoGroup: true }],
    [9, { marks: true, notes: 'none', merge: false }],
  ])('of ExcelApi 1.%i', (version, expected) => {
    open([makeSheet('表', [])]);
    expect(capabilitiesOf(upTo(version))).toMatchObject(expected);
  });
});

describe('events', () => {
  test('tell of the sheet by its name, of one that was added since too', async () => {
    const { host, workbook } = open([makeSheet('表', grid(2, 2)), makeSheet('乙', [])]);
    const heard: HostEvent[] = [];
    const stop = host.subscribe((event) => heard.push(event));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const added = workbook.addSheet('丙');
    workbook.activate(workbook.sheets[1] as Sheet, false);
    workbook.select(added, { row: 2, column: 1, rows: 2, columns: 2 }, false);
    added.write({ row: 0, column: 0, rows: 2, columns: 1 }, '改', false);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard).toEqual([
      { kind: 'activated', sheet: '乙' },
      { kind: 'activated', sheet: '丙' },
      {
        kind: 'selected',
        sheet: '丙',
        cell: { row: 2, column: 1 },
        ranges: [{ top: 2, left: 1, bottom: 3, right: 2 }],
      },
      { kind: 'changed', sheet: '丙', range: { top: 0, left: 0, bottom: 1, right: 0 } },
    ]);
    stop();
  });

  test('refused while a cell is edited, they are asked for again with the next reading', async () => {
    const { host, workbook } = open([makeSheet('表', grid(2, 2))]);
    const heard: HostEvent[] = [];
    workbook.editing = true;
    const stop = host.subscribe((event) => heard.push(event));
    await new Promise((resolve) => setTimeout(resolve, 50));
    workbook.editing = false;
    await host.read({ sheets: 'active' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const [sheet] = workbook.sheets;
    sheet?.write({ row: 0, column: 0, rows: 1, columns: 1 }, '改', false);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard).toEqual([{ kind: 'changed', sheet: '表', range: { top: 0, left: 0, bottom: 0, right: 0 } }]);
    stop();
  });

  test('where Excel has none, nothing is asked of it', async () => {
    const { host, requests } = open([makeSheet('表', [])], 8);
    host.subscribe(() => undefined)();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(requests()).toEqual([]);
  });
});
