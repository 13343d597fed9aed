import { dirname, join, resolve } from 'node:path';
import type { Severity } from '../core/rules/rule';
import { renderFileNote } from '../formats';
import { fill, type Locale } from '../i18n';
import { htmlReport, reportSheet, type ReportFile } from '../report';
import { checkFile, isFolder, type FileResult } from './check-file';
import { reportOf, UsageError, type ErrorReport } from './errors';
import { findInputs, type InputFile, type MissingInput } from './files';
import { linesOf, type Io } from './io';
import { Journal, JOURNAL, stampOf } from './journal';
import { findingJson, tableJson, type Json } from './json';
import { checkOptions, type CheckOptions } from './options';
import { fileText, summaryText } from './plain';
import { cliText } from './text';

export interface Summary {
  files: number;
  unreadable: number;
  error: number;
  warning: number;
  info: number;
}

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

/** One file as it goes through the run, whatever the format. */
interface Outcome {
  readonly entry: FileEntry;
  /** Why it could not be read, beside the path on standard error. */
  readonly complaint: string | null;
  readonly counts: Readonly<Record<Severity, number>>;
  /** Findings of severity error that nobody has answered. */
  readonly remaining: number;
  readonly text: string;
  readonly report: ReportFile | null;
}

/** `check PATH…`: exit status 2 if a file could not be read, else 1 if an error remains, else 0. */
export async function checkCommand(args: readonly string[], io: Io): Promise<number> {
  const options = await checkOptions(args, io.cwd);
  const writer = new Writer(options, io);
  const summary: Summary = { files: 0, unreadable: 0, error: 0, warning: 0, info: 0 };
  const journal = options.resume ? await openJournal(options, io) : null;
  let remaining = 0;
  await writer.begin();
  for await (const input of inputsOf(options, io)) {
    const outcome = await outcomeOf(input, options, io, journal);
    summary.files++;
    if (outcome.entry.error) summary.unreadable++;
    for (const severity of ['error', 'warning', 'info'] as const) summary[severity] += outcome.counts[severity];
    remaining += outcome.remaining;
    if (outcome.complaint !== null && options.format !== 'text') {
      io.stderr(`${outcome.entry.path}: ${outcome.complaint}\n`);
    }
    await writer.file(outcome);
  }
  await writer.end(summary);
  await journal?.close();
  return summary.unreadable > 0 ? 2 : remaining > 0 ? 1 : 0;
}

async function* inputsOf(options: CheckOptions, io: Io): AsyncGenerator<InputFile | MissingInput> {
  const inputs = findInputs(pathsOf(options, io), io.cwd);
  if (options.out === null || (await isFolder(options, resolve(io.cwd, options.out)))) {
    yield* inputs;
    return;
  }
  // One output file takes one input.
  const all: (InputFile | MissingInput)[] = [];
  for await (const input of inputs) {
    all.push(input);
    if (all.length > 1) throw new UsageError('outManyFiles');
  }
  yield* all;
}

async function* pathsOf(options: CheckOptions, io: Io): AsyncGenerator<string> {
  yield* options.paths;
  if (!options.fromStdin) return;
  for await (const line of linesOf(io.stdin)) if (line.trim() !== '') yield line;
}

async function openJournal(options: CheckOptions, io: Io): Promise<Journal | null> {
  const out = options.out === null ? null : resolve(io.cwd, options.out);
  const folder = out === null ? io.cwd : (await isFolder(options, out)) ? out : dirname(out);
  const path = join(folder, JOURNAL);
  const { paths: _, ...relevant } = options;
  try {
    return await Journal.open(path, relevant);
  } catch (error) {
    // Without a journal the run is done all the same, from the beginning.
    const detail = error instanceof Error ? error.message : String(error);
    io.stderr(`${fill(cliText(options.locale).journalBusy, { path, detail }, options.locale)}\n`);
    return null;
  }
}

