import type { SheetSnapshot } from '../../core/sheet';
import { readDelimited, separatorOf } from '../delimited';
import { cellOf, plainTable, sheetsOf, type Block } from '../document';
import { hasHtmlTable, readHtml } from '../html';
import { isMarkdown, markdownBlocks } from '../markdown';
import { brokenBlocks, isBroken } from './broken';

export type TextForm = 'html' | 'markdown' | 'csv' | 'text';

export interface TextReading {
  readonly form: TextForm;
  readonly sheets: readonly SheetSnapshot[];
}

/** Fields between wide gaps, as PDF viewers and terminals give them. */
const GAP = /[ \u3000]{2,}/;

/**
 * Any text with a table in it as sheets: HTML, Markdown, delimited by tabs, commas and the like, cells broken over lines,
 * columns held apart by spaces. Where nothing of it is found, its lines stand in one column. Throws FormatError too-large.
 */
export function readText(source: string, name: string): TextReading {
  const text = source
    .replace(/^\uFEFF/, '')
    .replaceAll('\0', '')
    .replace(/\r\n?/g, '\n');
  if (hasHtmlTable(text) && !isMarkdown(text)) return { form: 'html', sheets: readHtml(text, name) };
  if (isMarkdown(text)) return { form: 'markdown', sheets: sheetsOf(markdownBlocks(text), name) };
  if (isBroken(text)) return { form: 'text', sheets: sheetsOf(brokenBlocks(text), name) };
  const separator = separatorOf(text);
  if (separator) return { form: 'csv', sheets: [readDelimited(text, separator, name)] };
  return { form: 'text', sheets: sheetsOf(spacedBlocks(text), name) };
}

/** Lines with the same number of gaps are a table. */
function spacedBlocks(text: string): Block[] {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const rows = lines.map((line) => line.trim().split(GAP));
  const wide = rows.filter(({ length }) => length > 2);
  const narrow = lines.map((line) => line.trim().split(/[ \u3000]+/));
  const gaps = wide.length >= 2 ? rows : narrow.filter(({ length }) => length > 2).length >= 3 ? narrow : null;
  const blocks: Block[] = [];
  let open: string[][] = [];
  const close = () => {
    if (open.length > 0) blocks.push({ table: plainTable(open.map((row) => row.map(cellOf))) });
    open = [];
  };
  lines.forEach((line, index) => {
    const row = gaps?.[index];
    if (row && row.length > 2) open.push(row);
    else if (line.trim() !== '') {
      close();
      blocks.push({ line });
    }
  });
  close();
  return blocks;
}
