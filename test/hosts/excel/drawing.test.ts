import { makeCell, makeSheet } from '../../../src/core/sheet';
import type { CellContent, Edit } from '../../../src/core/sheet';
import {
  BLANK_CONTENT,
  BLANK_INDICATOR,
  drawForm,
  editsFor,
  fillForm,
  FORMS,
  LEVEL_SCHEMES,
} from '../../../src/core/templates';
import { ExcelHost } from '../../../src/hosts/excel';
import { startOffice } from '../../support/officejs/excel';
import { fillWorkbook } from '../../support/officejs/fill';
import { isHousekeeping } from '../../support/officejs/rich-api';
import { drawingOn } from '../../support/officejs/seen-drawing';
import { Workbook } from '../../support/officejs/workbook';
import type { Sheet } from '../../support/officejs/workbook';

const BLANK: CellContent = { blank: true };
const [ROWS, COLUMNS] = [60, 14];

function open(version: number) {
  const workbook = new Workbook();
  fillWorkbook(workbook, [makeSheet('表', [[makeCell('甲')]])]);
  const { api } = startOffice(workbook);
  return {
    host: new ExcelHost((asked) => Number(asked.split('.')[1]) <= version),
    workbook,
    requests: () => api.requests.splice(0).filter((request) => !isHousekeeping(request)),
    sheet: (name: string) => workbook.find(name) as Sheet,
  };
}

const range = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right });

/** A form as large as they come: 60 rows of 14 columns, 40 merged areas, 30 validations. */
function largestForm(sheet: string): Edit[] {
  const edits: Edit[] = [
    { kind: 'columnWidths', sheet, first: 0, sizes: Array.from({ length: COLUMNS }, (_, column) => 8 + (column % 3)) },
    { kind: 'rowHeights', sheet, first: 0, sizes: Array.from({ length: ROWS }, (_, row) => (row < 5 ? 30 : 24)) },
    {
      kind: 'format',
      sheet,
      range: range(0, 0, ROWS - 1, COLUMNS - 1),
      format: { font: '宋体', size: 10, wrap: true, borders: true },
    },
    {
      kind: 'pageSetup',
      sheet,
      orientation: 'landscape',
      paper: 'A4',
      margins: { top: 1, right: 1, bottom: 1, left: 1 },
      titleRows: { top: 0, bottom: 4 },
      pageNumbers: true,
    },
  ];
  for (let row = 0; row < ROWS; row += 1) {
    for (let column = 0; column < COLUMNS; column += 1) {
      edits.push({
        kind: 'set',
        sheet,
        cell: { row, column },
        from: BLANK,
        to: { text: `第${row}行第${column}列的内容` },
      });
    }
  }
  for (let index = 0; index < 40; index += 1) {
    edits.push({ kind: 'merge', sheet, range: range(10 + index, 2, 10 + index, 3) });
  }
  for (let index = 0; index < 30; index += 1) {
    edits.push({
      kind: 'validation',
      sheet,
      range: range(10 + index, 5, 10 + index, 8),
      source: { list: ['≥', '≤', '='] },
      strict: true,
    });
    edits.push({ kind: 'format', sheet, range: range(10 + index, 5), format: { horizontal: 'center' } });
  }
  return edits;
}

describe('round trips of the largest form', () => {
  test.each([14, 20])(
    'on a new sheet, with ExcelApi 1.%i: two; undone in three, the last of which takes the sheet away',
    async (version) => {
      const { host, requests, sheet } = open(version);
      const result = await host.apply(
        [{ kind: 'addSheet', sheet: '项目表', visible: true }, ...largestForm('项目表')],
        {
          label: '插入表样',
        },
      );
      if (result.status !== 'applied') throw new Error(JSON.stringify(result));
      const made = requests();
      expect(made).toHaveLength(2);
      expect(JSON.stringify(made[1]).length).toBeLessThan(2_000_000);
      expect(drawingOn(sheet('项目表')).formatAt({ row: 59, column: 13 })).toMatchObject({
        font: '宋体',
        borders: true,
      });
      expect((await host.undo(result.undo)).status).toBe('applied');
      expect(requests()).toHaveLength(3);
    },
  );

  test('on a sheet that is there: two; and what was there comes back in three', async () => {
    const { host, requests, sheet } = open(14);
    const before: Edit[] = [
      { kind: 'validation', sheet: '表', range: range(10, 5, 20, 5), source: { formula: '=$A$1:$A$3' }, strict: true },
      { kind: 'format', sheet: '表', range: range(0, 0, 9, 2), format: { fill: '#FFEE00' } },
    ];
    expect((await host.apply(before, { label: '' })).status).toBe('applied');
    requests();
    const edits = largestForm('表').filter((edit) => edit.kind !== 'set' || edit.cell.row > 0);
    const result = await host.apply(edits, { label: '插入表样' });
    if (result.status !== 'applied') throw new Error(JSON.stringify(result));
    expect(requests().length).toBeLessThanOrEqual(3);
    expect((await host.undo(result.undo)).status).toBe('applied');
    expect(requests().length).toBeLessThanOrEqual(3);
    const seen = drawingOn(sheet('表'));
    expect(seen.validationAt({ row: 20, column: 5 })).toEqual({ source: { formula: '=$A$1:$A$3' }, strict: true });
    expect([seen.formatAt({ row: 9, column: 2 }).fill, seen.formatAt({ row: 10, column: 2 }).fill]).toEqual([
      '#FFEE00',
      undefined,
    ]);
    expect(seen.formatAt({ row: 30, column: 7 }).borders).toBe(false);
  });
});

