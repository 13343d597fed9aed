import type { IndicatorField } from '../core/indicator';
import type { ColumnCorrection } from '../core/reader';
import type { Suppression } from '../core/rules/finding';
import {
  cellAt,
  contentOf,
  RECORD_SHEET,
  sameContent,
  usedRange,
  type Cell,
  type CellContent,
  type Edit,
  type SheetSnapshot,
} from '../core/sheet';
import { squash } from '../core/text';
import { parsePlace, placeOf, sheetOfPlace } from './record-place';

/**
 * 绩效审核记录: what people decided about a workbook, kept in a plain sheet of it, one row an entry, to be read, printed
 * and mended by hand. Columns may be moved, added and left out; rows of kinds that are not known here are let be.
 * The words below are the format: they do not follow the interface's language.
 */
const HEADERS = ['类型', '编码', '位置', '问题或内容', '理由', '人员', '时间', '键'] as const;
export type Header = (typeof HEADERS)[number];

const SUPPRESSION = '保留原值';
const CORRECTION = '列对应';
/** Nothing is erased from a record: a withdrawn entry stays, and no longer counts. */
export const WITHDRAWN = '（已撤回）';

const FIELD_WORDS: Readonly<Record<IndicatorField | 'other', string>> = {
  level1: '一级指标',
  level2: '二级指标',
  name: '三级指标',
  operator: '比较符号',
  target: '指标值',
  unit: '计量单位',
  explanation: '指标解释',
  standard: '评分标准',
  weight: '分值',
  actual: '实际完成值',
  score: '得分',
  deviation: '偏差原因',
  remark: '备注',
  other: '其他列',
};

/** 列对应: the user's correction of the column mapping of a sheet. */
export interface RecordedCorrection extends ColumnCorrection {
  readonly sheet: string;
  /** The column's header when it was corrected: by it the column is found again after others were inserted. */
  readonly header: string;
  readonly by: string;
  readonly at: string;
}

/** 保留原值, as it stands in the record. */
export interface RecordedSuppression extends Suppression {
  /** `Sheet1!D12` at the time, and the finding's sentence then; '' where somebody took them out. */
  readonly place: string;
  readonly sentence: string;
}

export interface RecordContents {
  readonly suppressions: readonly RecordedSuppression[];
  readonly corrections: readonly RecordedCorrection[];
}

export const EMPTY_RECORD: RecordContents = { suppressions: [], corrections: [] };

/** What is to be kept of a decision beside the decision itself, for the reader of the printed sheet. */
export interface SuppressionEntry extends Suppression {
  readonly code: string;
  /** `Sheet1!D12` at the time. */
  readonly place: string;
  /** The finding's sentence at the time. */
  readonly sentence: string;
}

interface Layout {
  readonly headerRow: number;
  readonly columns: ReadonlyMap<Header, number>;
  /** The first row with nothing in it or below it. */
  readonly end: number;
}

/**
 * The decisions in force. A suppression without a reason is none; of several for one key and sheet, or one column, the
 * last counts. Keys of two sheets may be alike, so that a suppression holds for the sheet of its place.
 */
export function readRecord(sheet: SheetSnapshot | null): RecordContents {
  const layout = sheet && findLayout(sheet);
  if (!sheet || !layout) return EMPTY_RECORD;
  const suppressions = new Map<string, RecordedSuppression>();
  const corrections = new Map<string, RecordedCorrection>();
  for (let row = layout.headerRow + 1; row < layout.end; row++) {
    const text = (header: Header): string => textAt(sheet, layout, row, header);
    const kind = text('类型');
    const by = text('人员');
    const at = timeAt(sheet, layout, row);
    if (kind.startsWith(SUPPRESSION)) {
      const key = keyOf(text);
      const place = text('位置');
      const sheet = sheetOfPlace(place);
      const id = `${sheet ?? ''}|${key}`;
      suppressions.delete(id);
      const reason = text('理由');
      const typed = text('键') === '';
      if ((reason || typed) && kind === SUPPRESSION) {
        const told = {
          key,
          reason,
          by,
          at,
          place,
          sentence: text('问题或内容'),
          ...(typed ? { code: text('编码') } : {}),
        };
        suppressions.set(id, sheet === null ? told : { ...told, sheet });
      }
    } else if (kind.startsWith(CORRECTION)) {
      const place = parsePlace(text('位置'));
      if (!place) continue;
      const id = placeOf(place.sheet, place.column);
      corrections.delete(id);
      const field = fieldOf(text('问题或内容'));
      if (field && kind === CORRECTION) corrections.set(id, { ...place, field, header: text('键'), by, at });
    }
  }
  return { suppressions: [...suppressions.values()], corrections: [...corrections.values()] };
}

/** A correction at the column where its header now stands. */
export interface CurrentCorrection extends RecordedCorrection {
  /** The column under which it is recorded. */
  readonly recordedColumn: number;
}

/** The corrections that concern a sheet. */
export function correctionsFor(record: RecordContents, sheet: SheetSnapshot): CurrentCorrection[] {
  return record.corrections
    .filter((correction) => correction.sheet === sheet.name)
    .map((correction) => ({
      ...correction,
      column: currentColumn(sheet, correction.column, correction.header),
      recordedColumn: correction.column,
    }));
}

