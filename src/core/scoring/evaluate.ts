import { readBareActual, type ActualProblem, type Outcome, type Read, type Readings } from './actual-number';
import { monthsBetween } from './dates';
import {
  add,
  ceiling,
  compare,
  divide,
  floor,
  maximum,
  minimum,
  multiply,
  ratio,
  round,
  subtract,
  toNumber,
  ZERO,
  type Ratio,
} from './exact';
import type { Expression, Test } from './expression';
import type { Standard } from './standard';
import type { Comparison } from './syntax';

/** How part of a step counts: 整档 (not at all), 比例 (in proportion), 进档 (as a whole one). */
export type StepReading = 'whole' | 'share' | 'begun';

export const STEP_READINGS: readonly StepReading[] = ['whole', 'share', 'begun'];

export interface EvaluateOptions {
  readonly steps?: StepReading;
}

/** One step of how the score came about; its sentence is in the catalogue under `id`. */
export interface TraceStep {
  readonly id: string;
  /** The clause it comes from; −1 for what holds of the whole. */
  readonly clause: number;
  readonly data: Readonly<Record<string, string | Ratio>>;
}

export interface OtherReading {
  readonly reading: StepReading;
  readonly score: number;
}

export type Evaluation =
  | {
      readonly status: 'scored';
      /** Two decimals, half up; not capped at the full mark. */
      readonly score: number;
      readonly exact: Ratio;
      /** Points taken off, where the standard deducts. */
      readonly deduction: number | null;
      readonly steps: readonly TraceStep[];
      readonly reading: StepReading;
      /** What the other readings of a part of a step would give, where they differ. */
      readonly otherReadings: readonly OtherReading[];
      /** The sentence gives more than the full mark. */
      readonly aboveFull: boolean;
      readonly values: readonly Read[];
      readonly pooled: boolean;
    }
  | {
      readonly status: 'refused';
      readonly code: 'gap' | 'overlap' | 'full-unknown' | 'division-by-zero';
      readonly deduction: number | null;
      readonly steps: readonly TraceStep[];
    }
  | {
      readonly status: 'invalid';
      readonly problem: ActualProblem;
      readonly data: Readonly<Record<string, string | number>>;
    };

/** No score here: a gap between bands, a stretch that two bands claim, a division by nothing. */
class NoScore extends Error {
  constructor(readonly code: 'gap' | 'overlap' | 'division-by-zero') {
    super(code);
  }
}

export class Machine {
  readonly trace: TraceStep[] = [];

  constructor(
    private readonly values: readonly Read[],
    private readonly reading: StepReading,
    private readonly silent = false,
  ) {}

  run(expression: Expression): Ratio {
    switch (expression.kind) {
      case 'number':
      case 'target':
      case 'weight':
        return expression.value;
      case 'input':
        return this.number(expression.index);
      case 'add':
        return add(this.run(expression.left), this.run(expression.right));
      case 'subtract':
        return subtract(this.run(expression.left), this.run(expression.right));
      case 'multiply':
        return multiply(this.run(expression.left), this.run(expression.right));
      case 'divide': {
        const quotient = divide(this.run(expression.left), this.run(expression.right));
        if (!quotient) throw new NoScore('division-by-zero');
        return quotient;
      }
      case 'min':
        return minimum(this.run(expression.left), this.run(expression.right));
      case 'max':
        return maximum(this.run(expression.left), this.run(expression.right));
      case 'steps': {
        const count = divide(this.run(expression.amount), expression.size) ?? ZERO;
        return this.reading === 'whole' ? floor(count) : this.reading === 'begun' ? ceiling(count) : count;
      }
      case 'months': {
        const { whole, days, of } = monthsBetween(expression.from, toNumber(this.number(expression.index)));
        return add(ratio(whole), divide(ratio(days), ratio(of)) ?? ZERO);
      }
      case 'if':
        return this.run(this.test(expression.test) ? expression.yes : expression.no);
      case 'undefined':
        throw new NoScore(expression.why);
      case 'note': {
        const value = this.run(expression.body);
        if (this.silent) return value;
        const silent = new Machine(this.values, this.reading, true);
        const data = Object.fromEntries(
          Object.entries(expression.data).map(([name, part]) => [
            name,
            typeof part === 'string' ? part : silent.run(part),
          ]),
        );
        this.trace.push({ id: expression.id, clause: expression.clause, data: { ...data, result: value } });
        return value;
      }
    }
  }

  private number(index: number): Ratio {
    const read = this.values[index];
    return read?.kind === 'number' ? read.value : ZERO;
  }

