import { FormatError, named, renderFormatError } from '../formats';
import { DiskError } from '../hosts/file/disk';
import { HostError } from '../hosts/host';
import { fill, uiText, type Locale } from '../i18n';
import { cliText, type CliText } from './text';

/** Codes beside those of formats, disk and hosts. */
export type CliErrorCode =
  | 'missing-sheet'
  | 'no-sheet'
  | 'no-table'
  | 'read-only-form'
  | 'conflict'
  | 'same-file'
  | 'rule-failed'
  /** Of a worker thread with the file: not done in time, no memory left, ended. */
  | 'timed-out'
  | 'out-of-memory'
  | 'crashed'
  | 'internal';

/** A failure with one file: the others go on. */
export class FileFailure extends Error {
  override readonly name = 'FileFailure';

  constructor(
    readonly code: CliErrorCode,
    readonly data: Readonly<Record<string, string>> = {},
  ) {
    super(code);
  }
}

/** The command line was not understood. `key` names its sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(
    readonly key: {
      [K in keyof CliText]: CliText[K] extends string ? K : never;
    }[keyof CliText],
    readonly data: Readonly<Record<string, string>> = {},
  ) {
    super(key);
  }
}

/** What the JSON says of a failure: a code that stays, and a sentence. */
export interface ErrorReport {
  readonly code: string;
  readonly message: string;
}

/** With a path, the sentence names the file: it may be read far from the entry that it stands in. */
export function reportOf(error: unknown, locale: Locale, path?: string): ErrorReport {
  const { code, message } = plainReport(error, locale);
  return { code, message: path === undefined ? message : named(path.replace(/^.*[/\\]/, ''), message, locale) };
}

function plainReport(error: unknown, locale: Locale): ErrorReport {
  const text = cliText(locale);
  if (error instanceof FormatError) return { code: error.code, message: renderFormatError(error, locale) };
  if (error instanceof DiskError) return { code: error.code, message: text.errors[error.code] };
  if (error instanceof FileFailure)
    return { code: error.code, message: fill(text.errors[error.code], error.data, locale) };
  if (error instanceof HostError) {
    // A file's own reason is nearer to the point than what a host has for all files.
    if (error.cause instanceof FormatError) {
      return { code: error.code, message: renderFormatError(error.cause, locale) };
    }
    const { problem } = uiText(locale);
    const found = (problem as Readonly<Record<string, { what: string; next: string }>>)[error.code];
    return { code: error.code, message: found ? `${found.what}${found.next}` : error.message };
  }
  const detail = error instanceof Error ? error.message : String(error);
  return { code: 'internal', message: fill(text.errors.internal, { detail }, locale) };
}
