import { readProfileText, type Profile, type ProfileProblem } from '../../core/check/profile';
import {
  entriesFromTable,
  LIBRARY_SHEET,
  libraryFromSheet,
  readLibrary,
  type LibraryProblem,
  type LibraryReading,
} from '../../core/library';
import { isOwnSheet, usedRange, type SheetSnapshot } from '../../core/sheet';
import { parseLayout, type ImportLayout } from '../../core/templates/layouts';
import type { FormSource } from '../../session/forms';
import { fileSources } from '../views/forms/file-source';

/** A table of what came in. */
export interface FoundTable {
  readonly key: string;
  readonly sheet: SheetSnapshot;
  /** Null for a table that holds no indicators. */
  readonly source: FormSource | null;
  readonly rows: number;
  readonly columns: number;
  /** Its indicators as entries of a library. */
  readonly library: LibraryReading;
  /** It was given out as a library. */
  readonly isLibrary: boolean;
}

/** What a file of settings turned out to be, or why it is none. */
export type FoundJson =
  | { readonly kind: 'profile'; readonly profile: Profile }
  | { readonly kind: 'library'; readonly reading: LibraryReading }
  | { readonly kind: 'layout'; readonly layout: ImportLayout }
  | { readonly kind: 'bad-profile'; readonly problems: readonly ProfileProblem[] }
  | { readonly kind: 'bad-library'; readonly problems: readonly LibraryProblem[] }
  | { readonly kind: 'bad-layout'; readonly at: string }
  | { readonly kind: 'not-json' }
  | { readonly kind: 'unknown-json' };

const PROFILE_KEYS = ['version', 'settings', 'rules', 'checks'];
const NO_ENTRIES: LibraryReading = { entries: [], problems: [] };

/** The tables on the sheets, each once, those with indicators first; a line or a column of words is no table. */
export function tablesIn(name: string, sheets: readonly SheetSnapshot[]): FoundTable[] {
  const sources = fileSources(name, sheets);
  const tables = sheets
    .filter((sheet) => !isOwnSheet(sheet.name))
    .flatMap((sheet): FoundTable[] => {
      const used = usedRange(sheet);
      if (!used) return [];
      const size = { rows: used.bottom - used.top + 1, columns: used.right - used.left + 1 };
      const isLibrary = sheet.name.startsWith(LIBRARY_SHEET);
      const common = { sheet, ...size, isLibrary };
      const own = sources.filter(({ source }) => source.sheet === sheet.name);
      if (own.length > 0 && !isLibrary) {
        return own.map(({ key, source }) => ({ ...common, key, source, library: entriesOf(source) }));
      }
      const library = libraryFromSheet(sheet);
      if (size.rows < 2 || size.columns < 2) return [];
      const key = `sheet:${name}\n${sheet.name}`;
      return [{ ...common, key, source: null, library: library.entries.length > 0 ? library : NO_ENTRIES }];
    });
  const rank = ({ source, isLibrary }: FoundTable): number => (source || isLibrary ? 0 : 1);
  return [...tables].sort((a, b) => rank(a) - rank(b));
}

function entriesOf({ table }: FormSource): LibraryReading {
  const reading = table ? entriesFromTable(table) : NO_ENTRIES;
  return reading.entries.length > 0 ? reading : NO_ENTRIES;
}

/** Whether a file is meant as settings rather than as a table. */
export function looksLikeJson(name: string, bytes: Uint8Array): boolean {
  if (/\.json$/iu.test(name)) return true;
  const first = bytes.find((byte) => ![0xef, 0xbb, 0xbf, 0x20, 0x09, 0x0a, 0x0d].includes(byte));
  return first === 0x7b && !name.includes('.');
}

/** A profile, a library or a system's layout; each by the key that only it has. */
export function readJson(text: string): FoundJson {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return { kind: 'not-json' };
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return { kind: 'unknown-json' };
  if ('entries' in json) {
    const reading = readLibrary(text);
    if (reading.entries.length > 0) return { kind: 'library', reading };
    return { kind: 'bad-library', problems: reading.problems };
  }
  if ('columns' in json) {
    const layout = parseLayout(json);
    return layout.ok ? { kind: 'layout', layout: layout.layout } : { kind: 'bad-layout', at: layout.at };
  }
  // An empty object would pass for a profile that says nothing.
  if (!PROFILE_KEYS.some((key) => key in json)) return { kind: 'unknown-json' };
  const profile = readProfileText(text);
  return profile.ok
    ? { kind: 'profile', profile: profile.profile }
    : { kind: 'bad-profile', problems: profile.problems };
}
