import type { Suppression } from '../../core/rules/finding';
import type { Severity } from '../../core/rules/rule';
import { fill, type Locale } from '../../i18n';
import { inline, type DocumentBlock, type DocumentTable, type Inline, type ReportDocument } from '../document';
import {
  countOf,
  ownerOf,
  SEVERITIES,
  type ReviewedTable,
  type ReviewItem,
  type ReviewOpinion,
  type ReviewPaper,
} from './paper';
import { dayText, ordinal, reviewText, type ReviewText } from './text';

interface Words {
  readonly text: ReviewText;
  readonly locale: Locale;
}

/**
 * 审核意见书: to whom, what was found and until when it is to be mended; then the findings by severity, the reviewer's own
 * opinions and what was kept with a reason. Several tables of one department follow one another under headings.
 */
export function reviewDocument(paper: ReviewPaper, locale: Locale): ReportDocument {
  const text = reviewText(locale);
  const words: Words = { text, locale };
  const { tables, occasion } = paper;
  const sections = [
    ...(tables.length > 1 ? [{ title: text.tables, blocks: [overview(tables, text)] }] : []),
    ...(tables.length > 1
      ? tables.map((table) => ({ title: tableName(table, words), blocks: nested(table, words) }))
      : tables.flatMap((table) => severitySections(table, words))),
    ...ownSections(paper, words),
  ];
  const round = occasion.round === null ? null : fill(text.round, { round: occasion.round }, locale).trim();
  return {
    title: text.title[kindOf(tables)],
    subtitle: round,
    landscape: false,
    blocks: [
      { kind: 'paragraph', content: addressee(paper, words), flush: true },
      { kind: 'paragraph', content: opening(paper, words) },
      ...sections.flatMap(({ title, blocks }, index): DocumentBlock[] => [
        {
          kind: 'heading',
          level: 1,
          text: fill(text.heading, { ordinal: ordinal(index, text), title }, locale),
        },
        ...blocks,
      ]),
      ...(tables.some(({ items, kept }) => items.length + kept.length > 0)
        ? [{ kind: 'paragraph', content: [text.note] } as const]
        : []),
    ],
    closing: [
      occasion.office === null ? inline(text.seal) : [`${occasion.office}${text.sealAfter}`],
      occasion.date === null ? inline(text.date) : [dayText(occasion.date, locale)],
    ],
  };
}

/** Whose paper it is: kinds of tables that differ make it 绩效管理审核意见书. */
export function kindOf(tables: readonly ReviewedTable[]): keyof ReviewText['title'] {
  const [first, ...others] = new Set(tables.map(({ kind }) => kind));
  return first === undefined || others.length > 0 ? 'mixed' : first;
}

export function addressee({ department, tables }: ReviewPaper, { text, locale }: Words): Inline {
  const [table] = tables;
  const name = department ?? (table ? ownerOf(table) : null);
  return name === null ? inline(text.nobody) : [fill(text.to, { name }, locale)];
}

/** What was reviewed, what came of it, and what is asked for. */
export function opening({ tables, occasion, opinions }: ReviewPaper, { text, locale }: Words): Inline {
  const [only] = tables;
  const titles =
    tables.length > 1
      ? fill(text.several, { count: tables.length }, locale)
      : only?.title
        ? fill(text.oneTable, { title: only.title }, locale)
        : text.untitled;
  const counts = Object.fromEntries(SEVERITIES.map((severity) => [severity, countOf(tables, severity)]));
  const indicators = tables.reduce((sum, { indicators: count }) => sum + count, 0);
  const gap = locale === 'zh-CN' ? '' : ' ';
  const intro = fill(text.intro, { titles, count: indicators, ...counts }, locale) + gap;
  const found = SEVERITIES.some((severity) => countOf(tables, severity) > 0) || opinions.length > 0;
  if (!found) return [intro, text.clean];
  const isRequest = countOf(tables, 'error') > 0 || opinions.length > 0;
  const asked = occasion.round !== null || occasion.deadline !== null;
  if (!asked) return [intro, isRequest ? text.requestNow : text.adviceNow];
  const deadline = occasion.deadline === null ? text.openDate : dayText(occasion.deadline, locale);
  // The day comes from us alone, so that its underscores are blanks.
  return [intro, ...inline(fill(isRequest ? text.request : text.advice, { deadline }, locale))];
}

function tableName(table: ReviewedTable, { text, locale }: Words): string {
  const title = table.title ? fill(text.oneTable, { title: table.title }, locale) : table.sheet || text.untitled;
  return table.project && !table.title.includes(table.project) ? `${title}${table.project}` : title;
}

