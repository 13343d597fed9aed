import type { CellRef, Range } from './address';
import type { Cell } from './snapshot';

/**
 * What a cell holds, as something to write. `text` is always written as text, whatever it begins with;
 * a text or number written over a cell keeps the cell's looks.
 */
export type CellContent =
  | { readonly text: string }
  | { readonly number: number; readonly numberFormat?: string }
  | { readonly boolean: boolean }
  | { readonly error: string }
  /** `result`: what it comes to, as far as it is known, for files, which nothing computes; it is no part of a comparison. */
  | { readonly formula: string; readonly result?: string | number | boolean }
  | { readonly blank: true };

/** Writes one cell; refused as a conflict where the cell no longer holds `from`. */
export interface SetEdit {
  readonly kind: 'set';
  readonly sheet: string;
  readonly cell: CellRef;
  readonly from: CellContent;
  readonly to: CellContent;
}

export interface MergeEdit {
  readonly kind: 'merge' | 'unmerge';
  readonly sheet: string;
  readonly range: Range;
}

/** Opens `count` empty rows above row `before` (from 0). */
export interface InsertRowsEdit {
  readonly kind: 'insertRows';
  readonly sheet: string;
  readonly before: number;
  readonly count: number;
}

/** A new sheet after the last one, with its first contents. Refused where the name is taken. */
export interface AddSheetEdit {
  readonly kind: 'addSheet';
  readonly sheet: string;
  readonly visible: boolean;
}

export type MarkLevel = 'error' | 'warning' | 'info';

/**
 * Marks a cell as having a finding: a conditional-format rule with a recognisable formula, so that the user's own
 * fill is never written. At most one mark a cell. `note` is added where the cell has no note or comment of the user's.
 */
export interface MarkEdit {
  readonly kind: 'mark';
  readonly sheet: string;
  readonly cell: CellRef;
  readonly level: MarkLevel;
  readonly note: string;
}

/** Removes every mark of ours on the sheet, wherever the rules were copied to, and the notes that came with them. */
export interface ClearMarksEdit {
  readonly kind: 'clearMarks';
  readonly sheet: string;
}

/**
 * How cells look. What is left out stays as it is. A font that the machine lacks is replaced by the host: `font` is
 * one of those every Chinese office has (宋体, 黑体, 仿宋, 楷体).
 */
export interface CellFormat {
  readonly font?: string;
  /** In points. */
  readonly size?: number;
  readonly bold?: boolean;
  /** `#RRGGBB`. */
  readonly color?: string;
  /** `#RRGGBB`. */
  readonly fill?: string;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'middle' | 'bottom';
  readonly wrap?: boolean;
  /** Thin lines around and between the cells. */
  readonly borders?: boolean;
  readonly numberFormat?: string;
  /** Whether the cell is locked once the sheet is protected; spreadsheets lock every cell by default. */
  readonly locked?: boolean;
}

/** Gives every cell of a range these looks. */
export interface FormatEdit {
  readonly kind: 'format';
  readonly sheet: string;
  readonly range: Range;
  readonly format: CellFormat;
}

/** Widths of columns in characters of the default font, heights of rows in points; from the first one on. */
export interface SizeEdit {
  readonly kind: 'columnWidths' | 'rowHeights';
  readonly sheet: string;
  readonly first: number;
  readonly sizes: readonly number[];
}

/**
 * What may be entered in a range. `source` is a list of texts (255 characters joined by commas at most), or a formula
 * that gives a range, relative to the top left cell of `range` (`=绩效字典!$A$1:$A$4`, `=OFFSET(…,MATCH($A5,…),…)`).
 * `prompt` is shown while the cell is selected; where `strict` is false another entry is accepted.
 */
export interface ValidationEdit {
  readonly kind: 'validation';
  readonly sheet: string;
  readonly range: Range;
  readonly source: { readonly list: readonly string[] } | { readonly formula: string } | null;
  readonly prompt?: { readonly title: string; readonly text: string };
  readonly strict: boolean;
}

