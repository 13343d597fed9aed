import { squash } from '../text';
import { contentText, type Grid } from './grid';
import type { Header } from './locate';
import type { RowCell } from './align';
import { LOOK, type Look } from './looks';
import type { Cell } from '../sheet';
import { partOf, type RowPart } from './memory';
import { FORM_START, GRADE, NOTE, SIGNOFF, SUBTOTAL, TITLE, TOTAL } from './words';

/** A row under the headings that holds something. */
export interface BodyRow {
  readonly row: number;
  readonly cells: readonly RowCell[];
  /** The same with what is known of them. */
  readonly part: RowPart;
}

export type RowKind = 'data' | 'total' | 'subtotal' | 'end';

export interface Body {
  readonly rows: readonly BodyRow[];
  /** 总分, 合计: rows that add up. 小计 is left out. */
  readonly totals: readonly BodyRow[];
  /** The first row that is no longer the table's: its foot, or whatever follows. */
  readonly end: number;
}

/** So many blank rows end a table. */
const GAP = 20;
/** So far outside the headings a shifted cell may stand. */
export const REACH = 3;

const DATE = /^\d{4}[.\-/年]\d{1,2}[.\-/月]\d{1,2}日?$/;

/** Rows read between two pauses. */
const SLICE = 50;

/** The rows of a table, from under its headings to its foot. Whether a row is an indicator is decided later. */
export function* readBody(
  grid: Grid,
  header: Header,
  limit: number,
  look: (cell: Cell) => Look,
): Generator<undefined, Body> {
  const rows: BodyRow[] = [];
  const totals: BodyRow[] = [];
  let blank = 0;
  let row = header.bottom + 1;
  let end = row;
  for (; row < limit; row++) {
    if (row % SLICE === 0) yield;
    const part = partAt(grid, header, row, look);
    if (!part || part.cells.length === 0) {
      if (++blank > GAP) break;
      continue;
    }
    const { cells, kind } = part;
    if (kind === 'end') break;
    blank = 0;
    end = row + 1;
    if (kind === 'total') totals.push({ row, cells, part });
    else if (kind === 'data') rows.push({ row, cells, part });
  }
  return { rows, totals, end };
}

function partAt(grid: Grid, header: Header, row: number, look: (cell: Cell) => Look): RowPart | null {
  const width = grid.sheet.cells[row]?.length;
  if (width === undefined) return null;
  const left = Math.max(header.left, 0);
  const right = Math.min(header.right, width - 1);
  return partOf(grid.memory(row), left, right, () => {
    const cells = cellsOf(grid, row, left, right, look);
    return { cells, kind: kindOf(cells) };
  });
}

function cellsOf(grid: Grid, row: number, left: number, right: number, look: (cell: Cell) => Look): RowCell[] {
  const found: RowCell[] = [];
  for (const column of grid.filled(row)) {
    if (column < left || column > right) continue;
    const cell = grid.at(row, column);
    if (cell) found.push({ column, cell, look: look(cell) });
  }
  return found;
}

/** ≥ in a cell of its own or before a value: neither totals nor signatures have a target, but 评价得分 and 填报时间 may. */
const hasTarget = (cells: readonly RowCell[]): boolean =>
  cells.some(
    ({ cell, look }) => (look & LOOK.sign) !== 0 || (typeof cell.value === 'string' && SIGNED.test(cell.value)),
  );

const SIGNED = /^\s*[≥≤≧≦]/u;

function kindOf(cells: readonly RowCell[]): RowKind {
  if (hasTarget(cells)) return 'data';
  for (let index = 0; index < Math.min(cells.length, 3); index++) {
    const { cell } = cells[index] as RowCell;
    if (typeof cell.value !== 'string' || cell.value.length > 60) continue;
    const text = squash(contentText(cell));
    if (TOTAL.test(text)) return 'total';
    if (SUBTOTAL.test(text)) return 'subtotal';
    if (index > 0) continue;
    if (isFoot(text) || NOTE.test(text) || FORM_START.test(text)) return 'end';
    if (cells.length === 1 && (TITLE.test(text) || DATE.test(text))) return 'end';
  }
  return 'data';
}

/** 业务股室审核：, 填报人：张三, 自评等级. */
function isFoot(text: string): boolean {
  const colon = text.indexOf(':');
  const label = colon < 0 ? text : text.slice(0, colon);
  return GRADE.test(label) || ((colon >= 0 || /人|日期|签字|盖章/.test(label)) && SIGNOFF.test(label));
}
