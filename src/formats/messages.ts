import { fill, type Locale } from '../i18n/fill';
import type { FormatError, FormatErrorCode, FoundFormat } from './error';
import { en } from './messages.en-US';
import { zh } from './messages.zh-CN';

/** A sentence a code, or one for each value of the datum that tells its cases apart. */
export interface FormatMessages extends Record<FormatErrorCode, string | Readonly<Record<string, string>>> {
  readonly 'not-xlsx': Readonly<Record<FoundFormat, string>>;
}

const CASES: Partial<Record<FormatErrorCode, string>> = {
  'not-xlsx': 'found',
  'bad-archive': 'reason',
  'too-large': 'limit',
  'bad-xml': 'reason',
  'cell-locked': 'reason',
  unsupported: 'what',
};

/** What went wrong with a file, for people. The file's name is the caller's business. */
export function renderFormatError(error: FormatError, locale: Locale): string {
  const messages: Record<FormatErrorCode, string | Readonly<Record<string, string>>> = locale === 'zh-CN' ? zh : en;
  const entry = messages[error.code];
  if (typeof entry === 'string') return fill(entry, error.data, locale);
  const chosen = String(error.data[CASES[error.code] ?? ''] ?? '');
  const template = entry[chosen] ?? entry['other'] ?? Object.values(entry)[0] ?? error.message;
  return fill(template, error.data, locale);
}
