import type { Finding } from '../core/rules/finding';
import { formatCell, NOTE_HEAD, type ClearMarksEdit, type MarkEdit } from '../core/sheet';
import { renderCited, uiText, type Locale } from '../i18n';
import { SEVERITIES } from './groups';

/** 标出问题: one mark a cell with its highest level, the sentences in its note; earlier marks go first. */
export function markEdits(sheet: string, findings: readonly Finding[], locale: Locale): (MarkEdit | ClearMarksEdit)[] {
  const words = uiText(locale).severity;
  const byCell = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.suppressed || finding.address.sheet !== sheet) continue;
    const cell = formatCell(finding.address);
    byCell.set(cell, [...(byCell.get(cell) ?? []), finding]);
  }
  const marks = [...byCell.values()].map((found): MarkEdit => {
    const level = SEVERITIES.find((severity) => found.some((finding) => finding.severity === severity)) ?? 'info';
    const lines = found.map((finding) => `${words[finding.severity]} ${renderCited(finding, locale)}`);
    const { row, column } = (found[0] as Finding).address;
    return { kind: 'mark', sheet, cell: { row, column }, level, note: [NOTE_HEAD, ...lines].join('\n') };
  });
  return [{ kind: 'clearMarks', sheet }, ...marks];
}
