import MiniSearch from 'minisearch';
import { LEVEL2_NAMES } from '../indicator';
import type { Level1, Level2, Tree } from '../indicator';
import { levelsOf } from './entry';
import type { LibraryEntry } from './entry';
import { FIELDS } from './fields';
import type { FieldId } from './fields';
import { indexOfInitials, initialsIn } from './initials';

export interface SearchOptions {
  /** The tree by which levels are meant; that of 101号 where none is given. */
  readonly tree?: Tree;
  readonly level1?: Level1;
  readonly level2?: Level2;
  readonly field?: FieldId;
  /** The most entries to give back; all by default. */
  readonly limit?: number;
}

/** An index over entries; made once, asked as people type. */
export interface LibrarySearch {
  /**
   * Entries for words as typed, best first: names, everyday words, fragments of either, pinyin initials (`pxrs`), several
   * words with blanks between, of which all must fit where that is possible. A wrong character among several is borne.
   * An empty query gives every entry in the order of the library.
   */
  search(query: string, options?: SearchOptions): LibraryEntry[];
}

interface Document {
  readonly id: number;
  readonly name: string;
  readonly keywords: string;
  readonly about: string;
  readonly explanation: string;
  readonly evidence: string;
}

/** Chinese text as single characters and pairs, other text as words: 培训 → 培, 训, 培训. */
function terms(text: string, singles: boolean): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? []
  ).flatMap((run) => {
    if (!/^\p{Script=Han}/u.test(run)) return [run];
    const characters = [...run];
    const pairs = characters.slice(1).map((character, i) => (characters[i] ?? '') + character);
    return singles || characters.length === 1 ? [...characters, ...pairs] : pairs;
  });
}

function documentOf(entry: LibraryEntry, id: number): Document {
  return {
    id,
    name: entry.name,
    keywords: entry.keywords.join(' '),
    about: `${entry.field ? FIELDS[entry.field].name : ''} ${LEVEL2_NAMES[entry.level2['2015']][0] ?? ''} ${LEVEL2_NAMES[entry.level2['2021']][0] ?? ''}`,
    explanation: entry.explanation,
    evidence: entry.evidence,
  };
}

const BOOST = { name: 5, keywords: 4, about: 1.5, explanation: 1, evidence: 0.5 };

/** Words of the request itself. */
const FILLERS = /^(?:指标|的|多少|情况|怎么写|怎么)$/u;

export function createSearch(entries: readonly LibraryEntry[]): LibrarySearch {
  const index = new MiniSearch<Document>({
    fields: ['name', 'keywords', 'about', 'explanation', 'evidence'],
    // Single characters of what is said about an entry would find everything.
    tokenize: (text, field) => terms(text, field === 'name' || field === 'keywords'),
    processTerm: (term) => term,
  });
  index.addAll(entries.map(documentOf));
  let initials: readonly Initials[] | null = null;

  /** How well one word fits each entry, 0 to 1 for the words of the index and more where name or keyword is hit. */
  function fits(word: string): Map<number, number> {
    if (/^[a-z]{2,}$/iu.test(word)) {
      initials ??= entries.map(initialsOfEntry);
      const found = byInitials(initials, word.toLowerCase());
      if (found.size > 0) return found;
    }
    const asked = terms(word, false);
    const hits = index.search(word, { boost: BOOST, tokenize: (text) => terms(text, false), combineWith: 'OR' });
    // One wrong character spoils two pairs.
    const need = Math.min(Math.ceil(asked.length / 2), Math.max(1, asked.length - 2));
    const top = hits[0]?.score ?? 1;
    return new Map(
      hits
        .filter(({ queryTerms }) => queryTerms.length >= need)
        .map(({ id, score }) => {
          const entry = entries[id as number] as LibraryEntry;
          return [id as number, score / top + directness(entry, word)] as const;
        }),
    );
  }

  return {
    search(query, options = {}) {
      const words = query
        .normalize('NFKC')
        .split(/[\s,，、;；。/]+/u)
        .filter((word) => word !== '' && !FILLERS.test(word));
      const wanted = (id: number): boolean => matches(entries[id] as LibraryEntry, options);
      const limit = options.limit ?? entries.length;
      if (words.length === 0) return entries.filter((_, id) => wanted(id)).slice(0, limit);

      const scores = new Map<number, { words: number; score: number }>();
      for (const word of words) {
        for (const [id, score] of fits(word)) {
          const before = scores.get(id) ?? { words: 0, score: 0 };
          scores.set(id, { words: before.words + 1, score: before.score + score });
        }
      }
      const found = [...scores].filter(([id]) => wanted(id));
      const most = Math.max(0, ...found.map(([, hit]) => hit.words));
      return found
        .filter(([, hit]) => hit.words === most)
        .sort(([a, one], [b, other]) => other.score - one.score || a - b)
        .slice(0, limit)
        .map(([id]) => entries[id] as LibraryEntry);
    },
  };
}

function matches(entry: LibraryEntry, { tree = '2021', level1, level2, field }: SearchOptions): boolean {
  if (field !== undefined && entry.field !== field) return false;
  if (level1 === undefined && level2 === undefined) return true;
  const levels = levelsOf(entry, tree);
  return (level1 === undefined || levels.level1 === level1) && (level2 === undefined || levels.level2 === level2);
}

/** What the index cannot tell: that the word stands whole in the name, or is one of the entry's words. */
function directness({ name, keywords }: LibraryEntry, word: string): number {
  if (name === word) return 4;
  const at = keywords.indexOf(word);
  // The first words of an entry are those by which it is known.
  const known = at >= 0 ? 2 - Math.min(at, 4) * 0.2 : 0;
  const named = name.includes(word) ? 1.5 + word.length / name.length : 0;
  const part = keywords.some((keyword) => keyword.includes(word) || word.includes(keyword)) ? 0.6 : 0;
  return Math.max(known, named, part);
}

interface Initials {
  readonly name: readonly string[];
  readonly keywords: readonly (readonly string[])[];
}

function initialsOfEntry({ name, keywords }: LibraryEntry): Initials {
  return { name: initialsIn(name), keywords: keywords.map(initialsIn) };
}

/** A whole name or word first, then the beginning of a name, then what stands inside one; short names before long. */
function byInitials(all: readonly Initials[], letters: string): Map<number, number> {
  const found = new Map<number, number>();
  all.forEach(({ name, keywords }, id) => {
    const at = indexOfInitials(name, letters);
    const whole = keywords.findIndex((word) => word.length === letters.length && indexOfInitials(word, letters) === 0);
    const named =
      at < 0 ? 0 : (at === 0 ? 3 : 2) + letters.length / name.length + (name.length === letters.length ? 2 : 0);
    const known = whole >= 0 ? 3.5 - Math.min(whole, 4) * 0.2 : 0;
    const part = keywords.some((word) => indexOfInitials(word, letters) >= 0) ? 1 : 0;
    const score = Math.max(named, known, part);
    if (score > 0) found.set(id, score);
  });
  return found;
}
