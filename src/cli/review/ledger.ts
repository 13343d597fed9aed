import { mkdir } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import Big from 'big.js';
import { versionOf } from '../../core/check';
import type { IndicatorTable } from '../../core/indicator';
import { readReview } from '../../core/reader';
import { makeSheet } from '../../core/sheet';
import { asWorkbook, openBytes } from '../../formats';
import { writeWorkbook } from '../../formats/xlsx';
import { FileHost } from '../../hosts/file';
import { saveBytes } from '../../hosts/file/disk';
import { fill } from '../../i18n';
import { ledgerEdits, ledgerSheet, type LedgerRow } from '../../report/ledger';
import { carryOut } from '../check-file';
import { reportOf } from '../errors';
import { findInputs } from '../files';
import type { Io } from '../io';
import { Arguments } from './arguments';
import { loadFile, type Loaded } from './load';

const UNREAD: Omit<LedgerRow, 'file' | 'note'> = {
  department: null,
  project: null,
  kind: null,
  year: null,
  yuan: null,
  score: null,
  grade: null,
  indicators: null,
  error: null,
  warning: null,
  info: null,
  round: null,
  deadline: null,
  sheet: '',
};

/**
 * `ledger PATH… --out FILE.xlsx`: 汇总台账, one row for each table of each file; files that could not be read stand in it
 * too, with the reason. Exit status 2 where there is one, else 0.
 */
export async function ledgerCommand(argv: readonly string[], io: Io): Promise<number> {
  const args = new Arguments(argv, ['out', 'profile'], ['force']);
  const { locale, words } = args;
  if (args.paths.length === 0) args.refuse('noPath');
  const out = args.needed('out', 'outMissing');
  if (extname(out).toLowerCase() !== '.xlsx') args.refuse('outFormat', { known: 'xlsx' });
  const target = resolve(io.cwd, out);
  const profile = await args.profile(io.cwd);
  const rows: LedgerRow[] = [];
  let unreadable = 0;
  for await (const input of findInputs(args.paths, io.cwd)) {
    const fail = (failure: unknown): void => {
      unreadable++;
      const note = reportOf(failure, locale).message;
      rows.push({ ...UNREAD, file: input.path, note });
      io.stderr(`${input.path}: ${note}\n`);
    };
    if ('error' in input) {
      fail(input.error);
      continue;
    }
    // The ledger of the day before, in the same folder.
    if (input.absolute === target) continue;
    try {
      const loaded = await loadFile(input, { profile, locale }, io);
      const found = ledgerRows(loaded);
      rows.push(...(found.length > 0 ? found : [{ ...UNREAD, file: input.path, note: words.noTable }]));
    } catch (failure) {
      fail(failure);
    }
  }
  try {
    const sheet = ledgerSheet(locale);
    const host = new FileHost(asWorkbook(await openBytes('ledger.xlsx', writeWorkbook([makeSheet(sheet, [])]))));
    await carryOut(host, ledgerEdits(rows, sheet, locale));
    await mkdir(dirname(target), { recursive: true });
    await saveBytes(target, host.bytes(), { replace: args.is('force') });
  } catch (failure) {
    io.stderr(`${out}: ${reportOf(failure, locale).message}\n`);
    return 2;
  }
  const tables = rows.filter(({ kind }) => kind !== null).length;
  await io.stdout(`${fill(words.ledger, { path: out, rows: tables, unreadable }, locale)}\n`);
  return unreadable > 0 ? 2 : 0;
}

function ledgerRows({ path, opened, result, round }: Loaded): LedgerRow[] {
  const reviews = opened.sheets.flatMap((sheet) => readReview(sheet) ?? []);
  const targets = result.readings.flatMap(({ tables }) => tables).filter(({ kind }) => kind === 'target');
  return result.readings.flatMap(({ tables }) =>
    tables.map((table): LedgerRow => {
      const open = versionOf(table, result.findings).findings.filter(
        ({ causedBy, suppressed }) => causedBy === undefined && suppressed === undefined,
      );
      const count = (severity: string) => open.filter((finding) => finding.severity === severity).length;
      // 总体评级 of the review form is about the one target table beside it.
      const judged =
        table.kind === 'target' && targets.length === 1 && reviews.length === 1 ? reviews[0]?.overall : null;
      return {
        department: (table.department ?? table.coverDepartment)?.value.replace(/\s+/gu, '') ?? null,
        project: table.subject === 'project' ? (table.project?.value.replace(/\s+/gu, '') ?? null) : null,
        kind: table.kind,
        year: table.year?.value ?? null,
        yuan: yuanOf(table),
        score: table.total?.value ?? null,
        grade: table.grade?.value.trim() ?? judged?.value ?? null,
        indicators: table.indicators.length,
        error: count('error'),
        warning: count('warning'),
        info: count('info'),
        round: round?.round ?? null,
        deadline: round?.deadline ?? null,
        file: path,
        sheet: table.sheet,
        note: '',
      };
    }),
  );
}

/** The budget of the year in 元: of the targets, else of the funds grid, whose amounts are in 万元. */
function yuanOf({ budget, execution }: IndicatorTable): number | null {
  if (budget?.total) return budget.total.value.yuan;
  const [whole] = execution;
  const amount = whole?.budget ?? whole?.initial;
  return amount ? new Big(amount.value).times(10_000).toNumber() : null;
}
