import type { Block, Column, Field } from '../indicator';
import { findDates, squash } from '../text';
import type { Body } from './body';
import type { Grid } from './grid';
import { partField, cellField, wordsOf, type Region, type Word } from './region';
import { numberField } from './values';
import { FORM_START, GRADE, SIGNOFF, TITLE } from './words';

export interface FootReading {
  readonly bottom: number;
  readonly total: Field<number> | null;
  readonly grade: Field<string> | null;
  readonly signoffs: readonly Block[];
  readonly date: Field<string> | null;
  readonly cells: readonly Field<string>[];
}

/** A foot has few rows, close to the table. */
const HEIGHT = 12;
const GAP = 3;

/** Reads totals, grades, review and date cells under the rows, no further down than `floor` (excluded). */
export function readFoot(
  grid: Grid,
  body: Body,
  columns: readonly Column[],
  floor: number,
  around: { left: number; right: number },
): FootReading {
  const cells: Field<string>[] = [];
  const signoffs: Block[] = [];
  let date: Field<string> | null = null;
  let grade: Field<string> | null = null;
  let bottom = body.end - 1;
  let blank = 0;
  for (let row = body.end; row < Math.min(floor, body.end + HEIGHT); row++) {
    const region: Region = { top: row, bottom: row, ...around };
    const words = wordsOf(grid, region, row);
    if (words.length === 0) {
      if (++blank >= GAP) break;
      continue;
    }
    const first = words[0] as Word;
    if (TITLE.test(first.bare) || FORM_START.test(first.bare)) break;
    blank = 0;
    bottom = row;
    words.forEach((word, index) => {
      cells.push(cellField(word));
      date ??= dateOf(word);
      if (GRADE.test(word.bare)) grade ??= nextField(words, index);
      signoffs.push(...signoffsOf(word, words[index + 1]));
    });
  }
  return { bottom, total: totalOf(body, columns), grade, signoffs, date, cells };
}

function nextField(words: readonly Word[], index: number): Field<string> | null {
  const next = words[index + 1];
  return next ? cellField(next) : null;
}

function dateOf(word: Word): Field<string> | null {
  const found = findDates(word.text).find((mention) => /^\d{4}-\d{2}-\d{2}$/.test(mention.value));
  if (!found) return null;
  const whole = squash(found.text) === word.bare;
  return { value: found.value, raw: word.cell.text, cell: word.at, ...(whole ? {} : { assumed: 'split' as const }) };
}

/** 业务股室审核：张三  绩效股审核： → two blocks, the second without content. */
function signoffsOf(word: Word, next: Word | undefined): Block[] {
  const blocks: Block[] = [];
  const parts = word.text
    .split(/(?<=[:：])|\s{2,}|\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index] as string;
    const label = part.replace(/[:：]$/, '');
    if (!SIGNOFF.test(squash(label))) continue;
    const inside = parts[index + 1];
    const content = inside !== undefined && !/[:：]$/.test(inside) && !isDate(inside) ? inside : null;
    const alone = parts.length === 1;
    const beside =
      alone && next && !isDate(next.text) && !SIGNOFF.test(next.bare.split(':', 1)[0] as string)
        ? cellField(next)
        : null;
    blocks.push({
      label: alone ? { ...cellField(word), value: label } : partField(word, label),
      content: content !== null ? partField(word, content) : beside,
    });
  }
  return blocks;
}

/** 总分: from the score column; from 分值 only where there is none, for 100 points are not 100 scored. */
function totalOf(body: Body, columns: readonly Column[]): Field<number> | null {
  const { column } =
    columns.find(({ field }) => field === 'score') ?? columns.find(({ field }) => field === 'weight') ?? {};
  if (column === undefined) return null;
  for (const { row, cells } of [...body.totals].reverse()) {
    const cell = cells.find((candidate) => candidate.column === column);
    const total = cell && numberField({ cell: cell.cell, at: { row, column } });
    if (total) return total;
  }
  return null;
}

function isDate(text: string): boolean {
  const [first] = findDates(text);
  return first !== undefined && squash(first.text) === squash(text);
}
