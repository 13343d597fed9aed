import { treeOf, type Indicator, type IndicatorField, type IndicatorTable, type Tree } from '../../core/indicator';
import {
  placeFor,
  proposeWeights,
  scaleStandard,
  rowOf,
  treeFor,
  type IndicatorRow,
  type LibraryEntry,
} from '../../core/library';
import { treeOfForm } from '../forms';
import { isExecutionName } from '../../core/rules/weights';
import {
  callsAddIn,
  cellAt,
  contentOf,
  mergeAt,
  sameContent,
  type CellContent,
  type CellRef,
  type Edit,
  type SheetSnapshot,
} from '../../core/sheet';
import { BLANK_INDICATOR, formOf, targetText, type ScoreFormulas } from '../../core/templates';
import { scoreFormula } from '../../core/templates/formulas';
import { squash } from '../../core/text';
import type { HostCapabilities } from '../../hosts/host';
import { blankRowsOf } from './blank-rows';
import { finishRows } from './finish';

export interface IndicatorRequest {
  readonly sheet: SheetSnapshot;
  readonly table: IndicatorTable;
  readonly entries: readonly LibraryEntry[];
  /** For deadlines, where the table states no year. */
  readonly year: number;
}

/** A row that is put in. Rows count from 0, as the sheet is when all is done. */
export interface PlannedRow {
  readonly entry: LibraryEntry;
  readonly row: IndicatorRow;
  readonly at: number;
  /** Whether it takes a row that the form keeps blank. */
  readonly blank: boolean;
  readonly level1: string;
  readonly level2: string;
}

/** A weight that changes so that the sum stays right. */
export interface Reweighted {
  readonly name: string;
  readonly from: number | null;
  readonly to: number;
}

export interface IndicatorPlan {
  readonly rows: readonly PlannedRow[];
  readonly reweighted: readonly Reweighted[];
  /** Whether the table says weights at all, in a column or in the words of its standards. */
  readonly weighed: boolean;
  readonly total: number;
  /** Rows that are opened on the sheet. */
  readonly opens: number;
  /** Names that the table has already: nothing is put in twice by mistake. */
  readonly twice: readonly string[];
  readonly edits: readonly Edit[];
  /** What is written once rows are open, from the sheet as it then is; null where none had to be opened. */
  readonly finish: ((sheet: SheetSnapshot) => readonly Edit[]) | null;
}