describe('round trips of our own forms', () => {
  const rows = Array.from({ length: 60 }, (_, index) => {
    const [level1, level2s] = LEVEL_SCHEMES['2021'][index % 4] as readonly [string, readonly string[]];
    const level2 = level2s[index % level2s.length] ?? null;
    return { ...BLANK_INDICATOR, level1, level2, name: `第${index + 1}项`, operator: '≥' as const, target: index };
  });

  test.each(FORMS.map((form) => [form.id, form] as const))('%s with 60 rows: three at most', async (_, form) => {
    const { host, requests } = open(14);
    const filled = fillForm(form, { ...BLANK_CONTENT, year: 2026, indicators: rows }, { from: 'target' });
    const drawn = drawForm(form, filled.content, { protect: true });
    const edits = editsFor(drawn, { sheet: '新表', newSheet: true, dictionary: null });
    const result = await host.apply(edits, { label: '插入表样' });
    if (result.status !== 'applied') throw new Error(JSON.stringify(result));
    expect(requests().length).toBeLessThanOrEqual(3);
    // One step takes it all back, the hidden lists with it.
    expect((await host.undo(result.undo)).status).toBe('applied');
    requests();
    expect((await host.read({ sheets: 'all' })).list.map(({ name }) => name)).toEqual(['表']);
  });
});

test('a range with several validations is remembered cell by cell', async () => {
  const { host, sheet } = open(14);
  const list = (row: number, text: string): Edit => ({
    kind: 'validation',
    sheet: '表',
    range: range(row, 0),
    source: { list: [text] },
    strict: false,
  });
  await host.apply([list(1, '甲'), list(2, '乙')], { label: '' });
  const result = await host.apply(
    [{ kind: 'validation', sheet: '表', range: range(0, 0, 3, 0), source: null, strict: true }],
    { label: '' },
  );
  if (result.status !== 'applied') throw new Error(JSON.stringify(result));
  expect(drawingOn(sheet('表')).validationAt({ row: 1, column: 0 })).toBeNull();
  await host.undo(result.undo);
  const seen = [0, 1, 2, 3].map((row) => drawingOn(sheet('表')).validationAt({ row, column: 0 })?.source ?? null);
  expect(seen).toEqual([null, { list: ['甲'] }, { list: ['乙'] }, null]);
});

test.each([
  { what: 'longer than a validation holds', list: ['甲'.repeat(200), '乙'.repeat(60)] },
  { what: 'with a comma in it', list: ['甲,乙'] },
])('a list $what is refused before anything is written', async ({ list }) => {
  const { host, workbook } = open(14);
  const result = await host.apply(
    [
      { kind: 'addSheet', sheet: '新表', visible: true },
      { kind: 'validation', sheet: '新表', range: range(0, 0), source: { list }, strict: true },
    ],
    { label: '' },
  );
  expect(result).toMatchObject({ status: 'failed', restored: true, error: { code: 'unsupported' } });
  expect([workbook.sheets.length, workbook.writes]).toEqual([1, 0]);
});

test('widths are so many digits of the workbook’s own font', async () => {
  const { host, sheet } = open(14);
  await host.apply([{ kind: 'columnWidths', sheet: '表', first: 1, sizes: [10, 10, 20] }], { label: '' });
  expect([...sheet('表').columnWidths].map(([column, points]) => [column, Math.round(points * 100) / 100])).toEqual([
    [1, 56.25],
    [2, 56.25],
    [3, 108.75],
  ]);
});
