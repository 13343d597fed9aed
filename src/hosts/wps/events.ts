import { contains } from '../../core/sheet';
import type { Range } from '../../core/sheet';
import type { HostEvent } from '../host';
import { areasOf } from './blocks';
import type { EtApiEvent, EtListener, EtRange, EtWorkbook, EtWorksheet } from './et';

type Listener = (event: HostEvent) => void;

/** Where events of our own writing come after it, they are known by their place for this long, in milliseconds. */
const ECHO = 500;

/** WPS's events, listened to only while somebody wants to know. Our own writing is not told. */
export class Events {
  private readonly listeners = new Set<Listener>();
  private writing = 0;
  /** Whether this WPS tells within the call that causes an event: seen with the first one. */
  private atOnce = false;
  /** What we wrote, while its events may still come. */
  private echoes: { readonly sheet: string; readonly ranges: readonly Range[]; readonly until: number }[] = [];
  private readonly handlers: Readonly<Record<string, EtListener>> = {
    SheetChange: (sheet: EtWorksheet, range: EtRange) => this.changed(sheet, range),
    SheetActivate: (sheet: EtWorksheet) => this.tell({ kind: 'activated', sheet: sheet.Name }),
    SheetSelectionChange: (sheet: EtWorksheet, range: EtRange) => this.selected(sheet, range),
    WorkbookActivate: (book: EtWorkbook) => {
      const sheet = book.ActiveSheet?.Name;
      if (sheet !== undefined) this.tell({ kind: 'activated', sheet });
    },
  };

  constructor(
    private readonly source: EtApiEvent | null,
    private readonly now: () => number,
  ) {}

  subscribe(listener: Listener): () => void {
    if (this.listeners.size === 0) this.register();
    this.listeners.add(listener);
    return () => {
      if (this.listeners.delete(listener) && this.listeners.size === 0) this.end();
    };
  }

  /** Runs `work`, and keeps what it causes from being told; `ranges` are what it writes, by sheet. */
  muted<T>(ranges: ReadonlyMap<string, readonly Range[]>, work: () => T): T {
    this.writing += 1;
    try {
      return work();
    } finally {
      this.writing -= 1;
      const until = this.now() + ECHO;
      if (!this.atOnce) for (const [sheet, written] of ranges) this.echoes.push({ sheet, ranges: written, until });
    }
  }

  private register(): void {
    try {
      for (const [name, handler] of Object.entries(this.handlers)) this.source?.AddApiEventListener(name, handler);
    } catch {
      // A build that refuses events has none to tell: checking by hand still works.
    }
  }

  private end(): void {
    try {
      for (const [name, handler] of Object.entries(this.handlers)) this.source?.RemoveApiEventListener(name, handler);
    } catch {
      // Nobody listens any more in any case.
    }
  }

  private changed(sheet: EtWorksheet, target: EtRange): void {
    if (this.writing > 0) {
      this.atOnce = true;
      return;
    }
    const name = sheet.Name;
    const areas = areasOf(target);
    if (this.isEcho(name, areas)) return;
    // Whole rows and columns come where they are inserted or deleted as well as where they are typed into.
    const [range = null] = areas;
    const isPlain = areas.length === 1 && range !== null && range.right < LAST_COLUMN && range.bottom < LAST_ROW;
    this.tell({ kind: 'changed', sheet: name, range: isPlain ? range : null });
  }

  private isEcho(sheet: string, areas: readonly Range[]): boolean {
    const now = this.now();
    this.echoes = this.echoes.filter(({ until }) => until > now);
    return this.echoes.some(
      (echo) => echo.sheet === sheet && areas.every((area) => echo.ranges.some((written) => isWithin(area, written))),
    );
  }

  private selected(sheet: EtWorksheet, target: EtRange): void {
    if (this.writing > 0) return;
    const ranges = areasOf(target);
    const [first] = ranges;
    if (!first) return;
    const cell = { row: first.top, column: first.left };
    const more = ranges.length > 1 || first.bottom > first.top || first.right > first.left;
    this.tell({ kind: 'selected', sheet: sheet.Name, cell, ...(more ? { ranges } : {}) });
  }

  private tell(event: HostEvent): void {
    if (this.writing > 0) return;
    for (const listener of [...this.listeners]) listener(event);
  }
}

const [LAST_ROW, LAST_COLUMN] = [1_048_575, 16_383];

function isWithin({ top, left, bottom, right }: Range, whole: Range): boolean {
  return contains(whole, { row: top, column: left }) && contains(whole, { row: bottom, column: right });
}
