import { createHash } from 'node:crypto';
import { renderFileNote } from '../../formats';
import { fill } from '../../i18n';
import { factsOf, htmlSection, reportSheet, unreadableFacts, type FileFacts } from '../../report';
import { checkFile, type FileResult } from '../check-file';
import { reportOf, type ErrorReport } from '../errors';
import type { InputFile, MissingInput } from '../files';
import { findingJson, tableJson, type Json } from '../json';
import type { CheckOptions } from '../options';
import { fileText, unmatchedText } from '../plain';
import { cliText } from '../text';

/** An element of `files` in the output, with what the exit status depends on. */
export interface FileEntry {
  readonly path: string;
  readonly error?: ErrorReport;
  /** What is odd about a file that was read all the same. */
  readonly notes?: readonly ErrorReport[];
  readonly sheets: readonly {
    readonly name: string;
    readonly tables: readonly Json[];
    readonly findings: readonly Json[];
  }[];
}

/** A file to be checked, and where its changed copy goes; null where none is asked for. */
export interface Task {
  readonly input: InputFile | MissingInput;
  readonly target: string | null;
}

/** One file done: texts and numbers only, as it goes from a worker to the output, and into the journal. */
export interface Outcome {
  readonly path: string;
  /** Its part of the output: a JSON object, text for people, or a section of the page. */
  readonly output: string;
  /** Lines for standard error. */
  readonly said: readonly string[];
  /** Findings of severity error that nobody has answered. */
  readonly remaining: number;
  /** The copy that was written. */
  readonly written: string | null;
  readonly facts: FileFacts;
}

/** Checks a file and puts into words what came of it. Never throws. */
export async function outcomeOf({ input, target }: Task, options: CheckOptions): Promise<Outcome> {
  if ('error' in input) return failureOf(input.path, input.error, options);
  try {
    return success(input.path, await checkFile(input, options, target), options);
  } catch (error) {
    return failureOf(input.path, error, options);
  }
}

/** A file that could not be done, in the words of the output. */
export function failureOf(path: string, failed: unknown, { locale, format }: CheckOptions): Outcome {
  const { message } = reportOf(failed, locale);
  const error = reportOf(failed, locale, path);
  const output = {
    json: () => JSON.stringify({ path, error, sheets: [] } satisfies FileEntry),
    ndjson: () => JSON.stringify({ path, error, sheets: [] } satisfies FileEntry),
    text: () => `${path}\n  ${message}\n\n`,
    html: () => htmlSection({ path, error: message, sheets: [] }, locale, idOf(path)),
  };
  return {
    path,
    output: output[format](),
    said: format === 'text' ? [] : [`${path}: ${message}`],
    remaining: 0,
    written: null,
    facts: unreadableFacts(path, { code: error.code, message }),
  };
}

function success(path: string, done: FileResult, options: CheckOptions): Outcome {
  const { locale, format } = options;
  const { result, notes, written, backup } = done;
  const sheets = result.readings.map((reading) => ({
    ...reading,
    findings: result.findings.filter(({ address }) => address.sheet === reading.sheet),
  }));
  const remarks = [
    ...notes.map((note) => ({ code: note.code, message: renderFileNote(note, locale) })),
    ...result.unmatched.map((one) => ({ code: 'record-unmatched', message: unmatchedText(one, locale) })),
  ];
  const json = (): string =>
    JSON.stringify({
      path,
      ...(remarks.length > 0 ? { notes: remarks } : {}),
      sheets: sheets.map(({ sheet, tables, findings }) => ({
        name: sheet,
        tables: tables.map(tableJson),
        findings: findings.map((finding) => findingJson(finding, locale)),
      })),
    } satisfies FileEntry);
  const output = {
    json,
    ndjson: json,
    text: () => fileText(path, sheets, locale),
    html: () => {
      const printed = sheets.map(({ sheet, tables, findings }) => reportSheet(sheet, tables, findings, locale));
      return htmlSection({ path, sheets: printed }, locale, idOf(path));
    },
  };
  const text = cliText(locale);
  return {
    path,
    output: output[format](),
    said: [
      ...(backup ? [fill(text.backup, { path: backup }, locale)] : []),
      ...(written ? [fill(text.written, { path: written }, locale)] : []),
      ...remarks.map(({ message }) => message),
    ].map((line) => `${path}: ${line}`),
    remaining: result.findings.filter(({ severity, suppressed }) => severity === 'error' && !suppressed).length,
    written,
    facts: factsOf(path, result.readings, result.findings),
  };
}

/** Begins the ids of a file's part of the page: no other file's begin so. */
function idOf(path: string): string {
  return `f${createHash('sha256').update(path).digest('hex').slice(0, 12)}`;
}
