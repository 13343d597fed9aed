import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { checkNow, safeEdits, type CheckInput, type CheckResult } from '../core/check';
import { ownRule } from '../core/check/own';
import type { SheetReading } from '../core/indicator';
import type { ColumnCorrection } from '../core/reader';
import { isOwnSheet, RECORD_SHEET, type SheetSnapshot } from '../core/sheet';
import { asWorkbook, type FileNote } from '../formats';
import { FileHost } from '../hosts/file';
import { openFile, saveBytes } from '../hosts/file/disk';
import { markEdits } from '../session/marks';
import { suppressionsIn } from '../session/kept';
import { correctionsFor, EMPTY_RECORD, readRecord } from '../session/record';
import { FileFailure } from './errors';
import type { InputFile } from './files';
import type { CheckOptions } from './options';

export interface FileResult {
  readonly result: CheckResult;
  /** Where something was written, and where the original was kept. */
  readonly written: string | null;
  readonly backup: string | null;
  /** What is odd about the file. */
  readonly notes: readonly FileNote[];
}

/** Fixes may bring out others, once; more rounds than this would be a fault. */
const ROUNDS = 5;

/**
 * Checks a file, and mends and marks a copy of it where that was asked: `target` is where the copy goes. Throws what
 * `reportOf` understands.
 */
export async function checkFile(input: InputFile, options: CheckOptions, target: string | null): Promise<FileResult> {
  if (!options.inPlace && target === input.absolute) throw new FileFailure('same-file');
  const opened = await openFile(input.absolute);
  const { sheets, notes } = opened;
  if (sheets.length === 0) throw new FileFailure('no-sheet');
  if (options.inPlace && !opened.workbook) throw new FileFailure('read-only-form');
  if (target === null) return { result: checkSheets(sheets, options), written: null, backup: null, notes };
  const host = new FileHost(asWorkbook(opened));
  const before = host.file;
  let result = checkSheets(host.file.sheets, options);
  if (options.fix) {
    for (let round = 0; round < ROUNDS; round++) {
      const edits = safeEdits(result.findings);
      if (edits.length === 0) break;
      await carryOut(host, edits);
      result = checkSheets(host.file.sheets, options);
    }
  }
  if (options.annotate) {
    const { readings, findings } = result;
    await carryOut(
      host,
      readings.flatMap(({ sheet }) => markEdits(sheet, findings, options.locale)),
    );
  }
  if (options.inPlace && host.file === before) return { result, written: null, backup: null, notes };
  await mkdir(dirname(target), { recursive: true });
  const backup = await saveBytes(target, host.bytes(), { replace: true });
  return { result, written: target, backup, notes };
}

/** The sheets of one file by its own record; `references` are tables of other files to hold them against. */
export function checkSheets(
  all: readonly SheetSnapshot[],
  options: Pick<CheckOptions, 'sheet' | 'profile' | 'suppress'>,
  references: readonly SheetReading[] = [],
): CheckResult {
  const sheets = all.filter(({ name }) => !isOwnSheet(name) && (options.sheet === null || name === options.sheet));
  if (options.sheet !== null && sheets.length === 0) throw new FileFailure('missing-sheet', { sheet: options.sheet });
  const recordSheet = all.find(({ name }) => name === RECORD_SHEET) ?? null;
  const record = recordSheet ? readRecord(recordSheet) : EMPTY_RECORD;
  const corrections = new Map<string, readonly ColumnCorrection[]>();
  for (const sheet of sheets) {
    const found = correctionsFor(record, sheet);
    if (found.length > 0) corrections.set(sheet.name, found);
  }
  const input: CheckInput = {
    sheets,
    corrections,
    references,
    settings: options.profile.settings,
    overrides: options.profile.overrides,
    own: options.profile.checks.map(ownRule),
    suppressions: options.suppress
      ? suppressionsIn(
          record,
          all.map(({ name }) => name),
        )
      : [],
  };
  const result = checkNow(input);
  if (result.failures.length > 0) {
    throw new FileFailure('rule-failed', {
      rules: result.failures.map(({ code, sheet, detail }) => `${code} ${sheet} ${detail}`).join('; '),
    });
  }
  return result;
}

/** Throws what `reportOf` understands. */
export async function carryOut(host: FileHost, edits: Parameters<FileHost['apply']>[0]): Promise<void> {
  const outcome = await host.apply(edits, { label: '' });
  if (outcome.status === 'failed') throw outcome.error;
  if (outcome.status === 'conflict') throw new FileFailure('conflict');
}
