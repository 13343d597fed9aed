import { mkdir } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { fill, type Locale } from '../../i18n';
import { saveBytes } from '../../hosts/file/disk';
import { countOf, ownerOf, type Occasion, type ReviewedTable, type ReviewPaper } from '../../report/review';
import { reportOf, type ErrorReport } from '../errors';
import { findInputs, type InputFile } from '../files';
import type { Io } from '../io';
import { Arguments } from './arguments';
import { loadFile, reviewedTables, type Loaded } from './load';
import { OCCASION, occasionOf, paperBytes, reviewedWorkbook } from './report';
import type { ReviewWording } from './wording';

interface Source {
  readonly input: InputFile;
  readonly loaded: Loaded;
  readonly tables: readonly ReviewedTable[];
}

/** The tables of one department, whatever files they stand in. */
interface Bundle {
  readonly department: string | null;
  /** What the file is called after. */
  readonly name: string;
  readonly sources: Source[];
}

interface Written {
  readonly department: string | null;
  readonly path: string;
  readonly tables: number;
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly workbooks: readonly string[];
}

/**
 * `send-back PATH… --round N --deadline YYYY-MM-DD --out FOLDER`: 一键退回. One 审核意见 for each department, about all of
 * its tables; with `--workbooks`, copies of its workbooks with the sheet 审核意见 too. Exit status 2 where a file could not
 * be read or written (all others are done), else 0.
 */
export async function sendBackCommand(argv: readonly string[], io: Io): Promise<number> {
  const args = new Arguments(argv, [...OCCASION, 'format', 'out', 'profile', 'list'], ['workbooks', 'force']);
  const { locale, words } = args;
  if (args.paths.length === 0) args.refuse('noPath');
  const out = args.needed('out', 'outMissing');
  const format = args.oneOf('format', ['docx', 'html'] as const, 'docx');
  const list = args.oneOf('list', ['text', 'json'] as const, 'text');
  const occasion = occasionOf(args);
  const profile = await args.profile(io.cwd);
  const errors: { path: string; error: ErrorReport }[] = [];
  const fail = (path: string, failure: unknown): void => {
    errors.push({ path, error: reportOf(failure, locale, path) });
    io.stderr(`${path}: ${reportOf(failure, locale).message}\n`);
  };
  const bundles = new Map<string, Bundle>();
  for await (const input of findInputs(args.paths, io.cwd)) {
    if ('error' in input) {
      fail(input.path, input.error);
      continue;
    }
    try {
      const loaded = await loadFile(input, { profile, locale }, io);
      gather(bundles, { input, loaded, tables: reviewedTables(loaded, locale, basename(input.path)) });
    } catch (failure) {
      fail(input.path, failure);
    }
  }
  const folder = resolve(io.cwd, out);
  const papers: Written[] = [];
  const taken = new Set<string>();
  for (const bundle of bundles.values()) {
    const name = fileName(bundle, occasion, format, words, locale, taken);
    try {
      await mkdir(folder, { recursive: true });
      const paper = paperOf(bundle, bundle.sources, occasion);
      await saveBytes(join(folder, name), await paperBytes(paper, format, locale), { replace: args.is('force') });
      const workbooks: string[] = [];
      for (const source of args.is('workbooks') ? bundle.sources : []) {
        const copy = copyName(source.input.within, taken);
        const bytes = await reviewedWorkbook(source.loaded, paperOf(bundle, [source], occasion), locale);
        await mkdir(dirname(join(folder, copy)), { recursive: true });
        await saveBytes(join(folder, copy), bytes, { replace: args.is('force') });
        workbooks.push(join(out, copy));
      }
      const count = (severity: 'error' | 'warning' | 'info') => countOf(paper.tables, severity);
      papers.push({
        department: bundle.department,
        path: join(out, name),
        tables: paper.tables.length,
        error: count('error'),
        warning: count('warning'),
        info: count('info'),
        workbooks,
      });
    } catch (failure) {
      fail(join(out, name), failure);
    }
  }
  if (list === 'json') {
    const { round, deadline } = occasion;
    await io.stdout(`${JSON.stringify({ version: 1, round, deadline, papers, errors })}\n`);
  } else {
    for (const paper of papers) {
      const department = paper.department ?? words.unnamed;
      await io.stdout(`${fill(words.sentBack, { ...paper, department, workbooks: '' }, locale)}\n`);
    }
    await io.stdout(`${fill(words.sentBackSum, { papers: papers.length, unreadable: errors.length }, locale)}\n`);
  }
  return errors.length > 0 ? 2 : 0;
}