/** What a kept value's row goes by: its key; typed by hand, what else it says. */
function keyOf(text: RecordRow): string {
  return text('键') || [text('编码'), text('位置'), text('问题或内容')].join(' ').trim();
}

export function recordSuppression(record: SheetSnapshot | null, entry: SuppressionEntry): Edit[] {
  const sheet = sheetOfPlace(entry.place);
  const isSame = (text: RecordRow): boolean =>
    text('类型').startsWith(SUPPRESSION) && text('键') === entry.key && sheetOfPlace(text('位置')) === sheet;
  return writeRow(record, isSame, {
    类型: SUPPRESSION,
    编码: entry.code,
    位置: entry.place,
    问题或内容: entry.sentence,
    理由: entry.reason,
    人员: entry.by,
    时间: entry.at.replace('T', ' '),
    键: entry.key,
  });
}

/** Of the sheet alone, where one is named. */
export function withdrawSuppression(record: SheetSnapshot | null, key: string, sheet?: string): Edit[] {
  const isSame = (text: RecordRow): boolean =>
    text('类型') === SUPPRESSION &&
    keyOf(text) === key &&
    (sheet === undefined || text('键') === '' || sheetOfPlace(text('位置')) === sheet);
  return withdrawRow(record, isSame, SUPPRESSION);
}

/** `replaced` is the correction that was in force on the column, which may be recorded under another. */
export function recordCorrection(
  record: SheetSnapshot | null,
  entry: RecordedCorrection,
  replaced?: CurrentCorrection,
): Edit[] {
  const place = placeOf(entry.sheet, replaced?.recordedColumn ?? entry.column);
  return writeRow(record, (text) => text('类型').startsWith(CORRECTION) && text('位置') === place, {
    类型: CORRECTION,
    编码: '',
    位置: placeOf(entry.sheet, entry.column),
    问题或内容: FIELD_WORDS[entry.field],
    理由: '',
    人员: entry.by,
    时间: entry.at.replace('T', ' '),
    键: entry.header,
  });
}

export function withdrawCorrection(record: SheetSnapshot | null, correction: CurrentCorrection): Edit[] {
  const place = placeOf(correction.sheet, correction.recordedColumn);
  return withdrawRow(record, (text) => text('类型') === CORRECTION && text('位置') === place, CORRECTION);
}

