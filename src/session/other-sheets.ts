import type { SheetReading } from '../core/indicator';
import { reading } from '../core/reader';
import { isOwnSheet, type SheetSnapshot } from '../core/sheet';
import { HostError, type SpreadsheetHost, type WorkbookSnapshot } from '../hosts/host';
import { correctionsFor, readRecord } from './record';
import { drive, type Pacing } from './slices';

/**
 * The tables beside the one that is shown, to hold it against: they are read once, and again after they change. A sheet
 * that can't be read (too large, taken away meanwhile) is as if it were not there.
 */
export class OtherSheets {
  private readonly known = new Map<string, SheetSnapshot | null>();
  /** With the corrections under which each was read. */
  private readonly readings = new WeakMap<
    SheetSnapshot,
    { readonly corrected: string; readonly reading: SheetReading }
  >();

  constructor(
    private readonly host: SpreadsheetHost,
    private readonly pacing: Pacing,
  ) {}

  forget(sheet: string): void {
    this.known.delete(sheet);
  }

  forgetAll(): void {
    this.known.clear();
  }

  /** Null where it was called off. */
  async readingsFor(
    { list, active, sheets, record }: WorkbookSnapshot,
    cancelled: () => boolean,
  ): Promise<SheetReading[] | null> {
    const names = list.map(({ name }) => name);
    for (const name of this.known.keys()) if (!names.includes(name)) this.known.delete(name);
    for (const sheet of sheets) this.known.set(sheet.name, sheet);
    const others = names.filter((name) => name !== active && !isOwnSheet(name));
    const missing = others.filter((name) => !this.known.has(name));
    if (missing.length > 0) {
      try {
        const found = await this.host.read({ sheets: missing });
        for (const sheet of found.sheets) this.known.set(sheet.name, sheet);
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        if (error.code === 'editing') throw error;
        for (const name of missing) this.known.set(name, null);
      }
    }
    const found: SheetReading[] = [];
    for (const name of others) {
      const sheet = this.known.get(name);
      if (!sheet) continue;
      const one = await this.readingOf(sheet, record, cancelled);
      if (!one) return null;
      found.push(one);
    }
    return found;
  }

  private async readingOf(
    sheet: SheetSnapshot,
    record: SheetSnapshot | null,
    cancelled: () => boolean,
  ): Promise<SheetReading | null> {
    const corrections = correctionsFor(readRecord(record), sheet);
    const corrected = JSON.stringify(corrections);
    const known = this.readings.get(sheet);
    if (known?.corrected === corrected) return known.reading;
    const found = await drive(reading(sheet, { corrections }), this.pacing, { cancelled, progress: () => undefined });
    if (found) this.readings.set(sheet, { corrected, reading: found });
    return found;
  }
}
