import type { Indicator, IndicatorTable } from '../../core/indicator';
import {
  cellAt,
  contentOf,
  mergeAt,
  sameContent,
  type CellContent,
  type CellRef,
  type Edit,
  type Range,
  type SheetSnapshot,
} from '../../core/sheet';
import type { PlannedRow } from './plan';

export interface Finishing {
  /** As it was before rows were opened. */
  readonly table: IndicatorTable;
  readonly blanks: readonly Indicator[];
  readonly rows: readonly PlannedRow[];
  /** Where a row of before is now. */
  readonly shifted: (row: number) => number;
  /** Rows that were opened. */
  readonly opened: ReadonlySet<number>;
}

/**
 * What makes opened rows part of their table: level cells grow over them or are said again, cells merged across the rows
 * beside are merged across them too, what ran down beside all rows goes on, and sums of the whole column take them in.
 */
export function finishRows(sheet: SheetSnapshot, finishing: Finishing): Edit[] {
  const { opened } = finishing;
  if (opened.size === 0) return [];
  const body = bodyOf(finishing);
  if (!body) return [];
  return [
    ...(['level1', 'level2'] as const).flatMap((field) => levelEdits(sheet, field, body, finishing)),
    ...besideEdits(sheet, body, finishing),
    ...acrossEdits(sheet, finishing),
    ...formulaEdits(sheet, finishing),
    ...sumEdits(sheet, body, finishing),
  ];
}

interface BodyRow {
  readonly at: number;
  readonly level1: string;
  readonly level2: string;
}

interface Body {
  readonly rows: readonly BodyRow[];
  readonly first: number;
  readonly last: number;
}

/** All rows of the table as it is now. */
function bodyOf({ table, blanks, rows, shifted, opened }: Finishing): Body | null {
  const old = [...table.indicators, ...blanks].map(({ row, level1, level2 }): BodyRow => ({
    at: shifted(row),
    level1: level1?.value ?? '',
    level2: level2?.value ?? '',
  }));
  const fresh = rows
    .filter(({ at }) => opened.has(at))
    .map(({ at, level1, level2 }): BodyRow => ({ at, level1, level2 }));
  const all = [...old, ...fresh].sort((a, b) => a.at - b.at);
  const [first] = all;
  const last = all[all.length - 1];
  return first && last ? { rows: all, first: first.at, last: last.at } : null;
}

function set(sheet: SheetSnapshot, cell: CellRef, to: CellContent): Edit[] {
  const from = contentOf(cellAt(sheet, cell));
  return sameContent(from, to) ? [] : [{ kind: 'set', sheet: sheet.name, cell, from, to }];
}

/** Rows one below the other that say the same of a level. */
function runsOf(rows: readonly BodyRow[], field: 'level1' | 'level2'): BodyRow[][] {
  const runs: BodyRow[][] = [];
  for (const row of rows) {
    const run = runs[runs.length - 1];
    const before = run?.[run.length - 1];
    const same =
      before !== undefined &&
      before.at + 1 === row.at &&
      before.level1 === row.level1 &&
      (field === 'level1' || before.level2 === row.level2);
    if (same) run?.push(row);
    else runs.push([row]);
  }
  return runs;
}

function levelEdits(
  sheet: SheetSnapshot,
  field: 'level1' | 'level2',
  body: Body,
  { table, opened }: Finishing,
): Edit[] {
  const column = table.columns.find((own) => own.field === field)?.column;
  if (column === undefined) return [];
  const own = sheet.merges.filter(
    ({ left, right, top, bottom }) => left <= column && right >= column && bottom >= body.first && top <= body.last,
  );
  const merged = own.some(({ top, bottom }) => bottom > top) || table.formId !== null;
  const width = own[0] ?? { left: column, right: column };
  return runsOf(body.rows, field).flatMap((run): Edit[] => {
    if (!run.some(({ at }) => opened.has(at))) return [];
    const [head] = run as [BodyRow];
    const label: CellContent = head[field] === '' ? { blank: true } : { text: head[field] };
    if (!merged)
      return run.filter(({ at }) => opened.has(at)).flatMap(({ at }) => set(sheet, { row: at, column }, label));
    const range: Range = { top: head.at, bottom: head.at + run.length - 1, left: width.left, right: width.right };
    const standing = own.filter(({ top, bottom }) => bottom >= range.top && top <= range.bottom);
    const [only] = standing;
    const done = standing.length === 1 && only !== undefined && only.top === range.top && only.bottom === range.bottom;
    if (done) return [];
    const single = range.top === range.bottom && range.left === range.right;
    return [
      ...standing.map((merge): Edit => ({ kind: 'unmerge', sheet: sheet.name, range: merge })),
      ...set(sheet, { row: range.top, column: range.left }, label),
      ...run.slice(1).flatMap(({ at }) => set(sheet, { row: at, column: range.left }, { blank: true })),
      ...(single ? [] : [{ kind: 'merge', sheet: sheet.name, range } as const]),
    ];
  });
}

