import * as z from 'zod/mini';
import { level2Of, officialLevel2 } from '../indicator';
import { parseOperator, squash } from '../text';
import { targetFrom } from './builtin';
import { bothLevels, directionOf } from './entry';
import type { LibraryEntry, UsualTarget } from './entry';
import { FIELD_IDS, FIELDS } from './fields';
import type { FieldId } from './fields';

/** What is wrong with a library that was read; the words for it are in the catalogues. */
export interface LibraryProblem {
  readonly code:
    | 'not-json'
    | 'not-a-library'
    | 'newer-version'
    | 'no-header'
    | 'not-an-entry'
    | 'name-missing'
    | 'name-twice'
    | 'level2-unknown'
    | 'target-missing'
    | 'field-unknown'
    | 'too-long';
  /** Which entry, from 1, or the row of the sheet; null for the file as a whole. */
  readonly place: number | null;
  /** The words that are wrong, and the entry's name where it has one. */
  readonly data: Readonly<Record<string, string | number>>;
  /** The entry was left out; where not, it was taken as far as it could be read. */
  readonly dropped: boolean;
}

export interface LibraryReading {
  readonly entries: readonly LibraryEntry[];
  readonly problems: readonly LibraryProblem[];
}

/** An entry as people see it: the columns of the sheet and the keys of the file. */
export interface PlainEntry {
  readonly name: string;
  /** 二级指标 in the words of either tree. */
  readonly level2: string;
  readonly operator: string;
  readonly target: string;
  readonly unit: string;
  readonly explanation: string;
  readonly standard: string;
  readonly evidence: string;
  /** With blanks between. */
  readonly keywords: string;
  /** 领域: the name of a field, or nothing. */
  readonly field: string;
}

const LONGEST = 2000;
export const LIBRARY_VERSION = 1;

/** Numbers and lists are written by hand too: a target 95, keywords in brackets. */
const words = z.catch(
  z.pipe(
    z.union([z.string(), z.number(), z.array(z.union([z.string(), z.number()]))]),
    z.transform((value: string | number | (string | number)[]) =>
      (Array.isArray(value) ? value.join(' ') : String(value)).trim(),
    ),
  ),
  '',
);

const plainSchema = z.object({
  name: words,
  level2: words,
  operator: words,
  target: words,
  unit: words,
  explanation: words,
  standard: words,
  evidence: words,
  keywords: words,
  field: words,
});

const fileSchema = z.object({ version: z.number(), entries: z.array(z.unknown()) });

/** Reads a library file: `{"version": 1, "entries": […]}`. What cannot be taken is told, entry by entry; never throws. */
export function readLibrary(text: string): LibraryReading {
  const whole = (code: LibraryProblem['code'], data: LibraryProblem['data'] = {}): LibraryReading => ({
    entries: [],
    problems: [{ code, place: null, data, dropped: true }],
  });
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return whole('not-json');
  }
  const file = fileSchema.safeParse(json);
  if (!file.success) return whole('not-a-library');
  if (file.data.version > LIBRARY_VERSION) return whole('newer-version', { version: file.data.version });
  return readPlain(file.data.entries.map((raw, index) => ({ raw, place: index + 1 })));
}

/** Entries from what a file or a sheet holds; of two with one name the later stands, and it is told. */
export function readPlain(rows: readonly { readonly raw: unknown; readonly place: number }[]): LibraryReading {
  const found = new Map<string, LibraryEntry>();
  const problems: LibraryProblem[] = [];
  for (const { raw, place } of rows) {
    const plain = plainSchema.safeParse(raw);
    if (!plain.success) {
      problems.push({ code: 'not-an-entry', place, data: {}, dropped: true });
      continue;
    }
    const { entry, problems: own } = entryFrom(plain.data, place);
    problems.push(...own);
    if (!entry) continue;
    const key = squash(entry.name);
    if (found.has(key)) problems.push({ code: 'name-twice', place, data: { name: entry.name }, dropped: false });
    found.set(key, entry);
  }
  return { entries: [...found.values()], problems };
}

