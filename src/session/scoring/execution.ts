import Big from 'big.js';
import type { ExecutionRow, IndicatorTable } from '../../core/indicator';
import { amountOf, type Amount } from '../../core/reader/execution';
import { squash } from '../../core/text';
import { EXECUTION_BASES, executionScore, isRate, rateOf, type ExecutionBasis } from '../../core/rules/executions';
import { isScore } from '../../core/rules/outcomes';
import { scoredExecution } from '../../core/rules/weights';
import { cellAt, contentOf, formatCell, mergeAt, type CellContent, type SheetSnapshot } from '../../core/sheet';
import { sameFormula, type ScoreForm } from './formula';
import type { Place } from './places';

/** 预算执行率 of the funds grid of a self-evaluation: what its rate and its points come to. */
export interface ScoredExecution {
  readonly label: string;
  readonly budget: number;
  readonly spent: number;
  /** Full points. */
  readonly weight: number;
  /** In percent, to two decimals. */
  readonly percent: number;
  /** The cell of 执行率 with what belongs in it; null where the form has none. */
  readonly rate: (Place & { readonly to: CellContent; readonly right: boolean }) | null;
  /** The cell of 得分; null where the form has none. */
  readonly score: Place | null;
  /** The points as they stand; null for none. */
  readonly existing: number | null;
  /** What they may come to; the bands say nothing of a budget that was exceeded. */
  readonly options: readonly { readonly basis: ExecutionBasis; readonly score: number }[];
  /** The points as they stand are one of those. */
  readonly right: boolean;
  /** What all of this rests on. */
  readonly basis: readonly Place[];
}

/** What a person wants of the points; `leave` keeps what stands there. */
export type ExecutionChoice = ExecutionBasis | 'leave';

/** Null where there is nothing to reckon: another form, no points, no amounts, no budget. */
export function scoreExecution(table: IndicatorTable, sheet: SheetSnapshot): ScoredExecution | null {
  const [row] = table.kind === 'self-evaluation' ? scoredExecution(table) : [];
  if (!row?.budget || !row.spent) return null;
  const [budget, spent, weight] = [row.budget.value, row.spent.value, row.weight.value];
  const rate = rateOf(spent, budget);
  if (!rate || spent < 0) return null;
  const percent = rate.round(2, Big.roundHalfUp).toNumber();
  const columns = columnsOf(row, table, sheet);
  const rateAt = placeOf(row, columns.get('rate'), sheet);
  const options = EXECUTION_BASES.flatMap((basis) => {
    const score = executionScore(budget, spent, weight, basis);
    return score === null ? [] : [{ basis, score }];
  });
  const existing = row.score?.value ?? null;
  return {
    label: row.label.value,
    budget,
    spent,
    weight,
    percent,
    rate: rateAt && {
      ...rateAt,
      to: rateContent(rateAt, columns.get('rate')?.heading ?? '', percent, sheet),
      right: row.rate !== null && isRate(row.rate, rate),
    },
    score: placeOf(row, columns.get('score'), sheet),
    existing,
    options,
    right:
      existing !== null &&
      isScore(
        existing,
        options.map(({ score }) => score),
      ),
    basis: [row.budget, row.spent, row.weight].map(({ cell }) => ({ cell, holds: contentOf(cellAt(sheet, cell)) })),
  };
}

interface Heading {
  readonly column: number;
  readonly heading: string;
}

/** The nearest headings above the row: those of its own grid. */
function columnsOf({ label }: ExecutionRow, { range }: IndicatorTable, sheet: SheetSnapshot): Map<Amount, Heading> {
  const columns = new Map<Amount, Heading>();
  for (let row = label.cell.row - 1; row >= range.top && columns.size === 0; row--) {
    for (let column = label.cell.column; column <= range.right; column++) {
      const value = cellAt(sheet, { row, column })?.value;
      const heading = typeof value === 'string' ? squash(value) : '';
      const amount = amountOf(heading);
      if (amount && !columns.has(amount)) columns.set(amount, { column, heading });
    }
  }
  return columns;
}

/** The row's own cell; null inside an area merged over several rows. */
function placeOf({ label }: ExecutionRow, heading: Heading | undefined, sheet: SheetSnapshot): Place | null {
  if (!heading) return null;
  const { row } = label.cell;
  const merge = mergeAt(sheet, { row, column: heading.column });
  if (merge && (merge.top !== row || merge.bottom !== row)) return null;
  const cell = { row, column: merge?.left ?? heading.column };
  return { cell, holds: contentOf(cellAt(sheet, cell)) };
}

/** In percent points under 执行率（%）, as text in a text cell, else as a fraction that is shown in percent. */
function rateContent({ cell }: Place, heading: string, percent: number, sheet: SheetSnapshot): CellContent {
  const format = cellAt(sheet, cell)?.numberFormat;
  if (format === '@') return { text: `${percent}%` };
  const fraction = new Big(percent).div(100).toNumber();
  if (format?.includes('%')) return { number: fraction };
  return /[%％]/u.test(heading) ? { number: percent } : { number: fraction, numberFormat: '0.00%' };
}

/** What is done where nobody chose: a blank is filled in proportion, which is the rule; all else stays. */
export function presetOf({ score, existing }: ScoredExecution): ExecutionChoice {
  return existing === null && score && 'blank' in score.holds ? 'ratio' : 'leave';
}

/** The points that will stand in the form; null while there are none. */
export function executionPoints(execution: ScoredExecution, choice?: ExecutionChoice): number | null {
  const wanted = choice ?? presetOf(execution);
  const found = execution.score && execution.options.find(({ basis }) => basis === wanted);
  return found ? found.score : execution.existing;
}

/** The points as a formula over the grid's cells; null where one of them is no plain number, or there is none. */
export function executionFormula(
  { basis, score }: ScoredExecution,
  wanted: ExecutionBasis,
  form: Exclude<ScoreForm, 'value'>,
): string | null {
  if (!score || !basis.every(({ holds }) => 'number' in holds || 'formula' in holds)) return null;
  const [budget, spent, weight] = basis.map(({ cell }) => formatCell(cell)) as [string, string, string];
  if (form === 'native') {
    return wanted === 'ratio' ? `=ROUND(ROUND(MIN(1,${spent}/${budget})*${weight},9),2)` : null;
  }
  const mode = wanted === 'ratio' ? '' : `,"分档","${wanted === 'finished' ? '是' : '否'}"`;
  return `=PERF.EXECUTION(${budget},${spent},${weight}${mode})`;
}

/** As it may be written; what stands there already is not written again. */
export function executionContent(
  execution: ScoredExecution,
  choice: ExecutionChoice | undefined,
  form: ScoreForm,
): CellContent | null {
  const wanted = choice ?? presetOf(execution);
  const option = execution.options.find(({ basis }) => basis === wanted);
  if (!execution.score || wanted === 'leave' || !option) return null;
  const formula = form === 'value' ? null : executionFormula(execution, wanted, form);
  if (formula !== null) return sameFormula(formula, execution.score.holds) ? null : { formula };
  return 'number' in execution.score.holds && option.score === execution.existing ? null : { number: option.score };
}
