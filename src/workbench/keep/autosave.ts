import type { Step } from '../../hosts/workbench';
import type { Draft, Drafts, DraftSource } from './drafts';

/** What is known of the workbook when steps are added. */
export interface Now {
  readonly unsaved: boolean;
  readonly active: string;
}

export interface AutosaveOptions {
  readonly id: string;
  readonly name: string;
  source(): DraftSource;
  /** Milliseconds since 1970. */
  now(): number;
  /** Keeping failed, for instance for want of room; it is not tried again. */
  failed(error: unknown): void;
}

/**
 * 自动暂存 of one workbook: every step is in the browser's database as soon as it is done, so that a page that dies
 * loses none. What is kept grows with what was done, not with the size of the sheet.
 */
export class Autosave {
  /** Done before anything was worth keeping, such as heights of rows that the grid fitted. */
  private waiting: Step[] = [];
  private number: number | null = null;
  private now: Now = { unsaved: false, active: '' };
  private isOver = false;
  /** One thing after another. */
  private work: Promise<void> = Promise.resolve();

  /** `drafts` resolves to null where the browser keeps nothing. */
  constructor(
    private readonly drafts: Promise<Drafts | null>,
    private readonly options: AutosaveOptions,
  ) {}

  /** Goes on with a draft that was left behind. */
  resume(next: number): void {
    this.number = next;
  }

  add(steps: readonly Step[], now: Now): void {
    if (this.isOver) return;
    this.now = now;
    if (this.number === null && !now.unsaved) {
      this.waiting.push(...steps);
      return;
    }
    if (this.number !== null) {
      const number = this.number;
      this.number += 1;
      this.do((drafts) => drafts.add(this.draft(now), number, steps));
      return;
    }
    const first = [...this.waiting, ...steps];
    this.waiting = [];
    this.number = 1;
    this.do((drafts) => drafts.begin(this.draft(now), this.options.source(), first));
  }

  /** All is in a file: nothing would be lost. */
  settle(): void {
    if (this.number === null || this.isOver) return;
    const now = { ...this.now, unsaved: false };
    const number = this.number;
    this.do((drafts) => drafts.add(this.draft(now), number, []));
  }

  /** The person does not want it, or it is in a file, and the workbook goes. */
  discard(): void {
    if (this.isOver) return;
    if (this.number !== null) this.do((drafts) => drafts.remove(this.options.id));
    this.isOver = true;
  }

  private draft({ unsaved, active }: Now): Draft {
    const { id, name, now } = this.options;
    return { id, name, at: now(), unsaved, active };
  }

  private do(work: (drafts: Drafts) => Promise<void>): void {
    this.work = this.work
      .then(async () => {
        const drafts = await this.drafts;
        if (drafts) await work(drafts);
      })
      .catch((error: unknown) => {
        if (!this.isOver) this.options.failed(error);
        this.isOver = true;
      });
  }
}