/** By the department that each table names; files in which none is named stand for themselves. */
function gather(bundles: Map<string, Bundle>, source: Source): void {
  const { input, tables } = source;
  const named = tables.map(({ department }) => department).find((name) => name !== null) ?? null;
  const byOwner = new Map<string | null, ReviewedTable[]>();
  for (const table of tables) {
    const department = table.department ?? named;
    byOwner.set(department, [...(byOwner.get(department) ?? []), table]);
  }
  for (const [department, own] of byOwner) {
    const key = department === null ? `file:${input.absolute}` : `name:${department.normalize('NFKC')}`;
    const stem = basename(input.within, extname(input.within));
    const bundle = bundles.get(key) ?? { department, name: department ?? stem, sources: [] };
    bundle.sources.push({ ...source, tables: own });
    bundles.set(key, bundle);
  }
}

function paperOf({ department }: Bundle, sources: readonly Source[], occasion: Occasion): ReviewPaper {
  const tables = sources.flatMap((source) => source.tables);
  const [only] = tables;
  const places = (source: Source) => new Set(source.tables.map(({ sheet }) => sheet));
  return {
    department: department ?? (tables.length === 1 && only ? ownerOf(only) : null),
    // One file needs no name.
    tables: sources.length > 1 ? tables : tables.map((table) => ({ ...table, file: '' })),
    opinions: sources.flatMap((source) =>
      source.loaded.opinions.filter(({ place }) => place === '' || isOn(place, places(source))),
    ),
    unneeded: sources.flatMap((source) =>
      source.loaded.result.stale.filter(({ place = '' }) => place === '' || isOn(place, places(source))),
    ),
    occasion,
  };
}

/** Whether `Sheet1!D12` or `'a b'!D12` is on one of these sheets. */
function isOn(place: string, sheets: ReadonlySet<string>): boolean {
  const name = place.slice(0, Math.max(0, place.lastIndexOf('!')));
  return sheets.has(name) || sheets.has(name.replace(/^'|'$/gu, '').replaceAll("''", "'"));
}

/** Signs that some system refuses in names of files. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]+/gu;

function fileName(
  { name }: Bundle,
  { round }: Occasion,
  format: string,
  words: ReviewWording,
  locale: Locale,
  taken: Set<string>,
): string {
  const told = round === null ? '' : fill(words.paperRound, { round }, locale);
  const plain = (text: string): string => text.replace(FORBIDDEN, ' ').replace(/\s+/gu, ' ').trim();
  // Names of dots alone are those of folders.
  const own = plain(name).replace(/^[ .]+/u, '') || words.unnamed;
  const stem = plain(fill(words.paperName, { name: own, round: told }, locale));
  // 80 Chinese characters are 240 bytes, and names may have 255.
  return free([...stem].slice(-75).join(''), `.${format}`, taken);
}

function copyName(within: string, taken: Set<string>): string {
  const ending = /\.xl[st][xm]$/iu.test(within) ? extname(within) : `${extname(within)}.xlsx`;
  return free(within.slice(0, within.length - extname(within).length), ending, taken);
}

function free(stem: string, ending: string, taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const name = `${stem}${number === 1 ? '' : ` ${number}`}${ending}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}
