/** What moves cells about: rows, columns, sheets. */
export const STRUCTURE = [
  'insert-row',
  'remove-rows',
  'insert-col',
  'remove-col',
  'move-rows',
  'move-columns',
  'insert-sheet',
  'remove-sheet',
  'set-worksheet-name',
  'set-worksheet-order',
] as const;

export type Structural = (typeof STRUCTURE)[number];

/** Pairs that take each other back where they name the same place. */
const OPPOSITE: Partial<Record<Structural, Structural>> = {
  'insert-row': 'remove-rows',
  'remove-rows': 'insert-row',
  'insert-col': 'remove-col',
  'remove-col': 'insert-col',
  'insert-sheet': 'remove-sheet',
  'remove-sheet': 'insert-sheet',
};

export interface StructuralParams {
  readonly subUnitId?: string;
  readonly range?: {
    readonly startRow: number;
    readonly endRow: number;
    readonly startColumn: number;
    readonly endColumn: number;
  };
  readonly sheet?: { readonly id: string };
  readonly name?: string;
}

/** Whether the cells of a file are still where they were, after all that was done and taken back. */
export class Structure {
  /** Steps not taken back so far. */
  private readonly steps: {
    readonly kind: Structural;
    readonly place: string;
    readonly sheet: string | undefined;
  }[] = [];

  /** Whether rows, columns or sheets of the file have been inserted, deleted, moved or renamed. */
  get changed(): boolean {
    return this.steps.some(({ kind }) => kind !== 'insert-sheet');
  }

  step(kind: Structural, { subUnitId, sheet, range, name }: StructuralParams): void {
    const id = sheet?.id ?? subUnitId;
    const added = this.steps.findIndex((step) => step.kind === 'insert-sheet' && step.sheet === id);
    if (added >= 0 && kind === 'remove-sheet') {
      // A sheet that came and went leaves nothing behind, whichever of several goes first.
      this.steps.splice(added, 1);
      return;
    }
    // On a sheet that the file does not have nothing of the file moves.
    if (added >= 0 && kind !== 'set-worksheet-order') return;
    const place = JSON.stringify([
      id,
      range && [range.startRow, range.endRow, range.startColumn, range.endColumn],
      name,
    ]);
    const last = this.steps[this.steps.length - 1];
    if (last && OPPOSITE[kind] === last.kind && last.place === place) this.steps.pop();
    else this.steps.push({ kind, place, sheet: id });
  }
}
