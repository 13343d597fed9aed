import { CommandType } from '@univerjs/core';
import type { ICommandInfo } from '@univerjs/core';
import type { FWorkbook } from '@univerjs/preset-sheets-core';
import type { Range } from '../../core/sheet';
import type { Grid } from './grid';
import type { Outdated } from './snapshots';
import { STRUCTURE, Structure, type StructuralParams } from './structure';

const MUTATION = 'sheet.mutation.';

/** What changes cells without moving others. */
const CONTENTS = ['set-range-values', 'move-range', 'reorder-range'] as const;

/** What changes a sheet without changing its cells. */
const FRAME = [
  'add-worksheet-merge',
  'remove-worksheet-merge',
  'set-row-visible',
  'set-row-hidden',
  'set-col-visible',
  'set-col-hidden',
  'set-worksheet-hidden',
  'set-worksheet-name',
  'set-worksheet-order',
] as const;

const MARKS = [
  'add-conditional-rule',
  'delete-conditional-rule',
  'set-conditional-rule',
  'update-note',
  'remove-note',
] as const;
const LOOKS = ['set-worksheet-col-width', 'set-worksheet-row-height', 'set-frozen', 'set-tab-color'] as const;

interface MutationParams extends StructuralParams {
  readonly unitId?: string;
  readonly cellValue?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Watches what happens to a workbook in the grid, by a person's hand or by ours. */
export class Changes {
  private readonly structure = new Structure();
  private readonly subscription: { dispose(): void };
  private readonly watchers = new Set<() => void>();
  private edited = false;
  private restyled = false;
  /** A formula was filled over several cells, which keep it in one place: a write to one may change the others. */
  private shared = false;

  /** `onChange` gets the grid's name of the sheet, null for one that is gone, and what of it is not what it was. */
  constructor(
    grid: Grid,
    workbook: FWorkbook,
    private readonly onChange: (sheetId: string | null, what: Outdated) => void,
    /** Whether what happens now is ours: what we draw is saved with the file. */
    private readonly isOurs: () => boolean,
  ) {
    this.subscription = grid.api.onCommandExecuted((command, options) => {
      if (command.type !== CommandType.MUTATION || !command.id.startsWith(MUTATION)) return;
      const params = (command.params ?? {}) as MutationParams;
      if (params.unitId === workbook.getId()) this.heard(command, params, options?.['fromFormula'] === true);
    });
  }

  /** Whether rows, columns or sheets have been inserted, deleted, moved or renamed; a file cannot be patched then. */
  get structural(): boolean {
    return this.structure.changed;
  }

  /** Whether a person has changed what a cell, row or column looks like. */
  get looks(): boolean {
    return this.restyled;
  }

  /** Whether anything has been changed since opening or since `settle`. */
  get unsaved(): boolean {
    return this.edited;
  }

  /** Everything is saved. */
  settle(): void {
    this.edited = false;
    this.restyled = false;
  }

  /** Calls the listener when there is something unsaved; returns the function that ends this. */
  watch(listener: () => void): () => void {
    this.watchers.add(listener);
    return () => void this.watchers.delete(listener);
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private heard(command: Readonly<ICommandInfo>, params: MutationParams, computed: boolean): void {
    const kind = command.id.slice(MUTATION.length);
    const structural = STRUCTURE.find((candidate) => candidate === kind);
    if (structural) this.structure.step(structural, params);
    const looks = LOOKS.some((candidate) => candidate === kind) || styles(params.cellValue);
    if (looks && !this.isOurs()) this.restyled = true;
    if (MARKS.some((candidate) => candidate === kind)) this.touch();
    if (kind === 'set-range-values') this.shared ||= sharesFormula(params.cellValue);
    const what = this.outdatedBy(kind, params);
    if (!what) return;
    if (!computed) this.touch();
    this.onChange(params.subUnitId ?? null, what);
  }

  /** Null for what no snapshot tells. */
  private outdatedBy(kind: string, { cellValue, range }: MutationParams): Outdated | null {
    const isOne = (kinds: readonly string[]): boolean => kinds.includes(kind);
    if (isOne(FRAME)) return { kind: 'frame' };
    if ((kind === 'insert-row' || kind === 'remove-rows') && range && !this.shared) {
      const rows = range.endRow - range.startRow + 1;
      return { kind: 'rows', before: range.startRow, count: kind === 'insert-row' ? rows : -rows };
    }
    const written = kind === 'set-range-values' && !this.shared ? extent(cellValue) : null;
    if (written) return { kind: 'cells', range: written };
    return isOne(STRUCTURE) || isOne(CONTENTS) ? { kind: 'whole' } : null;
  }

  private touch(): void {
    if (this.edited) return;
    this.edited = true;
    for (const listener of [...this.watchers]) listener();
  }
}

/** Whether a write is about looks other than number formats. */
function styles(cells: MutationParams['cellValue']): boolean {
  for (const columns of Object.values(cells ?? {})) {
    for (const cell of Object.values(columns)) {
      const style = (cell as { s?: unknown } | null)?.s;
      if (style && typeof style === 'object' && Object.keys(style).some((key) => key !== 'n')) return true;
    }
  }
  return false;
}

function sharesFormula(cells: MutationParams['cellValue']): boolean {
  return Object.values(cells ?? {}).some((columns) =>
    Object.values(columns).some((cell) => Boolean((cell as { si?: unknown } | null)?.si)),
  );
}

/** The rectangle around the cells of a write. */
function extent(cells: MutationParams['cellValue']): Range | null {
  if (!cells) return null;
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (const [rowKey, columns] of Object.entries(cells)) {
    const row = Number(rowKey);
    for (const columnKey in columns) {
      const column = Number(columnKey);
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
      left = Math.min(left, column);
      right = Math.max(right, column);
    }
  }
  return bottom < 0 ? null : { top, left, bottom, right };
}
