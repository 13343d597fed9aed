import Big from 'big.js';
import type { BudgetGroup } from '../indicator';
import { formatCell, type CellContent, type CellRef } from '../sheet';
import type { Canvas } from './canvas';
import type { FormContent, FundsLine } from './content';
import { executionFormula, overallFormula, rateFormula, sumFormula, type ScoreFormulas } from './formulas';
import { fundKey } from './funds';
import { SHORT_LISTS } from './lists';
import { fontSize, formatOf, heightOf, RATE_FORMAT } from './looks';
import type { ExecutionAmount, FormBlock, FormCell, FormRow, Slot } from './model';

export interface BlockContext {
  readonly content: FormContent;
  readonly scores: ScoreFormulas;
  /** Cells for people to fill in; they stay open when the sheet is protected. */
  readonly open: { row: number; left: number; right: number }[];
}

/** A slot's cell, for the formulas that are written when all places are known. */
interface Place {
  readonly slot: Slot;
  readonly cell: CellRef;
  readonly filled: boolean;
}

/** Draws the blocks above or below the grid from row `top` on; gives the row after the last, and where slots are. */
export function drawBlocks(canvas: Canvas, blocks: readonly FormBlock[], top: number, context: BlockContext): number {
  const places: Place[] = [];
  let row = top;
  for (const block of blocks) {
    const first = row;
    for (const formRow of block.rows) {
      const times = formRow.repeat === undefined ? 1 : Math.max(formRow.repeat, context.content.tasks.length);
      for (let index = 0; index < times; index++) drawRow(canvas, formRow, row++, index, context, places);
    }
    if (block.side) {
      const { span, text } = block.side;
      const range = canvas.range(first, span[0], row - 1, span[1]);
      canvas.put(first, span[0], { text });
      canvas.merge(range);
      canvas.format(range, formatOf('label'));
    }
  }
  writeFormulas(canvas, places, context);
  return row;
}

function drawRow(
  canvas: Canvas,
  { cells, lines }: FormRow,
  row: number,
  index: number,
  context: BlockContext,
  places: Place[],
): void {
  canvas.raise(row, heightOf(lines ?? 1, fontSize('text')));
  for (const cell of cells) {
    const [left, right] = cell.span;
    const range = canvas.range(row, left, row, right);
    const content = contentOfCell(cell, index, context.content);
    const filled = cell.slot !== undefined && content !== null && !('text' in content && content.text === cell.text);
    canvas.put(row, left, content);
    canvas.merge(range);
    canvas.format(range, {
      ...formatOf(cell.look),
      ...(cell.slot?.kind === 'execution' && cell.slot.amount === 'rate' ? { numberFormat: RATE_FORMAT } : {}),
      ...(cell.slot?.kind === 'execution' && cell.slot.amount === 'weight' ? { numberFormat: 'General' } : {}),
    });
    if (content && 'text' in content) canvas.fit(row, left, right, content.text, fontSize(cell.look));
    if (cell.slot) {
      context.open.push({ row, left, right });
      places.push({ slot: cell.slot, cell: canvas.at(row, left), filled });
    }
    if (cell.list || cell.hint) {
      const list = cell.list && cell.list in SHORT_LISTS ? SHORT_LISTS[cell.list as keyof typeof SHORT_LISTS] : null;
      canvas.validations.push({
        range: canvas.range(row, left, row, left),
        source: list && { list },
        ...(cell.hint ? { prompt: { title: hintTitle(cell), text: cell.hint } } : {}),
        strict: false,
      });
    }
  }
}

function hintTitle({ slot, text }: FormCell): string {
  return slot?.kind === 'review' ? slot.item : (text ?? '填写说明').replace(/[:：]$/, '');
}

function contentOfCell(cell: FormCell, index: number, content: FormContent): CellContent | null {
  const printed = cell.text?.replace('{year}', content.year === null ? '　　' : String(content.year));
  if (!cell.slot) return printed === undefined ? null : { text: printed };
  const value = valueOfSlot(cell.slot, index, content) ?? cell.preset ?? null;
  if (value === null) return printed === undefined ? null : { text: printed };
  if (typeof value === 'number') return { number: value };
  return { text: (printed ?? '') + value };
}

