import { createHash, randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, copyFile, lstat, open, readdir, readFile, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { usedRange } from '../../core/sheet';
import { FormatError, openBytes, type OpenedFile } from '../../formats';
import { OversizeError, readWorkbook, type Inflater, type WorkbookFile } from '../../formats/xlsx';
import { convert } from './office';

/** Why the disk refused. */
export type DiskErrorCode =
  'not-found' | 'no-permission' | 'is-folder' | 'not-file' | 'locked' | 'disk-full' | 'exists' | 'io';

export class DiskError extends Error {
  override readonly name = 'DiskError';

  constructor(
    readonly code: DiskErrorCode,
    readonly path: string,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${path}`, options);
  }
}

const CODES: Readonly<Record<string, DiskErrorCode>> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'no-permission',
  EISDIR: 'is-folder',
  EBUSY: 'locked',
  ETXTBSY: 'locked',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
};

/** Beyond this no workbook is read into memory. */
const MAX_BYTES = 300e6;

/** What the disk refuses in `work`, as DiskError about `path`. */
export async function onDisk<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof DiskError || cause instanceof FormatError) throw cause;
    if (typeof cause !== 'object' || cause === null || !('code' in cause)) throw cause;
    throw new DiskError(CODES[String(cause.code)] ?? 'io', path, { cause });
  }
}

/** The bytes of a file. Throws DiskError, or FormatError too-large. */
export function loadBytes(path: string): Promise<Uint8Array> {
  return onDisk(path, async () => {
    const found = await stat(path);
    if (found.isDirectory()) throw new DiskError('is-folder', path);
    // Pipes and devices may never end.
    if (!found.isFile()) throw new DiskError('not-file', path);
    const { size } = found;
    if (size > MAX_BYTES) throw new FormatError('too-large', { limit: 'file' });
    return readFile(path);
  });
}

/** Node's own, several times as fast as one in JavaScript. */
const inflater: Inflater = (packed, size) => {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new OversizeError();
    throw cause;
  }
};

/** Throws DiskError or FormatError. */
export async function openWorkbook(path: string): Promise<WorkbookFile> {
  return readWorkbook(await loadBytes(path), { inflater });
}

/** A file of any form; those that only an office program can read, through LibreOffice. Throws DiskError or FormatError. */
export async function openFile(path: string): Promise<OpenedFile> {
  const bytes = await loadBytes(path);
  try {
    return await openBytes(basename(path), bytes, { inflater });
  } catch (error) {
    if (!(error instanceof FormatError) || error.code !== 'needs-office') throw error;
    const converted = await convert(bytes, String(error.data['found']));
    if (!converted) throw error;
    const { sheets, active, form } = await openBytes(`${basename(path, extname(path))}.docx`, converted, { inflater });
    // A PDF file has no tables, only words in places: where none came of them, that is said rather than that all is well.
    if (error.data['found'] === 'pdf' && sheets.every((sheet) => (usedRange(sheet)?.right ?? 0) === 0)) {
      throw new FormatError('office-failed', { found: 'pdf' }, { cause: error });
    }
    return { form, sheets, active, workbook: null, notes: [] };
  }
}

export interface SaveOptions {
  /** A file of that name may be replaced; it is kept beside the new one, under the name that is returned. */
  readonly replace?: boolean;
}

/**
 * Writes a file at once: to a temporary file beside it, which is brought to the disk and then renamed, so that at every
 * moment the name leads to the whole of the old or the whole of the new. Returns the path of the backup, null where
 * nothing was replaced. Throws DiskError.
 */
export function saveBytes(
  named: string,
  bytes: Uint8Array,
  { replace = false }: SaveOptions = {},
): Promise<string | null> {
  return onDisk(named, async () => {
    const path = await placeOf(named);
    const old = await stat(path).catch(() => null);
    if (old?.isDirectory()) throw new DiskError('is-folder', path);
    if (old && !replace) throw new DiskError('exists', path);
    if (old) await access(path, constants.W_OK);
    if (old && old.size === bytes.length && Buffer.compare(await readFile(path), bytes) === 0) return null;
    const temporary = join(dirname(path), `${temporaryStem(path)}${randomBytes(6).toString('hex')}.tmp`);
    let backup: string | null = null;
    try {
      const handle = await open(temporary, 'wx', old ? old.mode & 0o777 : 0o666);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      if (old) {
        const free = await freeBackupName(path);
        await copyFile(path, free, constants.COPYFILE_EXCL);
        backup = free;
      }
      await rename(temporary, path).catch((error: unknown) => {
        throw isHeldOpen(error) ? new DiskError('locked', named, { cause: error }) : error;
      });
    } catch (error) {
      for (const left of [temporary, backup]) if (left) await unlink(left).catch(() => undefined);
      throw error;
    }
    await syncFolder(dirname(path));
    return backup;
  });
}

/** A link stays one: what it leads to is replaced. */
async function placeOf(named: string): Promise<string> {
  const found = await lstat(named).catch(() => null);
  return found?.isSymbolicLink() ? realpath(named).catch(() => named) : named;
}

/** Bytes that a name may have: most disks take 255, of which the rest of the temporary one's needs eighteen. */
const MOST_NAME = 255 - 18;

/** Begins the names of the temporary files for what is at `path`, and of none else. */
function temporaryStem(path: string): string {
  const name = basename(path);
  const short = Buffer.byteLength(name) <= MOST_NAME ? name : createHash('sha256').update(name).digest('hex');
  return `.${short}.`;
}

const TEMPORARY = /^(?<stem>\..+\.)[0-9a-f]{12}\.tmp$/su;

/**
 * Temporary files that runs left which were put an end to while they wrote. A folder is looked at once, when a place in
 * it is first asked for: what is written there after that is never taken for something left.
 */
export class Leftovers {
  private readonly folders = new Map<string, Promise<readonly string[]>>();

  /** Takes away those of one file, which is about to be written or has been. What cannot be taken away stays. */
  async clear(named: string): Promise<void> {
    const path = await placeOf(named);
    const folder = await realpath(dirname(path)).catch(() => null);
    if (folder === null) return;
    let names = this.folders.get(folder);
    if (!names) this.folders.set(folder, (names = leftIn(folder)));
    const stem = temporaryStem(path);
    for (const name of await names) {
      if (TEMPORARY.exec(name)?.groups?.['stem'] === stem) await unlink(join(folder, name)).catch(() => undefined);
    }
  }
}

async function leftIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile() && TEMPORARY.test(entry.name)).map(({ name }) => name);
}

/** Windows refuses so to replace a file that a spreadsheet has open, though it may be written. */
function isHeldOpen(error: unknown): boolean {
  if (process.platform !== 'win32') return false;
  return ['EPERM', 'EACCES', 'EBUSY'].includes(String((error as NodeJS.ErrnoException).code));
}

/** `表.xlsx` → `表.bak.xlsx`, `表.bak2.xlsx` … */
async function freeBackupName(path: string): Promise<string> {
  const ending = extname(path);
  const stem = join(dirname(path), basename(path, ending));
  for (let number = 1; ; number++) {
    const name = `${stem}.bak${number === 1 ? '' : number}${ending}`;
    if (!(await stat(name).catch(() => null))) return name;
  }
}

/** Brings the renaming itself to the disk, where the system lets folders be opened. */
async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r').catch(() => null);
  if (!handle) return;
  await handle.sync().catch(() => undefined);
  await handle.close();
}
