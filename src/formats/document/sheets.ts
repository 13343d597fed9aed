import { freeSheetName, makeCell, makeSheet, type Cell, type Range, type SheetSnapshot } from '../../core/sheet';
import { cleanText } from './cell';
import type { Table } from './table';

/** What stands in a document one below the other. */
export type Block = { readonly line: string } | { readonly table: Table };

/** Lines kept above and below a table: title, year, department, sign-offs; not the report around it. */
const LINES = 12;
const TITLE_LENGTH = 60;
/** Columns up to which lines reach over the whole table; in the middle of a wider one they would be out of sight. */
const WIDE = 12;
/** …绩效目标表, …一览表（2025年度）, 附件2: here another form begins. 续表 goes on with the one before. */
const TITLE = /^(?!.*续表)(?:.*(?:表|清单)(?:\s*[（(][^（()）]*[)）])?|附[件表][\d一二三四五六七八九十：:].*|附件)$/;

/**
 * The tables of a document as sheets. Lines above a table are rows over it, those below are rows under it. Tables
 * between which no other form's title stands are one form, which a word processor or a web page has broken into pieces:
 * they share a sheet. A document without tables is one sheet of lines.
 */
export function sheetsOf(blocks: readonly Block[], name: string): SheetSnapshot[] {
  const sections = sectionsOf(blocks.flatMap(splitLines));
  const taken = new Set<string>();
  return sections.map((section) => sheetOf(section, freeName(titleOf(section) ?? name, taken)));
}

function splitLines(block: Block): Block[] {
  if ('table' in block) return block.table.width > 0 ? [block] : [];
  return block.line
    .split('\n')
    .map((line) => ({ line: cleanText(line).replaceAll('\t', '  ') }))
    .filter(({ line }) => line !== '');
}

function sectionsOf(blocks: readonly Block[]): Block[][] {
  const sections: Block[][] = [];
  let section: Block[] = [];
  let lines: { readonly line: string }[] = [];
  let tables = 0;
  for (const block of blocks) {
    if ('line' in block) {
      lines.push(block);
      continue;
    }
    if (tables === 0) section.push(...lines.slice(-LINES));
    else {
      const title = lines.findIndex(({ line }) => isTitle(line));
      if (title < 0 && lines.length <= LINES) section.push(...lines);
      else {
        const foot = title < 0 ? Math.min(LINES, lines.length - 1) : title;
        section.push(...lines.slice(0, Math.min(LINES, foot)));
        sections.push(section);
        section = [...lines.slice(foot).slice(-LINES)];
      }
    }
    section.push(block);
    tables++;
    lines = [];
  }
  section.push(...(tables === 0 ? lines : lines.slice(0, LINES)));
  if (section.length > 0) sections.push(section);
  return sections;
}

function isTitle(line: string): boolean {
  return line.length <= TITLE_LENGTH && TITLE.test(line);
}

function titleOf(section: readonly Block[]): string | null {
  for (const block of section) {
    if ('table' in block) return null;
    if (isTitle(block.line) && !/^附[件表]/.test(block.line)) return block.line;
  }
  return null;
}

function sheetOf(section: readonly Block[], name: string): SheetSnapshot {
  const cells: (readonly (Cell | null | undefined)[])[] = [];
  const merges: Range[] = [];
  const width = section.reduce((widest, block) => ('table' in block ? Math.max(widest, block.table.width) : widest), 1);
  for (const block of section) {
    const top = cells.length;
    if ('line' in block) {
      cells.push([makeCell(block.line)]);
      if (width > 1 && width <= WIDE) merges.push({ top, left: 0, bottom: top, right: width - 1 });
    } else {
      for (const row of block.table.cells) cells.push(row);
      for (const merge of block.table.merges) {
        merges.push({ ...merge, top: merge.top + top, bottom: merge.bottom + top });
      }
    }
  }
  return makeSheet(name, cells, { merges });
}

/** A sheet that is one table as it stands. */
export function sheetOfTable(table: Table, name: string): SheetSnapshot {
  return makeSheet(freeName(name, new Set()), table.cells, { merges: table.merges });
}

/** A name that a sheet may have, and no other one has. */
export function freeName(wanted: string, taken: Set<string>): string {
  const name = freeSheetName(wanted, taken, (number) => ` (${number})`);
  taken.add(name);
  return name;
}
