import { fill, ruleTitle, uiText, type Locale } from '../../i18n';
import { STRETCH, sumOf, type Group, type Tally } from './tally';
import type { Counts } from './facts';
import { batchText } from './words';

/** A table of the summary, for the workbook and the page alike. Texts are plain. */
export interface SummaryTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export interface SummaryTables {
  readonly overview: SummaryTable;
  readonly files: SummaryTable;
  readonly rules: SummaryTable;
  readonly departments: SummaryTable;
  readonly years: SummaryTable;
  readonly worst: SummaryTable;
  readonly scores: SummaryTable;
  readonly unreadable: SummaryTable;
}

/** A run in tables; every number in them adds up to those of the overview. */
export function summaryTables(tally: Tally, locale: Locale): SummaryTables {
  const { columns, sheets, ...text } = batchText(locale);
  const { severity } = uiText(locale);
  const levels = [severity.error, severity.warning, severity.info];
  const numbers = (counts: Counts) => [counts.error, counts.warning, counts.info, sumOf(counts)];
  const groupColumns = [columns.files, columns.tables, columns.indicators, ...levels, columns.findings];
  const group = ({ files, tables, indicators, counts }: Group) => [files, tables, indicators, ...numbers(counts)];
  const { all, scores, unreadable } = tally;
  const average = scores.count === 0 ? null : Math.round((scores.sum / scores.count) * 100) / 100;
  const stretches = scores.stretches.map((count, index) => [stretchName(index), count]);
  return {
    overview: {
      name: text.overview,
      columns: [columns.item, columns.number],
      rows: [
        [columns.files, all.files],
        [text.unread, unreadable.length],
        [columns.tables, all.tables],
        [columns.indicators, all.indicators],
        ...levels.map((level, index) => [level, numbers(all.counts)[index] ?? 0]),
        [columns.findings, sumOf(all.counts)],
        [text.average, average],
      ],
    },
    files: {
      name: sheets.files,
      columns: [columns.path, columns.status, columns.tables, columns.indicators, ...levels, columns.findings],
      rows: tally.files.map(({ path, tables, indicators, counts, error }) => [
        path,
        error ? text.unread : text.read,
        tables,
        indicators,
        ...numbers(counts),
      ]),
    },
    rules: {
      name: sheets.rules,
      columns: [columns.code, columns.rule, columns.files, ...levels, columns.findings],
      rows: tally.byRule.map(([code, { files, counts }]) => [code, ruleTitle(code, locale), files, ...numbers(counts)]),
    },
    departments: {
      name: sheets.departments,
      columns: [columns.department, ...groupColumns],
      rows: tally.byDepartment.map(([name, found]) => [name ?? text.none, ...group(found)]),
    },
    years: {
      name: sheets.years,
      columns: [columns.year, ...groupColumns],
      rows: tally.byYear.map(([year, found]) => [year ?? text.none, ...group(found)]),
    },
    worst: {
      name: sheets.worst,
      columns: [
        ...[columns.path, columns.sheet, columns.range, columns.table, columns.department, columns.year],
        ...[columns.indicators, ...levels, columns.findings, columns.score],
      ],
      rows: tally.worst.map(({ path, sheet, range, title, department, year, indicators, counts, total }) => [
        ...[path, sheet, range, title, department, year],
        ...[indicators, ...numbers(counts), total],
      ]),
    },
    scores: {
      name: sheets.scores,
      columns: [columns.stretch, columns.tables],
      rows: [[text.below, scores.below], ...stretches, [text.above, scores.above]],
    },
    unreadable: {
      name: sheets.unreadable,
      columns: [columns.path, columns.code, columns.reason],
      rows: unreadable.map(({ path, error }) => [path, error?.code ?? '', error?.message ?? '']),
    },
  };
}

/** 90–95: from the first up to, but without, the second; the last holds 100 too. */
export function stretchName(index: number): string {
  return `${index * STRETCH}–${(index + 1) * STRETCH}`;
}

export function moreName(name: string, number: number, locale: Locale): string {
  return number === 1 ? name : `${name}${fill(batchText(locale).more, { number }, locale)}`;
}
