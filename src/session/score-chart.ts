import Big from 'big.js';
import type { Field, Level1 } from '../core/indicator';
import { scoredExecution } from '../core/rules/weights';
import {
  cellAt,
  CHART_SHEET,
  contentOf,
  formatRange,
  freeSheetName,
  quoteSheet,
  rangeOf,
  type CellContent,
  type CellRef,
  type Edit,
  type Range,
  type SheetSnapshot,
} from '../core/sheet';
import type { ScoredTable } from './scoring';
import { bunchesOf } from './overview';

/** What is written on the sheet of a chart, in the interface's language. */
export interface ChartWords {
  readonly category: string;
  readonly weight: string;
  readonly score: string;
  /** 预算执行率. */
  readonly execution: string;
  /** 分, beside the axis. */
  readonly unit: string;
  readonly title: string;
  /** Under the numbers: where they come from. */
  readonly source: string;
  nameOf(part: Level1 | null, label: string): string;
  /** One part in the alternative text. */
  sayPart(part: string, score: number, weight: number | null): string;
}

export interface ScoreChart {
  readonly sheet: string;
  readonly edits: readonly Edit[];
}

/** Told apart by lightness too, and each from white (3 : 1). */
export const CHART_COLORS = { weight: '#7C91AE', score: '#1F4E8C' } as const;

const NAME = '得分图';
/** As long as a formula may be in every spreadsheet. */
const LONGEST = 8000;
const WIDTHS = [18, 11, 11];
/** Rows and columns that the chart covers. */
const SIZE = { rows: 20, columns: 8 };

interface Part {
  readonly name: string;
  readonly weight: Sum | null;
  readonly score: Sum;
}

interface Sum {
  readonly content: CellContent;
  readonly value: number;
}

/** Whether a table has scores in cells: what a chart can follow. */
export function isChartable({ rows }: ScoredTable): boolean {
  return rows.some(({ cell, existing }) => cell !== null && existing !== null);
}

/**
 * 得分图: points and scores by level 1 on a sheet of its own, since level 1 has no sums in the forms, and nothing may be
 * written or drawn where a form is printed. The numbers are formulas over the table, so that the chart follows it.
 */
export function scoreChart(
  scored: ScoredTable,
  snapshot: SheetSnapshot,
  taken: readonly string[],
  words: ChartWords,
): ScoreChart | null {
  if (!isChartable(scored)) return null;
  const parts = partsOf(scored, snapshot, words);
  const sheet = freeSheetName(CHART_SHEET, taken);
  const last = parts.length;
  const set = (row: number, column: number, to: CellContent): Edit => {
    return { kind: 'set', sheet, cell: { row, column }, from: { blank: true }, to };
  };
  const area = (top: number, left: number, bottom: number, right: number): Range => ({ top, left, bottom, right });
  const head = [words.category, words.weight, words.score];
  const look = { font: '宋体', size: 11, vertical: 'middle', borders: true } as const;
  return {
    sheet,
    edits: [
      { kind: 'addSheet', sheet, visible: true },
      ...head.map((text, column) => set(0, column, { text })),
      ...parts.flatMap(({ name, weight, score }, at) => [
        set(at + 1, 0, { text: name }),
        ...(weight ? [set(at + 1, 1, weight.content)] : []),
        set(at + 1, 2, score.content),
      ]),
      set(last + 1, 0, { text: words.source }),
      { kind: 'columnWidths', sheet, first: 0, sizes: WIDTHS },
      { kind: 'format', sheet, range: area(0, 0, last, 2), format: { ...look, horizontal: 'center' } },
      { kind: 'format', sheet, range: area(0, 0, 0, 2), format: { bold: true, fill: '#F2F2F2' } },
      {
        kind: 'format',
        sheet,
        range: area(last + 1, 0, last + 1, 0),
        format: { font: '宋体', size: 9, color: '#595959' },
      },
      {
        kind: 'addChart',
        sheet,
        name: NAME,
        source: area(0, 0, last, 2),
        title: words.title,
        alternative: parts
          .map(({ name, weight, score }) => words.sayPart(name, score.value, weight?.value ?? null))
          .join('；'),
        axes: { categories: words.category, values: words.unit },
        numberFormat: 'General',
        colors: [CHART_COLORS.weight, CHART_COLORS.score],
        place: area(last + 3, 0, last + 2 + SIZE.rows, SIZE.columns - 1),
      },
    ],
  };
}

