import { HostError } from '../host';
import { hostErrorOf } from './errors';

/** Pauses between tries while a person edits a cell, in ms: long enough for an Enter, short enough to stay lively. */
export const PAUSES = [150, 300, 600];

export interface RunOptions {
  /** All that is written is one step of Excel's undo; only where ExcelApi 1.20 is there. */
  readonly undoGroup?: boolean;
}

/**
 * A piece of work in Excel. While a cell is being edited Excel refuses every request as a whole, so the work is begun
 * again after a pause, and given up with `editing` after about a second.
 *
 * A context of its own does without the tracking of `Excel.run`, which costs a further request at the end; in return a
 * range must not be used after the sync that it was made for.
 */
export async function run<T>(
  work: (context: Excel.RequestContext) => Promise<T>,
  { undoGroup = false }: RunOptions = {},
): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await (undoGroup ? Excel.run({ mergeUndoGroup: true }, work) : work(new Excel.RequestContext()));
    } catch (reason) {
      const error = hostErrorOf(reason);
      const wait = PAUSES[tries];
      if (error.code !== 'editing' || wait === undefined) throw error;
      await pause(wait);
    }
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The value, or a failure where Excel left it out: it does so in silence where an answer would be too big. */
export function given<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new HostError('too-large');
  return value;
}
