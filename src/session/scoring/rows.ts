import type { Indicator, IndicatorTable } from '../../core/indicator';
import { actualFor } from '../../core/rules/outcomes';
import {
  toNumber,
  compile,
  explain,
  questionOf,
  type Compiled,
  type Evaluation,
  type Explanation,
  type Message,
  type Standard,
  type StandardInput,
  type StepReading,
} from '../../core/scoring';
import {
  cellAt,
  contains,
  contentOf,
  mergeAt,
  type CellContent,
  type CellRef,
  type Range,
  type SheetSnapshot,
} from '../../core/sheet';
import { isPercentUnit } from '../../core/text';

/**
 * Where a row stands, in the order of the list:
 * - `person`: the standard or the actual value can't be scored, and nobody has;
 * - `confirm`: several scores are possible, or what the sentence gives may not be written as it is;
 * - `differs`: the score in the sheet is another one; it stays unless the person says so;
 * - `fill`: no score yet, and this is it;
 * - `waiting`: no actual value yet;
 * - `settled`: the score in the sheet is right;
 * - `by-hand`: scored by a person where nothing can be computed.
 */
export const ROW_STATUSES = ['person', 'confirm', 'differs', 'fill', 'waiting', 'settled', 'by-hand'] as const;

export type RowStatus = (typeof ROW_STATUSES)[number];

/** Why a row is where it is: a sentence of the scoring, or one of the interface's own, by its code. */
export type Reason =
  | { readonly kind: 'scoring'; readonly message: Message }
  | { readonly kind: 'row'; readonly code: RowReason; readonly data: Readonly<Record<string, string | number>> };

export type RowReason =
  /** More than 分值. */
  | 'above-full'
  | 'below-zero'
  /** Part of a step is read in three ways. */
  | 'partial-step'
  /** 0.95 in a percent row, where the cell does not say which it is. */
  | 'scale'
  /** 分值 of several rows in one cell. */
  | 'shared-weight'
  | 'no-standard';

/** A score that may be written. */
export interface ScoreOption {
  readonly score: number;
  /** The reading of a part of a step; null where there is only one. */
  readonly reading: StepReading | null;
  /** Held to the full mark (or to 0), where the sentence gives another. */
  readonly held: boolean;
}

export interface ScoredRow {
  readonly indicator: Indicator;
  readonly question: StandardInput;
  readonly compiled: Compiled;
  /** How the actual value is scored; null without one. */
  readonly explanation: Explanation | null;
  readonly status: RowStatus;
  readonly reason: Reason | null;
  /** In points; null where unknown. */
  readonly full: number | null;
  /** The first is the usual one. */
  readonly options: readonly ScoreOption[];
  /** 得分 as it stands; null for a blank or words. */
  readonly existing: number | null;
  /** The row's own cell for its score; null where the table has no such column, or the cell is inside a merged one. */
  readonly cell: CellRef | null;
  readonly holds: CellContent;
  /** As `cell`, for 实际完成值. */
  readonly actualCell: CellRef | null;
}

/** The columns of a table that scoring writes to; null where it has none. */
export interface ScoreColumns {
  readonly score: number | null;
  readonly actual: number | null;
}

export function scoreRow(
  indicator: Indicator,
  table: IndicatorTable,
  sheet: SheetSnapshot,
  columns: ScoreColumns,
  shared: ReadonlySet<Indicator>,
): ScoredRow {
  const question = questionOf(indicator, table.year?.value ?? null);
  const compiled = compile(question);
  const actual = compiled.ok && indicator.actual ? actualFor(indicator.actual, compiled.standard) : null;
  const explanation = compiled.ok && actual !== null ? explain(compiled.standard, actual) : null;
  const full = compiled.ok ? compiled.fullMark : (indicator.weight?.value ?? null);
  const existing = indicator.score?.value ?? null;
  const cell = ownCell(indicator, 'score', sheet, columns.score);
  const found = judge(indicator, compiled, explanation, full, sheet, shared.has(indicator));
  const holds = contentOf(cell && cellAt(sheet, cell));
  return {
    indicator,
    question,
    compiled,
    explanation,
    full,
    existing,
    cell,
    holds,
    actualCell: ownCell(indicator, 'actual', sheet, columns.actual),
    ...found,
    status: statusOf(found, existing, !('blank' in holds)),
  };
}

interface Judgement {
  readonly reason: Reason | null;
  readonly options: readonly ScoreOption[];
  readonly needs: 'person' | 'choice' | 'actual' | null;
}

