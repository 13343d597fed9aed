import type { GridSheet, Step } from '../../hosts/workbench';
import type { FilePlace } from '../browser';
import type { Claims } from './claims';
import { resultOf, together } from './database';

/** 暂存: a workbook with changes that are in no file yet. */
export interface Draft {
  readonly id: string;
  /** File name of the workbook. */
  readonly name: string;
  /** When it was last changed, in milliseconds since 1970. */
  readonly at: number;
  /** Whether something would be lost without it. */
  readonly unsaved: boolean;
  /** Name of the sheet that was shown. */
  readonly active: string;
}

/** What a draft began with: a file with its bytes, or sheets that came from no file. */
export type DraftSource =
  { readonly bytes: Uint8Array; readonly place: FilePlace | null } | { readonly sheets: readonly GridSheet[] };

export interface KeptDraft {
  readonly draft: Draft;
  readonly source: DraftSource;
  /** What was done since, in order. */
  readonly steps: readonly Step[];
}

/** The drafts in the browser's database. */
export class Drafts {
  constructor(
    private readonly database: IDBDatabase,
    private readonly claims: Claims,
  ) {}

  /**
   * What was left behind by pages that are gone, latest first. Of those, drafts with nothing unsaved are cleared away.
   */
  async left(): Promise<Draft[]> {
    const living = await this.claims.living();
    const all = await resultOf<Draft[]>(this.database.transaction('drafts').objectStore('drafts').getAll());
    const gone = all.filter(({ id }) => !living.has(id));
    for (const { id, unsaved } of gone) if (!unsaved) await this.remove(id);
    return gone.filter(({ unsaved }) => unsaved).sort((a, b) => b.at - a.at);
  }

  /** Null where another page has it, or it is gone. It is claimed from now on. */
  async claim(id: string): Promise<KeptDraft | null> {
    if (!(await this.claims.take(id))) return null;
    const transaction = this.database.transaction(['drafts', 'sources', 'steps']);
    const [draft, source, steps] = await Promise.all([
      resultOf<Draft | undefined>(transaction.objectStore('drafts').get(id)),
      resultOf<DraftSource | undefined>(transaction.objectStore('sources').get(id)),
      resultOf<(readonly Step[])[]>(transaction.objectStore('steps').getAll(stepsOf(id))),
    ]);
    if (draft && source) return { draft, source, steps: steps.flat() };
    this.claims.drop(id);
    return null;
  }

  async begin(draft: Draft, source: DraftSource, steps: readonly Step[]): Promise<void> {
    await this.claims.take(draft.id);
    await together(this.database, ['drafts', 'sources', 'steps'], (store) => {
      store('sources').put(source, draft.id);
      store('steps').put(steps, [draft.id, 0]);
      store('drafts').put(draft);
    });
  }

  /** `number` grows from one call to the next. */
  add(draft: Draft, number: number, steps: readonly Step[]): Promise<void> {
    return together(this.database, ['drafts', 'steps'], (store) => {
      if (steps.length > 0) store('steps').put(steps, [draft.id, number]);
      store('drafts').put(draft);
    });
  }

  /** The number from which on steps are added to a draft that was left. */
  async next(id: string): Promise<number> {
    const store = this.database.transaction('steps').objectStore('steps');
    const last = await resultOf(store.openKeyCursor(stepsOf(id), 'prev'));
    return last ? (last.key as [string, number])[1] + 1 : 0;
  }

  async remove(id: string): Promise<void> {
    await together(this.database, ['drafts', 'sources', 'steps'], (store) => {
      store('drafts').delete(id);
      store('sources').delete(id);
      store('steps').delete(stepsOf(id));
    });
    this.claims.drop(id);
  }

  /** Nobody works on it any more. */
  release(id: string): void {
    this.claims.drop(id);
  }
}

function stepsOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, 0], [id, Infinity]);
}
