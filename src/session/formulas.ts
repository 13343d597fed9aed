import { applyEdits } from '../core/check';
import {
  callsAddIn,
  cellAt,
  contains,
  contentOf,
  formatAddress,
  isError,
  makeSheet,
  parseCell,
  quoteSheet,
  RECORD_SHEET,
  type Cell,
  type CellContent,
  type CellRef,
  type Edit,
  type Range,
  type SetEdit,
  type SheetSnapshot,
} from '../core/sheet';
import { shiftFormula } from '../formats/xlsx/formula';
import { rowsOfKind, withdrawRow, writeRow, type RecordRow } from './record';

/** 转为普通公式 · 转为数值 · 恢复为 PERF 公式. */
export type FormulaCommand = 'native' | 'values' | 'back';

/** What becomes of one formula; how is not the session's business. */
export type Translation<Note, Refusal> =
  | {
      readonly ok: true;
      readonly formula: string;
      readonly notes: readonly Note[];
      /** What it comes to, where that is known: for files, which nothing computes. */
      readonly result?: string | number | boolean;
    }
  | { readonly ok: false; readonly refusal: Refusal };

export interface FormulaRequest<Note, Refusal> {
  readonly command: FormulaCommand;
  /** The one that is shown by default. */
  readonly sheet?: string;
  /** Null for the whole sheet. */
  readonly scope: readonly Range[] | null;
  /** What is undone is called by this. */
  readonly label: string;
  translate(formula: string, sheet: SheetSnapshot, cell: CellRef): Translation<Note, Refusal>;
}

/** Why the session itself left a cell alone. */
export type LeftReason =
  /** Its value is an error, or has not been computed. */
  | 'no-value'
  /** What was written into it then is not there any more, in its place or moved. */
  | 'changed-since';

export interface FormulaOutcome<Note, Refusal> {
  readonly changed: readonly { readonly cell: CellRef; readonly notes: readonly Note[] }[];
  readonly left: readonly {
    readonly cell: CellRef;
    readonly why: { readonly kind: 'refused'; readonly refusal: Refusal } | { readonly kind: LeftReason };
  }[];
}

/** Kind and words of the record's rows; they are the format, and follow no language. */
const KIND = '公式';
const WRITTEN: Readonly<Record<'native' | 'values', string>> = { native: '普通公式', values: '数值' };

interface Author {
  readonly by: string;
  readonly at: string;
}

/** The edits of a command, and what is to be said of it. Pure. */
export function planFormulas<Note, Refusal>(
  sheet: SheetSnapshot,
  record: SheetSnapshot | null,
  request: FormulaRequest<Note, Refusal>,
  author: Author,
): { readonly edits: readonly Edit[]; readonly outcome: FormulaOutcome<Note, Refusal> } {
  return request.command === 'back'
    ? planBack(sheet, record, request.scope)
    : planAway(sheet, record, request, request.command, author);
}

function planAway<Note, Refusal>(
  sheet: SheetSnapshot,
  record: SheetSnapshot | null,
  { scope, translate }: FormulaRequest<Note, Refusal>,
  command: 'native' | 'values',
  author: Author,
): ReturnType<typeof planFormulas<Note, Refusal>> {
  const changed: FormulaOutcome<Note, Refusal>['changed'][number][] = [];
  const left: FormulaOutcome<Note, Refusal>['left'][number][] = [];
  const edits: SetEdit[] = [];
  const diary = new Diary(record);
  for (const [cell, found] of formulaCells(sheet, scope)) {
    const { formula } = found;
    if (!callsAddIn(formula)) continue;
    let to: CellContent | null;
    let notes: readonly Note[] = [];
    if (command === 'values') {
      to = valueOf(found);
      if (!to) {
        left.push({ cell, why: { kind: 'no-value' } });
        continue;
      }
    } else {
      const translation = translate(formula, sheet, cell);
      if (!translation.ok) {
        left.push({ cell, why: { kind: 'refused', refusal: translation.refusal } });
        continue;
      }
      const { formula: native, result } = translation;
      to = { formula: native, ...(result === undefined ? {} : { result }) };
      notes = translation.notes;
    }
    edits.push({ kind: 'set', sheet: sheet.name, cell, from: { formula }, to });
    changed.push({ cell, notes });
    const place = formatAddress({ sheet: sheet.name, ...cell });
    diary.write((text) => text('类型') === KIND && text('位置') === place, {
      类型: KIND,
      编码: WRITTEN[command],
      位置: place,
      问题或内容: formula,
      理由: textOf(to),
      人员: author.by,
      时间: author.at.replace('T', ' '),
      键: wordsOf(sheet, cell),
    });
  }
  return { edits: [...edits, ...diary.edits], outcome: { changed, left } };
}

/** A row of the record that concerns the sheet. */
interface Entry {
  readonly place: CellRef;
  readonly kind: string;
  readonly formula: string;
  readonly written: string;
  readonly words: string;
}

/**
 * Back to the formulas in the record, where a cell still holds what was written into it. Rows that were moved are known
 * by their words, and a native formula has moved its references along; where the words were changed, the place tells.
 */
