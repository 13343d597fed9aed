import { CommandType, ICommandService } from '@univerjs/core';
import type { ICommandInfo } from '@univerjs/core';
import type { FWorkbook } from '@univerjs/preset-sheets-core';
import { HostError } from '../host';
import type { Grid } from './grid';

/** One thing that was done to the workbook, in the grid's own words. Plain data, which can be kept and done again. */
export interface Step {
  readonly id: string;
  readonly params: object;
  /** Done by the add-in rather than by a person's hand. */
  readonly ours: boolean;
}

/** What the grid works out by itself, or shows for a moment. */
const PASSING = /^formula\.(?!mutation\.(?:set|remove)-defined-name)|toggle-note-popup|mark-dirty|\.empty$/;

/** Milliseconds of doing again before the page has its turn. */
const SLICE = 12;

/**
 * Everything that changes a workbook, step by step. What belongs together is told of together: a command of a person's,
 * or all of one `apply`, so that who keeps the steps never keeps half of a fill.
 */
export class Journal {
  private readonly subscription: { dispose(): void };
  private readonly listeners = new Set<(steps: readonly Step[]) => void>();
  private readonly commands: ICommandService;
  private pending: Step[] = [];
  private isHeld = false;
  private isReplaying = false;

  constructor(
    grid: Grid,
    private readonly workbook: FWorkbook,
    private readonly isOurs: () => boolean,
  ) {
    this.commands = grid.univer.__getInjector().get(ICommandService);
    this.subscription = grid.api.onCommandExecuted((command, options) => {
      if (options?.['fromFormula'] !== true) this.heard(command);
    });
  }

  /** Calls the listener with the steps that were taken together; returns the function that ends this. */
  listen(listener: (steps: readonly Step[]) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** All steps until `release` belong together. */
  hold(): void {
    this.flush();
    this.isHeld = true;
  }

  release(): void {
    this.isHeld = false;
    this.flush();
  }

  /** Does steps again, in a workbook as it was when they began. Throws HostError where one cannot be done. */
  async replay(steps: readonly Step[], before: (step: Step) => void): Promise<void> {
    this.isReplaying = true;
    try {
      let start = performance.now();
      for (const step of steps) {
        before(step);
        if (!this.commands.syncExecuteCommand(step.id, step.params)) throw new HostError('host', step.id);
        if (performance.now() - start < SLICE) continue;
        await new Promise((resolve) => setTimeout(resolve));
        start = performance.now();
      }
    } finally {
      this.isReplaying = false;
    }
  }

  dispose(): void {
    this.subscription.dispose();
    this.listeners.clear();
  }

  private heard({ id, type, params }: Readonly<ICommandInfo>): void {
    if (this.isReplaying || type !== CommandType.MUTATION || PASSING.test(id)) return;
    if ((params as { unitId?: string } | undefined)?.unitId !== this.workbook.getId()) return;
    // At once: the grid goes on using what it was given.
    this.pending.push({ id, params: structuredClone(params as object), ours: this.isOurs() });
    if (this.pending.length === 1 && !this.isHeld) queueMicrotask(() => !this.isHeld && this.flush());
  }

  private flush(): void {
    if (this.pending.length === 0) return;
    const steps = this.pending;
    this.pending = [];
    for (const listener of [...this.listeners]) listener(steps);
  }
}
