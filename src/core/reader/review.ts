import {
  FORM_NATURE,
  REVIEW_GRADES,
  REVIEW_ITEMS,
  type Field,
  type ReviewGrade,
  type ReviewLine,
  type TargetReview,
} from '../indicator';
import { isOwnSheet, type SheetSnapshot } from '../sheet';
import { readAbove } from './above';
import { readFoot } from './foot';
import { makeGrid, type Grid } from './grid';
import { cellField, wordsOf, type Region, type Word } from './region';

const OVERALL = /^(?:总体|综合|审核)(?:评级|等级|评价|结论|结果)(?:等级)?$/;
const OPINION = /^(?:综合)?审核意见(?:及建议)?$/;
/** As many of the eight points must be there for a sheet to be the review form. */
const ENOUGH = 4;

/** Reads 绩效目标审核表: the eight points with their grades, whatever the order of the columns. Null for other sheets. */
export function readReview(sheet: SheetSnapshot): TargetReview | null {
  if (isOwnSheet(sheet.name)) return null;
  const grid = makeGrid(sheet);
  const around = { left: 0, right: Math.max(grid.columns - 1, 0) };
  const items: ReviewLine[] = [];
  for (let row = 0; row < grid.rows; row++) {
    const words = wordsOf(grid, { top: row, bottom: row, ...around }, row);
    const at = words.findIndex(({ bare }) => REVIEW_ITEMS.includes(bare));
    if (at >= 0) items.push(lineOf(words, at));
  }
  const first = items[0]?.item.cell;
  if (!first || items.length < (marked(grid) ? 1 : ENOUGH)) return null;
  const last = items[items.length - 1] as ReviewLine;

  const above = readAbove(
    grid,
    { top: first.row, bottom: first.row, main: first.row, left: 0, right: around.right },
    0,
    around,
  );
  let overall: Field<ReviewGrade> | null = null;
  let opinion: Field<string> | null = null;
  const end = last.item.cell.row + 1;
  for (let row = end; row < grid.rows; row++) {
    const words = wordsOf(grid, { top: row, bottom: row, ...around } satisfies Region, row);
    words.forEach((word, index) => {
      const next = words[index + 1];
      if (!next) return;
      if (OVERALL.test(word.bare)) overall ??= gradeOf(next);
      else if (OPINION.test(word.bare)) opinion ??= cellField(next);
    });
  }
  const foot = readFoot(grid, { rows: [], totals: [], end }, [], grid.rows, around);
  return {
    sheet: sheet.name,
    title: above.title,
    year: above.year,
    department: above.department ?? above.coverDepartment,
    project: above.project,
    items,
    overall,
    opinion,
    signoffs: foot.signoffs.flatMap(({ label, content }) =>
      label && !OPINION.test(label.value) ? [{ label, content }] : [],
    ),
    date: foot.date,
    at: first,
  };
}

function marked(grid: Grid): boolean {
  return grid.marks.some(({ formId }) => FORM_NATURE[formId].kind === 'review');
}

function lineOf(words: readonly Word[], at: number): ReviewLine {
  const after = words.slice(at + 1);
  const graded = after.findIndex((word) => gradeOf(word) !== null);
  const grade = graded < 0 ? null : gradeOf(after[graded] as Word);
  // What stands between the point and its grade is what was asked.
  const remark = graded < 0 ? after[1] : after[graded + 1];
  return { item: cellField(words[at] as Word), grade, remark: remark ? cellField(remark) : null };
}

function gradeOf(word: Word): Field<ReviewGrade> | null {
  const grade = REVIEW_GRADES.find((known) => known === word.bare);
  return grade ? { ...cellField(word), value: grade } : null;
}
