import type { OpenedFile } from '../../formats';
import type { Locale } from '../../i18n/fill';
import { askForFile, bytesOf } from './files';

/** What can be read a table from. */
export const READABLE = '.xlsx,.xlsm,.xls,.xlsb,.ods,.et,.docx,.csv,.tsv,.txt,.htm,.html,.mht,.md';

/** A file that the person chose, with what is odd about it, or why it could not be read. */
export type ChosenFile =
  | { readonly name: string; readonly opened: OpenedFile; readonly said: string | null }
  | { readonly name: string; readonly opened: null; readonly said: string };

/** Null where none was chosen. */
export async function chooseFile(locale: Locale): Promise<ChosenFile | null> {
  const file = await askForFile(READABLE);
  return file && openFile(file, locale);
}

export async function openFile(file: File, locale: Locale): Promise<ChosenFile> {
  return openNamed(file.name, await bytesOf(file), locale);
}

/** The readers come when a file does. */
export async function openNamed(name: string, bytes: Uint8Array, locale: Locale): Promise<ChosenFile> {
  const { openBytes } = await import(/* webpackChunkName: "formats" */ '../../formats');
  return opening(name, locale, () => openBytes(name, bytes));
}

/** The same for what was copied: HTML where it has a table, else the text. */
export async function openCopied(
  name: string,
  copied: { readonly html: string; readonly text: string },
  locale: Locale,
): Promise<ChosenFile> {
  const { openPasted } = await import(/* webpackChunkName: "formats" */ '../../formats');
  return opening(name, locale, () => openPasted(copied, name));
}

async function opening(
  name: string,
  locale: Locale,
  open: () => OpenedFile | Promise<OpenedFile>,
): Promise<ChosenFile> {
  const { FormatError, renderFileNote, renderFormatError } = await import(
    /* webpackChunkName: "formats" */ '../../formats'
  );
  try {
    const opened = await open();
    const [note] = opened.notes;
    return { name, opened, said: note ? renderFileNote(note, locale) : null };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return { name, opened: null, said: renderFormatError(error, locale, name) };
  }
}
