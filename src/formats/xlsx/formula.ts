import { columnIndex, columnName } from '../../core/sheet';

const MAX_ROW = 1_048_576;
const MAX_COLUMN = 16_384;

/**
 * What a formula may contain, strings and quoted sheet names first (a doubled quote ends one and begins another):
 * references are looked for in the rest only, and never inside a name (`LOG10(`, `表A1`, `A1B`) or a structured
 * reference (`[…]`).
 */
const TOKEN =
  /"[^"]*"?|'[^']*'?|\[[^\]]*\]?|(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})(?![\p{L}\p{N}_.(])|(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![\p{L}\p{N}_.(!])|(\$?)([1-9]\d{0,6}):(\$?)([1-9]\d{0,6})(?![\p{L}\p{N}_.])|[\p{L}_\\][\p{L}\p{N}_.\\]*|\d[\d.]*(?:[eE][+-]?\d+)?/gu;

/** A formula as it reads `rows` lower and `columns` further right, as shared formulas and copying have it. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return formula.replace(TOKEN, (whole: string, ...groups: (string | undefined)[]) => {
    const [fixColumn, letters, fixRow, digits, fixA, lettersA, fixB, lettersB, fix1, digits1, fix2, digits2] = groups;
    if (letters !== undefined && digits !== undefined) {
      // Beyond the grid it is a name (`ZZZ1`).
      if (columnIndex(letters) >= MAX_COLUMN || Number(digits) > MAX_ROW) return whole;
      const column = moveColumn(letters, fixColumn, columns);
      const row = moveRow(digits, fixRow, rows);
      return column === null || row === null ? '#REF!' : column + row;
    }
    if (lettersA !== undefined && lettersB !== undefined) {
      const first = moveColumn(lettersA, fixA, columns);
      const second = moveColumn(lettersB, fixB, columns);
      return first === null || second === null ? '#REF!' : `${first}:${second}`;
    }
    if (digits1 !== undefined && digits2 !== undefined) {
      const first = moveRow(digits1, fix1, rows);
      const second = moveRow(digits2, fix2, rows);
      return first === null || second === null ? '#REF!' : `${first}:${second}`;
    }
    return whole;
  });
}

function moveColumn(letters: string, fixed: string | undefined, by: number): string | null {
  if (fixed) return `$${letters}`;
  const column = columnIndex(letters) + by;
  return column >= 0 && column < MAX_COLUMN ? columnName(column) : null;
}

function moveRow(digits: string, fixed: string | undefined, by: number): string | null {
  if (fixed) return `$${digits}`;
  const row = Number(digits) + by;
  return row >= 1 && row <= MAX_ROW ? String(row) : null;
}

/** Functions younger than the file format are stored with a prefix that no one sees. */
const PREFIX = /"[^"]*"?|_xl(?:fn|ws|pm|udf|eta)\./g;

/** Excel stores the functions of an add-in by namespace and name, with a prefix: `_xldudf_PERF_SCORE(`. */
const ADD_IN = { stored: /"[^"]*"?|_xldudf_PERF_/gi, prefix: '_xldudf_PERF_', shown: 'PERF.' };

/** As people see it, with its `=`. */
export function formulaFromFile(formula: string): string {
  const shown = formula.includes('_xl')
    ? formula.replace(PREFIX, (token) => (token.startsWith('"') ? token : ''))
    : formula;
  const own = shown.includes(ADD_IN.prefix)
    ? shown.replace(ADD_IN.stored, (token) => (token.startsWith('"') ? token : ADD_IN.shown))
    : shown;
  return `=${own}`;
}

const YOUNG = new Set(
  (
    'CONCAT IFS MAXIFS MINIFS SWITCH TEXTJOIN XLOOKUP XMATCH LET LAMBDA SORTBY UNIQUE SEQUENCE RANDARRAY ' +
    'TEXTBEFORE TEXTAFTER TEXTSPLIT VSTACK HSTACK TAKE DROP CHOOSECOLS CHOOSEROWS TOCOL TOROW WRAPROWS WRAPCOLS EXPAND ' +
    'MAP REDUCE SCAN BYROW BYCOL MAKEARRAY ISOMITTED DAYS XOR IFNA NUMBERVALUE SHEET SHEETS FORMULATEXT UNICODE UNICHAR'
  ).split(' '),
);

const NAME = /"[^"]*"?|'[^']*'?|[\p{L}_][\p{L}\p{N}_.]*/gu;

/** As it is stored: without `=`, young functions and those of the add-in prefixed. */
export function formulaToFile(formula: string): string {
  return formula.replace(/^=/, '').replace(NAME, (token, offset: number, whole: string) => {
    if (whole[offset + token.length] !== '(') return token;
    const name = token.toUpperCase();
    if (name.startsWith(ADD_IN.shown)) return ADD_IN.prefix + name.slice(ADD_IN.shown.length);
    if (name === 'FILTER' || name === 'SORT') return `_xlfn._xlws.${token}`;
    return YOUNG.has(name) ? `_xlfn.${token}` : token;
  });
}