/** One entry from its words. */
export function entryFrom(
  plain: PlainEntry,
  place: number | null = null,
): { readonly entry: LibraryEntry | null; readonly problems: readonly LibraryProblem[] } {
  const problems: LibraryProblem[] = [];
  const name = plain.name.replace(/\s+/gu, '');
  const tell = (code: LibraryProblem['code'], dropped: boolean, data: LibraryProblem['data'] = {}): void => {
    problems.push({ code, place, data: { name, ...data }, dropped });
  };
  if (name === '') {
    tell('name-missing', true);
    return { entry: null, problems };
  }
  const long = Object.values(plain).find((value) => value.length > LONGEST);
  if (long !== undefined) {
    tell('too-long', true, { words: `${long.slice(0, 20)}…`, most: LONGEST });
    return { entry: null, problems };
  }
  const [own = '', lasting = ''] = plain.level2.split('/');
  const level2 = level2Of(own);
  if (level2 === null) {
    tell('level2-unknown', true, { words: plain.level2 });
    return { entry: null, problems };
  }
  const field = FIELD_IDS.find((id) => id === plain.field || FIELDS[id].name === plain.field) ?? null;
  if (field === null && plain.field !== '') tell('field-unknown', false, { words: plain.field });
  const target = usualTarget(plain);
  if (target.value === '') tell('target-missing', false);
  return {
    entry: {
      id: `own:${squash(name)}`,
      field,
      name,
      level2: bothLevels(level2, level2Of(lasting) ?? 'social-benefit'),
      direction: directionOf(target),
      target,
      explanation: plain.explanation,
      standard: plain.standard,
      evidence: plain.evidence,
      keywords: plain.keywords.split(/[\s,，、;；]+/u).filter((word) => word !== ''),
    },
    problems,
  };
}

/** Sign, number and unit, whether each has its place or all stand together (≥95%). */
function usualTarget({ operator, target, unit }: PlainEntry): UsualTarget {
  const sign = parseOperator(operator);
  const number = /^-?\d+(?:\.\d+)?$/u.test(target) ? Number(target) : null;
  if (number !== null) return { operator: sign ?? '≥', value: number, unit: unit === '' ? null : unit };
  const read = targetFrom(target);
  return typeof read.value === 'number'
    ? { operator: read.operator ?? sign ?? '≥', value: read.value, unit: read.unit ?? (unit === '' ? null : unit) }
    : read;
}

/** An entry in the words of the file and of the sheet; `entryFrom` reads it back. */
export function plainOf(entry: LibraryEntry): PlainEntry {
  const { target } = entry;
  const old = entry.level2['2015'];
  const level2 =
    old === 'sustainable-impact'
      ? `${officialLevel2(old)}/${officialLevel2(entry.level2['2021'])}`
      : officialLevel2(entry.level2['2021']);
  return {
    name: entry.name,
    level2,
    operator: target.operator ?? (entry.direction === 'deadline' ? '' : '定性'),
    target: String(target.value),
    unit: target.unit ?? '',
    explanation: entry.explanation,
    standard: entry.standard,
    evidence: entry.evidence,
    keywords: entry.keywords.join(' '),
    field: entry.field === null ? '' : fieldName(entry.field),
  };
}

function fieldName(field: FieldId): string {
  return FIELDS[field].name;
}

/** The file: readable, one key a line, the same for the same entries. */
export function writeLibrary(entries: readonly LibraryEntry[]): string {
  return `${JSON.stringify({ version: LIBRARY_VERSION, entries: entries.map(plainOf) }, null, 2)}\n`;
}

export interface MergedLibrary {
  readonly entries: readonly LibraryEntry[];
  readonly added: readonly string[];
  readonly changed: readonly { readonly name: string; readonly before: LibraryEntry; readonly after: LibraryEntry }[];
  readonly same: readonly string[];
}

/** Takes entries into a library by name: new ones at the end, changed ones in the place of the old. */
export function mergeLibraries(own: readonly LibraryEntry[], incoming: readonly LibraryEntry[]): MergedLibrary {
  const entries = new Map(own.map((entry) => [squash(entry.name), entry] as const));
  const added: string[] = [];
  const changed: { name: string; before: LibraryEntry; after: LibraryEntry }[] = [];
  const same: string[] = [];
  for (const entry of incoming) {
    const before = entries.get(squash(entry.name));
    if (!before) added.push(entry.name);
    else if (alike(before, entry)) same.push(entry.name);
    else changed.push({ name: entry.name, before, after: entry });
    if (!before || !alike(before, entry)) entries.set(squash(entry.name), entry);
  }
  return { entries: [...entries.values()], added, changed, same };
}

function alike(a: LibraryEntry, b: LibraryEntry): boolean {
  const text = (entry: LibraryEntry): string => JSON.stringify({ ...plainOf(entry), name: squash(entry.name) });
  return text(a) === text(b);
}
