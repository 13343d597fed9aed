import type { CellContent } from '../core/sheet';

/** What changes between two texts, with as little around it as is needed to see where. */
export interface Change {
  readonly before: string;
  readonly removed: string;
  readonly added: string;
  readonly after: string;
}

/** Characters kept on either side of what changes. */
const AROUND = 6;
/** Texts up to this length are shown whole. */
const SHORT = 16;

/** A content as people see it; '' for a blank cell. Line breaks are made visible. */
export function contentText(content: CellContent): string {
  if ('blank' in content) return '';
  if ('text' in content) return content.text.replaceAll(/\r?\n/gu, '⏎');
  if ('number' in content) return String(content.number);
  if ('boolean' in content) return String(content.boolean).toUpperCase();
  return 'formula' in content ? content.formula : content.error;
}

export function changeOf(from: string, to: string): Change {
  const a = Array.from(from);
  const b = Array.from(to);
  if (a.length <= SHORT && b.length <= SHORT) return { before: '', removed: from, added: to, after: '' };
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const before = a.slice(0, head);
  const after = tail === 0 ? [] : a.slice(-tail);
  return {
    before: (before.length > AROUND ? '…' : '') + before.slice(-AROUND).join(''),
    removed: a.slice(head, a.length - tail).join(''),
    added: b.slice(head, b.length - tail).join(''),
    after: after.slice(0, AROUND).join('') + (after.length > AROUND ? '…' : ''),
  };
}
