import type { Edit } from '../core/sheet';
import type { Applied, ApplyResult, SpreadsheetHost, UndoRecord } from '../hosts/host';
import type { Checking } from './checking';
import type { Activity, ProblemCode, SessionStore } from './state';

const UNDO_DEPTH = 50;

/** One write after another; each followed by a check, so that what is shown is what is there. */
export class Writing {
  /** Resolves when all that was asked so far is written. */
  done: Promise<unknown> = Promise.resolve();
  private readonly undoable: UndoRecord[] = [];

  constructor(
    private readonly host: SpreadsheetHost,
    private readonly store: SessionStore,
    private readonly checking: Checking,
  ) {}

  /** Runs `work` when its turn has come; false where it wrote nothing, and the state says why. */
  async run(during: Activity, work: () => Promise<boolean>): Promise<boolean> {
    const turn = this.done.then(async () => {
      this.checking.interrupt();
      this.store.update({ phase: 'writing', progress: null, problem: null });
      try {
        return await work();
      } catch (error) {
        this.store.fail(during, error);
        return false;
      } finally {
        this.store.update({ phase: 'idle' });
      }
    });
    this.done = turn;
    const written = await turn;
    await this.checking.run(true);
    return written;
  }

  /** All of the edits or none of them, as one step to be undone. */
  async apply(edits: readonly Edit[], label: string, during: Activity): Promise<boolean> {
    const result = await this.host.apply(edits, { label });
    if (!this.isApplied(result, during, 'conflict')) return false;
    this.undoable.push(result.undo);
    if (this.undoable.length > UNDO_DEPTH) this.undoable.shift();
    this.store.update({ undo: label });
    return true;
  }

  /** Refused where the cells changed since. */
  async undo(): Promise<boolean> {
    const last = this.undoable.at(-1);
    if (!last || !this.isApplied(await this.host.undo(last), 'undo', 'changed-since')) return false;
    this.undoable.pop();
    this.store.update({ undo: this.undoable.at(-1)?.label ?? null });
    return true;
  }

  private isApplied(result: ApplyResult, during: Activity, conflict: ProblemCode): result is Applied {
    if (result.status === 'applied') return true;
    if (result.status === 'conflict') {
      const cells = result.conflicts.map(({ address }) => ({ address }));
      this.store.update({ problem: { code: conflict, during, detail: '', cells } });
    } else if (result.restored) {
      this.store.fail(during, result.error);
    } else {
      const detail = result.error.message;
      this.store.update({ problem: { code: 'not-restored', during, detail, cells: result.touched } });
    }
    return false;
  }
}
