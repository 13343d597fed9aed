import type { IndicatorTable, SheetReading } from '../../core/indicator';
import { readTables } from '../../core/reader';
import { isOwnSheet, RECORD_SHEET, type SheetSnapshot } from '../../core/sheet';
import { fill, type Locale } from '../../i18n';
import { correctionsFor, readRecord } from '../record';

const WORDS: Readonly<Record<Locale, string>> = {
  'zh-CN': '{file} 的工作表“{sheet}”',
  'en-US': '{file}, sheet “{sheet}”',
};

/** The tables of another file to hold a workbook against; each says which file it is from. */
export function referenceReadings(sheets: readonly SheetSnapshot[], file: string, locale: Locale): SheetReading[] {
  const record = readRecord(sheets.find(({ name }) => name === RECORD_SHEET) ?? null);
  const named = (table: IndicatorTable): IndicatorTable => ({
    ...table,
    sheet: fill(WORDS[locale], { file, sheet: table.sheet }, locale),
  });
  return sheets
    .filter(({ name }) => !isOwnSheet(name))
    .map((sheet) => {
      const reading = readTables(sheet, { corrections: correctionsFor(record, sheet) });
      return {
        ...reading,
        tables: reading.tables.map(named),
        ...(reading.lists ? { lists: reading.lists.map(named) } : {}),
      };
    });
}
