import { FORM_NATURE, type FormId, type IndicatorTable, type SheetReading, type Unread } from '../indicator';
import { isOwnSheet, type CellRef, type Range, type SheetSnapshot } from '../sheet';
import { mapColumns, type ColumnCorrection } from './columns';
import { readBody } from './body';
import { makeGrid, type Grid } from './grid';
import { locateHeaders, type Header } from './locate';
import { makeLooker } from './looks';
import { readIndicators } from './rows';
import { assemble, type Limits } from './table';

export type { ColumnCorrection } from './columns';
export { readReview } from './review';
export { readTargetFields } from './values';
export { fullMarkOf } from './weight';

export interface ReadOptions {
  /** What a person has said columns hold; they go before anything read. */
  readonly corrections?: readonly ColumnCorrection[];
}

/** Reads every indicator table of a sheet. Never throws: a sheet with none is told by `unread`. */
export function readTables(sheet: SheetSnapshot, options: ReadOptions = {}): SheetReading {
  const steps = reading(sheet, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps of a few milliseconds: the caller decides how long to go on between two of them. */
export function* reading(sheet: SheetSnapshot, options: ReadOptions = {}): Generator<undefined, SheetReading> {
  if (isOwnSheet(sheet.name)) return nothing(sheet, 'own-sheet', null);
  const grid = makeGrid(sheet);
  yield;
  const { headers, nearest } = yield* locateHeaders(grid);
  if (headers.length === 0) {
    const marked = grid.marks[0];
    if (marked && FORM_NATURE[marked.formId].kind === 'review') return nothing(sheet, 'review-form', marked.at);
    const survey = surveySheet(grid);
    return nothing(
      sheet,
      survey.empty ? 'empty' : survey.review ? 'review-form' : 'no-header',
      nearest ?? survey.nearest,
    );
  }

  const look = makeLooker();
  const found: IndicatorTable[] = [];
  const bare: IndicatorTable[] = [];
  for (const [index, header] of headers.entries()) {
    const limits = limitsOf(grid, headers, index, found);
    const marked = markOver(grid, header, limits);
    const body = yield* readBody(grid, header, limits.floor, look);
    const corrections = (options.corrections ?? []).filter(
      ({ column }) => column >= header.left && column <= header.right,
    );
    const columns = mapColumns(
      grid,
      header,
      body.rows.map((row) => row.cells),
      corrections,
      marked !== null,
    );
    yield;
    const indicators = yield* readIndicators(grid, body.rows, columns, marked && FORM_NATURE[marked].kind);
    // Headings alone, without a mark, may be anything: they keep nothing from the tables below.
    const own = indicators.length > 0 || marked !== null;
    if (!own && bare.length >= MOST_BARE) continue;
    (own ? found : bare).push(assemble(grid, header, body, columns, indicators, limits, marked));
    yield;
  }
  const isTargets = ({ formId }: IndicatorTable): boolean => formId === null || FORM_NATURE[formId].kind !== 'list';
  const targets = found.filter(isTargets);
  const lists = found.filter((table) => !isTargets(table));
  const tables = targets.filter(({ indicators }) => indicators.length > 0);
  const blank = [...targets.filter(({ indicators }) => indicators.length === 0), ...bare];
  const more = { ...(blank.length > 0 ? { blank } : {}), ...(lists.length > 0 ? { lists } : {}) };
  if (tables.length > 0) return { tables, unread: null, ...more };
  return { ...nothing(sheet, targets.length + bare.length > 0 ? 'no-rows' : 'list-form', nearest), ...more };
}

/** Of unmarked headings with nothing under them, so many are made tables of. */
const MOST_BARE = 4;

/** The form whose mark stands to the right of the table's title: the lowest one that is not below the headings. */
function markOver(grid: Grid, header: Header, limits: Limits): FormId | null {
  const over = grid.marks.filter(
    ({ at }) =>
      at.row >= limits.ceiling && at.row <= header.top && at.column > header.left && at.column <= limits.right + 1,
  );
  const lowest = Math.max(...over.map(({ at }) => at.row));
  return over.find(({ at }) => at.row === lowest)?.formId ?? null;
}

function nothing(sheet: SheetSnapshot, reason: Unread['reason'], nearest: CellRef | null): SheetReading {
  return { tables: [], unread: { sheet: sheet.name, reason, nearest } };
}

/** The dimensions of 绩效目标审核表, which scores targets and holds none. */
const DIMENSIONS = ['完整性', '相关性', '适当性', '可行性'] as const;
const LONGEST_LABEL = 40;

interface Survey {
  readonly empty: boolean;
  readonly review: boolean;
  /** The first cell that speaks of indicators. */
  readonly nearest: CellRef | null;
}

/** What a sheet without headings of ours is. */
function surveySheet(grid: Grid): Survey {
  let empty = true;
  let nearest: CellRef | null = null;
  const seen = new Set<string>();
  for (let row = 0; row < grid.rows; row++) {
    for (const column of grid.filled(row)) {
      empty = false;
      const value = grid.at(row, column)?.value;
      if (typeof value !== 'string' || value.length > LONGEST_LABEL) continue;
      if (!nearest && /指标|绩效/.test(value)) nearest = { row, column };
      for (const dimension of DIMENSIONS) if (value.includes(dimension)) seen.add(dimension);
    }
  }
  return { empty, review: seen.size >= 3 && nearest !== null, nearest };
}

/** Between the tables above and below in the same columns. Headers and tables come in the order of the sheet. */
function limitsOf(grid: Grid, headers: readonly Header[], index: number, before: readonly IndicatorTable[]): Limits {
  const header = headers[index] as Header;
  const beside = headers[index - 1]?.main === header.main || headers[index + 1]?.main === header.main;
  const around = beside
    ? { left: header.left, right: header.right }
    : { left: 0, right: Math.max(grid.columns - 1, 0) };
  let above = before.length - 1;
  while (above >= 0 && !isOver((before[above] as IndicatorTable).range, header.top, around)) above--;
  let below = index + 1;
  while (below < headers.length && !isUnder(headers[below] as Header, header)) below++;
  return {
    ceiling: above < 0 ? 0 : (before[above] as IndicatorTable).range.bottom + 1,
    floor: headers[below]?.top ?? grid.rows,
    ...around,
  };
}

function isOver(range: Range, top: number, around: { left: number; right: number }): boolean {
  return range.bottom < top && range.left <= around.right && range.right >= around.left;
}

function isUnder(other: Header, header: Header): boolean {
  return other.top > header.bottom && other.left <= header.right && other.right >= header.left;
}
