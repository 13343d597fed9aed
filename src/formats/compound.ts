import { FormatError } from './error';

const ENTRY = 128;
const LAST_SECTOR = 0xfffffffa;
const MAX_SECTORS = 100_000;

/**
 * Names of the streams and storages of a compound file (OLE2), those inside storages left out: a letter with a workbook
 * in it is a letter. Where the directory cannot be followed, names are looked for in all of the file. Throws FormatError
 * truncated where the file ends before its directory.
 */
export function streamsOf(bytes: Uint8Array): ReadonlySet<string> {
  if (bytes.length < 512) throw new FormatError('truncated');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = 1 << view.getUint16(30, true);
  if (size !== 512 && size !== 4096) return namesAnywhere(bytes);
  const offsetOf = (sector: number) => (sector + 1) * size;
  const table = (sector: number): number => {
    // The header lists the first 109 sectors of the allocation table: enough for 7 MB; beyond, names are searched for.
    const slot = Math.floor((sector * 4) / size);
    if (slot >= 109) return LAST_SECTOR;
    const at = offsetOf(view.getUint32(76 + slot * 4, true)) + ((sector * 4) % size);
    return at + 4 <= bytes.length ? view.getUint32(at, true) : LAST_SECTOR;
  };
  const entries: number[] = [];
  let sector = view.getUint32(48, true);
  for (let count = 0; sector < LAST_SECTOR && count < MAX_SECTORS; count++) {
    const offset = offsetOf(sector);
    if (offset + ENTRY > bytes.length) throw new FormatError('truncated');
    for (let at = offset; at + ENTRY <= Math.min(offset + size, bytes.length); at += ENTRY) entries.push(at);
    sector = table(sector);
  }
  const root = entries[0];
  if (root === undefined) return namesAnywhere(bytes);
  const names = new Set<string>();
  const seen = new Set<number>();
  const waiting = [view.getUint32(root + 76, true)];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const at = entries[index];
    if (at === undefined || seen.has(index)) continue;
    seen.add(index);
    names.add(nameAt(view, at));
    waiting.push(view.getUint32(at + 68, true), view.getUint32(at + 72, true));
  }
  return names.size > 0 ? names : namesAnywhere(bytes);
}

function nameAt(view: DataView, at: number): string {
  const length = Math.min(31, view.getUint16(at + 64, true) / 2 - 1);
  let name = '';
  for (let i = 0; i < length; i++) name += String.fromCharCode(view.getUint16(at + 2 * i, true));
  return name;
}

function namesAnywhere(bytes: Uint8Array): ReadonlySet<string> {
  const names = ['EncryptedPackage', 'WordDocument', 'Workbook', 'Book'];
  return new Set(
    names.filter(
      (name) =>
        indexOf(
          bytes,
          [...name].flatMap((char) => [char.charCodeAt(0), 0]),
        ) >= 0,
    ),
  );
}

function indexOf(bytes: Uint8Array, wanted: readonly number[]): number {
  const [first] = wanted;
  for (let at = bytes.indexOf(first as number); at >= 0; at = bytes.indexOf(first as number, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
}
