import type { Locale } from '../../../i18n';
import { formsText } from '../../../i18n/forms';
import { sourcesIn } from '../../../session/forms';
import { RECORD_SHEET } from '../../../core/sheet';
import { say } from '../../context';
import { askForFile, bytesOf } from '../../parts/files';
import type { FileSource } from './desk';
import { allLayouts } from './own-layouts';

export const READABLE = '.xlsx,.xlsm,.xls,.xlsb,.ods,.et,.docx,.csv,.tsv,.txt,.htm,.html,.mht,.md';

/** Tables of a file that the person chooses; what is odd or wrong about it is `said`. Null where none was chosen. */
export async function chooseFileSource(
  locale: Locale,
): Promise<{ readonly sources: readonly FileSource[]; readonly said: string | null } | null> {
  const file = await askForFile(READABLE);
  if (!file) return null;
  const { FormatError, openBytes, renderFileNote, renderFormatError } = await import(
    /* webpackChunkName: "formats" */ '../../../formats'
  );
  try {
    const { sheets, notes } = await openBytes(file.name, await bytesOf(file));
    const record = sheets.find(({ name }) => name === RECORD_SHEET) ?? null;
    const sources = sourcesIn(sheets, { record, layouts: allLayouts() }).map((source, index) => ({
      key: `file:${file.name}\n${source.sheet}\n${index}`,
      file: file.name,
      source,
    }));
    const [note] = notes;
    const said = note ? renderFileNote(note, locale) : null;
    return { sources, said: sources.length > 0 ? said : say(formsText(locale).noTable, { name: file.name }) };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return { sources: [], said: renderFormatError(error, locale, file.name) };
  }
}
