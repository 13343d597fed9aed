import { formatRange, intersects, parseRange, type Range } from '../../core/sheet';
import { FormatError } from '../error';
import type { PackageEditor } from './package-editor';
import { XmlReader } from './xml';

/**
 * Refuses what would contradict another part. A table's header cells are its column names, kept there, and merged areas
 * cannot lie in a table. What a pivot table shows comes from elsewhere, and is written anew whenever it is refreshed.
 * Throws FormatError cell-locked.
 */
export function refuseLocked(
  editor: PackageEditor,
  sheetPart: string,
  written: readonly Range[],
  merged: readonly Range[],
): void {
  if (written.length === 0 && merged.length === 0) return;
  for (const { type, target } of editor.relationships(sheetPart)) {
    if ((type !== 'table' && type !== 'pivotTable') || !editor.has(target)) continue;
    const reader = new XmlReader(editor.text(target), target);
    const range = reader.find(type === 'table' ? 'table' : 'location')
      ? parseRange(reader.attribute('ref') ?? '')
      : null;
    if (!range) continue;
    const locked = type === 'table' ? headerOf(range, reader) : range;
    const hit = written.some((area) => locked && intersects(area, locked));
    if (!hit && !merged.some((area) => intersects(area, range))) continue;
    throw new FormatError('cell-locked', { range: formatRange(range), reason: type === 'table' ? 'table' : 'pivot' });
  }
}

function headerOf(table: Range, reader: XmlReader): Range | null {
  const rows = Number(reader.attribute('headerRowCount') ?? 1);
  return rows > 0 ? { ...table, bottom: table.top + rows - 1 } : null;
}
