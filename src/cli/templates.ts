import { resolve } from 'node:path';
import { makeSheet, RECORD_SHEET } from '../core/sheet';
import {
  BLANK_CONTENT,
  drawForm,
  editsFor,
  fillForm,
  FORMS,
  sheetNameFor,
  type Filled,
  type Form,
  type FormContent,
} from '../core/templates';
import { asWorkbook, openBytes } from '../formats';
import { writeWorkbook } from '../formats/xlsx';
import { FileHost } from '../hosts/file';
import { openFile, saveBytes } from '../hosts/file/disk';
import { fill as fillWords, type Locale } from '../i18n';
import { formsText } from '../i18n/forms';
import { fillOptionsFor, sourcesIn } from '../session/forms';
import { FileFailure, reportOf } from './errors';
import type { Io } from './io';
import { fillOptions, templatesOptions, type FillChoice } from './options';
import { cliText } from './text';

/** `templates`: the forms that can be written. */
export async function templatesCommand(args: readonly string[], io: Io): Promise<number> {
  const { format, locale } = templatesOptions(args);
  if (format === 'json') {
    const templates = FORMS.map(({ id, version, title, kind, subject, source }) => ({
      id,
      version,
      title,
      kind,
      subject,
      source,
    }));
    await io.stdout(`${JSON.stringify({ version: 1, templates })}\n`);
    return 0;
  }
  const width = Math.max(...FORMS.map(({ id }) => id.length));
  for (const { id, title, source } of FORMS) {
    const name = locale === 'zh-CN' ? title.zh : title.en;
    await io.stdout(`${id.padEnd(width)}  ${name}  ${source.document}${source.clause ?? ''}\n`);
  }
  return 0;
}

/** `fill`: a form written to a workbook of its own, empty or filled from another table. */
export async function fillCommand(args: readonly string[], io: Io): Promise<number> {
  const options = fillOptions(args);
  const { form, locale } = options;
  const text = cliText(locale);
  const report = (failure: unknown, path: string): number => {
    io.stderr(`${path}: ${reportOf(failure, locale).message}\n`);
    return 2;
  };
  let filled: Filled;
  try {
    filled = options.from === null ? blank(options) : await filledFrom(options, io.cwd);
  } catch (failure) {
    return report(failure, options.from ?? options.out);
  }
  try {
    await saveBytes(resolve(io.cwd, options.out), await bytesOf(form, filled.content, options), {
      replace: options.force,
    });
  } catch (failure) {
    return report(failure, options.out);
  }
  if (options.format === 'json') {
    const { unplaced, choices, years } = filled;
    await io.stdout(
      `${JSON.stringify({ version: 1, template: form.id, path: options.out, unplaced, choices, years })}\n`,
    );
    return 0;
  }
  await io.stdout(
    [
      form.columns.length === 0
        ? fillWords(text.written, { path: options.out }, locale)
        : fillWords(text.fill.written, { path: options.out, count: filled.content.indicators.length }, locale),
      ...linesOf(filled, locale),
      '',
    ].join('\n'),
  );
  return 0;
}

/** What a person should look at after a form was filled, by what it is: line by line, the words of a cell on one. */
function linesOf({ unplaced, choices, years }: Filled, locale: Locale): string[] {
  const text = cliText(locale).fill;
  const fields = formsText(locale).unplaced.field;
  const lines: string[] = [];
  const head = (template: string, count: number): void => {
    if (count > 0) lines.push(fillWords(template, { count }, locale));
  };
  const said = (label: string | null, value: string): string => {
    const line = value.split(/\s+/u).join(' ').trim();
    return label === null || label === value ? line : fillWords(text.said, { label, value: line }, locale);
  };
  head(text.unplaced, unplaced.length);
  for (const field of new Set(unplaced.map((one) => one.field))) {
    const own = unplaced.filter((one) => one.field === field);
    const [only] = own;
    if (own.length === 1 && only && only.label === null) {
      lines.push(`  ${said(fields[field], only.value)}`);
      continue;
    }
    lines.push(`  ${fillWords(text.field, { field: fields[field], count: own.length }, locale)}`);
    for (const { label, value } of own) lines.push(`    ${said(label, value)}`);
  }
  head(text.choices, choices.length);
  for (const { name, from, place } of choices) {
    const level = (levels: { level1: string | null; level2: string | null } | null): string =>
      [levels?.level1, levels?.level2].filter((part) => part).join(' / ') || '—';
    lines.push(`  ${fillWords(text.choice, { name, from: level(from), to: level(place) }, locale)}`);
  }
  head(text.years, years.length);
  for (const { from, to } of years) lines.push(`  ${fillWords(text.year, { from, to }, locale)}`);
  return lines;
}

function blank({ year }: FillChoice): Filled {
  return { content: { ...BLANK_CONTENT, year }, choices: [], years: [], unplaced: [] };
}

/** Filled from the first table of the file that has indicators, else from the head of a form still blank. */
async function filledFrom({ form, from, sheet, year, targets, budget }: FillChoice, cwd: string): Promise<Filled> {
  const { sheets } = await openFile(resolve(cwd, from ?? ''));
  const wanted = sheets.filter(({ name }) => sheet === null || name === sheet);
  if (sheet !== null && wanted.length === 0) throw new FileFailure('missing-sheet', { sheet });
  const record = sheets.find(({ name }) => name === RECORD_SHEET) ?? null;
  const found = sourcesIn(wanted, { record });
  const source = found.find(({ content }) => content.indicators.length > 0) ?? found[0];
  if (!source) throw new FileFailure('no-table');
  return fillForm(form, source.content, fillOptionsFor(form, source, { year, targets, budget }));
}

/** A workbook with the form as its one sheet in view. Throws what `reportOf` understands. */
async function bytesOf(form: Form, content: FormContent, options: FillChoice): Promise<Uint8Array> {
  const drawn = drawForm(form, content, { scores: options.scores, protect: options.protect });
  const sheet = sheetNameFor(drawn, []);
  const host = new FileHost(asWorkbook(await openBytes('new.xlsx', writeWorkbook([makeSheet(sheet, [])]))));
  const edits = editsFor(drawn, { sheet, newSheet: false, dictionary: null, layOut: true });
  const outcome = await host.apply(edits, { label: '' });
  if (outcome.status === 'failed') throw outcome.error;
  if (outcome.status === 'conflict') throw new FileFailure('conflict');
  return host.bytes();
}
