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
/** Of two ways that are as good, the one that leaves the first cell where it stands. */
const FIRST = 0.1;
/** Cells further from a column than this do not belong to it. */
const FARTHEST = 8;
/** Mending must be better by this much than leaving the row as it is. */
const MARGIN = 2.5;

/** How well the cells fit where they stand: in sum, the worst of them, and how many stand out of place. */
export function identityCost(
  cells: readonly RowCell[],
  slots: readonly Slot[],
): { cost: number; worst: number; misfits: number } {
  let cost = 0;
  let worst = 0;
  let misfits = 0;
  let index = 0;
  for (const cell of cells) {
    while (index < slots.length && (slots[index] as Slot).column < cell.column) index++;
    const slot = slots[index];
    const own = slot?.column === cell.column ? misfit(cell.look, slot.field) : DROP;
    cost += own;
    worst = Math.max(worst, own);
    if (own >= MISFIT) misfits++;
  }
  return { cost, worst, misfits };
}

/** In a form of ours a shifted row shows in several cells; a single odd one is what somebody wrote there. */
const TRUSTED_MISFITS = 2;

/**
 * Places the row's cells: where they stand, unless something is out of place there and fits better elsewhere. In a form
 * of ours (`trusted`) it takes more to believe that cells have moved.
 */
export function placeRow(cells: readonly RowCell[], slots: readonly Slot[], trusted = false): Alignment {
  const plain = identityCost(cells, slots);
  if (plain.misfits >= (trusted ? TRUSTED_MISFITS : 1)) {
    const mended = alignRow(cells, slots);
    if (mended.cost + MARGIN <= plain.cost) return mended;
  }
  let index = 0;
  const placements = cells.map((cell): Placement => {
    while (index < slots.length && (slots[index] as Slot).column < cell.column) index++;
    const slot = slots[index];
    return { cell, slot: slot?.column === cell.column ? slot : null };
  });
  return { cost: plain.cost, placements };
}

/**
 * The cheapest way to lay the row's cells over the columns, kept in order: each cell costs what it fits badly, and a
 * change of shift between neighbours costs as well, so that a whole row moved by one is one fault, not ten.
 */
export function alignRow(cells: readonly RowCell[], slots: readonly Slot[]): Alignment {
  const n = cells.length;
  // After i cells, in state j (slot j − 1 was used last; 0: none yet): the least cost, the shift with which that slot was
  // used, and the state before. Flat, one row of `width` states a cell.
  const width = slots.length + 1;
  const costs = new Float64Array((n + 1) * width).fill(Infinity);
  const shifts = new Int16Array((n + 1) * width);
  const origins = new Int16Array((n + 1) * width).fill(-1);
  costs[0] = 0;
  for (let i = 0; i < n; i++) {
    const cell = cells[i] as RowCell;
    const here = i * width;
    const next = here + width;
    for (let j = 0; j < width; j++) {
      const so = costs[here + j] as number;
      if (so === Infinity) continue;
      if (so + DROP < (costs[next + j] as number)) {
        costs[next + j] = so + DROP;
        shifts[next + j] = shifts[here + j] as number;
        origins[next + j] = j;
      }
    }
    for (let k = 1; k < width; k++) {
      const slot = slots[k - 1] as Slot;
      const moved = slot.column - cell.column;
      if (moved > FARTHEST || moved < -FARTHEST) continue;
      const own = misfit(cell.look, slot.field);
      for (let j = 0; j < k; j++) {
        const so = costs[here + j] as number;
        const change = moved - (shifts[here + j] as number);
        const cost =
          so + own + (change === 0 ? 0 : BREAK + STEP * Math.abs(change)) + (j === 0 && moved !== 0 ? FIRST : 0);
        if (cost < (costs[next + k] as number)) {
          costs[next + k] = cost;
          shifts[next + k] = moved;
          origins[next + k] = j;
        }
      }
    }
  }
  let state = 0;
  for (let j = 1; j < width; j++)
    if ((costs[n * width + j] as number) < (costs[n * width + state] as number)) state = j;
  const cost = costs[n * width + state] as number;
  const placements: Placement[] = [];
  for (let i = n; i > 0; i--) {
    const origin = origins[i * width + state] as number;
    placements.push({ cell: cells[i - 1] as RowCell, slot: origin === state ? null : (slots[state - 1] as Slot) });
    state = origin;
  }
  return { cost, placements: placements.reverse() };
}
