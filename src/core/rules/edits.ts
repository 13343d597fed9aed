import { cellAt, contentOf } from '../sheet';
import type { CellRef, SetEdit, SheetSnapshot } from '../sheet';

/**
 * Rewrites the text of a cell. Null where there is nothing to rewrite: the cell is blank, holds no text or a formula,
 * or the text stays as it is.
 */
export function rewrite(sheet: SheetSnapshot, cell: CellRef, change: (text: string) => string): SetEdit | null {
  const found = cellAt(sheet, cell);
  if (!found || found.formula !== undefined || typeof found.value !== 'string') return null;
  const text = change(found.value);
  if (text === found.value) return null;
  return { kind: 'set', sheet: sheet.name, cell, from: contentOf(found), to: { text } };
}
