import { FormatError } from '../../error';
import { columnIndex } from '../../../core/sheet';

const MAX_ROW = 1_048_576;
const MAX_COLUMN = 16_384;

/** Rows of a sheet that are opened above row `before` (from 0) or, where `count` is negative, closed from there on. */
export interface RowShift {
  readonly sheet: string;
  readonly before: number;
  readonly count: number;
  /** Every sheet in order, for references that span several. */
  readonly order: readonly string[];
}

/** Where a row comes to lie; null where it is closed or pushed off the sheet. */
export function movedRow(row: number, { before, count }: RowShift): number | null {
  if (row < before) return row;
  if (count < 0 && row < before - count) return null;
  return row + count < MAX_ROW ? row + count : null;
}

/** Where the rows from `top` to `bottom` come to lie; those opened among them belong to them. Null where none is left. */
export function movedSpan(
  top: number,
  bottom: number,
  shift: RowShift,
): { readonly top: number; readonly bottom: number } | null {
  // A whole column stays one.
  if (top === 0 && bottom === MAX_ROW - 1) return { top, bottom };
  const { before, count } = shift;
  if (count >= 0) {
    const first = movedRow(top, shift);
    return first === null ? null : { top: first, bottom: movedRow(bottom, shift) ?? MAX_ROW - 1 };
  }
  const first = movedRow(top, shift) ?? before;
  const last = movedRow(bottom, shift) ?? before - 1;
  return first <= last ? { top: first, bottom: last } : null;
}

const NAME = String.raw`[\p{L}_\\][\p{L}\p{N}_.\\?]*`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}`;

/**
 * Texts, errors, the sheet before a reference (`'甲 乙'!`, `[1]Sheet1!`, `Sheet1:Sheet3!`), structured references, then
 * references to cells, rows and columns, then names and numbers, in which nothing that looks like a reference is one.
 */
const TOKEN = new RegExp(
  [
    String.raw`"[^"]*"?`,
    String.raw`#[A-Z]+(?:\/[A-Z0-9]+)?[!?]?`,
    String.raw`(?<sheet>'(?:[^']|'')*'|(?:\[[^\]]*\])?${NAME}(?::${NAME})?)!`,
    String.raw`\[(?:'.|[^\]'])*\]?`,
    String.raw`(?<first>${CELL})(?::(?<last>${CELL}))?(?![\p{L}\p{N}_.(])`,
    String.raw`(?<from>\$?[1-9]\d{0,6}):(?<to>\$?[1-9]\d{0,6})(?![\p{L}\p{N}_.])`,
    String.raw`\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\p{L}\p{N}_.(!])`,
    NAME,
    String.raw`\d[\d.]*(?:[eE][+-]?\d+)?`,
  ].join('|'),
  'gu',
);

export interface Reading {
  /** Whether references without a sheet are to the sheet that is shifted. */
  readonly own: boolean;
  /** Rows without `$` are distances, as in the names of a workbook. */
  readonly fixedOnly?: boolean;
}

interface Row {
  /** What stands before the number: the column and the marks that fix them. */
  readonly head: string;
  readonly row: number;
}

const LOST = '#REF!';

/**
 * A formula as it reads once rows are opened or closed: references follow what they refer to. Throws FormatError where
 * one spans sheets of which one alone is shifted.
 */
export function shiftReferences(formula: string, shift: RowShift, { own, fixedOnly = false }: Reading): string {
  let sheet: string | null = null;
  let end = 0;
  return formula.replace(TOKEN, (token: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as Record<string, string | undefined>;
    const offset = rest.at(-3) as number;
    const named: string | null = offset === end ? sheet : null;
    sheet = null;
    end = offset + token.length;
    if (groups['sheet'] !== undefined) {
      ({ sheet } = groups as { sheet: string });
      return token;
    }
    // What follows `#REF!` was on a sheet that is gone.
    if (token === LOST) sheet = LOST;
    const first = groups['first'] ?? groups['from'];
    if (first === undefined || !(named === null ? own : isMeant(named, shift))) return token;
    return moved(token, first, groups['last'] ?? groups['to'], shift, fixedOnly);
  });
}

/** A list of areas, as `sqref` has it, without those that are gone. */
export function shiftAreas(areas: string, shift: RowShift): string {
  return shiftReferences(areas, shift, { own: true })
    .split(/\s+/)
    .filter((area) => area !== LOST)
    .join(' ');
}

function isMeant(written: string, { sheet, order }: RowShift): boolean {
  const key = (name: string) => name.toLowerCase();
  const name = key(written.startsWith("'") ? written.slice(1, -1).replaceAll("''", "'") : written);
  if (name === key(sheet)) return true;
  const [first, last] = name.split(':').map((end) => order.findIndex((candidate) => key(candidate) === end));
  if (first === undefined || last === undefined || first < 0 || last < 0) return false;
  const at = order.findIndex((candidate) => key(candidate) === key(sheet));
  if (at >= Math.min(first, last) && at <= Math.max(first, last)) {
    throw new FormatError('unsupported', { what: 'span', part: written });
  }
  return false;
}

function parse(reference: string): Row | null {
  const digits = reference.search(/\d/);
  const row = Number(reference.slice(digits)) - 1;
  const head = reference.slice(0, digits);
  const letters = head.replaceAll('$', '');
  return row < MAX_ROW && (letters === '' || columnIndex(letters) < MAX_COLUMN) ? { head, row } : null;
}

function moved(token: string, first: string, last: string | undefined, shift: RowShift, fixedOnly: boolean): string {
  const start = parse(first);
  const end = last === undefined ? start : parse(last);
  // Not references at all, but names that look like them.
  if (!start || !end) return token;
  const stays = ({ head }: Row) => fixedOnly && !head.endsWith('$');
  const write = ({ head }: Row, row: number) => head + String(row + 1);
  if (last === undefined || stays(start) || stays(end)) {
    const one = (place: Row) => {
      const row = stays(place) ? place.row : movedRow(place.row, shift);
      return row === null ? LOST : write(place, row);
    };
    return last === undefined ? one(start) : `${one(start)}:${one(end)}`;
  }
  const span = movedSpan(Math.min(start.row, end.row), Math.max(start.row, end.row), shift);
  if (!span) return LOST;
  const [a, b] = start.row <= end.row ? [span.top, span.bottom] : [span.bottom, span.top];
  return `${write(start, a)}:${write(end, b)}`;
}
