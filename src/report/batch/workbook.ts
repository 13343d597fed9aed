import { makeCell, makeSheet, type SheetSnapshot } from '../../core/sheet';
import { writeWorkbook } from '../../formats/xlsx';
import type { Locale } from '../../i18n';
import { moreName, summaryTables, type SummaryTable } from './tables';
import type { Tally } from './tally';

/** Rows under the headings, as many as a sheet holds. */
const MOST_ROWS = 1_048_575;
/** Characters that a cell holds. */
const MOST_TEXT = 32_767;

/** The summary of a run as .xlsx. Texts from documents stay texts, whatever they begin with. */
export function summaryWorkbook(tally: Tally, locale: Locale): Uint8Array {
  const tables = Object.values(summaryTables(tally, locale)) as readonly SummaryTable[];
  const widths = new Map<string, readonly number[]>();
  const sheets = tables.flatMap((table) => {
    const pages = Math.max(1, Math.ceil(table.rows.length / MOST_ROWS));
    return Array.from({ length: pages }, (_, page) => {
      const sheet = sheetOf(table, page, locale);
      widths.set(sheet.name, widthsOf(table));
      return sheet;
    });
  });
  return writeWorkbook(sheets, {
    layout: ({ name }) => ({ headerRows: 1, columnWidths: widths.get(name) ?? [] }),
  });
}

function sheetOf({ name, columns, rows }: SummaryTable, page: number, locale: Locale): SheetSnapshot {
  const shown = rows.slice(page * MOST_ROWS, (page + 1) * MOST_ROWS);
  return makeSheet(
    moreName(name, page + 1, locale),
    [columns, ...shown].map((row) =>
      row.map((value) => makeCell(typeof value === 'string' ? value.slice(0, MOST_TEXT) : value)),
    ),
  );
}

/** By the longest of the first texts, within reason. */
function widthsOf({ columns, rows }: SummaryTable): number[] {
  const sample = [columns, ...rows.slice(0, 200)];
  return columns.map((_, column) =>
    Math.min(60, 2 + Math.max(...sample.map((row) => [...String(row[column] ?? '')].reduce(wide, 0)))),
  );
}

/** Characters of Chinese are two wide. */
function wide(sum: number, char: string): number {
  return sum + ((char.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1);
}