/** 绩效指标, merged down beside all rows: it goes on over rows opened below the last. */
function besideEdits(sheet: SheetSnapshot, body: Body, { table, opened }: Finishing): Edit[] {
  const levels = new Set(
    table.columns.filter(({ field }) => field === 'level1' || field === 'level2').map(({ column }) => column),
  );
  return sheet.merges.flatMap((merge): Edit[] => {
    const beside = merge.top < merge.bottom && !levels.has(merge.left) && merge.bottom >= body.first;
    let { bottom } = merge;
    while (opened.has(bottom + 1) && bottom < body.last) bottom++;
    // Only what ran down over all of the rows that stood there.
    if (!beside || bottom === merge.bottom || merge.top > body.first || bottom !== body.last) return [];
    return [
      { kind: 'unmerge', sheet: sheet.name, range: merge },
      { kind: 'merge', sheet: sheet.name, range: { ...merge, bottom } },
    ];
  });
}

/** A cell over several columns in the row beside is one in the opened row too. */
function acrossEdits(sheet: SheetSnapshot, { table, blanks, shifted, opened }: Finishing): Edit[] {
  const old = [...table.indicators, ...blanks].map(({ row }) => shifted(row));
  const levels = table.columns.filter(({ field }) => field === 'level1' || field === 'level2');
  return [...opened].flatMap((row) => {
    const model = old.reduce((best, at) => (Math.abs(at - row) < Math.abs(best - row) ? at : best), old[0] ?? row);
    return sheet.merges
      .filter(({ top, bottom, left, right }) => top === model && bottom === model && left < right)
      .filter(({ left, right }) => !levels.some(({ column }) => column >= left && column <= right))
      .filter(({ left }) => mergeAt(sheet, { row, column: left }) === null)
      .map((merge): Edit => ({ kind: 'merge', sheet: sheet.name, range: { ...merge, top: row, bottom: row } }));
  });
}

/** A formula over its own row (a rate, a difference): the opened row gets it too, over its own cells. Scores have their own. */
function formulaEdits(sheet: SheetSnapshot, { table, shifted, opened }: Finishing): Edit[] {
  const old = table.indicators.map(({ row }) => shifted(row));
  const levels = new Set(
    table.columns
      .filter(({ field }) => field === 'level1' || field === 'level2' || field === 'score')
      .map(({ column }) => column),
  );
  return [...opened].flatMap((row) => {
    const [first] = old;
    if (first === undefined) return [];
    const model = old.reduce((best, at) => (Math.abs(at - row) < Math.abs(best - row) ? at : best), first);
    return (sheet.cells[model] ?? []).flatMap((cell, column): Edit[] => {
      if (!cell?.formula || levels.has(column)) return [];
      const formula = movedRow(cell.formula, model + 1, row + 1);
      return formula === null ? [] : set(sheet, { row, column }, { formula });
    });
  });
}

/** A formula of one row written for another; null where it speaks of other rows, or has words of its row in it. */
function movedRow(formula: string, from: number, to: number): string | null {
  let own = true;
  const moved = formula.replace(
    /"[^"]*"|(\$?[A-Z]{1,3})(\$?)(\d+)(?![\d(])/gu,
    (whole, column?: string, fixed?: string, row?: string) => {
      if (column === undefined) {
        own = own && whole === '""';
        return whole;
      }
      if (fixed !== '' || Number(row) !== from) {
        own = false;
        return whole;
      }
      return `${column}${to}`;
    },
  );
  return own && moved !== formula ? moved : null;
}

/** 合计: a sum that ended with the last row of before ends with the last row now. */
function sumEdits(sheet: SheetSnapshot, body: Body, { opened }: Finishing): Edit[] {
  const edits: Edit[] = [];
  let end = body.last;
  while (opened.has(end)) end--;
  if (end === body.last) return edits;
  sheet.cells.forEach((row, r) =>
    row?.forEach((cell, column) => {
      if (!cell?.formula || r <= body.last) return;
      const formula = cell.formula.replace(
        /(\$?[A-Z]{1,3}\$?)(\d+):(\$?[A-Z]{1,3}\$?)(\d+)/gu,
        (whole, from: string, top: string, to: string, bottom: string) =>
          Number(bottom) === end + 1 && Number(top) <= body.first + 1 ? `${from}${top}:${to}${body.last + 1}` : whole,
      );
      if (formula !== cell.formula) edits.push(...set(sheet, { row: r, column }, { formula }));
    }),
  );
  return edits;
}
