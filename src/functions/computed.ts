import { callsAddIn, cellAt, isError, parseRange, type CellRef, type Range, type SheetSnapshot } from '../core/sheet';
import { perfCalls } from './calls';
import { FUNCTIONS } from './definitions';
import { argumentOf, Refusal } from './native-argument';
import { run } from './run';
import { isFunctionError, notAvailable } from './value';
import type { Matrix, Scalar } from './value';

const UNKNOWN = notAvailable('not-computed');

/** A range of more cells is no column of scores. */
const MOST_CELLS = 10_000;

/** So many brackets within brackets, and cells that lead to one another, are followed. */
const DEEPEST = 50;

/**
 * What the PERF formulas of a sheet come to by its values, for files that nothing computes: formulas that are one call
 * over cells and plain values, calls and cells of such formulas among them; else what a cell was last computed to.
 * Undefined where it is not known, or an error.
 */
export function computedValues(sheet: SheetSnapshot): (cell: CellRef) => string | number | boolean | undefined {
  const known = new Map<string, Scalar>();
  let depth = 0;

  const valueAt = (ref: CellRef): Scalar => {
    const cell = cellAt(sheet, ref);
    if (!cell) return null;
    const last = isError(cell.value) ? { ...UNKNOWN, error: cell.value.error } : cell.value;
    if (cell.formula === undefined || !callsAddIn(cell.formula)) return last;
    const place = `${ref.row},${ref.column}`;
    const found = known.get(place);
    if (found !== undefined) return found;
    known.set(place, UNKNOWN);
    const value = valueOf(cell.formula.replace(/^=\s*/u, ''));
    const settled = isFunctionError(value) && last !== '' ? last : value;
    known.set(place, settled);
    return settled;
  };

  const cellsOf = ({ top, left, bottom, right }: Range): Matrix =>
    Array.from({ length: bottom - top + 1 }, (_, row) =>
      Array.from({ length: right - left + 1 }, (__, column) => valueAt({ row: top + row, column: left + column })),
    );

  /** Of an argument, or of a formula without its sign. */
  const argument = (text: string): Scalar | Matrix => {
    const range = parseRange(text.replaceAll('$', ''));
    if (range && (range.bottom - range.top + 1) * (range.right - range.left + 1) <= MOST_CELLS) return cellsOf(range);
    return perfCalls(text).length > 0 ? valueOf(text) : argumentOf(text, sheet).value;
  };

  const valueOf = (text: string): Scalar => {
    const [call] = perfCalls(text);
    const definition = FUNCTIONS.find(({ name }) => name === call?.name);
    if (!call || !definition || call.start > 0 || call.end < text.trimEnd().length || depth >= DEEPEST) return UNKNOWN;
    depth++;
    try {
      const [[value = null, ...others] = [], ...rows] = run(definition, call.args.map(argument));
      return others.length > 0 || rows.length > 0 ? UNKNOWN : value;
    } catch (error) {
      if (error instanceof Refusal) return UNKNOWN;
      throw error;
    } finally {
      depth--;
    }
  };

  return (cell) => {
    const value = valueAt(cell);
    return value === null || value === '' || isFunctionError(value) ? undefined : value;
  };
}
