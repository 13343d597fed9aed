import { resolve } from 'node:path';
import { FORM_NATURE, type FormKind, type SheetReading } from '../core/indicator';
import { readReview, readTables } from '../core/reader';
import { makeSheet, OWN_SHEETS, RECORD_SHEET, type SheetSnapshot } from '../core/sheet';
import {
  BLANK_CONTENT,
  contentOf,
  drawForm,
  editsFor,
  FORMS,
  reviewContent,
  sheetNameFor,
  type Form,
  type FormContent,
} from '../core/templates';
import { fillForm, type Filled } from '../core/templates/fill';
import { asWorkbook, openBytes } from '../formats';
import { writeWorkbook } from '../formats/xlsx';
import { FileHost } from '../hosts/file';
import { openFile, saveBytes } from '../hosts/file/disk';
import { correctionsFor, readRecord } from '../session/record';
import { fill as fillWords } from '../i18n';
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
  const { unplaced, choices, years } = filled;
  if (options.format === 'json') {
    await io.stdout(
      `${JSON.stringify({ version: 1, template: form.id, path: options.out, unplaced, choices, years })}\n`,
    );
    return 0;
  }
  await io.stdout(
    `${fillWords(text.fill.written, { path: options.out, count: filled.content.indicators.length }, locale)}\n`,
  );
  for (const { label, value, field } of unplaced) {
    const said = label === null || label === value ? value : `${label}：${value}`;
    await io.stdout(`${fillWords(text.fill.unplaced, { field: text.fill.fields[field], value: said }, locale)}\n`);
  }
  for (const { name, from, place } of choices) {
    const level = (levels: { level1: string | null; level2: string | null } | null): string =>
      [levels?.level1, levels?.level2].filter((part) => part).join(' / ') || '—';
    await io.stdout(`${fillWords(text.fill.choice, { name, from: level(from), to: level(place) }, locale)}\n`);
  }
  return 0;
}

function blank({ year }: FillChoice): Filled {
  return { content: { ...BLANK_CONTENT, year }, choices: [], years: [], unplaced: [] };
}

async function filledFrom({ form, from, sheet, year }: FillChoice, cwd: string): Promise<Filled> {
  const { sheets } = await openFile(resolve(cwd, from ?? ''));
  const wanted = sheets.filter(({ name }) => !OWN_SHEETS.includes(name) && (sheet === null || name === sheet));
  if (sheet !== null && wanted.length === 0) throw new FileFailure('missing-sheet', { sheet });
  const record = readRecord(sheets.find(({ name }) => name === RECORD_SHEET) ?? null);
  for (const own of wanted) {
    const found = sourceOf(own, readTables(own, { corrections: correctionsFor(record, own) }));
    if (!found) continue;
    const same = found.kind === form.kind && (year === null || year === found.content.year);
    return fillForm(form, found.content, { from: found.kind, same, ...(year === null ? {} : { year }) });
  }
  throw new FileFailure('no-table');
}

interface SourceTable {
  readonly kind: FormKind;
  readonly content: FormContent;
}

/** What a sheet says: its first table, else its list, else its review form, else the head of a form still blank. */
function sourceOf(sheet: SheetSnapshot, { tables, lists = [], blank: empty = [] }: SheetReading): SourceTable | null {
  const [table] = [...tables, ...lists];
  if (table) {
    const kind = table.formId === null ? table.kind : FORM_NATURE[table.formId].kind;
    return { kind, content: contentOf(table) };
  }
  const review = readReview(sheet);
  if (review) return { kind: 'review', content: reviewContent(review) };
  const [head] = empty;
  return head ? { kind: head.kind, content: contentOf(head) } : null;
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
