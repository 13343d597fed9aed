/**
 * 评分: what the standards of the checked tables give, what of it may be written, and what a person has to decide.
 * Not part of the session's own index: the compiler is loaded with the view that needs it.
 */
import Big from 'big.js';
import { FULL_POINTS, TARGET_POINTS, type Indicator, type IndicatorTable } from '../core/indicator';
import { scoredExecution, weightsOf } from '../core/rules/weights';
import {
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
} from '../core/scoring';
import {
  cellAt,
  contains,
  contentOf,
  mergeAt,
  type CellContent,
  type CellRef,
  type Range,
  type SetEdit,
  type SheetSnapshot,
} from '../core/sheet';
import { isPercentUnit } from '../core/text';

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
  /** Null where the table has no such column, or the cell is inside a merged one. */
  readonly cell: CellRef | null;
  readonly holds: CellContent;
}

export interface ScoredTable {
  readonly table: IndicatorTable;
  /** In the order of the sheet. */
  readonly rows: readonly ScoredRow[];
  /** Whether the form has a column for the scores. */
  readonly hasScoreColumn: boolean;
  readonly hasActualColumn: boolean;
  readonly hasStandards: boolean;
}

/** Scores every table of a sheet, a row at a step: a large one must not hold up the interface. Pure. */
export function* scoring(
  tables: readonly IndicatorTable[],
  sheet: SheetSnapshot,
): Generator<void, readonly ScoredTable[]> {
  const scored: ScoredTable[] = [];
  for (const table of tables) {
    const column = (field: 'score' | 'actual'): number | null =>
      table.columns.find((found) => found.field === field)?.column ?? null;
    const scoreColumn = column('score');
    const shared = sharedWeights(table, sheet);
    const rows: ScoredRow[] = [];
    for (const indicator of table.indicators) {
      rows.push(scoreRow(indicator, table, sheet, scoreColumn, shared));
      yield;
    }
    scored.push({
      table,
      rows,
      hasScoreColumn: scoreColumn !== null,
      hasActualColumn: column('actual') !== null,
      hasStandards: table.indicators.some(({ standard }) => standard !== null),
    });
  }
  return scored;
}