/** Where library rows go in a table and what they change in it. Pure; nothing that stands is overwritten but weights. */
export function planIndicators({ sheet, table: read, entries, year }: IndicatorRequest): IndicatorPlan {
  const blanks = blankRowsOf(sheet, read);
  const table = { ...read, tree: treeIn(read, blanks) };
  const tree = treeFor(table);
  const columns = new Map(table.columns.map(({ field, column }) => [field, column] as const));
  const weighed = columns.has('weight') || columns.has('standard');
  const weights = weightsFor(table, entries);
  const written: {
    picked: LibraryEntry;
    row: IndicatorRow;
    after: number;
    blank: number | null;
    level1: string;
    level2: string;
  }[] = [];
  const used = new Set<number>();
  const all: IndicatorTable = {
    ...table,
    indicators: [...table.indicators, ...blanks].sort((a, b) => a.row - b.row),
  };
  entries.forEach((entry, index) => {
    const row = rowOf(entry, { tree, year: table.year?.value ?? year, weight: weights.added[index] ?? 0 });
    const place = placeFor(all, entry);
    const free = blanks.find(
      (one) => !used.has(one.row) && one.level2 !== null && one.level2.value === place.level2 && place.joinsLevel2,
    );
    if (free) used.add(free.row);
    written.push({
      picked: entry,
      row,
      after: place.after,
      blank: free?.row ?? null,
      level1: place.level1,
      level2: place.level2,
    });
  });

  const opened = written.filter(({ blank }) => blank === null).sort((a, b) => a.after - b.after);
  const inserts = new Map<number, number>();
  for (const { after } of opened) inserts.set(after + 1, (inserts.get(after + 1) ?? 0) + 1);
  const shifted = (row: number): number =>
    row + [...inserts].reduce((sum, [before, count]) => sum + (before <= row ? count : 0), 0);
  const given = new Map<number, number>();
  const rows = [...written]
    .sort((a, b) => a.after - b.after)
    .map((one): PlannedRow => {
      const { picked, row, after, blank, level1, level2 } = one;
      let at = blank === null ? 0 : shifted(blank);
      if (blank === null) {
        const earlier = given.get(after) ?? 0;
        given.set(after, earlier + 1);
        const above = [...inserts].reduce((sum, [before, count]) => sum + (before <= after ? count : 0), 0);
        at = after + 1 + above + earlier;
      }
      return { entry: picked, row, at, blank: blank !== null, level1, level2 };
    })
    .sort((a, b) => a.at - b.at);

  const reweighted = table.indicators.flatMap((indicator, index): (Reweighted & { indicator: Indicator })[] => {
    const to = weights.existing[index] ?? 0;
    const from = indicator.weight?.value ?? null;
    return !weighed || indicator.name === null || from === to
      ? []
      : [{ name: indicator.name.value, from, to, indicator }];
  });
  const scores = scoresIn(sheet, table);
  const write = (now: SheetSnapshot): readonly Edit[] => [
    ...finishRows(now, {
      table,
      blanks,
      rows,
      shifted,
      opened: new Set(rows.filter((r) => !r.blank).map((r) => r.at)),
    }),
    ...rows.flatMap((planned) => [
      ...rowEdits(now, planned, columns),
      ...scoreEdits(now, planned, columns, scores, table.year?.value ?? year),
    ]),
    ...reweighted.flatMap(({ indicator, from, to }) => weightEdits(now, shifted(indicator.row), from, to, columns)),
  ];
  const openings = [...inserts].map(([before, count]): Edit => ({
    kind: 'insertRows',
    sheet: sheet.name,
    before,
    count,
  }));
  const names = new Set(table.indicators.map(({ name }) => squash(name?.value ?? '')));
  return {
    rows,
    reweighted: reweighted.map(({ name, from, to }) => ({ name, from, to })),
    weighed,
    total: weights.total,
    opens: opened.length,
    twice: entries.filter(({ name }) => names.has(squash(name))).map(({ name }) => name),
    edits: openings.length > 0 ? openings : write(sheet),
    finish: openings.length > 0 ? write : null,
  };
}

/** Why a plan can't be carried out in a host; null where it can. */
export function refusalOf({ opens }: IndicatorPlan, capabilities: HostCapabilities): 'no-rows' | null {
  return opens > 0 && !capabilities.insertRows ? 'no-rows' : null;
}

/** What the table's labels tell, those of blank rows too; else the form's own. */
export function treeIn(table: IndicatorTable, blanks: readonly Indicator[]): Tree | null {
  const labels = [...table.indicators, ...blanks].map(({ level1, level2 }) => ({
    level1: level1?.value ?? null,
    level2: level2?.value ?? null,
  }));
  const form = table.formId === null ? null : formOf(table.formId);
  return table.tree ?? treeOf(labels) ?? (form && treeOfForm(form));
}

const PARTIAL = 90;
const WHOLE = 100;

function weightsFor(
  table: IndicatorTable,
  entries: readonly LibraryEntry[],
): { readonly existing: readonly number[]; readonly added: readonly number[]; readonly total: number } {
  const tree = treeFor(table);
  const existing = table.indicators.map(({ level1, level2, name, weight }) => ({
    level1: level1?.value ?? null,
    level2: level2?.value ?? null,
    name: name?.value ?? '',
    weight: weight?.value ?? null,
  }));
  const added = entries.map((entry) => ({
    ...rowOf(entry, { tree, year: 0, weight: 0 }),
    weight: null,
  }));
  // A table that makes up 100 as it stands stays at 100.
  const sum = existing.reduce((all, { weight }) => all + (weight ?? 0), 0);
  const whole = Math.abs(sum - WHOLE) < 0.01 || existing.some(({ name }) => isExecutionName(name));
  const total = whole ? WHOLE : PARTIAL;
  return { ...proposeWeights(existing, added, tree, total), total };
}

