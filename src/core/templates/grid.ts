import { columnName, formatCell, type CellContent, type CellRef } from '../sheet';
import type { BlockContext } from './blocks';
import type { Canvas } from './canvas';
import { BLANK_INDICATOR, type FormContent, type IndicatorContent } from './content';
import { differenceFormula, scoreFormula, sumFormula } from './formulas';
import { LEVEL_SCHEMES, listFormula, SHORT_LISTS } from './lists';
import { columnFormat, fontSize, formatOf, HEADING, heightOf } from './looks';
import type { Form, GridColumn, GridField } from './model';
import { actualText, targetText } from './target-text';

/** Rows of the form, from 0 and both included. */
export interface DrawnGrid {
  readonly headings: { readonly top: number; readonly bottom: number };
  readonly rows: { readonly top: number; readonly bottom: number };
  /** The row after the last. */
  readonly end: number;
}

/** The rows to draw: what there is, else blank ones under the levels of the form. */
export function rowsToDraw(form: Form, content: FormContent): readonly IndicatorContent[] {
  if (content.indicators.length > 0) return content.indicators;
  if (!form.columns.some(({ field }) => field === 'level2')) return repeated(BLANK_INDICATOR, form.blankRows);
  return LEVEL_SCHEMES[form.levels].flatMap(([level1, level2s]) =>
    level2s.flatMap((level2) => repeated({ ...BLANK_INDICATOR, level1, level2 }, form.blankRows)),
  );
}

function repeated<T>(item: T, times: number): T[] {
  return Array.from({ length: times }, () => item);
}

export function drawGrid(canvas: Canvas, form: Form, top: number, context: BlockContext): DrawnGrid {
  const { columns, side } = form;
  const left = side ? 1 : 0;
  const bottom = drawHeadings(canvas, columns, top, left);
  const rows = rowsToDraw(form, context.content);
  const first = bottom + 1;
  const last = bottom + rows.length;
  const groups = groupsOf(rows, columns);

  rows.forEach((row, index) => drawRow(canvas, form, row, index, first, left, groups, context));
  columns.forEach(({ field }, index) => {
    canvas.format(canvas.range(first, left + index, last, left + index), columnFormat(field));
  });
  for (const { field, from, to } of groups) {
    const column = left + columns.findIndex((own) => own.field === field);
    canvas.merge(canvas.range(first + from, column, first + to, column));
  }
  context.open.push(...rows.map((_, index) => ({ row: first + index, left, right: left + columns.length - 1 })));
  addLists(canvas, form, rows.length, first, left, groups);

  let end = last + 1;
  if (form.total) drawTotal(canvas, form, first, last, end++, left, context);
  if (side) {
    const range = canvas.range(top, 0, last, 0);
    canvas.put(top, 0, { text: side.text });
    canvas.merge(range);
    canvas.format(range, HEADING);
  }
  return { headings: { top, bottom }, rows: { top: first, bottom: last }, end };
}

/** One row of headings, or two where some stand under a merged one; gives the last of them. */
function drawHeadings(canvas: Canvas, columns: readonly GridColumn[], top: number, left: number): number {
  const bottom = columns.some(({ over }) => over !== undefined) ? top + 1 : top;
  let index = 0;
  while (index < columns.length) {
    const { header, over } = columns[index] as GridColumn;
    let last = index;
    if (over === undefined) {
      canvas.put(top, left + index, { text: header });
      canvas.merge(canvas.range(top, left + index, bottom, left + index));
      canvas.fit(bottom, left + index, left + index, header, fontSize('label'));
    } else {
      while (columns[last + 1]?.over === over) last++;
      canvas.put(top, left + index, { text: over });
      canvas.merge(canvas.range(top, left + index, top, left + last));
      for (let at = index; at <= last; at++) {
        const under = (columns[at] as GridColumn).header;
        canvas.put(bottom, left + at, { text: under });
        canvas.fit(bottom, left + at, left + at, under, fontSize('label'));
      }
    }
    index = last + 1;
  }
  canvas.raise(top, heightOf(1, fontSize('label')));
  canvas.format(canvas.range(top, left, bottom, left + columns.length - 1), HEADING);
  return bottom;
}

/** Rows (from 0 under the headings) that share a level. */
interface Group {
  readonly field: 'level1' | 'level2';
  readonly from: number;
  readonly to: number;
}

function groupsOf(rows: readonly IndicatorContent[], columns: readonly GridColumn[]): Group[] {
  const groups: Group[] = [];
  for (const field of ['level1', 'level2'] as const) {
    if (!columns.some((column) => column.field === field)) continue;
    let from = 0;
    for (let to = 0; to < rows.length; to++) {
      const row = rows[to] as IndicatorContent;
      const next = rows[to + 1];
      const same =
        next !== undefined &&
        next.level1 === row.level1 &&
        (field === 'level1' || next.level2 === row.level2) &&
        row[field] !== null;
      if (same) continue;
      groups.push({ field, from, to });
      from = to + 1;
    }
  }
  return groups;
}

function drawRow(
  canvas: Canvas,
  form: Form,
  row: IndicatorContent,
  index: number,
  first: number,
  left: number,
  groups: readonly Group[],
  context: BlockContext,
): void {
  const at = first + index;
  canvas.raise(at, heightOf(1, fontSize('text')) + 4);
  form.columns.forEach((column, offset) => {
    const { field } = column;
    if (
      (field === 'level1' || field === 'level2') &&
      !groups.some((group) => group.field === field && group.from === index)
    )
      return;
    const content = contentOfCell(column, row, index, form) ?? computed(canvas, form, field, row, at, left, context);
    canvas.put(at, left + offset, content);
    if (!content || !('text' in content)) return;
    const group = groups.find((own) => own.field === field && own.from === index);
    if (!group || group.from === group.to) {
      canvas.fit(at, left + offset, left + offset, content.text, fontSize('text'));
    }
  });
}

