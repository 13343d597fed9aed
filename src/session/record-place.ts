import { columnIndex, columnName, parseCell, quoteSheet, type Address, type CellRef } from '../core/sheet';
import { squash } from '../core/text';

/** `Sheet1!E:E`, as spreadsheets write a whole column. */
export function placeOf(sheet: string, column: number): string {
  const name = columnName(column);
  return `${quoteSheet(sheet)}!${name}:${name}`;
}

export function parsePlace(text: string): { sheet: string; column: number } | null {
  const match = /^(.+)!\$?([A-Za-z]{1,3})(?::\$?[A-Za-z]{1,3})?$/su.exec(text);
  return match && { sheet: unquoted(match[1] as string), column: columnIndex(match[2] as string) };
}

function unquoted(sheet: string): string {
  const quoted = sheet.startsWith("'") && sheet.endsWith("'") && sheet.length > 1;
  return quoted ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;
}

/** The sheet of `Sheet1!D12`; null where none is named. */
export function sheetOfPlace(place: string): string | null {
  const end = place.lastIndexOf('!');
  return end > 0 ? unquoted(place.slice(0, end)) : null;
}

/** The cell of `Sheet1!D12` and of `Ｄ12`, as people type it; null where it is none. */
export function cellOfPlace(place: string): CellRef | null {
  return parseCell(squash(place.slice(place.lastIndexOf('!') + 1)).replaceAll('$', ''));
}

/** `Sheet1!D12` as an address; null where it is none. */
export function addressOf(place: string): Address | null {
  const sheet = sheetOfPlace(place);
  const cell = cellOfPlace(place);
  return sheet !== null && cell ? { sheet, ...cell } : null;
}