/** Print setup: one page wide, as many pages as it takes. */
export interface PageSetupEdit {
  readonly kind: 'pageSetup';
  readonly sheet: string;
  readonly orientation: 'landscape' | 'portrait';
  readonly paper: 'A4' | 'A3';
  /** In centimetres. */
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  readonly printArea?: Range;
  /** Rows repeated at the top of each page. */
  readonly titleRows?: { readonly top: number; readonly bottom: number };
  /** Whether “第 1 页，共 3 页” stands at the foot. */
  readonly pageNumbers: boolean;
}

/** Protects a sheet without a password: cells with `locked: false` can still be filled in. */
export interface ProtectEdit {
  readonly kind: 'protect';
  readonly sheet: string;
}

/**
 * A native chart of columns side by side, whose numbers stay in the cells that it shows. Refused where the sheet has a
 * chart of that name. Alternative text is left out where the host has none for charts.
 */
export interface ChartEdit {
  readonly kind: 'addChart';
  readonly sheet: string;
  readonly name: string;
  /** On the same sheet: the first row names the series, the first column what they are of. */
  readonly source: Range;
  readonly title: string;
  readonly alternative: string;
  readonly axes: { readonly categories: string; readonly values: string };
  /** Of the numbers along the axis and above the columns. */
  readonly numberFormat: string;
  /** `#RRGGBB` for each series. */
  readonly colors: readonly string[];
  /** The cells that it covers. */
  readonly place: Range;
}

/** The edits that draw a form. */
export type FormEdit = FormatEdit | SizeEdit | ValidationEdit | PageSetupEdit | ProtectEdit;

export type Edit =
  SetEdit | MergeEdit | InsertRowsEdit | AddSheetEdit | MarkEdit | ClearMarksEdit | FormEdit | ChartEdit;

/** The edits that a finding's fix may use. */
export type FixEdit = SetEdit | MergeEdit;

/**
 * The formula of our conditional-format rules; the rule is true everywhere, and known by this text alone:
 * `=N("PERF.MARK error")=0`.
 */
export function markFormula(level: MarkLevel): string {
  return `=N("PERF.MARK ${level}")=0`;
}

const MARK = /N\(\s*"PERF\.MARK (error|warning|info)"\s*\)/i;

/** The level of one of our marks from its rule's formula; null for the user's own rules. */
export function markLevelOf(formula: string): MarkLevel | null {
  const match = MARK.exec(formula);
  return match ? ((match[1] as string).toLowerCase() as MarkLevel) : null;
}

/** The first line of every note that comes with a mark: by it our notes are told from the user's. */
export const NOTE_HEAD = '【绩效表助手】';

/** The whole text of the note that comes with a mark. */
export function markNote(note: string): string {
  return isMarkNote(note) ? note : `${NOTE_HEAD}\n${note}`;
}

/** Whether a note or comment is one of ours. */
export function isMarkNote(text: string): boolean {
  return text.startsWith(NOTE_HEAD);
}

/** Fill colours of the marks (RGB): light enough for black text in print, told apart by lightness as well as hue. */
export const MARK_FILL: Readonly<Record<MarkLevel, string>> = { error: '#F8B4B4', warning: '#FFE0A3', info: '#D6E4FF' };

/** What a cell holds now, in the form that `from` is compared with. */
export function contentOf(cell: Cell | null): CellContent {
  if (!cell) return { blank: true };
  if (cell.formula !== undefined) return { formula: cell.formula };
  const { value } = cell;
  if (typeof value === 'string') return value === '' ? { blank: true } : { text: value };
  if (typeof value === 'number') {
    return cell.numberFormat === undefined ? { number: value } : { number: value, numberFormat: cell.numberFormat };
  }
  if (typeof value === 'boolean') return { boolean: value };
  return { error: value.error };
}

/** Whether two contents are the same for the comparison before writing: number formats do not count. */
export function sameContent(a: CellContent, b: CellContent): boolean {
  if ('blank' in a || 'blank' in b) return 'blank' in a && 'blank' in b;
  if ('text' in a) return 'text' in b && a.text.replaceAll('\r\n', '\n') === b.text.replaceAll('\r\n', '\n');
  if ('number' in a) return 'number' in b && a.number === b.number;
  if ('boolean' in a) return 'boolean' in b && a.boolean === b.boolean;
  if ('error' in a) return 'error' in b && a.error === b.error;
  return 'formula' in b && a.formula === b.formula;
}