function overview(tables: readonly ReviewedTable[], text: ReviewText): DocumentTable {
  return {
    kind: 'table',
    widths: [8, 38, 20, 9, 8, 9, 8],
    head: text.tablesHead,
    rows: tables.map((table, index) => [
      { content: [String(index + 1)], align: 'center' },
      { content: [[table.title || text.untitled, table.project].filter((part) => part).join('\n')] },
      { content: [[table.file, table.sheet].filter((part) => part !== '').join('\n')] },
      { content: [String(table.indicators)], align: 'center' },
      ...SEVERITIES.map((severity) => ({
        content: [String(countOf([table], severity))],
        align: 'center' as const,
      })),
    ]),
  };
}

interface Section {
  readonly title: string;
  readonly blocks: readonly DocumentBlock[];
}

function severitySections(table: ReviewedTable, words: Words): Section[] {
  const { text, locale } = words;
  const found = SEVERITIES.flatMap((severity): Section[] => {
    const items = table.items.filter((item) => item.severity === severity);
    if (items.length === 0) return [];
    const title = fill(text.count, { title: text.sections[severity satisfies Severity], count: items.length }, locale);
    return [{ title, blocks: [itemTable(items, words)] }];
  });
  if (table.kept.length === 0) return found;
  const title = fill(text.count, { title: text.kept, count: table.kept.length }, locale);
  return [...found, { title, blocks: [keptTable(table, words)] }];
}

/** The same one level lower, under the table's own heading. */
function nested(table: ReviewedTable, words: Words): DocumentBlock[] {
  const { text, locale } = words;
  const sections = severitySections(table, words);
  if (sections.length === 0) return [{ kind: 'paragraph', content: [text.clean] }];
  return sections.flatMap(({ title, blocks }, index): DocumentBlock[] => [
    { kind: 'heading', level: 2, text: fill(text.subheading, { ordinal: ordinal(index, text), title }, locale) },
    ...blocks,
  ]);
}

function itemTable(items: readonly ReviewItem[], { text, locale }: Words): DocumentTable {
  return {
    kind: 'table',
    widths: [7, 9, 16, 41, 27],
    head: text.head,
    rows: items.map((item, index) => [
      { content: [String(index + 1)], align: 'center' },
      { content: [item.cell], align: 'center' },
      { content: [item.indicator || text.wholeTable], align: 'center' },
      { content: [[item.problem, basisText(item, text, locale)].filter((part) => part !== '').join('\n')] },
      { content: [item.advice] },
    ]),
  };
}

/** 依据 or 参照 with the clause; '' where no clause stands behind a finding. */
export function basisText({ basis }: ReviewItem, text: ReviewText, locale: Locale): string {
  if (!basis) return '';
  const { document, clause, advisory } = basis;
  return fill(advisory ? text.advisory : text.basis, { document, clause }, locale).trim();
}

function keptTable({ kept }: ReviewedTable, { text }: Words): DocumentTable {
  return {
    kind: 'table',
    widths: [7, 9, 48, 36],
    head: text.keptHead,
    rows: kept.map(({ cell, problem, reason, by }, index) => [
      { content: [String(index + 1)], align: 'center' },
      { content: [cell], align: 'center' },
      { content: [problem] },
      { content: [by === '' ? reason : `${reason}\n（${by}）`] },
    ]),
  };
}

function ownSections(paper: ReviewPaper, words: Words): Section[] {
  return [...opinionSections(paper, words), ...unneededSections(paper, words)];
}

function unneededSections({ unneeded = [] }: ReviewPaper, { text, locale }: Words): Section[] {
  if (unneeded.length === 0) return [];
  const blocks = unneededLines(unneeded, text, locale).map((line): DocumentBlock => ({
    kind: 'paragraph',
    content: [line],
  }));
  return [{ title: fill(text.count, { title: text.unneeded, count: unneeded.length }, locale), blocks }];
}

/** What was kept and need not be any more, one line each. */
export function unneededLines(unneeded: readonly Suppression[], text: ReviewText, locale: Locale): string[] {
  return unneeded.map(({ place = '', sentence = '', reason }, index) => {
    const where = place === '' ? '' : fill(text.opinionPlace, { place }, locale);
    return fill(text.unneededItem, { number: index + 1, place: where, sentence, reason }, locale);
  });
}

function opinionSections({ opinions }: ReviewPaper, { text, locale }: Words): Section[] {
  if (opinions.length === 0) return [];
  const blocks = opinions.flatMap((opinion, index): DocumentBlock[] => [
    { kind: 'paragraph', content: [opinionText(opinion, index, text, locale)] },
    ...(opinion.answer === ''
      ? []
      : [{ kind: 'paragraph', content: [fill(text.answer, { answer: opinion.answer }, locale)] } as const]),
  ]);
  return [{ title: text.opinions, blocks }];
}

export function opinionText(
  { place, text: said }: ReviewOpinion,
  index: number,
  text: ReviewText,
  locale: Locale,
): string {
  const where = place === '' ? '' : fill(text.opinionPlace, { place }, locale);
  return fill(text.opinion, { number: index + 1, place: where, text: said }, locale);
}
