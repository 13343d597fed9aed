import { patchWorkbook } from '../formats/xlsx';
import { download, isPermitted, writeFile } from './browser';
import type { Message, Opened, OpenedFile } from './desk-state';
import { difference, type Difference } from './difference';
import { lossesOf, type Loss } from './losses';
import { newWorkbook } from './new-workbook';
import { withName, type PageText } from './text';

/** What to say of it, and the file as it is known from now on, where that has changed. */
export interface Written {
  readonly message: Message;
  readonly file?: OpenedFile;
}

interface Patched extends Difference {
  readonly bytes: Uint8Array;
  readonly unwritten: boolean;
}

/** The opened file with what was changed in it; or what would be lost, where only a new workbook can be written. */
export function patchedFile(
  { baseline, host }: Opened,
  { workbook, bytes }: OpenedFile,
): Patched | { readonly losses: readonly Loss[] } {
  const change = host.changes.structural ? null : difference(baseline, host.state);
  if (!change) return { losses: lossesOf(workbook) };
  return {
    ...change,
    unwritten: change.unwritten || host.changes.looks,
    bytes: change.empty ? bytes : patchWorkbook(workbook, change.patch).zip.save(),
  };
}

/** Writes the file where it lies, or gives it out. A file that was changed by others meanwhile is not overwritten. */
export async function inPlace(
  file: OpenedFile,
  { bytes, empty, unwritten }: Patched,
  name: string,
  text: PageText,
): Promise<Written> {
  const said = (sentence: string): Message => ({
    intent: unwritten ? 'warning' : 'success',
    text: withName(sentence, name) + (unwritten ? text.notWritten : ''),
  });
  const { place } = file;
  if (place && (await isPermitted(place.handle, 'readwrite'))) {
    const now = await place.handle.getFile();
    if (now.lastModified === place.modified) {
      await writeFile(place.handle, bytes);
      const { lastModified: modified } = await place.handle.getFile();
      return { message: said(text.saved), file: { ...file, place: { ...place, modified } } };
    }
    download(bytes, name);
    return { message: { intent: 'warning', text: withName(text.changedElsewhere, name) } };
  }
  download(bytes, name);
  return { message: said(empty ? text.nothingToSave : text.downloaded) };
}

/** The workbook as it would be saved now. */
export function savedNow(opened: Opened, name: string): { readonly name: string; readonly bytes: Uint8Array } {
  const found = opened.file && patchedFile(opened, opened.file);
  return found && 'bytes' in found ? { name, bytes: found.bytes } : newBytes(opened, name);
}

/** Gives out a new workbook with what the grid holds. */
export function newFile(opened: Opened, name: string, text: PageText): Written {
  const { name: as, bytes } = newBytes(opened, name);
  download(bytes, as);
  return { message: { intent: 'success', text: withName(text.downloadedNew, as) } };
}

function newBytes({ host, sheets }: Opened, name: string): { readonly name: string; readonly bytes: Uint8Array } {
  const looks = new Map(sheets.map((sheet) => [sheet.snapshot.name, sheet.looks]));
  return { name: `${name.replace(/\.[^.]*$/, '')}.xlsx`, bytes: newWorkbook(host.state, (sheet) => looks.get(sheet)) };
}
