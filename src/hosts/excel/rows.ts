import type { Rows } from '../plan';
import { sheetKey } from '../plan';
import { rangeIn } from './blocks';
import type { Move, Progress, Work } from './work';

export function queueRows(sheet: Excel.Worksheet, { before, count }: Rows, move: Move): void {
  const range = { top: before, bottom: before + count - 1, left: 0, right: 0 };
  const rows = rangeIn(sheet, range).getEntireRow();
  if (move === 'insert') rows.insert('Down');
  else rows.delete('Up');
}

/** The last row of each sheet that holds something, from 0, by the sheets' keys; -1 on a blank sheet. */
export type Bottoms = Map<string, number>;

/** Asks for the bottoms of the sheets on which rows move; what it returns is to be called after the next sync. */
export function askBottoms(moves: readonly Rows[], sheetOf: (name: string) => Excel.Worksheet): () => Bottoms {
  const names = new Map(moves.map(({ sheet }) => [sheetKey(sheet), sheet]));
  const asked = [...names].map(([key, name]) => {
    const used = sheetOf(name).getUsedRangeOrNullObject(true);
    used.load('rowIndex,rowCount');
    return { key, used };
  });
  return () => new Map(asked.map(({ key, used }) => [key, used.isNullObject ? -1 : used.rowIndex + used.rowCount - 1]));
}

/**
 * Opens blank rows or takes them away, a request for each place, so that it is known how far we came; `bottoms` are
 * those of the sheets now.
 */
export async function moveRows(
  context: Excel.RequestContext,
  { plan, progress }: Work,
  move: Move,
  bottoms: Bottoms,
  sheetOf: (name: string) => Excel.Worksheet,
): Promise<void> {
  for (const rows of move === 'insert' ? plan.insertRows : plan.deleteRows) {
    const key = sheetKey(rows.sheet);
    const from = bottoms.get(key) as number;
    const shift = move === 'insert' ? rows.count : -rows.count;
    const to = from < rows.before ? from : from + shift;
    queueRows(sheetOf(rows.sheet), rows, move);
    progress.moving = { rows, move, from, to };
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- each place counts by itself
    await context.sync();
    bottoms.set(key, to);
    progress.requests += 1;
    moved(progress, rows, move);
  }
}

function moved(progress: Progress, rows: Rows, move: Move): void {
  (move === 'insert' ? progress.insertedRows : progress.deletedRows).push(rows);
  progress.moving = null;
}

/**
 * Finds out whether the rows that were moving when a request failed have moved: Excel may have done it, and its answer
 * been lost. Where nothing stands below them, nothing can have moved.
 */
export async function settleRows(
  context: Excel.RequestContext,
  progress: Progress,
  sheetOf: (name: string) => Excel.Worksheet,
): Promise<void> {
  const { moving } = progress;
  if (moving === null) return;
  const { rows, move, from, to } = moving;
  const take = askBottoms([rows], sheetOf);
  await context.sync();
  if (from !== to && take().get(sheetKey(rows.sheet)) === to) moved(progress, rows, move);
  else progress.moving = null;
}