function valueOfSlot(slot: Slot, index: number, content: FormContent): string | number | null {
  switch (slot.kind) {
    case 'text':
      return content[slot.key];
    case 'date':
      return content.date === null ? null : chineseDate(content.date);
    case 'signoff':
      return content.signoffs.find(({ label }) => label === slot.label)?.content ?? null;
    case 'budget-total':
      return tenThousands(content.budgetTotal);
    case 'budget':
      return tenThousands(budgetLineOf(content, slot)?.yuan ?? null);
    case 'execution': {
      const value = fundsLineOf(content, slot.label)?.[slot.amount] ?? null;
      return slot.amount === 'rate' && value !== null ? new Big(value).div(100).toNumber() : value;
    }
    case 'task':
      return content.tasks[index]?.[slot.part] ?? null;
    case 'review':
      return content.review.find(({ item }) => item === slot.item)?.[slot.part] ?? null;
    case 'review-overall':
      return content.grade;
  }
}

/** The line of the budget that a slot is for, by group and kind of funds. */
export function budgetLineOf(
  { budget }: FormContent,
  { group, label }: { readonly group: BudgetGroup; readonly label: string },
): FormContent['budget'][number] | undefined {
  return budget.find((line) => line.group === group && !line.within && fundKey(line.label) === fundKey(label));
}

export function fundsLineOf({ execution }: FormContent, label: string): FundsLine | undefined {
  return execution.find((line) => fundKey(line.label) === fundKey(label));
}

/** 元 → 万元. */
function tenThousands(yuan: number | null): number | null {
  return yuan === null ? null : new Big(yuan).div(10_000).toNumber();
}

/** 2025-12-05 → 2025年12月5日. */
export function chineseDate(date: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return match ? `${match[1]}年${Number(match[2])}月${Number(match[3])}日` : date;
}

/** Sums, rates and scores, wherever nothing is known and something may be computed. */
function writeFormulas(canvas: Canvas, places: readonly Place[], { scores }: BlockContext): void {
  const write = (cell: CellRef, formula: string | null): void => {
    if (formula !== null) canvas.cells.push({ cell, content: { formula } });
  };
  const amountsOf = places.flatMap(({ slot, cell }) => (slot.kind === 'execution' ? [{ slot, cell }] : []));
  const lines = [...new Set(amountsOf.map(({ slot }) => slot.label))];
  const cellOf = (label: string, amount: ExecutionAmount): string | null => {
    const found = amountsOf.find(({ slot }) => slot.label === label && slot.amount === amount);
    return found ? formatCell(found.cell) : null;
  };
  for (const { slot, cell, filled } of places) {
    if (filled) continue;
    if (slot.kind === 'review-overall') {
      const grades = places.filter((place) => place.slot.kind === 'review' && place.slot.part === 'grade');
      const [first, last] = [grades[0], grades[grades.length - 1]];
      if (first && last) write(cell, overallFormula(`${formatCell(first.cell)}:${formatCell(last.cell)}`));
    }
    if (slot.kind === 'budget-total') {
      const parts = places.filter(({ slot: other }) => other.kind === 'budget' && other.group === slot.sum);
      write(cell, sumFormula(parts.map((part) => formatCell(part.cell))));
    }
    if (slot.kind !== 'execution') continue;
    const budget = cellOf(slot.label, 'budget') ?? cellOf(slot.label, 'initial');
    const spent = cellOf(slot.label, 'spent');
    if (slot.amount === 'rate' && budget && spent) write(cell, rateFormula(budget, spent));
    else if (slot.amount === 'score' && budget && spent) {
      const weight = cellOf(slot.label, 'weight');
      if (weight && scores !== 'none') write(cell, executionFormula(budget, spent, weight, scores));
    } else if (slot.label === lines[0] && slot.amount !== 'weight') {
      // The first line is the sum of the others.
      write(cell, sumFormula(lines.slice(1).flatMap((label) => cellOf(label, slot.amount) ?? [])));
    }
  }
}
