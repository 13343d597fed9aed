import { basename } from 'node:path';
import type { CheckResult } from '../../core/check';
import type { Profile } from '../../core/check/profile';
import type { SheetReading } from '../../core/indicator';
import { OPINION_SHEET, RECORD_SHEET, type SheetSnapshot } from '../../core/sheet';
import { renderFileNote, type OpenedFile } from '../../formats';
import { openFile } from '../../hosts/file/disk';
import type { Locale } from '../../i18n';
import { reviewedTable, roundOf, type Occasion, type ReviewedTable } from '../../report/review';
import { readOpinions, type RecordedOpinion } from '../../session/review/opinions';
import { referenceReadings } from '../../session/review/references';
import { checkSheets } from '../check-file';
import { FileFailure } from '../errors';
import type { Io } from '../io';
import { unmatchedText } from '../plain';

/** A file, checked, with what people wrote about it. */
export interface Loaded {
  readonly path: string;
  readonly absolute: string;
  readonly opened: OpenedFile;
  readonly result: CheckResult;
  readonly opinions: readonly RecordedOpinion[];
  /** Of the review that the workbook carries already. */
  readonly round: Pick<Occasion, 'round' | 'deadline'> | null;
}

export interface LoadOptions {
  readonly profile: Profile;
  readonly locale: Locale;
  readonly references?: readonly SheetReading[];
}

/** Throws what `reportOf` understands. */
export async function loadFile(
  { path, absolute }: { readonly path: string; readonly absolute: string },
  { profile, locale, references = [] }: LoadOptions,
  io: Io,
): Promise<Loaded> {
  const opened = await openFile(absolute);
  for (const note of opened.notes) io.stderr(`${path}: ${renderFileNote(note, locale)}\n`);
  if (opened.sheets.length === 0) throw new FileFailure('no-sheet');
  const sheet = (name: string): SheetSnapshot | null => opened.sheets.find((one) => one.name === name) ?? null;
  const review = sheet(OPINION_SHEET);
  const result = checkSheets(opened.sheets, { sheet: null, profile, suppress: true }, references);
  for (const one of result.unmatched) io.stderr(`${path}: ${unmatchedText(one, locale)}\n`);
  return {
    path,
    absolute,
    opened,
    result,
    opinions: readOpinions(sheet(RECORD_SHEET)).filter(({ settled }) => !settled),
    round: review && roundOf(review),
  };
}

/** The tables of another file to hold these against; each says which file it is from. Throws what `reportOf` understands. */
export async function referencesOf(absolute: string, locale: Locale): Promise<SheetReading[]> {
  return referenceReadings((await openFile(absolute)).sheets, basename(absolute), locale);
}

/** Every table of a file in words; `file` names it where several are spoken of. */
export function reviewedTables({ result }: Loaded, locale: Locale, file = ''): ReviewedTable[] {
  return result.readings.flatMap(({ tables }) =>
    tables.map((table) => reviewedTable(table, result.findings, locale, file)),
  );
}
