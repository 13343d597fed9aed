import { CellValueType } from '@univerjs/core';
import type { ICellData, IDocumentData, IStyleData } from '@univerjs/core';
import { callsAddIn, type Cell, type CellContent, type CellValue } from '../../core/sheet';
import { formatNumber } from '../../formats/xlsx/number-format';

/** What the grid shows for a failed formula; a person may also type one. */
const ERROR =
  /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|GETTING_DATA)$/;

/** Prefixes that files put before newer functions and parameters; the grid knows the plain names. */
const PREFIX = /_xl(?:fn|ws|pm|udf)\./gi;

/** What reading a cell needs to know beyond the cell. */
export interface CellLookup {
  styleOf(cell: ICellData): IStyleData | null;
  /** The formula of a cell that shares another's. */
  sharedFormula(row: number, column: number): string | null;
}

/** Rich text as plain: paragraphs end in `\r`, the document in `\r\n`. */
function plainText(document: IDocumentData): string {
  const stream = document.body?.dataStream ?? '';
  return stream.replace(/\r\n$/, '').replaceAll('\r', '\n');
}

function valueOf(cell: ICellData): CellValue {
  if (cell.p) return plainText(cell.p);
  const { v, t } = cell;
  if (v === null || v === undefined) return '';
  if (t === CellValueType.BOOLEAN) return v === true || Number(v) === 1 || String(v).toUpperCase() === 'TRUE';
  if (typeof v === 'boolean') return v;
  if (typeof v === 'number') return v;
  if (t === CellValueType.NUMBER && v.trim() !== '' && Number.isFinite(Number(v))) return Number(v);
  return t !== CellValueType.FORCE_STRING && ERROR.test(v) ? { error: v } : v;
}

export function readCell(
  data: ICellData | null | undefined,
  row: number,
  column: number,
  lookup: CellLookup,
): Cell | null {
  if (!data) return null;
  const formula = data.f || (data.si ? lookup.sharedFormula(row, column) : null) || undefined;
  const value = valueOf(data);
  if (value === '' && formula === undefined) return null;
  const pattern = lookup.styleOf(data)?.n?.pattern;
  const numberFormat = pattern && pattern !== 'General' ? pattern : undefined;
  return {
    value,
    text: textOf(value, numberFormat),
    ...(formula === undefined ? undefined : { formula: formula.startsWith('=') ? formula : `=${formula}` }),
    ...(numberFormat === undefined ? undefined : { numberFormat }),
  };
}

function textOf(value: CellValue, numberFormat: string | undefined): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return formatNumber(value, numberFormat);
  return typeof value === 'boolean' ? String(value).toUpperCase() : value.error;
}

/** Parts of a cell that a write of contents leaves nothing of. */
const EMPTY: ICellData = { v: null, t: null, f: null, si: null, p: null };

function dataOf(value: CellValue): ICellData {
  if (typeof value === 'number') return { v: value, t: CellValueType.NUMBER };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  if (typeof value !== 'string') return { v: value.error, t: CellValueType.STRING };
  return { v: value, t: ERROR.test(value) ? CellValueType.FORCE_STRING : CellValueType.STRING };
}

/** Contents as the grid takes them in a write over another cell; looks stay. */
export function writeContent(to: CellContent): ICellData {
  if ('blank' in to) return { ...EMPTY };
  if ('formula' in to) return { ...EMPTY, f: gridFormula(to.formula) };
  const value = 'text' in to ? to.text : 'number' in to ? to.number : 'boolean' in to ? to.boolean : to;
  return { ...EMPTY, ...dataOf(value) };
}

/**
 * A cell of a snapshot as the grid holds it, without looks. A formula keeps the value that it had; one of our own is
 * computed anew, for where the add-in was missing its value is `#NAME?`.
 */
export function gridCell(cell: Cell): ICellData {
  const anew = cell.formula !== undefined && (cell.value === '' || callsAddIn(cell.formula));
  const data = anew ? {} : dataOf(cell.value);
  return cell.formula === undefined ? data : { ...data, f: gridFormula(cell.formula) };
}

export function gridFormula(formula: string): string {
  return formula.replace(PREFIX, '');
}
