import type { Locale } from '../../../i18n';
import type { OpenedFile } from '../../../formats';
import { askForFile, bytesOf } from '../../parts/files';
import { READABLE } from '../forms/file-source';

/** A file that the person chose, or why it could not be read; null where none was chosen. */
export type ChosenFile =
  | { readonly name: string; readonly opened: OpenedFile; readonly said: string | null }
  | { readonly name: string; readonly opened: null; readonly said: string };

export async function chooseFile(locale: Locale): Promise<ChosenFile | null> {
  const file = await askForFile(READABLE);
  return file && openFile(file.name, await bytesOf(file), locale);
}

export async function openFile(name: string, bytes: Uint8Array, locale: Locale): Promise<ChosenFile> {
  const { FormatError, openBytes, renderFileNote, renderFormatError } = await import(
    /* webpackChunkName: "formats" */ '../../../formats'
  );
  try {
    const opened = await openBytes(name, bytes);
    const [note] = opened.notes;
    return { name, opened, said: note ? renderFileNote(note, locale) : null };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return { name, opened: null, said: renderFormatError(error, locale, name) };
  }
}