function planBack<Note, Refusal>(
  sheet: SheetSnapshot,
  record: SheetSnapshot | null,
  scope: readonly Range[] | null,
): ReturnType<typeof planFormulas<Note, Refusal>> {
  const entries = entriesOf(sheet, record);
  const places = new Map<Entry, CellRef>();
  const taken = new Set<string>();
  const holds = ({ kind, place, written }: Entry, cell: CellRef): boolean => {
    const found = cellAt(sheet, cell);
    if (!found || taken.has(idOf(cell))) return false;
    if (kind !== WRITTEN.native) return found.formula === undefined && textOf(contentOf(found)) === written;
    return found.formula !== undefined && same(found.formula, shiftFormula(written, cell.row - place.row, 0));
  };
  const take = (entry: Entry, cell: CellRef | null): void => {
    if (!cell) return;
    places.set(entry, cell);
    taken.add(idOf(cell));
  };
  for (const entry of entries) {
    const isIt = (cell: CellRef): boolean => holds(entry, cell) && wordsOf(sheet, cell) === entry.words;
    take(entry, isIt(entry.place) ? entry.place : onlyOne(sheet, entry.place.column, isIt));
  }
  for (const entry of entries) if (!places.has(entry) && holds(entry, entry.place)) take(entry, entry.place);

  const changed: FormulaOutcome<Note, Refusal>['changed'][number][] = [];
  const left: FormulaOutcome<Note, Refusal>['left'][number][] = [];
  const edits: SetEdit[] = [];
  const diary = new Diary(record);
  for (const entry of entries) {
    const { place } = entry;
    const cell = places.get(entry);
    if (!isWithin(scope, cell ?? place)) continue;
    if (!cell) {
      left.push({ cell: place, why: { kind: 'changed-since' } });
      continue;
    }
    const formula = shiftFormula(entry.formula, cell.row - place.row, 0);
    edits.push({ kind: 'set', sheet: sheet.name, cell, from: contentOf(cellAt(sheet, cell)), to: { formula } });
    changed.push({ cell, notes: [] });
    const recorded = formatAddress({ sheet: sheet.name, ...place });
    diary.withdraw((text) => text('类型') === KIND && text('位置') === recorded);
  }
  return { edits: [...edits, ...diary.edits], outcome: { changed, left } };
}

/** The cells that would get their PERF formulas back. */
export function convertedCells(sheet: SheetSnapshot, record: SheetSnapshot | null): readonly CellRef[] {
  return planBack<never, never>(sheet, record, null).outcome.changed.map(({ cell }) => cell);
}

function isWithin(scope: readonly Range[] | null, cell: CellRef): boolean {
  return scope === null || scope.some((range) => contains(range, cell));
}

function entriesOf(sheet: SheetSnapshot, record: SheetSnapshot | null): Entry[] {
  return rowsOfKind(record, (kind) => kind === KIND).flatMap((row) => {
    const place = placeIn(sheet.name, row['位置']);
    return place
      ? [{ place, kind: row['编码'], formula: row['问题或内容'], written: row['理由'], words: row['键'] }]
      : [];
  });
}

const idOf = ({ row, column }: CellRef): string => `${String(row)},${String(column)}`;

/** Several entries into one record: each sees what those before it wrote. */
class Diary {
  readonly edits: Edit[] = [];

  constructor(private record: SheetSnapshot | null) {}

  write(isSame: (row: RecordRow) => boolean, values: Parameters<typeof writeRow>[2]): void {
    this.take(writeRow(this.record, isSame, values));
  }

  withdraw(isSame: (row: RecordRow) => boolean): void {
    this.take(withdrawRow(this.record, isSame, KIND));
  }

  private take(edits: readonly Edit[]): void {
    this.edits.push(...edits);
    const sets = edits.filter((edit) => edit.kind === 'set');
    this.record = applyEdits(this.record ?? makeSheet(RECORD_SHEET, []), sets).sheet;
  }
}

function* formulaCells(
  sheet: SheetSnapshot,
  scope: readonly Range[] | null,
): Iterable<readonly [CellRef, Cell & { readonly formula: string }]> {
  for (const [row, cells] of sheet.cells.entries()) {
    for (const [column, cell] of cells?.entries() ?? []) {
      if (cell?.formula === undefined || !isWithin(scope, { row, column })) continue;
      yield [
        { row, column },
        { ...cell, formula: cell.formula },
      ];
    }
  }
}

function valueOf({ value }: Cell): CellContent | null {
  if (isError(value) || value === '') return null;
  if (typeof value === 'number') return { number: value };
  return typeof value === 'boolean' ? { boolean: value } : { text: value };
}

function textOf(content: CellContent): string {
  if ('formula' in content) return content.formula;
  if ('number' in content) return String(content.number);
  return 'text' in content ? content.text : 'boolean' in content ? String(content.boolean) : '';
}

/** The texts of a row, by which it is known again after it was moved; its numbers may change at any time. */
function wordsOf(sheet: SheetSnapshot, { row, column }: CellRef): string {
  const words = (sheet.cells[row] ?? []).flatMap((cell, at) =>
    cell && at !== column && cell.formula === undefined && typeof cell.value === 'string' ? [cell.value] : [],
  );
  return words.join('/').replaceAll(/\s/gu, '').slice(0, 200);
}

/** Spreadsheets set spaces and capitals of formulas as they like. */
function same(a: string, b: string): boolean {
  const plain = (formula: string): string => formula.replaceAll(/\s/gu, '').toUpperCase();
  return plain(a) === plain(b);
}

function placeIn(sheet: string, place: string): CellRef | null {
  const at = place.lastIndexOf('!');
  if (place.slice(0, at) !== quoteSheet(sheet)) return null;
  return parseCell(place.slice(at + 1).replaceAll('$', ''));
}

/** The one cell of a column that it can be; none where there are several. */
function onlyOne(sheet: SheetSnapshot, column: number, isIt: (cell: CellRef) => boolean): CellRef | null {
  const found = [...sheet.cells.keys()].filter((row) => isIt({ row, column }));
  return found.length === 1 ? { row: found[0] as number, column } : null;
}