/** What a row has for a column, in the shape that the form wants. */
export function contentOfCell(
  column: GridColumn,
  row: IndicatorContent,
  index: number,
  form: Form,
): CellContent | null {
  const { field, tick } = column;
  const split = hasColumn(form, 'operator') || hasColumn(form, 'unit');
  switch (field) {
    case 'number':
      return { number: index + 1 };
    case 'target':
      if (split) return written(row.target);
      return written(targetText(row)?.text ?? null);
    case 'actual':
      if (typeof row.actual === 'number' && !hasColumn(form, 'unit')) {
        return row.unit === null ? { number: row.actual } : { text: actualText(row.actual, row.unit) };
      }
      return written(row.actual);
    default: {
      const value = field in row ? row[field as keyof IndicatorContent] : row.extras[field as keyof typeof row.extras];
      if (tick !== undefined) return value === tick ? { text: '√' } : null;
      return written(typeof value === 'string' || typeof value === 'number' ? value : null);
    }
  }
}

function written(value: string | number | null): CellContent | null {
  if (value === null || value === '') return null;
  return typeof value === 'number' ? { number: value } : { text: value };
}

export function hasColumn(form: Form, field: GridField): boolean {
  return form.columns.some((column) => column.field === field);
}

/** 得分 and 得分差异 by formula, where an indicator is named and nothing is known of them. */
function computed(
  canvas: Canvas,
  form: Form,
  field: GridField,
  row: IndicatorContent,
  at: number,
  left: number,
  { content, scores }: BlockContext,
): CellContent | null {
  if (row.name === null || (field !== 'score' && field !== 'check-difference')) return null;
  const cellOf = (field: GridField): CellRef | null => {
    const index = form.columns.findIndex((column) => column.field === field);
    return index < 0 ? null : canvas.at(at, left + index);
  };
  if (field === 'check-difference') {
    const [score, checked] = [cellOf('score'), cellOf('check-score')];
    return score && checked ? { formula: differenceFormula(formatCell(score), formatCell(checked)) } : null;
  }
  const actual = cellOf('actual');
  if (!actual) return null;
  const cells = {
    actual,
    target: cellOf('target'),
    operator: cellOf('operator'),
    unit: cellOf('unit'),
    standard: cellOf('standard'),
    weight: cellOf('weight'),
  };
  const formula = scoreFormula(row, cells, scores, content.year);
  return formula === null ? null : { formula };
}

function addLists(
  canvas: Canvas,
  form: Form,
  count: number,
  first: number,
  left: number,
  groups: readonly Group[],
): void {
  form.columns.forEach(({ list, hint, header }, offset) => {
    const column = left + offset;
    const add = (from: number, to: number, formula: string | null): void => {
      const short = list !== undefined && list in SHORT_LISTS ? SHORT_LISTS[list as keyof typeof SHORT_LISTS] : null;
      canvas.validations.push({
        range: canvas.range(first + from, column, first + to, column),
        source: formula !== null ? { formula } : short && { list: short },
        ...(hint === undefined ? {} : { prompt: { title: header.replaceAll('\n', ''), text: hint } }),
        strict: false,
      });
    };
    if (list === 'level2') {
      const level1 = left + form.columns.findIndex(({ field }) => field === 'level1');
      for (const group of groups.filter(({ field }) => field === 'level1')) {
        const top = canvas.at(first + group.from, level1);
        const reference = `$${columnName(top.column)}$${top.row + 1}`;
        add(group.from, group.to, listFormula('level2', form.levels, reference));
      }
    } else if (list === 'level1' || list === 'unit') add(0, count - 1, listFormula(list, form.levels, ''));
    else if (list !== undefined || hint !== undefined) add(0, count - 1, null);
  });
}

/** 总分: sums of the columns that add up, and with them the points of the funds grid. */
function drawTotal(
  canvas: Canvas,
  form: Form,
  first: number,
  last: number,
  at: number,
  left: number,
  { content }: BlockContext,
): void {
  const { total, columns } = form;
  if (!total) return;
  const summed = columns.findIndex(({ field }) => (total.fields as readonly GridField[]).includes(field));
  const width = left + columns.length - 1;
  canvas.put(at, 0, { text: total.label });
  canvas.raise(at, heightOf(1, fontSize('label')) + 2);
  canvas.merge(canvas.range(at, 0, at, left + summed - 1));
  canvas.format(canvas.range(at, 0, at, width), formatOf('label'));
  columns.forEach(({ field }, offset) => {
    if (!(total.fields as readonly GridField[]).includes(field)) return;
    const column = left + offset;
    if (field === 'score' && content.total !== null) {
      canvas.put(at, column, { number: content.total });
      return;
    }
    const own = `${formatCell(canvas.at(first, column))}:${formatCell(canvas.at(last, column))}`;
    const funds = total.withExecution ? executionCell(canvas, form, field) : null;
    const formula = sumFormula(funds === null ? [own] : [funds, own]);
    if (formula !== null) canvas.put(at, column, { formula });
  });
}

/** The cell of the funds grid's first line whose points count in the total. */
function executionCell(canvas: Canvas, form: Form, field: GridField): string | null {
  const counted = field === 'check-score' ? 'score' : field;
  let row = 0;
  for (const block of form.head) {
    for (const { cells, repeat } of block.rows) {
      for (const { slot, span } of cells) {
        if (slot?.kind === 'execution' && slot.amount === counted) return formatCell(canvas.at(row, span[0]));
      }
      row += repeat ?? 1;
    }
  }
  return null;
}
