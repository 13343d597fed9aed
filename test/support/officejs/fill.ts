import type { SheetSnapshot } from '../../../src/core/sheet';
import type { GridCell, Sheet, Workbook } from './workbook';

/** Lays snapshots into a workbook, in place of the sheets that it has. */
export function fillWorkbook(workbook: Workbook, snapshots: readonly SheetSnapshot[], active?: string): void {
  workbook.sheets = [];
  for (const snapshot of snapshots) {
    const sheet = workbook.addSheet(snapshot.name);
    sheet.visibility = snapshot.visible ? 'Visible' : 'Hidden';
    snapshot.cells.forEach((row, r) => {
      const cells = new Map<number, GridCell>();
      row?.forEach((cell, c) => {
        if (!cell) return;
        const isError = typeof cell.value === 'object';
        cells.set(c, {
          value: typeof cell.value === 'object' ? cell.value.error : cell.value,
          formula: cell.formula ?? null,
          isError,
          format: cell.numberFormat ?? 'General',
        });
      });
      sheet.grid.set(r, cells);
    });
    sheet.merges = snapshot.merges.map(({ top, left, bottom, right }) => ({
      row: top,
      column: left,
      rows: bottom - top + 1,
      columns: right - left + 1,
    }));
    for (const row of snapshot.hiddenRows) sheet.hiddenRows.add(row);
    for (const column of snapshot.hiddenColumns) sheet.hiddenColumns.add(column);
    sheet.protected = snapshot.protected;
  }
  workbook.active = ((active === undefined ? undefined : workbook.find(active)) ?? workbook.sheets[0]) as Sheet;
}
