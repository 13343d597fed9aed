import type { IndicatorTable, Unread } from '../core/indicator';
import type { Finding, Suppression } from '../core/rules/finding';
import { formatAddress, formatRange } from '../core/sheet';
import { fill, renderCited, uiText, type Locale } from '../i18n';
import type { Summary } from './batch/summary';
import { cliText } from './text';

export interface CheckedSheet {
  readonly sheet: string;
  readonly tables: readonly IndicatorTable[];
  readonly unread: Unread | null;
  readonly findings: readonly Finding[];
}

/** A file for people who read the terminal. */
export function fileText(path: string, sheets: readonly CheckedSheet[], locale: Locale): string {
  const { text } = cliText(locale);
  const lines = [path];
  const read = sheets.filter(({ tables, findings }) => tables.length > 0 || findings.length > 0);
  for (const { sheet, tables, findings } of read) {
    lines.push(`  ${sheet}`);
    for (const { title, range, indicators } of tables) {
      const data = { title: title?.value ?? '', range: formatRange(range), count: indicators.length };
      lines.push(`    ${fill(text.table, data, locale).trim()}`);
    }
    for (const finding of findings) lines.push(...findingText(finding, locale));
    if (findings.length === 0) lines.push(`    ${text.clean}`);
  }
  if (read.length === 0) {
    const reasons = sheets.map(({ sheet, unread }) => `${sheet}: ${text.reason[unread?.reason ?? 'no-header']}`);
    lines.push(`  ${text.noTable} (${reasons.join('; ')})`);
  }
  return `${lines.join('\n')}\n\n`;
}

function findingText(finding: Finding, locale: Locale): string[] {
  const { text } = cliText(locale);
  const severity = uiText(locale).severity[finding.severity];
  const indent = finding.causedBy === undefined ? '    ' : '      ';
  const place = formatAddress(finding.address);
  const folded = finding.causedBy === undefined ? '' : `（${text.causedBy}）`;
  const line = `${indent}${severity}  ${finding.code}  ${place}  ${oneLine(renderCited(finding, locale))}${folded}`;
  const { suppressed } = finding;
  if (!suppressed) return [line];
  return [line, `${indent}  ${fill(text.suppressed, { reason: oneLine(suppressed.reason) }, locale)}`];
}

/** A line of the record, typed by hand, that is of no finding for certain. */
export function unmatchedText({ code = '', place = '', reason }: Suppression, locale: Locale): string {
  return fill(cliText(locale).text.unmatched, { what: oneLine(`${code} ${place}`).trim() || oneLine(reason) }, locale);
}

/** Breaks and control characters from cells must not reach the terminal. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}

export function summaryText(summary: Summary, locale: Locale): string {
  return `${fill(cliText(locale).text.summary, { ...summary }, locale)}\n`;
}
