import { contains, formatCell, formatRange, parseRange } from '../../core/sheet';
import type { CellRef, Range } from '../../core/sheet';
import { blocksOf, cellsOf } from '../excel/blocks';
import { cellKey } from '../plan';
import { boundsOf, rangeIn } from './blocks';
import type { EtWorksheet } from './et';

/**
 * WPS has no call that tells a property of many cells one by one: it says what all of them have in common, or null. So
 * the cells are halved until each piece is of one kind; cells that are alike cost two calls, however many they are.
 * `inColumn` may know better how to go about the cells of one column that differ.
 */
export function ofAll<T>(
  sheet: EtWorksheet,
  cells: readonly CellRef[],
  ask: (sheet: EtWorksheet, range: Range) => T | null,
  inColumn: (cells: readonly CellRef[]) => Map<string, T> | null = () => null,
): Map<string, T> {
  const found = new Map<string, T>();
  const pending: CellRef[][] = cells.length > 0 ? [[...cells].sort(byColumn)] : [];
  for (let piece = pending.pop(); piece; piece = pending.pop()) {
    const value = ask(sheet, boundsOf(piece));
    if (value !== null) {
      for (const cell of piece) found.set(cellKey(cell), value);
      continue;
    }
    const known = piece[0]?.column === piece.at(-1)?.column ? inColumn(piece) : null;
    for (const [key, one] of known ?? []) found.set(key, one);
    if (!known && piece.length > 1) pending.push(...halvesOf(piece));
  }
  return found;
}

const byColumn = (a: CellRef, b: CellRef) => a.column - b.column || a.row - b.row;

/** Whole columns where there are several. */
function halvesOf(cells: readonly CellRef[]): [CellRef[], CellRef[]] {
  const columns = [...new Set(cells.map(({ column }) => column))];
  const middle = columns[Math.floor(columns.length / 2)] as number;
  const at = columns.length > 1 ? cells.findIndex(({ column }) => column === middle) : Math.ceil(cells.length / 2);
  return [cells.slice(0, at), cells.slice(at)];
}

/** Characters of an address with several areas. */
const ADDRESS_LENGTH = 250;
/** Cells of a column for which it pays to look at their values. */
const MANY = 24;

const askFormat = (sheet: EtWorksheet, range: Range) => rangeIn(sheet, range).NumberFormat ?? null;

/**
 * Number formats by cell. In a column where they differ, shares and other numbers are likely to be formatted apart (0.95
 * beside 12): then all cells of one kind are asked at once, as one range of many areas.
 */
export function formatsOf(
  sheet: EtWorksheet,
  cells: readonly CellRef[],
  valueAt: (cell: CellRef) => unknown = () => null,
): Map<string, string> {
  const isShare = (cell: CellRef) => {
    const value = valueAt(cell);
    return typeof value === 'number' && (Math.abs(value) <= 1 || !Number.isInteger(value));
  };
  return ofAll(sheet, cells, askFormat, (column) => {
    const [shares, others] = [column.filter(isShare), column.filter((cell) => !isShare(cell))];
    const [share, other] = [shares[0], others[0]];
    if (column.length < MANY || !share || !other || !tellsOfAreas(sheet, share, other)) return null;
    return new Map(
      [...areasTogether(shares), ...areasTogether(others)].flatMap(({ address, within }) => {
        const format = sheet.Range(address).NumberFormat ?? null;
        return format === null
          ? [...ofAll(sheet, within, askFormat)]
          : within.map((cell): [string, string] => [cellKey(cell), format]);
      }),
    );
  });
}

/** Whether two cells differ, and a range of both says so: one that answered for its first area would mislead. */
function tellsOfAreas(sheet: EtWorksheet, a: CellRef, b: CellRef): boolean {
  if (askFormat(sheet, boundsOf([a])) === askFormat(sheet, boundsOf([b]))) return false;
  return (sheet.Range(`${formatCell(a)},${formatCell(b)}`).NumberFormat ?? null) === null;
}

function areasTogether(cells: readonly CellRef[]): { readonly address: string; readonly within: CellRef[] }[] {
  const groups: { address: string; within: CellRef[] }[] = [];
  for (const block of blocksOf(cells)) {
    const address = formatRange(block);
    const last = groups.at(-1);
    const within = [...cellsOf(block)];
    if (!last || last.address.length + 1 + address.length > ADDRESS_LENGTH) groups.push({ address, within });
    else groups[groups.length - 1] = { address: `${last.address},${address}`, within: [...last.within, ...within] };
  }
  return groups;
}

