import type { Edit } from '../core/sheet';
import type { Applied, ApplyResult, SpreadsheetHost, UndoRecord } from '../hosts/host';
import type { Checking } from './checking';
import { withRecordLooks } from './record-looks';
import type { Activity, Problem, ProblemCode, SessionStore } from './state';

const UNDO_DEPTH = 50;

/** The second half of a write was refused, and the state says why. */
class Refused extends Error {}

/** One write after another; each followed by a check, so that what is shown is what is there. */
export class Writing {
  /** Resolves when all that was asked so far is written. */
  done: Promise<unknown> = Promise.resolve();
  /** Steps, the last one done last; each with what it took to do it. */
  private readonly undoable: { readonly label: string; records: readonly UndoRecord[] }[] = [];

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

  /**
   * All of the edits or none of them, as one step to be undone. `rest` tells what is to be written after them, where
   * that can't be known before; where it fails, the first edits are taken back.
   */
  async apply(
    edits: readonly Edit[],
    label: string,
    during: Activity,
    rest?: () => Promise<readonly Edit[]>,
  ): Promise<boolean> {
    const result = await this.host.apply(withRecordLooks(edits, this.host.capabilities), { label });
    if (!this.isApplied(result, during, 'conflict')) return false;
    const records = [result.undo];
    if (rest) {
      try {
        const second = await this.host.apply(await rest(), { label });
        if (!this.isApplied(second, during, 'conflict')) throw new Refused();
        records.push(second.undo);
      } catch (error) {
        const back = await this.host.undo(result.undo);
        if (back.status !== 'applied') this.leave(edits, label, during, result.undo, back);
        else if (!(error instanceof Refused)) throw error;
        return false;
      }
    }
    this.keep(label, records);
    return true;
  }

  private keep(label: string, records: readonly UndoRecord[]): void {
    this.undoable.push({ label, records });
    if (this.undoable.length > UNDO_DEPTH) this.undoable.shift();
    this.store.update({ undo: label });
  }

  /** Half of a step stands, and could not be taken back now: it is named, and can be undone later. */
  private leave(
    edits: readonly Edit[],
    label: string,
    during: Activity,
    record: UndoRecord,
    back: Exclude<ApplyResult, Applied>,
  ): void {
    this.keep(label, [record]);
    const lost = back.status === 'failed' && !back.restored ? back.touched : edits.flatMap(placeOf);
    const detail = back.status === 'failed' ? back.error.message : '';
    this.store.update({ problem: { code: 'not-restored', during, detail, cells: lost } });
  }

  /** Refused where the cells changed since. All of a step or none of it: where a part fails, those before are done again. */
  async undo(): Promise<boolean> {
    const last = this.undoable.at(-1);
    if (!last) return false;
    const undone: UndoRecord[] = [];
    while (last.records.length > 0) {
      const record = last.records[last.records.length - 1] as UndoRecord;
      const result = await this.host.undo(record);
      if (!this.isApplied(result, 'undo', 'changed-since')) {
        for (const part of undone.reverse()) {
          const again = await this.host.undo(part);
          if (again.status !== 'applied') break;
          last.records = [...last.records, again.undo];
        }
        return false;
      }
      undone.push(result.undo);
      last.records = last.records.slice(0, -1);
    }
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

/** Where an edit has been, with what was there; rows that were opened by where they begin. */
function placeOf(edit: Edit): Problem['cells'][number][] {
  if (edit.kind === 'set') return [{ address: { sheet: edit.sheet, ...edit.cell }, was: edit.from }];
  return edit.kind === 'insertRows' ? [{ address: { sheet: edit.sheet, row: edit.before, column: 0 } }] : [];
}
