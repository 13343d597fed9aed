import { cellOf, plainTable, type Block } from '../document';
import { htmlBlocks, unescapeHtml } from '../html';

/** `|---|:-:|`: the line under the head of a table. */
const RULE = /^\|?:?-+:?(?:\|:?-+:?)*\|?$/;

function isRule(line: string | undefined): boolean {
  return line !== undefined && line.includes('|') && RULE.test(line.replace(/\s+/g, ''));
}

/** Whether a text has tables in Markdown. */
export function isMarkdown(text: string): boolean {
  return text.split('\n').some((line) => isRule(line));
}

/** The tables of a Markdown text and the lines around them. */
export function markdownBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string;
    if (!line.includes('|') || !isRule(lines[at + 1])) {
      blocks.push({ line: plainLine(line) });
      continue;
    }
    const rows: string[][] = [];
    const head = fieldsOf(line);
    // A head must stand there even where the table has none.
    if (head.some((field) => field !== '')) rows.push(head);
    for (at += 2; at < lines.length && (lines[at] as string).includes('|'); at++)
      rows.push(fieldsOf(lines[at] as string));
    at--;
    blocks.push({ table: plainTable(rows.map((row) => row.map(cellOf))) });
  }
  return blocks;
}

function plainLine(line: string): string {
  return inline(line.replace(/^\s{0,3}(?:#{1,6}\s+|>\s?)/, '').replace(/^\s*(?:[-*_]\s*){3,}$/, ''));
}

function fieldsOf(line: string): string[] {
  const trimmed = line.trim();
  const fields: string[] = [];
  let field = '';
  for (let at = trimmed.startsWith('|') ? 1 : 0; at < trimmed.length; at++) {
    const char = trimmed[at] as string;
    if (char === '\\' && trimmed[at + 1] === '|') {
      field += '|';
      at++;
    } else if (char === '|') {
      fields.push(inline(field));
      field = '';
    } else field += char;
  }
  if (!trimmed.endsWith('|') || field !== '') fields.push(inline(field));
  return fields;
}

/** Words as they are read: HTML inside laid out, marks of stress around the whole taken off, escapes resolved. */
function inline(text: string): string {
  const words = /<\/?[a-z]/i.test(text)
    ? htmlBlocks(text)
        .flatMap((block) => ('line' in block ? [block.line] : []))
        .join('\n')
    : unescapeHtml(text);
  return words
    .trim()
    .replace(/^(\*\*|__)(.+)\1$/s, '$2')
    .replace(/\\([\\`*_{}[\]()#+\-.!>~|])/g, '$1');
}
