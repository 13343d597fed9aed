import type { FWorkbook, FWorksheet } from '@univerjs/preset-sheets-core';
import { present, shiftRange, type Range, type SheetSnapshot } from '../../core/sheet';
import { areFew, withRowsMoved } from './areas';
import { readAgain, readingSnapshot } from './reading';

/** What of a sheet is not what it was. */
export type Outdated =
  | { readonly kind: 'cells'; readonly range: Range }
  /** All but the cells: merged areas, what is hidden, the name. */
  | { readonly kind: 'frame' }
  /** Rows were opened (or, negative, closed) at `before`; the grid tells of each formula that changed by that. */
  | { readonly kind: 'rows'; readonly before: number; readonly count: number }
  | { readonly kind: 'whole' };

/** A sheet as it was last read, and what of that does not hold any more. */
interface Known {
  readonly snapshot: SheetSnapshot;
  readonly areas: readonly Range[];
  readonly frame: boolean;
  readonly whole: boolean;
}

const fresh = (snapshot: SheetSnapshot): Known => ({ snapshot, areas: [], frame: false, whole: false });

/** Milliseconds of reading before the page has its turn. */
const SLICE_MS = 8;
/** How often a sheet that is changed while it is read is begun anew. */
const ATTEMPTS = 3;

/** The sheets as they were last read: only what changed since is read again. */
export class Snapshots {
  /** By the grid's name of the sheet. */
  private readonly known = new Map<string, Known>();
  /** What changes while sheets are being read with pauses. */
  private readonly underWay = new Set<{ readonly id: string; readonly noted: Outdated[] }>();

  constructor(
    private readonly workbook: FWorkbook,
    /** Resolves once the page has had its turn. */
    private readonly pause: () => Promise<void> = () => new Promise((resolve) => setTimeout(resolve, 0)),
    private readonly clock: () => number = () => performance.now(),
  ) {}

  /** The sheet as it is now. */
  of(sheet: FWorksheet): SheetSnapshot {
    const id = sheet.getSheetId();
    const work = this.reading(sheet, this.known.get(id));
    for (;;) {
      const step = work.next();
      if (!step.done) continue;
      this.known.set(id, fresh(step.value));
      return step.value;
    }
  }

  /** Reads what is not known yet, with pauses, so that little is left for `of`. */
  async prepare(sheets: readonly FWorksheet[]): Promise<void> {
    for (const sheet of sheets) {
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) if (await this.prepareOne(sheet)) break;
    }
  }

  /** Notes what must be read again; without a sheet of all of them. */
  outdate(sheetId: string | null, what: Outdated): void {
    for (const [id, known] of this.known) {
      if (sheetId === null || sheetId === id) this.known.set(id, outdated(known, what));
    }
    for (const { id, noted } of this.underWay) if (sheetId === null || sheetId === id) noted.push(what);
  }

  /** False where cells came to stand elsewhere meanwhile. */
  private async prepareOne(sheet: FWorksheet): Promise<boolean> {
    const id = sheet.getSheetId();
    const own = { id, noted: [] as Outdated[] };
    const work = this.reading(sheet, this.known.get(id));
    this.underWay.add(own);
    try {
      for (;;) {
        const start = this.clock();
        do {
          const step = work.next();
          if (!step.done) continue;
          this.known.set(id, own.noted.reduce(outdated, fresh(step.value)));
          return true;
        } while (this.clock() - start < SLICE_MS);
        await this.pause();
        if (!this.workbook.getSheetBySheetId(id)) return true;
        if (own.noted.some(({ kind }) => kind === 'rows' || kind === 'whole')) return false;
      }
    } finally {
      this.underWay.delete(own);
    }
  }

  private *reading(sheet: FWorksheet, known: Known | undefined): Generator<undefined, SheetSnapshot> {
    if (!known || known.whole) return yield* readingSnapshot(this.workbook, sheet, known?.snapshot ?? null);
    const { snapshot, areas, frame } = known;
    return areas.length > 0 || frame ? readAgain(this.workbook, sheet, known) : snapshot;
  }
}

function outdated(known: Known, what: Outdated): Known {
  switch (what.kind) {
    case 'whole':
      return { ...known, whole: true };
    case 'frame':
      return { ...known, frame: true };
    case 'cells': {
      const areas = [...known.areas, what.range];
      return areFew(areas) ? { ...known, areas } : { ...known, whole: true };
    }
    case 'rows': {
      const { before, count } = what;
      const snapshot = withRowsMoved(known.snapshot, before, count);
      const areas = known.areas.map((area) => shiftRange(area, before, count)).filter(present);
      return { ...known, snapshot, areas, frame: true };
    }
  }
}
