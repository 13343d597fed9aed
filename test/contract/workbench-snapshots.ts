import type { FWorkbook, FWorksheet } from '@univerjs/preset-sheets-core';
import { makeCell, makeSheet, type SheetSnapshot } from '../../src/core/sheet';
import type { Grid } from '../../src/hosts/workbench';
import { WorkbenchHost } from '../../src/hosts/workbench';
import { readSnapshot } from '../../src/hosts/workbench/reading';

const ROWS = 30;
const COLUMNS = 6;

const tableOf = (name: string): SheetSnapshot =>
  makeSheet(
    name,
    Array.from({ length: ROWS }, (_, row) => [
      makeCell(`第${row}行`),
      makeCell(row),
      makeCell(row, { formula: `=SUM(B1:B${row + 1})` }),
    ]),
    { merges: [{ top: 4, bottom: 9, left: 3, right: 4 }], hiddenRows: [12] },
  );

/** What people do to a sheet, by `n` a whole number and `m` another. */
const HANDS: readonly ((sheet: FWorksheet, n: number, m: number, grid: Grid) => unknown)[] = [
  (sheet, n, m) => sheet.getRange(n % ROWS, m % COLUMNS).setValue(`字${m}`),
  (sheet, n, m) => sheet.getRange(n % ROWS, m % COLUMNS, 2, 2).clearContent(),
  (sheet, n, m) => sheet.getRange(n % ROWS, COLUMNS).setFormula(`=B${(m % ROWS) + 1}*2`),
  (sheet, n, m) => sheet.insertRowsBefore(n % ROWS, 1 + (m % 3)),
  (sheet, n, m) => sheet.insertRowsAfter(n % ROWS, 1 + (m % 2)),
  (sheet, n, m) => sheet.deleteRows(n % ROWS, 1 + (m % 3)),
  (sheet, n, m) => {
    const range = sheet.getRange(15 + (n % 10), m % 3, 2, 2);
    range.breakApart();
    range.merge();
  },
  (sheet, n) => sheet.getRange(n % ROWS, 0, 8, COLUMNS).breakApart(),
  (sheet, n, m) => sheet.hideRows(n % ROWS, 1 + (m % 2)),
  (sheet, n) => sheet.showRows(n % ROWS, 3),
  (sheet, n) => sheet.insertColumnBefore(n % COLUMNS),
  (sheet, n, m) => sheet.setName(`表${n % 9}${m % 9}`),
  (_sheet, _n, _m, grid) => grid.api.undo(),
  (_sheet, _n, _m, grid) => grid.api.redo(),
];

const plain = (sheet: SheetSnapshot): string =>
  JSON.stringify({ ...sheet, hiddenRows: [...sheet.hiddenRows], hiddenColumns: [...sheet.hiddenColumns] });

/** Whether what the host tells of the sheets is what they hold, after each of many steps; some come while it reads. */
export async function readsAfterSteps(
  grid: Grid,
  steps: readonly (readonly [number, number, number])[],
): Promise<string[]> {
  const id = `snapshots${steps.length}-${String(steps[0])}`;
  const host = new WorkbenchHost(grid, {
    id,
    name: id,
    sheets: ['一', '二'].map((name) => ({ snapshot: tableOf(name) })),
    active: '一',
  });
  const workbook = grid.api.getWorkbook(id) as FWorkbook;
  const wrong: string[] = [];
  for (const [at, [hand, n, m]] of steps.entries()) {
    const sheet = workbook.getSheets()[n % 2] as FWorksheet;
    const during = at % 3 === 0 ? host.read({ sheets: 'all' }) : null;
    await HANDS[hand % HANDS.length]?.(sheet, n, m, grid);
    await during;
    const { sheets } = await host.read({ sheets: 'all' });
    for (const [index, told] of sheets.entries()) {
      const holds = plain(readSnapshot(workbook, workbook.getSheets()[index] as FWorksheet));
      if (plain(told) !== holds) wrong.push(`step ${at} (${hand % HANDS.length}): ${plain(told)} for ${holds}`);
    }
  }
  return wrong;
}

/** How many rows are other objects than before, after a row was opened in a sheet of so many. */
export async function rowsReadAnew(grid: Grid, rows: number): Promise<number> {
  const id = `rows${rows}`;
  const cells = Array.from({ length: rows }, (_, row) => [makeCell(`第${row}行`), makeCell(row)]);
  const host = new WorkbenchHost(grid, { id, name: id, sheets: [{ snapshot: makeSheet('表', cells) }], active: '表' });
  const before = (await host.read({ sheets: 'all' })).sheets[0];
  const sheet = grid.api.getWorkbook(id)?.getActiveSheet();
  sheet?.insertRowsBefore(5, 2);
  sheet?.getRange(6, 0).setValue('新');
  const known = new Set(before?.cells);
  return (await host.read({ sheets: 'all' })).sheets[0]?.cells.filter((row) => !known.has(row)).length ?? -1;
}
