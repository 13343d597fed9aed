import type { Cell, SheetSnapshot } from '../../core/sheet';
import { cellOf, plainTable, sheetOfTable, textCellOf } from '../document';
import { FormatError } from '../error';
import { MAX_ROWS } from '../xlsx/sheet';
import { parseDelimited, type Separator } from './parse';

/** A delimited text as one sheet. Throws FormatError too-large. */
export function readDelimited(text: string, separator: Separator, name: string): SheetSnapshot {
  const records = parseDelimited(text.replace(/^sep=.\r?\n/i, ''), separator);
  // Before all of it is taken in hand.
  if (records.length > MAX_ROWS) throw new FormatError('too-large', { limit: 'rows' });
  const table = plainTable(mended(records).map((record) => record.map(fieldCell)));
  return sheetOfTable(table, name);
}

/** `="007"` is how exports keep a spreadsheet from taking a text for a number. */
function fieldCell(field: string): Cell | null {
  const guarded = field.startsWith('=') ? /^="([^"]*)"\s*$/.exec(field) : null;
  return guarded ? textCellOf(guarded[1] as string) : cellOf(field);
}

/**
 * Texts copied from word processors break cells over lines without quotes: a record too short and the one after it are
 * one, where together they are just as long as the others.
 */
function mended(records: readonly string[][]): readonly string[][] {
  const counts = new Map<number, number>();
  for (const { length } of records) if (length > 2) counts.set(length, (counts.get(length) ?? 0) + 1);
  const width = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0];
  if (width === undefined) return records;
  const result: string[][] = [];
  for (const record of records) {
    const last = result[result.length - 1];
    const joins =
      last !== undefined &&
      last.length > 1 &&
      last.length < width &&
      record.length < width &&
      last.length + record.length - 1 === width &&
      last[last.length - 1] !== '' &&
      record[0] !== '';
    if (joins) last.splice(last.length - 1, 1, `${last[last.length - 1]}\n${record[0]}`, ...record.slice(1));
    else result.push(record);
  }
  return result;
}
