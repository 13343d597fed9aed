import { makeCell, makeSheet, type SheetSnapshot } from '../../core/sheet';
import { withCharts, writeWorkbook, type Chart, type DrawEdit } from '../../formats/xlsx';
import { uiText, type Locale } from '../../i18n';
import { moreName, summaryTables, type SummaryTable, type SummaryTables } from './tables';
import type { Tally } from './tally';

/** Rows under the headings, as many as a sheet holds. */
const MOST_ROWS = 1_048_575;
/** Characters that a cell holds. */
const MOST_TEXT = 32_767;

/** The summary of a run as .xlsx. Texts from documents stay texts, whatever they begin with. */
export function summaryWorkbook(tally: Tally, locale: Locale): Uint8Array {
  const all = summaryTables(tally, locale);
  const { overview } = all;
  const tables = Object.values(all) as readonly SummaryTable[];
  const widths = new Map<string, readonly number[]>();
  const lists = new Set<string>();
  const sheets = tables.flatMap((table) => {
    const pages = Math.max(1, Math.ceil(table.rows.length / MOST_ROWS));
    return Array.from({ length: pages }, (_, page) => {
      const sheet = sheetOf(table, page, locale);
      widths.set(sheet.name, widthsOf(table));
      if (table !== overview) lists.add(sheet.name);
      return sheet;
    });
  });
  const bytes = writeWorkbook(sheets, {
    layout: ({ name }) => ({ headerRows: 1, columnWidths: widths.get(name) ?? [], list: lists.has(name) }),
    draws: sheets.flatMap(looksOf),
  });
  return withCharts(bytes, chartsOf(all, locale));
}

/** Rows that are given a height of their own; some programs give others too little for Chinese. */
const ROOMY = 500;
const MARGINS = { top: 1.5, right: 1.2, bottom: 1.5, left: 1.2 };

/** The heading set off, and one page wide in print. */
function looksOf({ name, cells }: SheetSnapshot): DrawEdit[] {
  const heading = { top: 0, left: 0, bottom: 0, right: Math.max(0, (cells[0]?.length ?? 1) - 1) };
  return [
    { kind: 'format', sheet: name, range: heading, format: { fill: '#E8ECF8', borders: true, vertical: 'middle' } },
    { kind: 'rowHeights', sheet: name, first: 0, sizes: [22, ...cells.slice(1, ROOMY).map(() => 16)] },
    {
      ...{ kind: 'pageSetup', sheet: name, orientation: 'landscape', paper: 'A4', margins: MARGINS },
      ...{ titleRows: { top: 0, bottom: 0 }, pageNumbers: true },
    },
  ];
}

/** Colours of errors, warnings, infos, and of what is none of them, as on the page. */
const COLORS = ['c4314b', 'd98c00', '4f6bed'] as const;
/** So many rows are drawn. */
const DRAWN = 20;

/** Beside each table that is worth one; each shows what stands in the table. */
function chartsOf({ rules, departments, years, worst, scores }: SummaryTables, locale: Locale): Chart[] {
  const { severity } = uiText(locale);
  const levels = [severity.error, severity.warning, severity.info];
  const bars = (table: SummaryTable, labels: number): Chart => {
    const rows = Math.min(DRAWN, table.rows.length);
    return {
      ...{ sheet: table.name, title: table.name, kind: 'bars', rows, labels },
      series: levels.map((level, index) => ({ column: table.columns.indexOf(level), color: COLORS[index] as string })),
      place: placeBeside(table, 6 + Math.ceil(1.4 * rows)),
    };
  };
  const scored = scores.rows.some(([, tables]) => tables !== 0);
  const columns: Chart = {
    ...{ sheet: scores.name, title: scores.name, kind: 'columns', rows: scored ? scores.rows.length : 0, labels: 0 },
    series: [{ column: 1, color: COLORS[2] }],
    place: placeBeside(scores, 20),
  };
  const all = [bars(rules, 1), bars(departments, 0), bars(years, 0), bars(worst, 0), columns];
  return all.filter(({ rows }) => rows > 0);
}

function placeBeside({ columns }: SummaryTable, height: number): Chart['place'] {
  const left = columns.length + 1;
  return { top: 0, left, bottom: Math.max(14, height), right: left + 10 };
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

/** By the longest of the first texts, within reason; headings leave room for the button of their filter. */
function widthsOf({ columns, rows }: SummaryTable): number[] {
  const sample = [columns.map((heading) => `${heading}   `), ...rows.slice(0, 200)];
  return columns.map((_, column) =>
    Math.min(60, 2 + Math.max(...sample.map((row) => [...String(row[column] ?? '')].reduce(wide, 0)))),
  );
}

/** Characters of Chinese are two wide. */
function wide(sum: number, char: string): number {
  return sum + ((char.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1);
}
