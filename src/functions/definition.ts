import type { Matrix, Scalar } from './value';

export type FunctionName =
  'SCORE' | 'EXPLAIN' | 'FORMULA' | 'CHECK' | 'PARSE' | 'RATE' | 'EXECUTION' | 'TOTAL' | 'GRADE';

export interface Parameter {
  /** As in the function's help: `actual`, `target` … */
  readonly name: string;
  readonly optional?: boolean;
  /** Booleans are `#VALUE!` unless a parameter takes them. */
  readonly booleans?: boolean;
}

interface DefinitionBase {
  readonly name: FunctionName;
  readonly parameters: readonly Parameter[];
  readonly result: 'number' | 'text' | 'row';
}

/** Calculated for each element where ranges are given. Pure and synchronous. */
export interface ElementFunction extends DefinitionBase {
  readonly kind: 'element';
  /** In the order of the parameters; omitted ones are null. A `row` spills to the right. */
  calculate(args: readonly Scalar[]): Scalar | readonly Scalar[];
  /** A row of cells as the first argument, beside single values: what they say together; null: each for itself. */
  calculateRow?(row: readonly Scalar[], args: readonly Scalar[]): Scalar | null;
}

/** Calculated once from its whole range. */
export interface RangeFunction extends DefinitionBase {
  readonly kind: 'range';
  calculate(range: Matrix): Scalar;
}

export type FunctionDefinition = ElementFunction | RangeFunction;
