import type { CellObject, DenseWorkSheet, Range as SheetJsRange, WorkBook } from '@e965/xlsx';
import { makeSheet, type Cell, type Range, type SheetSnapshot } from '../../core/sheet';
import { FormatError, type FoundFormat } from '../error';
import { DAYS_1904 } from '../xlsx/date-format';
import { formatNumber, formatText, isDateFormat } from '../xlsx/number-format';
import { freeName } from '../document';
import { guardXls, guardXml } from './guard';

/** Beyond this the reader, which builds all of a workbook at once, would take more memory than a page has. */
const MAX_BYTES = 100e6;
const MAX_CELLS = 2_000_000;
const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;

/**
 * Texts of workbooks of before 1997 are in the code page of the machine; the platform knows them all, so that the
 * reader's own tables of half a megabyte are not needed.
 */
const CODE_PAGES = {
  utils: {
    hascp: () => true,
    decode: (page: number, bytes: ArrayLike<number>): string => decoderOf(page).decode(Uint8Array.from(bytes)),
    encode: (_: number, text: string): number[] => [...new TextEncoder().encode(text)],
  },
};

/** The reader asks for texts of a letter: making a decoder takes far longer than its work. */
const decoders = new Map<string, TextDecoder>();

function decoderOf(page: number): TextDecoder {
  const label = labelOf(page);
  const decoder = decoders.get(label) ?? new TextDecoder(label);
  decoders.set(label, decoder);
  return decoder;
}

function labelOf(page: number): string {
  if (page === 1200) return 'utf-16le';
  if (page === 65001) return 'utf-8';
  if (page === 950) return 'big5';
  if (page === 932) return 'shift_jis';
  if (page === 949) return 'euc-kr';
  return page >= 1250 && page <= 1258 ? `windows-${page}` : page === 28591 ? 'latin1' : 'gb18030';
}

/** Failed formulas by their number in binary workbooks. */
const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
};

/**
 * Sheets of the spreadsheets that are only read: .xls and .et of all ages, .xlsb, .ods, XML spreadsheets of 2003. The
 * reader is large and comes when it is first needed. Throws FormatError.
 */
export async function readSpreadsheet(
  bytes: Uint8Array,
  found: FoundFormat,
): Promise<{
  readonly sheets: readonly SheetSnapshot[];
  readonly active: string;
}> {
  if (bytes.length > MAX_BYTES) throw new FormatError('too-large', { limit: 'file' });
  const { CFB, read, set_cptable } = await import(/* webpackChunkName: "spreadsheet" */ '@e965/xlsx');
  set_cptable(CODE_PAGES);
  try {
    if (found === 'xls') guardXls(bytes, CFB);
    if (found === 'xml-spreadsheet') guardXml(new TextDecoder().decode(bytes), 'XML');
    const sheets = sheetsOf(
      read(bytes, { type: 'array', dense: true, cellNF: true, cellFormula: true, cellStyles: true, cellHTML: false }),
    );
    return { sheets, active: (sheets.find(({ visible }) => visible) ?? sheets[0])?.name ?? '' };
  } catch (cause) {
    if (cause instanceof FormatError) throw cause;
    // Damage shows as any failure at all, in reading or in what was read.
    const message = cause instanceof Error ? cause.message : '';
    if (/password|encrypt/i.test(message)) throw new FormatError('encrypted', {}, { cause });
    throw new FormatError('damaged', { found }, { cause });
  }
}

function sheetsOf({ SheetNames, Sheets, Workbook }: WorkBook): SheetSnapshot[] {
  if (SheetNames.length === 0) throw new Error('no sheet');
  const names = new Set<string>();
  return SheetNames.flatMap((name, index): SheetSnapshot[] => {
    const sheet = Sheets[name] as DenseWorkSheet | undefined;
    // Chart sheets and macro sheets have no cells.
    if (!sheet || (sheet['!type'] !== undefined && (sheet['!type'] as string) !== 'sheet')) return [];
    const visible = (Workbook?.Sheets?.[index]?.Hidden ?? 0) === 0;
    return [sheetOf(freeName(name, names), sheet, visible, Workbook?.WBProps?.date1904 === true)];
  });
}

function sheetOf(name: string, sheet: DenseWorkSheet, visible: boolean, date1904: boolean): SheetSnapshot {
  const data = sheet['!data'] ?? [];
  if (data.length > MAX_ROWS) throw new FormatError('too-large', { limit: 'rows', part: name });
  let count = 0;
  const cells: (Cell | null)[][] = [];
  data.forEach((row, r) => {
    if (row && row.length > MAX_COLUMNS) throw new FormatError('too-large', { limit: 'columns', part: name });
    row?.forEach((object, c) => {
      const cell = object && cellOf(object, date1904);
      if (!cell) return;
      if (++count > MAX_CELLS) throw new FormatError('too-large', { limit: 'cells', part: name });
      (cells[r] ??= [])[c] = cell;
    });
  });
  const hidden = (lines: readonly ({ readonly hidden?: boolean } | undefined)[] | undefined) =>
    (lines ?? []).flatMap((line, index) => (line?.hidden ? [index] : []));
  const merges = ((sheet['!merges'] ?? []) as readonly SheetJsRange[]).map(({ s, e }) => ({
    top: s.r,
    left: s.c,
    bottom: e.r,
    right: e.c,
  }));
  return makeSheet(name, cells, {
    merges: merges.filter(isMerge),
    hiddenRows: hidden(sheet['!rows']),
    hiddenColumns: hidden(sheet['!cols']),
    protected: sheet['!protect'] !== undefined,
    visible,
  });
}

/** Of more than one cell, and on the sheet. */
function isMerge({ top, left, bottom, right }: Range): boolean {
  const several = bottom > top || right > left;
  return several && bottom >= top && right >= left && bottom < MAX_ROWS && right < MAX_COLUMNS;
}

/** Texts are shown by our own number formats, so that a table reads the same in every form. */
function cellOf({ t, v, f, z }: CellObject, date1904: boolean): Cell | null {
  const numberFormat = typeof z === 'string' && z !== '' && !/^general$/i.test(z) ? z : undefined;
  const more = {
    ...(f === undefined ? undefined : { formula: `=${f}` }),
    ...(numberFormat === undefined ? undefined : { numberFormat }),
  };
  switch (t) {
    case 'n': {
      if (typeof v !== 'number') return null;
      const value = date1904 && isDateFormat(numberFormat) ? v + DAYS_1904 : v;
      return { value, text: formatNumber(value, numberFormat), ...more };
    }
    case 'b':
      return { value: v === true, text: v === true ? 'TRUE' : 'FALSE', ...more };
    case 'e': {
      const error = ERRORS[Number(v)] ?? '#VALUE!';
      return { value: { error }, text: error, ...more };
    }
    case 's': {
      const text = String(v ?? '')
        .replace(/\r\n?/g, '\n')
        .replaceAll('\0', '')
        .replace(/\p{Surrogate}/gu, '\uFFFD');
      if (text === '' && f === undefined) return null;
      return { value: text, text: formatText(text, numberFormat), ...more };
    }
    default:
      return null;
  }
}