/** Rows or columns of a range that are hidden, by a person or by a filter. */
export function hiddenIn(sheet: EtWorksheet, range: Range, what: 'rows' | 'columns'): Set<number> {
  const hidden = new Set<number>();
  const [first, last] = what === 'rows' ? [range.top, range.bottom] : [range.left, range.right];
  const pending: [number, number][] = [[first, last]];
  for (let piece = pending.pop(); piece; piece = pending.pop()) {
    const [from, to] = piece;
    const found =
      what === 'rows'
        ? rangeIn(sheet, { top: from, bottom: to, left: 0, right: 0 }).EntireRow.Hidden
        : rangeIn(sheet, { top: 0, bottom: 0, left: from, right: to }).EntireColumn.Hidden;
    if (found === true) for (let at = from; at <= to; at += 1) hidden.add(at);
    if (found !== null || from === to) continue;
    const middle = Math.floor((from + to) / 2);
    pending.push([from, middle], [middle + 1, to]);
  }
  return hidden;
}

function hasMerged(sheet: EtWorksheet, range: Range): boolean {
  return rangeIn(sheet, range).MergeCells !== false;
}

/** The merged area around a cell; null where it stands alone. */
function areaAt(sheet: EtWorksheet, { row, column }: CellRef): Range | null {
  const cell = rangeIn(sheet, { top: row, bottom: row, left: column, right: column });
  const area = parseRange(cell.MergeArea.Address(false, false));
  return area && (area.top !== area.bottom || area.left !== area.right) ? area : null;
}

/**
 * The merged areas in a range, about three calls each. A filled cell with filled neighbours below and to the right
 * cannot lead an area, and a cell of an area that is known needs no asking: so only blanks and what stands before them
 * are asked, from the top, and nothing at all in a column without merged cells.
 */
export function mergesIn(sheet: EtWorksheet, range: Range, isBlank: (cell: CellRef) => boolean): Range[] {
  const areas: Range[] = [];
  if (!hasMerged(sheet, range)) return areas;
  for (let column = range.left; column <= range.right; column += 1) {
    const known = areas.filter(({ left, right }) => left <= column && column <= right);
    const open = new Set<number>();
    for (let row = range.top; row <= range.bottom; row += 1) {
      const cell = { row, column };
      const may = isBlank(cell) || isBlank({ row: row + 1, column }) || isBlank({ row, column: column + 1 });
      if (may && !known.some((area) => contains(area, cell))) open.add(row);
    }
    if (open.size === 0 || !hasMerged(sheet, { ...range, left: column, right: column })) continue;
    for (const [from, to] of runsOf(open)) areas.push(...downFrom(sheet, column, from, to));
  }
  return areas;
}

function* runsOf(rows: ReadonlySet<number>): Iterable<readonly [number, number]> {
  let from: number | null = null;
  let last = -1;
  for (const row of rows) {
    if (from !== null && row !== last + 1) {
      yield [from, last];
      from = null;
    }
    from ??= row;
    last = row;
  }
  if (from !== null) yield [from, last];
}

/** Areas that begin in one stretch of a column. */
function downFrom(sheet: EtWorksheet, column: number, from: number, to: number): Range[] {
  const areas: Range[] = [];
  let row = from;
  while (row <= to) {
    const area = areaAt(sheet, { row, column });
    if (area) areas.push(area);
    row = (area?.bottom ?? row) + 1;
    if (!area && row <= to) row = firstMerged(sheet, column, row, to);
  }
  return areas;
}

/** The first row of a stretch in which something is merged; past the end where nothing is. Near ones are found first. */
function firstMerged(sheet: EtWorksheet, column: number, from: number, to: number): number {
  const merged = (top: number, bottom: number) => hasMerged(sheet, { top, bottom, left: column, right: column });
  if (!merged(from, to)) return to + 1;
  let [low, high] = [from, to];
  for (let step = 1; low + step <= to; step *= 2) {
    if (merged(low, low + step - 1)) {
      high = low + step - 1;
      break;
    }
    low += step;
  }
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (merged(low, middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The merged areas that some cells belong to, where nothing is known of what stands in them. */
export function mergesOf(sheet: EtWorksheet, cells: readonly CellRef[]): Range[] {
  const areas: Range[] = [];
  const pending: CellRef[][] = cells.length > 0 ? [[...cells].sort(byColumn)] : [];
  for (let piece = pending.pop(); piece; piece = pending.pop()) {
    const open = piece.filter((cell) => !areas.some((area) => contains(area, cell)));
    const [first, ...rest] = open;
    if (!first || !hasMerged(sheet, boundsOf(open))) continue;
    if (rest.length > 0 && open.length > 2) {
      // From the front: the last piece that is put is the next that is taken.
      pending.push(...halvesOf(open).reverse());
      continue;
    }
    const area = areaAt(sheet, first);
    if (area) areas.push(area);
    if (rest.length > 0) pending.push(rest);
  }
  return areas;
}