/** As `scoring`, in one go. */
export function scoreTables(tables: readonly IndicatorTable[], sheet: SheetSnapshot): readonly ScoredTable[] {
  const work = scoring(tables, sheet);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

function scoreRow(
  indicator: Indicator,
  table: IndicatorTable,
  sheet: SheetSnapshot,
  scoreColumn: number | null,
  shared: ReadonlySet<Indicator>,
): ScoredRow {
  const question = questionOf(indicator, table.year?.value ?? null);
  const compiled = compile(question);
  const actual = indicator.actual?.value ?? null;
  const explanation = compiled.ok && actual !== null ? explain(compiled.standard, actual) : null;
  const full = compiled.ok ? compiled.fullMark : (indicator.weight?.value ?? null);
  const existing = indicator.score?.value ?? null;
  const cell = scoreColumn === null ? null : scoreCell(indicator, sheet, scoreColumn);
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
function optionsOf(evaluation: Extract<Evaluation, { status: 'scored' }>, full: number | null): ScoreOption[] {
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
  const goal = target ? Number(target.value.n.div(target.value.d)) : 100;
  if (isPercentUnit(input.unit)) {
    if (goal < SMALL_TARGET ? bare <= FRACTION_TO : bare > FRACTION_TO && bare < POINTS_FROM) return null;
    const taken = goal >= SMALL_TARGET && bare <= FRACTION_TO ? bare * 100 : bare;
    return Math.abs(taken - actual.value) < 1e-9 ? null : actual.raw;
  }
  const fraction = bare > 0 && bare <= 1 && goal >= SMALL_TARGET && bare === actual.value;
  return fraction && input.unit === null && !unit ? actual.raw : null;
}

/** Rows whose 分值 stands in one merged cell for all of them. */
function sharedWeights({ indicators, columns }: IndicatorTable, sheet: SheetSnapshot): ReadonlySet<Indicator> {
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

/** The row's own cell for its score; null inside a merged area, which holds one value for several rows. */
function scoreCell({ row, score }: Indicator, sheet: SheetSnapshot, column: number): CellRef | null {
  const cell = score?.cell ?? { row, column };
  const merge = mergeAt(sheet, cell);
  if (!merge) return cell;
  return merge.top === row && merge.bottom === row ? { row, column: merge.left } : null;
}

/** What the person decided: scores to be written, by row of the sheet; of other rows, those of `fill` are written. */
export type Choices = ReadonlyMap<number, number>;

/** What will be written in a row; null for what stays. Only what the row offers is ever written. */
export function proposedScore({ indicator, options, status, cell }: ScoredRow, choices: Choices): number | null {
  if (!cell) return null;
  const chosen = choices.get(indicator.row);
  if (chosen !== undefined && options.some(({ score }) => score === chosen)) return chosen;
  return status === 'fill' ? (options[0]?.score ?? null) : null;
}

/** 优 ≥ 90, 良 ≥ 80, 中 ≥ 60 (财预〔2020〕10号). */
export type Grade = '优' | '良' | '中' | '差';

export interface ScoreTotal {
  /** Of the rounded scores, as people add them by hand. */
  readonly sum: number;
  /** Rows with a score. */
  readonly counted: number;
  /** Rows without one. */
  readonly missing: number;
  /** All full marks together; null where one is unknown. */
  readonly outOf: number | null;
  /** 预算执行率 of the funds grid, counted in. */
  readonly execution: { readonly weight: number; readonly score: number | null } | null;
  /** The table sums to 90: the ten points of 预算执行率 are not in it. */
  readonly withoutExecution: boolean;
  /** Only where all is scored and it is out of 100. */
  readonly grade: Grade | null;
  /** 总分 as it stands in the table, where it says something else. */
  readonly stated: number | null;
}

/** The total once the choices are written. Never rescaled. */
export function totalOf({ table, rows }: ScoredTable, choices: Choices): ScoreTotal {
  let sum = new Big(0);
  let counted = 0;
  for (const row of rows) {
    const score = proposedScore(row, choices) ?? row.existing;
    if (score === null) continue;
    sum = sum.plus(new Big(score).round(2, 1));
    counted++;
  }
  const [fund] = scoredExecution(table);
  const execution = fund ? { weight: fund.weight.value, score: fund.score?.value ?? null } : null;
  if (execution?.score) sum = sum.plus(new Big(execution.score).round(2, 1));
  const weights = weightsOf(table);
  const known = rows.length > 0 && weights.missing.length === 0;
  const marks = weights.sum.plus(execution?.weight ?? 0);
  const missing = rows.length - counted;
  const complete = known && missing === 0 && execution?.score !== null && marks.eq(FULL_POINTS);
  const total = sum.toNumber();
  const stated = table.total?.value ?? null;
  return {
    sum: total,
    counted,
    missing,
    outOf: known ? marks.toNumber() : null,
    execution,
    withoutExecution: known && execution === null && marks.eq(TARGET_POINTS),
    grade: complete ? gradeOf(total) : null,
    stated: missing === 0 && stated !== null && stated !== total ? stated : null,
  };
}

function gradeOf(total: number): Grade {
  return total >= 90 ? '优' : total >= 80 ? '良' : total >= 60 ? '中' : '差';
}

/** Scores to be written, and what the cells held from which they were reckoned. */
export interface ScoreFill {
  readonly sheet: string;
  readonly edits: readonly SetEdit[];
  readonly basis: readonly { readonly cell: CellRef; readonly holds: CellContent }[];
}

/** The choices as edits, with the cells that they rest on: nothing is written where one of those has changed. */
export function fillOf({ table, rows }: ScoredTable, choices: Choices, sheet: SheetSnapshot): ScoreFill {
  const edits: SetEdit[] = [];
  const basis: ScoreFill['basis'][number][] = [];
  for (const row of rows) {
    const score = proposedScore(row, choices);
    if (score === null || row.cell === null || score === row.existing) continue;
    edits.push({ kind: 'set', sheet: table.sheet, cell: row.cell, from: row.holds, to: { number: score } });
    const { actual, target, operator, unit, standard, weight } = row.indicator;
    for (const field of [actual, target, operator, unit, standard, weight]) {
      if (field) basis.push({ cell: field.cell, holds: contentOf(cellAt(sheet, field.cell)) });
    }
  }
  return { sheet: table.sheet, edits, basis };
}
