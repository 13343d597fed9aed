import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readProfileText, type Profile } from '../core/check/profile';
import { decodeText } from '../formats/encoding';
import { onDisk } from '../hosts/file/disk';
import type { Locale } from '../i18n';
import { renderProfileProblems } from '../i18n/profile';
import { reportOf, UsageError } from './errors';

export const SEVERITY_CHOICES = ['off', 'info', 'warning', 'error'] as const;
export type SeverityChoice = (typeof SEVERITY_CHOICES)[number];

/** 审核口径: from the file that was named, and from nowhere else. Throws UsageError. */
export async function readProfile(path: string, cwd: string, locale: Locale): Promise<Profile> {
  const absolute = resolve(cwd, path);
  let text: string;
  try {
    text = decodeText(await onDisk(absolute, () => readFile(absolute)));
  } catch (error) {
    throw new UsageError('profileRead', { path, detail: reportOf(error, locale).message });
  }
  const reading = readProfileText(text);
  if (!reading.ok)
    throw new UsageError('profileShape', { path, detail: renderProfileProblems(reading.problems, locale) });
  return reading.profile;
}
