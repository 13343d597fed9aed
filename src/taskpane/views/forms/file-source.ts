import type { SheetSnapshot } from '../../../core/sheet';
import { RECORD_SHEET } from '../../../core/sheet';
import { formsText } from '../../../i18n/forms';
import type { Locale } from '../../../i18n';
import { sourcesIn } from '../../../session/forms';
import { say } from '../../context';
import { openFile } from '../../parts/opened-file';
import type { FileSource } from './desk';
import { allLayouts } from './own-layouts';

/** Every table of a file, under keys that hold its name. */
export function fileSources(file: string, sheets: readonly SheetSnapshot[]): FileSource[] {
  const record = sheets.find(({ name }) => name === RECORD_SHEET) ?? null;
  return sourcesIn(sheets, { record, layouts: allLayouts() }).map((source, index) => ({
    key: `file:${file}\n${source.sheet}\n${index}`,
    file,
    source,
  }));
}

/** The same of a file that is not read yet; what is odd or wrong about it is `said`. */
export async function readFileSources(
  file: File,
  locale: Locale,
): Promise<{ readonly sources: readonly FileSource[]; readonly said: string | null }> {
  const { opened, said } = await openFile(file, locale);
  if (!opened) return { sources: [], said };
  const sources = fileSources(file.name, opened.sheets);
  return { sources, said: sources.length > 0 ? said : say(formsText(locale).noTable, { name: file.name }) };
}
