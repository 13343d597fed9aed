import { scoredExecution } from '../../core/rules/weights';
import { formatCell, formatRange, type CellContent, type CellRef, type SetEdit } from '../../core/sheet';
import type { ExecutionChoice } from './execution';
import type { Place } from './places';
import type { ScoredTable } from './table';
import type { ScoreTotal } from './total';

/** What a person wants in the cell of 总分 or 等级: what stands there, the value, or a PERF formula that follows the scores. */
export type ClosingChoice = 'leave' | 'value' | 'formula';

export interface ClosingChoices {
  readonly total?: ClosingChoice;
  readonly grade?: ClosingChoice;
  /** The points of 预算执行率. */
  readonly execution?: ExecutionChoice;
  /** 执行率 itself. */
  readonly rate?: Exclude<ClosingChoice, 'formula'>;
}

export interface ClosingOffer extends Place {
  readonly value: number | string;
  /** With its `=`; null where none can be written over this form's cells. */
  readonly formula: string | null;
  /** What is done where nobody chose: only a blank cell is filled in. */
  readonly preset: ClosingChoice;
  /** The value stands there already. */
  readonly settled: boolean;
}

/** 总分 and 等级 as they may be written; null where the form has no place, or there is no such value yet. */
export interface Closing {
  readonly total: ClosingOffer | null;
  readonly grade: ClosingOffer | null;
}

export function closingOf(table: ScoredTable, total: ScoreTotal): Closing {
  const { places } = table;
  const complete = total.missing === 0 && total.counted > 0 && total.execution?.score !== null;
  const offer = (place: Place, value: number | string, formula: string | null): ClosingOffer => {
    const { holds } = place;
    const settled = ('number' in holds && holds.number === value) || ('text' in holds && holds.text.trim() === value);
    return { ...place, value, formula, settled, preset: 'blank' in holds ? 'value' : 'leave' };
  };
  const graded = places.total && `=PERF.GRADE(${formatCell(places.total.cell)})`;
  return {
    total: complete && places.total ? offer(places.total, total.sum, totalFormula(table)) : null,
    grade: total.grade && places.grade ? offer(places.grade, total.grade, graded) : null,
  };
}

/** The edit that carries out a choice; null where nothing changes. */
export function closingEdit(sheet: string, offer: ClosingOffer | null, choice?: ClosingChoice): SetEdit | null {
  if (!offer) return null;
  const wanted = choice ?? offer.preset;
  if (wanted === 'leave' || (wanted === 'value' && offer.settled)) return null;
  if (wanted === 'formula' && offer.formula === null) return null;
  const to: CellContent =
    wanted === 'formula'
      ? { formula: offer.formula as string }
      : typeof offer.value === 'number'
        ? { number: offer.value }
        : { text: offer.value };
  return { kind: 'set', sheet, cell: offer.cell, from: offer.holds, to };
}

/** So many parts a formula may have before nobody can read it. */
const MOST_PARTS = 12;

/**
 * `=PERF.TOTAL(G12:G28)`, with the score of the funds grid where it carries points. Rows in between that are no
 * indicators (小计) must not be added again, so that each run of rows is a part of its own.
 */
function totalFormula({ table, rows, execution }: ScoredTable): string | null {
  const cells = rows.map(({ cell }) => cell);
  if (!cells.every((cell) => cell !== null)) return null;
  const parts = runsOf(cells).map((range) => `PERF.TOTAL(${formatRange(range)})`);
  const [fund] = scoredExecution(table);
  if (fund) {
    const cell = execution?.score?.cell ?? fund.score?.cell;
    if (!cell) return null;
    parts.push(`PERF.TOTAL(${formatCell(cell)})`);
  }
  if (parts.length > MOST_PARTS) return null;
  // Added in binary, 0.1 and 0.2 are not 0.3.
  return parts.length === 1 ? `=${parts[0] ?? ''}` : `=ROUND(${parts.join('+')},2)`;
}

function runsOf(cells: readonly CellRef[]) {
  const runs: { top: number; bottom: number; left: number; right: number }[] = [];
  for (const { row, column } of cells) {
    const last = runs.at(-1);
    if (last && last.left === column && last.bottom === row - 1) last.bottom = row;
    else runs.push({ top: row, bottom: row, left: column, right: column });
  }
  return runs;
}
