import type { ActualProblem, Outcome, Read, Readings } from './actual-number';
import { compare, round, type Ratio } from './exact';
import type { Expression } from './expression';
import { Machine, NoScore, scoreOf, scoreOfExpression, type StepReading } from './machine';
import type { Standard } from './standard';

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

type Note = Extract<Expression, { kind: 'note' }>;

/** Keeps what the notes on the way to the score say. */
class Tracer extends Machine {
  readonly trace: TraceStep[] = [];

  constructor(
    values: readonly Read[],
    reading: StepReading,
    private readonly silent = new Machine(values, reading),
  ) {
    super(values, reading);
  }

  protected override note({ id, clause, data, body }: Note): Ratio {
    const result = this.run(body);
    const parts = Object.entries(data).map(([name, part]) => [
      name,
      typeof part === 'string' ? part : this.silent.run(part),
    ]);
    this.trace.push({ id, clause, data: { ...Object.fromEntries(parts), result } });
    return result;
  }
}

function run(standard: Standard, values: readonly Read[], reading: StepReading): Run {
  const machine = new Tracer(values, reading);
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
