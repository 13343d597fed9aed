import type { Comparison } from '../core/check';
import type { Indicator, IndicatorTable } from '../core/indicator';
import type { Finding } from '../core/rules/finding';
import { formatAddress, formatCell, type Address } from '../core/sheet';
import { fill, renderMessage, uiText, type Locale } from '../i18n';
import { comparisonText, headName, whereTheyDiffer } from './comparison-text';
import { escapeHtml } from './escape';

/** Two versions of one table, or a table held against the targets that were approved. */
export type ComparedTable =
  | {
      readonly kind: 'versions';
      readonly before: IndicatorTable;
      readonly after: IndicatorTable;
      readonly comparison: Comparison;
    }
  | { readonly kind: 'approved'; readonly after: IndicatorTable; readonly findings: readonly Finding[] }
  | { readonly kind: 'unpaired'; readonly file: string; readonly table: IndicatorTable };

export interface ComparedFiles {
  readonly before: string;
  readonly after: string;
  readonly tables: readonly ComparedTable[];
}

/** What is said of one place. */
export interface ComparedLine {
  /** Of the later file; null where it is about the earlier one. */
  readonly place: Address | null;
  readonly cells: readonly string[];
}

/** A heading with what stands under it. */
export interface ComparedPart {
  readonly heading: string;
  readonly lines: readonly ComparedLine[];
}

export interface ComparedSection {
  readonly title: string;
  readonly note: string;
  readonly parts: readonly ComparedPart[];
}

function titleOf({ title, sheet }: IndicatorTable): string {
  return title?.value.trim().replace(/\s+/gu, ' ') || sheet;
}

function nameOf({ name }: Indicator): string {
  return name?.value.replace(/\s+/gu, '') ?? '';
}

/** What is said of one table of the later file. */
export function sectionOf(compared: ComparedTable, locale: Locale): ComparedSection {
  const text = comparisonText(locale);
  const findings = (list: readonly Finding[], now = true): ComparedLine[] =>
    list.map((finding) => ({
      place: now ? finding.address : null,
      cells: [
        uiText(locale).severity[finding.severity],
        formatAddress(finding.address),
        renderMessage(finding, locale).replace(/\s+/gu, ' '),
      ],
    }));
  if (compared.kind === 'unpaired') {
    const { file, table } = compared;
    return { title: titleOf(table), note: fill(text.unpaired, { file, title: titleOf(table) }, locale), parts: [] };
  }
  if (compared.kind === 'approved') {
    const lines = findings(compared.findings);
    const parts = lines.length > 0 ? [{ heading: text.approved, lines }] : [];
    return { title: titleOf(compared.after), note: lines.length > 0 ? '' : text.agrees, parts };
  }
  const { heads, added, removed, changed, unchanged, mended, remaining, fresh } = compared.comparison;
  const { sheet } = compared.after;
  const rows = (indicators: readonly Indicator[], now: boolean): ComparedLine[] =>
    indicators.map((indicator) => {
      const cell = indicator.name?.cell ?? { row: indicator.row, column: 0 };
      return {
        place: now ? { sheet, ...cell } : null,
        cells: [formatCell(cell), nameOf(indicator), indicator.target?.raw.trim() ?? ''],
      };
    });
  const change = (field: string, ...[was, is]: readonly [string, string]): string =>
    fill(text.field, { field, was: was || text.blank, is: is || text.blank }, locale);
  const parts: ComparedPart[] = [
    {
      heading: text.heads,
      lines: heads.map((head) => ({
        place: head.cell && { sheet, ...head.cell },
        cells: [
          head.cell ? formatCell(head.cell) : '',
          change(headName(head, locale), ...whereTheyDiffer(head.was, head.is)),
        ],
      })),
    },
    { heading: text.added, lines: rows(added, true) },
    { heading: text.removed, lines: rows(removed, false) },
    {
      heading: text.changed,
      lines: changed.flatMap(({ after, fields }) =>
        fields.map(({ field, was, is }) => {
          const cell = after[field]?.cell ?? after.name?.cell ?? { row: after.row, column: 0 };
          return {
            place: { sheet, ...cell },
            cells: [formatCell(cell), nameOf(after), change(text.fields[field], was, is)],
          };
        }),
      ),
    },
    { heading: text.mended, lines: findings(mended, false) },
    { heading: text.fresh, lines: findings(fresh) },
    { heading: text.remaining, lines: findings(remaining) },
  ];
  const counts = { added: added.length, removed: removed.length, changed: changed.length, unchanged };
  return {
    title: titleOf(compared.after),
    note: fill(text.counts, counts, locale),
    parts: parts.filter(({ lines }) => lines.length > 0),
  };
}

/** For people who read the terminal: breaks and control characters of cells do not reach it. */
export function comparisonLines({ before, after, tables }: ComparedFiles, locale: Locale): string {
  const text = comparisonText(locale);
  const plain = (words: string): string => words.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
  const lines = [fill(text.files, { before, after }, locale)];
  for (const { title, note, parts } of tables.map((compared) => sectionOf(compared, locale))) {
    lines.push('', title);
    if (note !== '') lines.push(`  ${note}`);
    for (const part of parts) {
      lines.push(`  ${part.heading}`);
      for (const { cells } of part.lines) lines.push(`    ${cells.filter((cell) => cell !== '').join('  ')}`);
    }
  }
  return `${lines.map(plain).join('\n')}\n`;
}

const STYLE = `
:root { color-scheme: light; font: 14px/1.6 system-ui, "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; overflow-wrap: anywhere; } h3 { font-size: 1rem; margin: 1rem 0 .3rem; }
table { border-collapse: collapse; width: 100%; } td { border: 1px solid #d0d0d0; padding: .3rem .5rem; vertical-align: top; overflow-wrap: anywhere; white-space: pre-line; }
td:first-child { width: 6rem; } td:nth-child(2) { width: 13rem; }
@media print { body { margin: 0; max-width: none; } tr { break-inside: avoid; } }
@page { size: A4; margin: 18mm; }
`;

/** A page that stands alone: no script, nothing loaded, every text from a document escaped. */
export function comparisonPage(files: ComparedFiles, locale: Locale): string {
  const text = comparisonText(locale);
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  const sections = files.tables.map((compared) => {
    const { title, note, parts } = sectionOf(compared, locale);
    const tables = parts.map(({ heading, lines }) => {
      const rows = lines.map(({ cells }) => `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`);
      return `<h3>${escapeHtml(heading)}</h3>\n<table><tbody>\n${rows.join('\n')}\n</tbody></table>`;
    });
    return `<section>\n<h2>${escapeHtml(title)}</h2>\n<p>${escapeHtml(note)}</p>\n${tables.join('\n')}\n</section>`;
  });
  const told = fill(text.files, { before: files.before, after: files.after }, locale);
  return (
    `<!doctype html>\n<html lang="${locale}">\n<head>\n<meta charset="utf-8">\n` +
    `<meta http-equiv="Content-Security-Policy" content="${policy}">\n<meta name="viewport" content="width=device-width">\n` +
    `<title>${escapeHtml(text.title)}</title>\n<style>${STYLE}</style>\n</head>\n<body>\n<h1>${escapeHtml(text.title)}</h1>\n` +
    `<p>${escapeHtml(told)}</p>\n${sections.join('\n')}\n</body>\n</html>\n`
  );
}
