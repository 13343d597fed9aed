import type { SheetReading } from '../core/indicator';
import { readTables } from '../core/reader';
import { OWN_SHEETS, type SheetSnapshot } from '../core/sheet';
import { HostError, type SpreadsheetHost, type WorkbookSnapshot } from '../hosts/host';
import { correctionsFor, readRecord } from './record';

/**
 * The tables beside the one that is shown, to hold it against: they are read once, and again after they change. A sheet
 * that can't be read (too large, taken away meanwhile) is as if it were not there.
 */
export class OtherSheets {
  private readonly known = new Map<string, SheetSnapshot | null>();
  private readonly readings = new WeakMap<
    SheetSnapshot,
    { readonly record: SheetSnapshot | null; readonly reading: SheetReading }
  >();

  constructor(private readonly host: SpreadsheetHost) {}

  forget(sheet: string): void {
    this.known.delete(sheet);
  }

  forgetAll(): void {
    this.known.clear();
  }

  async readingsFor({ list, active, sheets, record }: WorkbookSnapshot): Promise<SheetReading[]> {
    const names = list.map(({ name }) => name);
    for (const name of this.known.keys()) if (!names.includes(name)) this.known.delete(name);
    for (const sheet of sheets) this.known.set(sheet.name, sheet);
    const others = names.filter((name) => name !== active && !OWN_SHEETS.includes(name));
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
    return others.flatMap((name) => {
      const sheet = this.known.get(name);
      return sheet ? [this.readingOf(sheet, record)] : [];
    });
  }

  private readingOf(sheet: SheetSnapshot, record: SheetSnapshot | null): SheetReading {
    const known = this.readings.get(sheet);
    if (known && known.record === record) return known.reading;
    const reading = readTables(sheet, { corrections: correctionsFor(readRecord(record), sheet) });
    this.readings.set(sheet, { record, reading });
    return reading;
  }
}