type Columns = ReadonlyMap<IndicatorField | 'other', number>;

function setAt(sheet: SheetSnapshot, row: number, column: number, to: CellContent): Edit[] {
  const cell = { row, column };
  const from = contentOf(cellAt(sheet, cell));
  return sameContent(from, to) ? [] : [{ kind: 'set', sheet: sheet.name, cell, from, to }];
}

function rowEdits(sheet: SheetSnapshot, { row, at }: PlannedRow, columns: Columns): Edit[] {
  const split = columns.has('operator') || columns.has('unit');
  const together = targetText({ ...BLANK_INDICATOR, operator: row.operator, target: row.target, unit: row.unit })?.text;
  const values: readonly (readonly [IndicatorField, string | number | null | undefined])[] = [
    ['name', row.name],
    ['operator', row.operator],
    ['target', split ? row.target : together],
    ['unit', row.unit],
    ['explanation', row.explanation],
    ['standard', row.standard],
    ['weight', row.weight],
  ];
  return values.flatMap(([field, value]) => {
    const column = columns.get(field);
    if (column === undefined || value === null || value === undefined || value === '') return [];
    return setAt(sheet, at, column, typeof value === 'number' ? { number: value } : { text: value });
  });
}

/** How the table reckons its scores; null where people write them. */
function scoresIn(sheet: SheetSnapshot, table: IndicatorTable): ScoreFormulas | null {
  const column = table.columns.find(({ field }) => field === 'score')?.column;
  if (column === undefined) return null;
  const held = table.indicators.map(({ row }) => cellAt(sheet, { row, column }));
  const formula = held.find((cell) => cell?.formula !== undefined)?.formula;
  if (formula !== undefined) return callsAddIn(formula) ? 'functions' : 'native';
  // A form of ours that has no rows yet.
  return table.formId !== null && held.every((cell) => cell === null) ? 'functions' : null;
}

/** 得分: by the formula that a form of ours has for such a row. */
function scoreEdits(
  sheet: SheetSnapshot,
  { row, at }: PlannedRow,
  columns: Columns,
  scores: ScoreFormulas | null,
  year: number,
): Edit[] {
  const cellOf = (field: IndicatorField): CellRef | null => {
    const column = columns.get(field);
    return column === undefined ? null : { row: at, column };
  };
  const [actual, score] = [cellOf('actual'), cellOf('score')];
  if (scores === null || !actual || !score) return [];
  const content = { ...BLANK_INDICATOR, ...row };
  const cells = {
    actual,
    target: cellOf('target'),
    operator: cellOf('operator'),
    unit: cellOf('unit'),
    standard: cellOf('standard'),
    weight: cellOf('weight'),
  };
  const formula = scoreFormula(content, cells, scores, year);
  return formula === null ? [] : setAt(sheet, score.row, score.column, { formula });
}

function weightEdits(sheet: SheetSnapshot, at: number, from: number | null, to: number, columns: Columns): Edit[] {
  const edits: Edit[] = [];
  const column = columns.get('weight');
  if (column !== undefined) {
    const merge = mergeAt(sheet, { row: at, column });
    if (!merge || merge.top === at) edits.push(...setAt(sheet, at, column, { number: to }));
  }
  const standard = columns.get('standard');
  const held = standard === undefined ? null : cellAt(sheet, { row: at, column: standard });
  if (standard !== undefined && held && typeof held.value === 'string' && held.formula === undefined && from !== null) {
    edits.push(...setAt(sheet, at, standard, { text: scaleStandard(held.value, from, to) }));
  }
  const score = columns.get('score');
  const formula = score === undefined ? undefined : cellAt(sheet, { row: at, column: score })?.formula;
  if (score !== undefined && formula !== undefined && callsAddIn(formula) && from !== null) {
    // A form without a column for standards has them in its formulas.
    const scaled = formula.replace(/"(?:[^"]|"")*"/gu, (words) => `"${scaleStandard(words.slice(1, -1), from, to)}"`);
    edits.push(...setAt(sheet, at, score, { formula: scaled }));
  }
  return edits;
}
