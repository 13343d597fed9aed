import { resolve } from 'node:path';
import type { Indicator, IndicatorTable } from '../../core/indicator';
import type { Finding } from '../../core/rules/finding';
import { formatAddress } from '../../core/sheet';
import type { Locale } from '../../i18n';
import { compareFiles } from '../../report/compare-files';
import { comparisonLines, comparisonPage, type ComparedFiles } from '../../report/comparison';
import { reportOf } from '../errors';
import type { Io } from '../io';
import { findingJson, indicatorJson, tableJson, type Json } from '../json';
import { Arguments } from './arguments';
import { loadFile, referencesOf, type Loaded } from './load';

/**
 * `compare A B`: what happened to the tables of A in B: rows added, removed and changed, findings mended and new; a
 * self-evaluation or monitoring table in B is held against the targets in A (PT607). Exit status 2 where a file could not
 * be read, else 1 where B differs from targets that were approved, else 0.
 */
export async function compareCommand(argv: readonly string[], io: Io): Promise<number> {
  const args = new Arguments(argv, ['format', 'profile']);
  const { locale } = args;
  const format = args.oneOf('format', ['text', 'json', 'html'] as const, 'text');
  const [before, after, ...more] = args.paths;
  if (before === undefined || after === undefined || more.length > 0) return args.refuse('twoPaths');
  const profile = await args.profile(io.cwd);
  const load = async (path: string, against: string | null): Promise<Loaded | null> => {
    try {
      const references = against === null ? [] : await referencesOf(resolve(io.cwd, against), locale);
      return await loadFile({ path, absolute: resolve(io.cwd, path) }, { profile, locale, references }, io);
    } catch (failure) {
      io.stderr(`${path}: ${reportOf(failure, locale).message}\n`);
      return null;
    }
  };
  const old = await load(before, null);
  const fresh = old && (await load(after, before));
  if (!old || !fresh) return 2;
  const compared: ComparedFiles = { before, after, tables: compareFiles(old, fresh) };
  if (format === 'json') await io.stdout(`${JSON.stringify(comparisonJson(compared, locale))}\n`);
  else await io.stdout(format === 'html' ? comparisonPage(compared, locale) : comparisonLines(compared, locale));
  return compared.tables.some((one) => one.kind === 'approved' && one.findings.length > 0) ? 1 : 0;
}

function comparisonJson({ before, after, tables }: ComparedFiles, locale: Locale): Json {
  const findings = (list: readonly Finding[]): Json => list.map((finding) => findingJson(finding, locale));
  const rows = (list: readonly Indicator[], { sheet }: IndicatorTable): Json =>
    list.map((indicator) => indicatorJson(sheet, indicator));
  return {
    version: 1,
    before,
    after,
    tables: tables.map((one): Json => {
      switch (one.kind) {
        case 'unpaired':
          return { kind: one.kind, file: one.file, table: tableJson(one.table) };
        case 'approved':
          return { kind: one.kind, after: tableJson(one.after), findings: findings(one.findings) };
        case 'versions': {
          const { heads, added, removed, changed, unchanged, mended, remaining, fresh } = one.comparison;
          return {
            kind: one.kind,
            before: tableJson(one.before),
            after: tableJson(one.after),
            heads: heads.map(({ cell, ...head }) => ({
              ...head,
              cell: cell && formatAddress({ sheet: one.after.sheet, ...cell }),
            })),
            added: rows(added, one.after),
            removed: rows(removed, one.before),
            changed: changed.map((change) => ({
              before: indicatorJson(one.before.sheet, change.before),
              after: indicatorJson(one.after.sheet, change.after),
              fields: change.fields.map((field) => ({ ...field })),
            })),
            unchanged,
            mended: findings(mended),
            remaining: findings(remaining),
            fresh: findings(fresh),
          };
        }
      }
    }),
  };
}
