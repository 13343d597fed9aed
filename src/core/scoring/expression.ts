import { isOne, isZero, ratio, ZERO, type Ratio } from './exact';
import type { Comparison } from './syntax';

/**
 * What a standard means, as a tree that is evaluated, verified, drawn and translated into a native formula alike:
 * there is one meaning, so they can't disagree.
 */
export type Expression =
  | { readonly kind: 'number'; readonly value: Ratio }
  /** A numeric input: value, count, or date as a day number. */
  | { readonly kind: 'input'; readonly index: number }
  | { readonly kind: 'target'; readonly value: Ratio }
  | { readonly kind: 'weight'; readonly value: Ratio }
  | {
      readonly kind: 'add' | 'subtract' | 'multiply' | 'divide' | 'min' | 'max';
      readonly left: Expression;
      readonly right: Expression;
    }
  /** How many steps of `size` there are in `amount`: whole, in proportion or begun, by the reading taken. */
  | { readonly kind: 'steps'; readonly amount: Expression; readonly size: Ratio }
  /** Months from a day to the input's day: whole months, and the part of the next one. Not negative. */
  | { readonly kind: 'months'; readonly index: number; readonly from: number }
  | { readonly kind: 'if'; readonly test: Test; readonly yes: Expression; readonly no: Expression }
  /** No score is defined here. */
  | { readonly kind: 'undefined'; readonly why: 'gap' | 'overlap' }
  /** Says how the score came about; transparent otherwise. */
  | {
      readonly kind: 'note';
      readonly id: string;
      readonly clause: number;
      readonly data: NoteData;
      readonly body: Expression;
    };

export type NoteData = Readonly<Record<string, Expression | string>>;

export type Test =
  | { readonly kind: 'compare'; readonly comparison: Comparison; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'flag'; readonly index: number }
  | { readonly kind: 'grade'; readonly index: number; readonly option: number }
  /** A number was given at all: not every grade asks for one. */
  | { readonly kind: 'given'; readonly index: number }
  | { readonly kind: 'and' | 'or'; readonly items: readonly Test[] }
  | { readonly kind: 'not'; readonly item: Test };

export const NOTHING: Expression = { kind: 'number', value: ZERO };

export function constant(value: Ratio | number): Expression {
  return { kind: 'number', value: typeof value === 'number' ? ratio(value) : value };
}

type Operation = 'add' | 'subtract' | 'multiply' | 'divide' | 'min' | 'max';

export function operate(kind: Operation, left: Expression, right: Expression): Expression {
  return { kind, left, right };
}

export function isNothing(expression: Expression): boolean {
  return expression.kind === 'number' && isZero(expression.value);
}

export function plus(left: Expression, right: Expression): Expression {
  return isNothing(left) ? right : isNothing(right) ? left : operate('add', left, right);
}

export function minus(left: Expression, right: Expression): Expression {
  return isNothing(right) ? left : operate('subtract', left, right);
}

export function times(left: Expression, right: Expression): Expression {
  const one = (side: Expression): boolean => side.kind === 'number' && isOne(side.value);
  return one(left) ? right : one(right) ? left : operate('multiply', left, right);
}

export function choose(test: Test, yes: Expression, no: Expression): Expression {
  return { kind: 'if', test, yes, no };
}

export function note(id: string, clause: number, data: NoteData, body: Expression): Expression {
  return { kind: 'note', id, clause, data, body };
}

/** Inputs that an expression reads. */
export function inputsOf(expression: Expression, found: Set<number> = new Set()): Set<number> {
  switch (expression.kind) {
    case 'input':
    case 'months':
      found.add(expression.index);
      break;
    case 'steps':
      inputsOf(expression.amount, found);
      break;
    case 'note':
      inputsOf(expression.body, found);
      break;
    case 'if':
      inputsOfTest(expression.test, found);
      inputsOf(expression.yes, found);
      inputsOf(expression.no, found);
      break;
    case 'number':
    case 'target':
    case 'weight':
    case 'undefined':
      break;
    default:
      inputsOf(expression.left, found);
      inputsOf(expression.right, found);
  }
  return found;
}

export function inputsOfTest(test: Test, found: Set<number>): void {
  switch (test.kind) {
    case 'compare':
      inputsOf(test.left, found);
      inputsOf(test.right, found);
      break;
    case 'flag':
    case 'grade':
    case 'given':
      found.add(test.index);
      break;
    case 'not':
      inputsOfTest(test.item, found);
      break;
    default:
      for (const item of test.items) inputsOfTest(item, found);
  }
}