function judge(
  indicator: Indicator,
  compiled: Compiled,
  explanation: Explanation | null,
  full: number | null,
  sheet: SheetSnapshot,
  sharesWeight: boolean,
): Judgement {
  const person = (reason: Reason): Judgement => ({ reason, options: [], needs: 'person' });
  const row = (code: RowReason, data: Readonly<Record<string, string | number>> = {}): Reason => ({
    kind: 'row',
    code,
    data,
  });
  if (!indicator.standard) return person(row('no-standard'));
  if (sharesWeight) return person(row('shared-weight'));
  if (!compiled.ok) {
    const { code, words, data } = compiled.refusal;
    return person({ kind: 'scoring', message: { group: 'refusal', id: code, data: { ...data, words } } });
  }
  if (!explanation) return { reason: null, options: [], needs: 'actual' };
  const { evaluation } = explanation;
  if (evaluation.status === 'invalid') {
    const { problem, data } = evaluation;
    return person({ kind: 'scoring', message: { group: 'problem', id: problem, data } });
  }
  if (evaluation.status === 'refused') {
    return person({ kind: 'scoring', message: { group: 'refused', id: evaluation.code, data: {} } });
  }
  const unsure = unsureScale(indicator, compiled.standard, sheet);
  if (unsure !== null) return person(row('scale', { actual: unsure }));
  const options = optionsOf(evaluation, full);
  const { score } = evaluation;
  if (evaluation.aboveFull && full !== null) {
    return { reason: row('above-full', { score, full }), options, needs: 'choice' };
  }
  if (score < 0) return { reason: row('below-zero', { score }), options, needs: 'choice' };
  if (options.length > 1) return { reason: row('partial-step'), options, needs: 'choice' };
  return { reason: null, options, needs: null };
}

/** The readings, none of them above the full mark or below nothing. */
export function optionsOf(evaluation: Extract<Evaluation, { status: 'scored' }>, full: number | null): ScoreOption[] {
  const { reading, otherReadings } = evaluation;
  const options: ScoreOption[] = [];
  for (const given of [{ reading, score: evaluation.score }, ...otherReadings]) {
    const score = Math.max(0, full === null ? given.score : Math.min(full, given.score));
    if (options.some((option) => option.score === score)) continue;
    options.push({
      score,
      reading: otherReadings.length > 0 ? given.reading : null,
      held: score !== given.score,
    });
  }
  return options;
}

/** `occupied`: something stands in the cell, be it words or a formula without a number. */
function statusOf({ needs, options }: Judgement, existing: number | null, occupied: boolean): RowStatus {
  switch (needs) {
    case 'person':
      return existing === null ? 'person' : 'by-hand';
    case 'actual':
      return 'waiting';
    case 'choice':
      return options.some(({ score }) => score === existing) ? 'settled' : 'confirm';
    case null:
      if (existing === null) return occupied ? 'differs' : 'fill';
      return existing === options[0]?.score ? 'settled' : 'differs';
  }
}

/** From here on a bare number is taken for percent points; up to the other it is a fraction. */
const POINTS_FROM = 10;
const FRACTION_TO = 1.5;
/** Targets below are so small that points and fractions can't be told apart. */
const SMALL_TARGET = 15;

/**
 * The actual value as written, where a function over the same cell, which sees the bare number alone, would score
 * another one: pane and cell may differ by a refusal, never by a number.
 */
function unsureScale({ actual, unit }: Indicator, { inputs, target }: Standard, sheet: SheetSnapshot): string | null {
  const [input] = inputs;
  if (!actual || typeof actual.value !== 'number' || inputs.length !== 1 || input?.kind !== 'value') return null;
  const cell = cellAt(sheet, actual.cell);
  const bare = typeof cell?.value === 'number' ? cell.value : actual.value;
  if (bare === 0 || /[%％]/u.test(typeof cell?.value === 'string' ? cell.value : '')) return null;
  const goal = target ? toNumber(target.value) : 100;
  if (isPercentUnit(input.unit)) {
    if (goal < SMALL_TARGET ? bare <= FRACTION_TO : bare > FRACTION_TO && bare < POINTS_FROM) return null;
    const taken = goal >= SMALL_TARGET && bare <= FRACTION_TO ? bare * 100 : bare;
    return Math.abs(taken - actual.value) < 1e-9 ? null : actual.raw;
  }
  const fraction = bare > 0 && bare <= 1 && goal >= SMALL_TARGET && bare === actual.value;
  return fraction && input.unit === null && !unit ? actual.raw : null;
}

/** Rows whose 分值 stands in one merged cell for all of them. */
export function sharedWeights({ indicators, columns }: IndicatorTable, sheet: SheetSnapshot): ReadonlySet<Indicator> {
  const column = columns.find(({ field }) => field === 'weight')?.column;
  const tall = sheet.merges.filter(({ top, bottom }) => bottom > top);
  const byMerge = new Map<Range, Indicator[]>();
  for (const indicator of indicators) {
    const { row, weight } = indicator;
    const cell = weight?.cell ?? (column === undefined ? null : { row, column });
    const merge = cell && weight?.assumed !== 'standard' && tall.find((range) => contains(range, cell));
    if (merge) byMerge.set(merge, [...(byMerge.get(merge) ?? []), indicator]);
  }
  return new Set([...byMerge.values()].filter((rows) => rows.length > 1).flat());
}

/** The row's own cell in a column; null inside a merged area, which holds one value for several rows. */
function ownCell(
  indicator: Indicator,
  field: keyof ScoreColumns,
  sheet: SheetSnapshot,
  column: number | null,
): CellRef | null {
  if (column === null) return null;
  const { row } = indicator;
  const cell = indicator[field]?.cell ?? { row, column };
  const merge = mergeAt(sheet, cell);
  if (!merge) return cell;
  return merge.top === row && merge.bottom === row ? { row, column: merge.left } : null;
}