/** `YYYY-MM-DDTHH:MM:SS` in the user's own time: what the record says is read by people beside their clock. */
export function localTime(date: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** The texts of a row by header. */
export type RecordRow = (header: Header) => string;

export interface RowEntry {
  /** Knows the row that this one goes over. */
  readonly isSame: (row: RecordRow) => boolean;
  readonly values: Readonly<Record<Header, string>>;
}

/** Over the row that `isSame` knows, else as a new last row; the sheet is made where there is none. */
export function writeRow(
  sheet: SheetSnapshot | null,
  isSame: (row: RecordRow) => boolean,
  values: Readonly<Record<Header, string>>,
): Edit[] {
  return writeRows(sheet, [{ isSame, values }]);
}

/** The same for several, those that are new one below another. */
export function writeRows(sheet: SheetSnapshot | null, entries: readonly RowEntry[]): Edit[] {
  if (!sheet) return [{ kind: 'addSheet', sheet: RECORD_SHEET, visible: true }, ...fresh(0, entries)];
  const layout = findLayout(sheet);
  // Somebody else's sheet of this name, or one whose header was lost: begin anew below what there is.
  if (!layout) return fresh((usedRange(sheet)?.bottom ?? -2) + 2, entries);
  // What is written goes by its key: a column for it is added where there is none.
  const keys = layout.columns.get('键') ?? (usedRange(sheet)?.right ?? 0) + 1;
  let next = layout.end;
  return [
    ...setText(sheet, layout.headerRow, keys, '键'),
    ...entries.flatMap(({ isSame, values }) => {
      const row = findLast(sheet, layout, isSame) ?? next++;
      return HEADERS.flatMap((header) => {
        const column = header === '键' ? keys : layout.columns.get(header);
        return column === undefined ? [] : setText(sheet, row, column, values[header]);
      });
    }),
  ];
}

/** The rows of some kinds, from the top; times as `YYYY-MM-DDTHH:MM:SS` where they can be read. */
export function rowsOfKind(
  sheet: SheetSnapshot | null,
  isKind: (kind: string) => boolean,
): Readonly<Record<Header, string>>[] {
  const layout = sheet && findLayout(sheet);
  if (!sheet || !layout) return [];
  const rows: Readonly<Record<Header, string>>[] = [];
  for (let row = layout.headerRow + 1; row < layout.end; row++) {
    if (!isKind(textAt(sheet, layout, row, '类型'))) continue;
    const texts = HEADERS.map((header) => [header, textAt(sheet, layout, row, header)]);
    rows.push({ ...(Object.fromEntries(texts) as Record<Header, string>), 时间: timeAt(sheet, layout, row) });
  }
  return rows;
}

export function withdrawRow(sheet: SheetSnapshot | null, isSame: (row: RecordRow) => boolean, kind: string): Edit[] {
  const layout = sheet && findLayout(sheet);
  if (!sheet || !layout) return [];
  const row = findLast(sheet, layout, isSame);
  return row === null ? [] : setText(sheet, row, layout.columns.get('类型') as number, kind + WITHDRAWN);
}

/** Writes into cells of the last row that `isSame` knows; nothing where there is none. */
export function changeRow(
  sheet: SheetSnapshot | null,
  isSame: (row: RecordRow) => boolean,
  values: Readonly<Partial<Record<Header, string>>>,
): Edit[] {
  const layout = sheet && findLayout(sheet);
  const row = sheet && layout && findLast(sheet, layout, isSame);
  if (!sheet || !layout || row === null) return [];
  return HEADERS.flatMap((header) => {
    const [column, text] = [layout.columns.get(header), values[header]];
    return column === undefined || text === undefined ? [] : setText(sheet, row, column, text);
  });
}

function fresh(top: number, entries: readonly RowEntry[]): Edit[] {
  const rows = [HEADERS as readonly string[], ...entries.map(({ values }) => HEADERS.map((header) => values[header]))];
  return rows.flatMap((cells, row) =>
    cells.flatMap((text, column): Edit[] =>
      text === ''
        ? []
        : [{ kind: 'set', sheet: RECORD_SHEET, cell: { row: top + row, column }, from: { blank: true }, to: { text } }],
    ),
  );
}

function setText(sheet: SheetSnapshot, row: number, column: number, text: string): Edit[] {
  const from = contentOf(cellAt(sheet, { row, column }));
  const to: CellContent = text === '' ? { blank: true } : { text };
  return sameContent(from, to) ? [] : [{ kind: 'set', sheet: RECORD_SHEET, cell: { row, column }, from, to }];
}

/** Headings that make a record of one that somebody began by hand, or whose keys were taken out. */
const TYPED: readonly Header[] = ['类型', '编码', '位置', '理由'];

/** The last row that stands like a header: it has at least the kind and the key, or what stands in for it. */
function findLayout(sheet: SheetSnapshot): Layout | null {
  let found: Omit<Layout, 'end'> | null = null;
  for (let row = 0; row < sheet.cells.length; row++) {
    const columns = new Map<Header, number>();
    sheet.cells[row]?.forEach((cell, column) => {
      const header = HEADERS.find((word) => word === plain(cell));
      if (header && !columns.has(header)) columns.set(header, column);
    });
    const hasKeys = columns.has('类型') && columns.has('键');
    if (hasKeys || TYPED.every((header) => columns.has(header))) found = { headerRow: row, columns };
  }
  return found && { ...found, end: (usedRange(sheet)?.bottom ?? 0) + 1 };
}

function findLast(sheet: SheetSnapshot, layout: Layout, isSame: (row: RecordRow) => boolean): number | null {
  for (let row = layout.end - 1; row > layout.headerRow; row--) {
    if (isSame((header) => textAt(sheet, layout, row, header))) return row;
  }
  return null;
}

function textAt(sheet: SheetSnapshot, layout: Layout, row: number, header: Header): string {
  const column = layout.columns.get(header);
  return column === undefined ? '' : plain(cellAt(sheet, { row, column }));
}

function plain(cell: Cell | null | undefined): string {
  if (!cell) return '';
  return (typeof cell.value === 'string' ? cell.value : cell.text).trim();
}

/** A time typed anew by hand is a date to the spreadsheet: its serial number is turned back. */
function timeAt(sheet: SheetSnapshot, layout: Layout, row: number): string {
  const column = layout.columns.get('时间');
  const cell = column === undefined ? null : cellAt(sheet, { row, column });
  if (typeof cell?.value === 'number' && cell.value > 0 && cell.value < 2958466) {
    const utc = new Date(Math.round((cell.value - 25569) * 86400) * 1000);
    return utc.toISOString().slice(0, 19);
  }
  return plain(cell).replace(/^(\d{4}-\d{2}-\d{2}) (?=\d)/, '$1T');
}

function fieldOf(word: string): IndicatorField | 'other' | null {
  const entries = Object.entries(FIELD_WORDS) as [IndicatorField | 'other', string][];
  return entries.find(([, known]) => known === word)?.[0] ?? null;
}

/** Where the header stands now, if it left its column and stands in one other only. */
function currentColumn(sheet: SheetSnapshot, column: number, header: string): number {
  if (!header) return column;
  const wanted = squash(header);
  const isHeader = (cell: Cell | null | undefined): boolean =>
    typeof cell?.value === 'string' && cell.value.length < wanted.length + 20 && squash(cell.value) === wanted;
  const found = new Set<number>();
  for (const row of sheet.cells) {
    if (isHeader(row?.[column])) return column;
    row?.forEach((cell, at) => {
      if (isHeader(cell)) found.add(at);
    });
  }
  const [only] = found;
  return found.size === 1 ? (only as number) : column;
}
