import type { IndicatorField } from '../indicator';
import type { Cell } from '../sheet';
import { misfit, MISFIT, type Look } from './looks';

/** A cell of a row that holds something. */
export interface RowCell {
  readonly column: number;
  readonly cell: Cell;
  readonly look: Look;
}

/** A column of the table and what belongs in it, in the order of the sheet. */
export interface Slot {
  readonly column: number;
  readonly field: IndicatorField | 'other';
}

/** Where a cell belongs; `slot` is null for one that belongs nowhere. */
export interface Placement {
  readonly cell: RowCell;
  readonly slot: Slot | null;
}

export interface Alignment {
  readonly cost: number;
  readonly placements: readonly Placement[];
}

/** A cell left out of the table. */
const DROP = 6;
/** A cell that stands elsewhere than the one before it: a shift begins, ends or changes. */
const BREAK = 1.5;
/** A column more of shift. */
const STEP = 0.25;
/** Mending must be better by this much than leaving the row as it is. */
const MARGIN = 2.5;

/** How well the cells fit where they stand: in sum, and the worst of them. */
export function identityCost(cells: readonly RowCell[], slots: readonly Slot[]): { cost: number; worst: number } {
  let cost = 0;
  let worst = 0;
  let index = 0;
  for (const cell of cells) {
    while (index < slots.length && (slots[index] as Slot).column < cell.column) index++;
    const slot = slots[index];
    const own = slot?.column === cell.column ? misfit(cell.look, slot.field) : DROP;
    cost += own;
    worst = Math.max(worst, own);
  }
  return { cost, worst };
}

/** Places the row's cells: where they stand, unless something is out of place there and fits better elsewhere. */
export function placeRow(cells: readonly RowCell[], slots: readonly Slot[]): Alignment {
  const plain = identityCost(cells, slots);
  if (plain.worst >= MISFIT) {
    const mended = alignRow(cells, slots);
    if (mended.cost + MARGIN <= plain.cost) return mended;
  }
  const byColumn = new Map(slots.map((slot) => [slot.column, slot]));
  return {
    cost: plain.cost,
    placements: cells.map((cell) => ({ cell, slot: byColumn.get(cell.column) ?? null })),
  };
}

/**
 * The cheapest way to lay the row's cells over the columns, kept in order: each cell costs what it fits badly, and a
 * change of shift between neighbours costs as well, so that a whole row moved by one is one fault, not ten.
 */
export function alignRow(cells: readonly RowCell[], slots: readonly Slot[]): Alignment {
  const m = slots.length;
  const n = cells.length;
  // After each cell: the least cost with slot j − 1 the last one used (0: none yet), and the shift that it was used with.
  const width = m + 1;
  const table: Float64Array[] = [new Float64Array(width).fill(Infinity)];
  const shifts: Int32Array[] = [new Int32Array(width)];
  const from: Int32Array[] = [new Int32Array(width).fill(-1)];
  (table[0] as Float64Array)[0] = 0;
  for (let i = 0; i < n; i++) {
    const cell = cells[i] as RowCell;
    const before = table[i] as Float64Array;
    const beforeShift = shifts[i] as Int32Array;
    const next = new Float64Array(width).fill(Infinity);
    const nextShift = new Int32Array(width);
    const nextFrom = new Int32Array(width).fill(-1);
    for (let j = 0; j < width; j++) {
      const so = before[j] as number;
      if (so === Infinity) continue;
      const shift = beforeShift[j] as number;
      if (so + DROP < (next[j] as number)) {
        next[j] = so + DROP;
        nextShift[j] = shift;
        nextFrom[j] = j;
      }
      for (let k = j + 1; k < width; k++) {
        const slot = slots[k - 1] as Slot;
        const moved = slot.column - cell.column;
        const change = moved === shift ? 0 : BREAK + STEP * Math.abs(moved - shift);
        const cost = so + misfit(cell.look, slot.field) + change;
        if (cost < (next[k] as number)) {
          next[k] = cost;
          nextShift[k] = moved;
          nextFrom[k] = j;
        }
      }
    }
    table.push(next);
    shifts.push(nextShift);
    from.push(nextFrom);
  }
  const last = table[n] as Float64Array;
  let state = last.indexOf(Math.min(...last));
  const cost = last[state] as number;
  const placements: Placement[] = [];
  for (let i = n; i > 0; i--) {
    const origin = (from[i] as Int32Array)[state] as number;
    placements.push({ cell: cells[i - 1] as RowCell, slot: origin === state ? null : (slots[state - 1] as Slot) });
    state = origin;
  }
  return { cost, placements: placements.reverse() };
}
