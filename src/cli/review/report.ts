import { mkdir } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { versionOf } from '../../core/check';
import { drawForm, editsFor, formOf, sheetNameFor, type Form } from '../../core/templates';
import { asWorkbook } from '../../formats';
import { FileHost } from '../../hosts/file';
import { saveBytes } from '../../hosts/file/disk';
import { fill, type Locale } from '../../i18n';
import { toDocx } from '../../report/document/docx';
import { reviewDocument, reviewFormContent, reviewPage, type Occasion, type ReviewPaper } from '../../report/review';
import { planOpinionSheet } from '../../session/review/papers';
import { carryOut } from '../check-file';
import { FileFailure, reportOf } from '../errors';
import type { Io } from '../io';
import { Arguments } from './arguments';
import { loadFile, referencesOf, reviewedTables, type Loaded } from './load';

export const PAPER_FORMATS = ['docx', 'html', 'xlsx'] as const;
export type PaperFormat = (typeof PAPER_FORMATS)[number];

/** Options that say on which occasion a paper is written. */
export const OCCASION = ['round', 'deadline', 'date', 'office'] as const;

export function occasionOf(args: Arguments): Occasion {
  return {
    round: args.round(),
    deadline: args.day('deadline'),
    date: args.day('date'),
    office: args.text('office'),
  };
}

/**
 * `report PATH --format docx|html|xlsx --out FILE`: 审核意见 of one file: a letter, a page, or the workbook with the sheet
 * 审核意见 in it (with `--review-form`, 绩效目标审核表 as well). Exit status 2 where the file could not be read or written,
 * else 0.
 */
export async function reportCommand(argv: readonly string[], io: Io): Promise<number> {
  const args = new Arguments(argv, [...OCCASION, 'format', 'out', 'against', 'profile'], ['review-form', 'force']);
  const { locale, words } = args;
  const path = args.onePath();
  const out = args.needed('out', 'outMissing');
  const ending = extname(out).slice(1).toLowerCase();
  const format = args.oneOf('format', PAPER_FORMATS, PAPER_FORMATS.find((known) => known === ending) ?? 'docx');
  if (ending !== format) args.refuse('outFormat', { known: format });
  if (args.is('review-form') && format !== 'xlsx') args.refuse('formOnly');
  const [absolute, target] = [resolve(io.cwd, path), resolve(io.cwd, out)];
  if (absolute === target) args.refuse('samePath');
  const occasion = occasionOf(args);
  const profile = await args.profile(io.cwd);
  try {
    const against = args.text('against');
    const references = against === null ? [] : await referencesOf(resolve(io.cwd, against), locale);
    const loaded = await loadFile({ path, absolute }, { profile, locale, references }, io);
    const tables = reviewedTables(loaded, locale);
    if (tables.length === 0) throw new FileFailure('no-table');
    const paper: ReviewPaper = {
      department: null,
      tables,
      opinions: loaded.opinions,
      unneeded: loaded.result.stale,
      occasion,
    };
    await mkdir(dirname(target), { recursive: true });
    const bytes =
      format === 'xlsx'
        ? await reviewedWorkbook(loaded, paper, locale, args.is('review-form'))
        : await paperBytes(paper, format, locale);
    await saveBytes(target, bytes, { replace: args.is('force') });
    await io.stdout(`${fill(words.written, { path: out }, locale)}\n`);
    return 0;
  } catch (failure) {
    io.stderr(`${path}: ${reportOf(failure, locale).message}\n`);
    return 2;
  }
}

export async function paperBytes(paper: ReviewPaper, format: 'docx' | 'html', locale: Locale): Promise<Uint8Array> {
  if (format === 'html') return new TextEncoder().encode(reviewPage(paper, locale));
  return toDocx(reviewDocument(paper, locale));
}

/** The workbook with what was found in it. Throws what `reportOf` understands. */
export async function reviewedWorkbook(
  loaded: Loaded,
  paper: ReviewPaper,
  locale: Locale,
  withForm = false,
): Promise<Uint8Array> {
  const host = new FileHost(asWorkbook(loaded.opened));
  const sheets = () => host.file.sheets;
  await carryOut(host, planOpinionSheet(paper, sheets(), locale).edits);
  if (withForm) {
    for (const { tables } of loaded.result.readings) {
      for (const table of tables) {
        if (table.kind !== 'target') continue;
        const { findings } = versionOf(table, loaded.result.findings);
        const drawn = drawForm(formOf('target-review') as Form, reviewFormContent(table, findings, locale));
        const sheet = sheetNameFor(
          drawn,
          sheets().map((one) => one.name),
        );
        await carryOut(host, editsFor(drawn, { sheet, newSheet: true, dictionary: null }));
      }
    }
  }
  return host.bytes();
}
