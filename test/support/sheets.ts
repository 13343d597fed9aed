import {
  makeCell,
  makeSheet,
  parseRange,
  type Cell,
  type CellValue,
  type SheetInit,
  type SheetSnapshot,
} from '../../src/core/sheet';

/** A cell of a compact row: a plain value, or one with its number format and the like. */
export type Compact =
  | CellValue
  | null
  | undefined
  | { readonly cell: CellValue; readonly numberFormat?: string; readonly formula?: string; readonly text?: string };

function compactCell(compact: Compact): Cell | null {
  if (typeof compact === 'object' && compact !== null && 'cell' in compact) {
    const { cell, ...more } = compact;
    return makeCell(cell, more);
  }
  return makeCell(compact);
}

/** A sheet from rows of plain values; merges in A1 notation. */
export function sheetOf(
  rows: readonly (readonly Compact[])[],
  init: Omit<SheetInit, 'merges'> & { merges?: readonly string[]; name?: string } = {},
): SheetSnapshot {
  const { merges = [], name = 'Sheet1', ...rest } = init;
  return makeSheet(
    name,
    rows.map((row) => row.map(compactCell)),
    {
      ...rest,
      merges: merges.map((text) => {
        const range = parseRange(text);
        if (!range) throw new Error(`Not a range: ${text}`);
        return range;
      }),
    },
  );
}

/** The same sheet with everything `rows` further down and `columns` further to the right. */
export function movedSheet(sheet: SheetSnapshot, rows: number, columns: number): SheetSnapshot {
  const cells: (readonly (Cell | null | undefined)[] | undefined)[] = Array.from({ length: rows }, () => undefined);
  for (const row of sheet.cells) cells.push(row && [...Array.from({ length: columns }, () => null), ...row]);
  return makeSheet(sheet.name, cells, {
    merges: sheet.merges.map((range) => ({
      top: range.top + rows,
      bottom: range.bottom + rows,
      left: range.left + columns,
      right: range.right + columns,
    })),
    hiddenRows: [...sheet.hiddenRows].map((row) => row + rows),
    hiddenColumns: [...sheet.hiddenColumns].map((column) => column + columns),
    protected: sheet.protected,
    visible: sheet.visible,
  });
}