function partsOf(scored: ScoredTable, snapshot: SheetSnapshot, words: ChartWords): Part[] {
  const { table, rows } = scored;
  const rowOf = new Map(rows.map((row) => [row.indicator, row]));
  const parts = bunchesOf(table.indicators).map(({ part, label, rows: indicators }): Part => {
    const scores = indicators.flatMap((indicator) => {
      const row = rowOf.get(indicator);
      return row ? [{ value: row.existing, cell: row.cell }] : [];
    });
    const full = indicators.map((indicator) => rowOf.get(indicator)?.full ?? null);
    const stated = indicators.flatMap(({ weight }) => (weight && weight.assumed === undefined ? [weight] : []));
    const known = full.every((points) => points !== null);
    return {
      name: words.nameOf(part, label),
      weight:
        stated.length === indicators.length
          ? sumOf(stated.map(one), snapshot)
          : known
            ? sumOf(
                full.map((value) => ({ value, cell: null })),
                snapshot,
              )
            : null,
      score: sumOf(scores, snapshot),
    };
  });
  const [fund] = scoredExecution(table);
  if (!fund) return parts;
  const weight = sumOf([one(fund.weight)], snapshot);
  const score = sumOf(fund.score ? [one(fund.score)] : [], snapshot);
  return [{ name: words.execution, weight, score }, ...parts];
}

function one({ value, cell }: Field<number>): Addend {
  return { value, cell };
}

interface Addend {
  readonly value: number | null;
  readonly cell: CellRef | null;
}

/** A formula over the cells, where all of them hold numbers; else the number that they come to now. */
function sumOf(addends: readonly Addend[], snapshot: SheetSnapshot): Sum {
  const cells = new Map(addends.flatMap(({ cell }) => (cell ? [[`${cell.row},${cell.column}`, cell] as const] : [])));
  const shared = new Set<string>();
  let sum = new Big(0);
  for (const { value, cell } of addends) {
    const key = cell && `${cell.row},${cell.column}`;
    if (key !== null && shared.has(key)) continue;
    if (key !== null) shared.add(key);
    if (value !== null) sum = sum.plus(new Big(value).round(2, Big.roundHalfUp));
  }
  const value = sum.toNumber();
  const loose = addends.some(({ value: number, cell }) => {
    if (!cell) return number !== null;
    const content = contentOf(cellAt(snapshot, cell));
    return !('number' in content || 'formula' in content || ('blank' in content && number === null));
  });
  const terms = runsOf([...cells.values()]).map((run) => `SUMIF(${reference(snapshot.name, run)},">=0")`);
  const formula = `=${terms.join('+')}`;
  if (loose || terms.length === 0 || formula.length > LONGEST) return { content: { number: value }, value };
  return { content: { formula }, value };
}

/** Absolute, so that it means the same wherever the cells are copied. */
function reference(sheet: string, run: Range): string {
  const corners = formatRange(run).split(':');
  const fixed = corners.map((corner) => corner.replace(/^[A-Z]{1,3}/u, (column) => `$${column}$`));
  return `${quoteSheet(sheet)}!${fixed.join(':')}`;
}

/** Cells of a column that stand under each other: rows between them (小计) are none of theirs. */
function runsOf(cells: readonly CellRef[]): Range[] {
  const runs: { top: number; bottom: number; left: number; right: number }[] = [];
  for (const cell of [...cells].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const last = runs.at(-1);
    if (last?.left === cell.column && last.bottom === cell.row - 1) last.bottom = cell.row;
    else runs.push({ ...rangeOf(cell) });
  }
  return runs;
}
