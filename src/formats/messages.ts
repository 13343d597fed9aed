import { fill, type Locale } from '../i18n/fill';
import type { FormatError, FormatErrorCode, FoundFormat } from './error';
import type { FileForm, FileNote } from './open';
import { en } from './messages.en-US';
import { zh } from './messages.zh-CN';

/** A sentence a code, or one for each value of the datum that tells its cases apart. */
export interface FormatMessages extends Record<FormatErrorCode, string | Readonly<Record<string, string>>> {
  readonly 'not-xlsx': Readonly<Record<FoundFormat, string>>;
  /** Names of the forms, as they stand in sentences. */
  readonly forms: Readonly<Record<FileForm, string>>;
  readonly notes: Readonly<Record<FileNote['code'], string>>;
  readonly named: string;
}

const CASES: Partial<Record<FormatErrorCode, string>> = {
  'not-xlsx': 'found',
  'needs-office': 'found',
  'office-failed': 'found',
  damaged: 'found',
  'bad-archive': 'reason',
  'too-large': 'limit',
  'bad-xml': 'reason',
  'cell-locked': 'reason',
  unsupported: 'what',
};

/** What went wrong with a file, for people; with its name before it where the sentence stands alone. */
export function renderFormatError(error: FormatError, locale: Locale, name?: string): string {
  const sentence = sentenceOf(error, locale);
  return name === undefined ? sentence : named(name, sentence, locale);
}

/** A sentence about a file, with the file's name before it. */
export function named(name: string, sentence: string, locale: Locale): string {
  return fill((locale === 'zh-CN' ? zh : en).named, { name, sentence }, locale);
}

function sentenceOf(error: FormatError, locale: Locale): string {
  const messages: Record<FormatErrorCode, string | Readonly<Record<string, string>>> = locale === 'zh-CN' ? zh : en;
  const entry = messages[error.code];
  if (typeof entry === 'string') return fill(entry, error.data, locale);
  const chosen = String(error.data[CASES[error.code] ?? ''] ?? '');
  const template = entry[chosen] ?? entry['other'] ?? Object.values(entry)[0] ?? error.message;
  return fill(template, error.data, locale);
}

/** What is odd about a file that was read all the same, for people. */
export function renderFileNote({ code, data }: FileNote, locale: Locale): string {
  const { notes, forms } = locale === 'zh-CN' ? zh : en;
  return fill(notes[code], { ...data, form: forms[data.form] }, locale);
}
