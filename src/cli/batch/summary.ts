import { readFile, rm } from 'node:fs/promises';
import { extname } from 'node:path';
import { readWorkbook } from '../../formats/xlsx';
import { saveBytes } from '../../hosts/file/disk';
import { LOCALES, type Locale } from '../../i18n';
import { batchText, PAGE_MARK, summaryPage, summaryWorkbook, type Tally } from '../../report';

export interface Summary {
  files: number;
  unreadable: number;
  error: number;
  warning: number;
  info: number;
}

/** Endings of the files that a summary can be written as. */
export const SUMMARY_ENDINGS = /\.(?:xlsx|html?)$/iu;

/**
 * Writes the summary of a run by the ending of the name. An earlier summary gives way; any other file of that name is
 * kept beside it, under the name that is returned. Throws DiskError.
 */
export async function saveSummary(path: string, tally: Tally, locale: Locale): Promise<string | null> {
  const bytes =
    extname(path).toLowerCase() === '.xlsx'
      ? summaryWorkbook(tally, locale)
      : new TextEncoder().encode(summaryPage(tally, locale));
  const own = await isSummary(path);
  const backup = await saveBytes(path, bytes, { replace: true });
  if (backup === null || !own) return backup;
  await rm(backup, { force: true });
  return null;
}

async function isSummary(path: string): Promise<boolean> {
  const bytes = await readFile(path).catch(() => null);
  if (!bytes) return false;
  if (bytes.subarray(0, 1000).toString('utf8').includes(PAGE_MARK)) return true;
  try {
    const names = readWorkbook(bytes).sheets.map(({ name }) => name);
    return LOCALES.some((locale) => {
      const { overview, sheets } = batchText(locale);
      return [overview, ...Object.values(sheets)].every((name) => names.includes(name));
    });
  } catch {
    return false;
  }
}