  private test(test: Test): boolean {
    switch (test.kind) {
      case 'compare':
        return holds(test.comparison, compare(this.run(test.left), this.run(test.right)));
      case 'flag': {
        const read = this.values[test.index];
        return read?.kind === 'flag' && read.value;
      }
      case 'grade': {
        const read = this.values[test.index];
        return read?.kind === 'grade' && read.option === test.option;
      }
      case 'given':
        return this.values[test.index]?.kind === 'number';
      case 'not':
        return !this.test(test.item);
      case 'and':
        return test.items.every((item) => this.test(item));
      case 'or':
        return test.items.some((item) => this.test(item));
    }
  }
}

export function holds(comparison: Comparison, order: -1 | 0 | 1): boolean {
  switch (comparison) {
    case '≥':
      return order >= 0;
    case '≤':
      return order <= 0;
    case '>':
      return order > 0;
    case '<':
      return order < 0;
    case '=':
      return order === 0;
  }
}

/** As `evaluate`, for a bare number. */
export function evaluateNumber(standard: Standard, actual: number, options: EvaluateOptions = {}): Evaluation {
  return evaluateReadings(standard, readBareActual(standard, actual), options);
}

/** As `evaluate`, for what was read of the actual value, or why it could not be. */
export function evaluateReadings(
  standard: Standard,
  read: Outcome<Readings>,
  options: EvaluateOptions = {},
): Evaluation {
  if (!read.ok) return { status: 'invalid', problem: read.problem, data: read.data };
  const { values, alternative, pooled } = read.value;
  const result = evaluateRead(standard, values, options.steps ?? 'whole', pooled);
  if (alternative === null) return result;
  const other = evaluateRead(standard, alternative, options.steps ?? 'whole', pooled);
  if (result.status === 'scored' && other.status === 'scored' && result.score === other.score) return result;
  return { status: 'invalid', problem: 'date-needed', data: {} };
}

interface Run {
  readonly score: Ratio | null;
  readonly deduction: Ratio | null;
  readonly trace: readonly TraceStep[];
  readonly problem: 'gap' | 'overlap' | 'division-by-zero' | null;
}

function run(standard: Standard, values: readonly Read[], reading: StepReading): Run {
  const machine = new Machine(values, reading);
  try {
    const score = standard.score === null ? null : machine.run(standard.score);
    // A deduction without a full mark is told all the same, with its steps; beyond a veto there may be none.
    const deduction =
      score === null && standard.deduction !== null
        ? machine.run(standard.deduction)
        : deductionOf(standard, values, reading);
    return { score, deduction, trace: machine.trace, problem: null };
  } catch (error) {
    if (error instanceof NoScore) return { score: null, deduction: null, trace: machine.trace, problem: error.code };
    throw error;
  }
}

function deductionOf({ deduction }: Standard, values: readonly Read[], reading: StepReading): Ratio | null {
  const found = deduction && scoreOfExpression(deduction, values, reading);
  return found === null || typeof found === 'string' ? null : found;
}

/** The exact score alone, or why there is none. */
export function scoreOf(
  standard: Standard,
  values: readonly Read[],
  reading: StepReading = 'whole',
): Ratio | 'gap' | 'overlap' | 'division-by-zero' | 'full-unknown' {
  return standard.score === null ? 'full-unknown' : scoreOfExpression(standard.score, values, reading);
}

function scoreOfExpression(
  expression: Expression,
  values: readonly Read[],
  reading: StepReading,
): Ratio | NoScore['code'] {
  try {
    return new Machine(values, reading, true).run(expression);
  } catch (error) {
    if (error instanceof NoScore) return error.code;
    throw error;
  }
}

/** As `evaluate`, for inputs that are already read. */
export function evaluateRead(
  standard: Standard,
  values: readonly Read[],
  reading: StepReading,
  pooled = false,
): Evaluation {
  const found = run(standard, values, reading);
  const deduction = found.deduction === null ? null : round(found.deduction);
  if (found.problem !== null) return { status: 'refused', code: found.problem, deduction, steps: found.trace };
  if (found.score === null) return { status: 'refused', code: 'full-unknown', deduction, steps: found.trace };
  const score = round(found.score);
  const otherReadings: OtherReading[] = [];
  if (standard.facts.steps.some(({ kind }) => kind !== 'count')) {
    for (const other of STEP_READINGS) {
      if (other === reading) continue;
      const alternative = scoreOf(standard, values, other);
      if (typeof alternative !== 'string' && round(alternative) !== score) {
        otherReadings.push({ reading: other, score: round(alternative) });
      }
    }
  }
  return {
    status: 'scored',
    score,
    exact: found.score,
    deduction,
    steps: found.trace,
    reading,
    otherReadings,
    aboveFull: standard.fullMark !== null && compare(found.score, standard.fullMark) > 0,
    values,
    pooled,
  };
}