async function outcomeOf(
  input: InputFile | MissingInput,
  options: CheckOptions,
  io: Io,
  journal: Journal | null,
): Promise<Outcome> {
  const { locale } = options;
  if ('error' in input) return failure(input.path, input.error, locale);
  const known = (await journal?.find(input)) as Outcome | undefined;
  if (known) return known;
  const stamp = await stampOf(input);
  const outcome = await checked(input, options, io);
  await journal?.add(input, stamp, outcome);
  return outcome;
}

async function checked(input: InputFile, options: CheckOptions, io: Io): Promise<Outcome> {
  const { locale } = options;
  const text = cliText(locale);
  try {
    const done = await checkFile(input, options, io.cwd);
    if (done.backup) io.stderr(`${input.path}: ${fill(text.backup, { path: done.backup }, locale)}\n`);
    if (done.written) io.stderr(`${input.path}: ${fill(text.written, { path: done.written }, locale)}\n`);
    for (const note of done.notes) io.stderr(`${input.path}: ${renderFileNote(note, locale)}\n`);
    return success(input.path, done, options);
  } catch (error) {
    return failure(input.path, error, locale);
  }
}

function failure(path: string, failed: unknown, locale: Locale): Outcome {
  const { message } = reportOf(failed, locale);
  return {
    entry: { path, error: reportOf(failed, locale, path), sheets: [] },
    complaint: message,
    counts: { error: 0, warning: 0, info: 0 },
    remaining: 0,
    text: `${path}\n  ${message}\n\n`,
    report: { path, error: message, sheets: [] },
  };
}

function success(path: string, { result, notes }: FileResult, { locale, format }: CheckOptions): Outcome {
  const counts = { error: 0, warning: 0, info: 0 };
  let remaining = 0;
  for (const { severity, suppressed } of result.findings) {
    counts[severity]++;
    if (severity === 'error' && !suppressed) remaining++;
  }
  const asJson = format === 'json' || format === 'ndjson';
  const sheets = result.readings.map((reading) => ({
    ...reading,
    findings: result.findings.filter(({ address }) => address.sheet === reading.sheet),
  }));
  return {
    entry: {
      path,
      ...(notes.length > 0
        ? { notes: notes.map((note) => ({ code: note.code, message: renderFileNote(note, locale) })) }
        : {}),
      sheets: asJson
        ? sheets.map(({ sheet, tables, findings }) => ({
            name: sheet,
            tables: tables.map(tableJson),
            findings: findings.map((finding) => findingJson(finding, locale)),
          }))
        : [],
    },
    complaint: null,
    counts,
    remaining,
    text: format === 'text' ? fileText(path, sheets, locale) : '',
    report:
      format === 'html'
        ? { path, sheets: sheets.map(({ sheet, tables, findings }) => reportSheet(sheet, tables, findings, locale)) }
        : null,
  };
}

/** Writes each file as it is done, so that memory does not grow with their number; html alone is written at the end. */
class Writer {
  private first = true;
  private readonly reports: ReportFile[] = [];

  constructor(
    private readonly options: CheckOptions,
    private readonly io: Io,
  ) {}

  async begin(): Promise<void> {
    if (this.options.format === 'json') await this.io.stdout('{"version":1,"files":[');
  }

  async file(outcome: Outcome): Promise<void> {
    const { io } = this;
    switch (this.options.format) {
      case 'json':
        await io.stdout(`${this.first ? '\n' : ',\n'}${JSON.stringify(outcome.entry)}`);
        break;
      case 'ndjson':
        await io.stdout(`${JSON.stringify(outcome.entry)}\n`);
        break;
      case 'text':
        await io.stdout(outcome.text);
        break;
      case 'html':
        if (outcome.report) this.reports.push(outcome.report);
    }
    this.first = false;
  }

  async end(summary: Summary): Promise<void> {
    const { io } = this;
    const { format, locale } = this.options;
    if (format === 'json') await io.stdout(`\n],"summary":${JSON.stringify(summary)}}\n`);
    if (format === 'text') await io.stdout(summaryText(summary, locale));
    if (format === 'html') await io.stdout(htmlReport(this.reports, locale));
  }
}
