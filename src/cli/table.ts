import { resolve } from 'node:path';
import type { ColumnCorrection } from '../core/reader';
import { readTables } from '../core/reader';
import { isOwnSheet, RECORD_SHEET } from '../core/sheet';
import { renderFileNote } from '../formats';
import { openFile } from '../hosts/file/disk';
import { correctionsFor, readRecord } from '../session/record';
import { reportOf } from './errors';
import type { Io } from './io';
import { tableJson } from './json';
import { localeOf, tablePath } from './options';

/** `table PATH`: what was read, without a check. */
export async function tableCommand(args: readonly string[], io: Io): Promise<number> {
  const path = tablePath(args);
  const locale = localeOf(args);
  try {
    const { sheets, notes } = await openFile(resolve(io.cwd, path));
    for (const note of notes) io.stderr(`${path}: ${renderFileNote(note, locale)}\n`);
    const record = readRecord(sheets.find(({ name }) => name === RECORD_SHEET) ?? null);
    const read = sheets
      .filter(({ name }) => !isOwnSheet(name))
      .map((sheet) => {
        const corrections: readonly ColumnCorrection[] = correctionsFor(record, sheet);
        return { name: sheet.name, tables: readTables(sheet, { corrections }).tables.map(tableJson) };
      });
    await io.stdout(`${JSON.stringify({ version: 1, path, sheets: read })}\n`);
    return 0;
  } catch (failure) {
    const error = reportOf(failure, locale, path);
    io.stderr(`${path}: ${reportOf(failure, locale).message}\n`);
    await io.stdout(`${JSON.stringify({ version: 1, path, error, sheets: [] })}\n`);
    return 2;
  }
}
