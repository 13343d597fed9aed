import { readdir, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { DiskError } from '../hosts/file/disk';

/** An input as found: `base` is the folder that it was found under, by which copies are placed. */
export interface InputFile {
  /** As it is shown: as given, or the given folder and the way from it. */
  readonly path: string;
  readonly absolute: string;
  /** The way from the folder given; the bare name for files given by themselves. */
  readonly within: string;
}

/** A path that leads nowhere; the others are still checked. */
export interface MissingInput {
  readonly path: string;
  readonly error: DiskError;
}

/**
 * Files in folders that are tables by their name, whether we can read their kind or must say that we cannot. Texts, PDF
 * files and the like are read where they are given by name: in folders most of them are something else.
 */
export const TABLE = /\.(?:xl[st][xm]|xlsb|xl[st]|ett?|ods|do[ct][xm]|doc|wps|rtf|csv|tsv|html?|mht|mhtml)$/i;

/**
 * Files given by name and the tables in folders, in a stable order; lock files and hidden ones are left out, and so are
 * backups beside what they are backups of, and what stands in folders at the absolute paths `without`: the run's own
 * output.
 */
export async function* findInputs(
  paths: AsyncIterable<string> | Iterable<string>,
  cwd: string,
  without: ReadonlySet<string> = new Set(),
): AsyncGenerator<InputFile | MissingInput> {
  for await (const path of paths) {
    const absolute = resolve(cwd, path);
    try {
      const found = await stat(absolute);
      if (found.isDirectory()) yield* walk(absolute, path, absolute, without);
      else yield { path, absolute, within: absolute.replace(/^.*[/\\]/, '') };
    } catch (cause) {
      const code = (cause as NodeJS.ErrnoException).code === 'EACCES' ? 'no-permission' : 'not-found';
      yield { path, error: new DiskError(code, path, { cause }) };
    }
  }
}

async function* walk(
  folder: string,
  shown: string,
  root: string,
  without: ReadonlySet<string>,
): AsyncGenerator<InputFile | MissingInput> {
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (cause) {
    yield { path: shown, error: new DiskError('no-permission', shown, { cause }) };
    return;
  }
  const names = new Set(entries.map(({ name }) => name));
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name.startsWith('~$')) continue;
    const absolute = join(folder, entry.name);
    const path = join(shown, entry.name);
    if (without.has(absolute)) continue;
    if (entry.isDirectory()) yield* walk(absolute, path, root, without);
    else if (TABLE.test(entry.name) && !isBackup(entry.name, names))
      yield { path, absolute, within: relative(root, absolute) };
  }
}

/** 表.bak2.xlsx beside 表.xlsx: what was replaced, kept by an earlier run. */
function isBackup(name: string, names: ReadonlySet<string>): boolean {
  const original = name.replace(/\.bak\d*(\.[^.]+)$/u, '$1');
  return original !== name && names.has(original);
}
