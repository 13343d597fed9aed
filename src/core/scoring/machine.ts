import { readBareActual, type Read } from './actual-number';
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

type Note = Extract<Expression, { kind: 'note' }>;

/** No score here: a gap between bands, a stretch that two bands claim, a division by nothing. */
export class NoScore extends Error {
  constructor(readonly code: 'gap' | 'overlap' | 'division-by-zero') {
    super(code);
  }
}

export class Machine {
  constructor(
    private readonly values: readonly Read[],
    private readonly reading: StepReading,
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
      case 'note':
        return this.note(expression);
    }
  }

  protected note({ body }: Note): Ratio {
    return this.run(body);
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

/** The exact score alone, or why there is none. */
export function scoreOf(
  standard: Standard,
  values: readonly Read[],
  reading: StepReading = 'whole',
): Ratio | 'gap' | 'overlap' | 'division-by-zero' | 'full-unknown' {
  return standard.score === null ? 'full-unknown' : scoreOfExpression(standard.score, values, reading);
}

export function scoreOfExpression(
  expression: Expression,
  values: readonly Read[],
  reading: StepReading,
): Ratio | NoScore['code'] {
  try {
    return new Machine(values, reading).run(expression);
  } catch (error) {
    if (error instanceof NoScore) return error.code;
    throw error;
  }
}

/** The score for a bare number, two decimals, half up; null where there is none, and `evaluate` says why. */
export function scoreNumber(standard: Standard, actual: number, steps: StepReading): number | null {
  const read = readBareActual(standard, actual);
  const score = read.ok ? scoreOf(standard, read.value.values, steps) : 'full-unknown';
  return typeof score === 'string' ? null : round(score);
}
