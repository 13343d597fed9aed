import type { Target } from '../indicator';
import type { Ratio } from './exact';
import type { Expression } from './expression';
import type { Clause, Comparison, Refusal, Span } from './syntax';

/** What is compiled: the sentence, and what stands beside it in the row. */
export interface StandardInput {
  readonly standard: string;
  /** 指标值: a number (percentages in percent points), text with sign and unit (≥95%, 2026年12月31日前), or already read. */
  readonly target?: number | string | Target | null;
  /** 指标值类型: ≥ ≤ = > < or the words for them. */
  readonly operator?: string | null;
  readonly unit?: string | null;
  /** 分值. */
  readonly weight?: number | null;
  /** The indicator's name. */
  readonly name?: string | null;
  /** The table's year, for deadlines without one. */
  readonly year?: number | null;
}

export type InputKind = 'value' | 'count' | 'date' | 'grade' | 'boolean';

/** Something that must be known to score. */
export interface Input {
  readonly name: string;
  readonly kind: InputKind;
  /** `%`, 次, 天 …; null where the sentence states none. */
  readonly unit: string | null;
  /** For a grade: its names, in the order of the sentence. */
  readonly options?: readonly string[];
  /** For a date: the day by which it is done in time. */
  readonly deadline?: number;
  /** Counts that all weigh the same can be given as one total. */
  readonly pooled?: boolean;
  /** For points settled on by a person: what each grade allows. */
  readonly within?: Within;
}

/** 达成 100%-80%（含）…: the grade stands in another input, and each of its options allows a stretch, or is certain. */
export interface Within {
  readonly grade: number;
  /** By option; null where the grade alone decides. */
  readonly ranges: readonly (Stretch | null)[];
}

export interface Stretch {
  readonly low: Bound;
  readonly high: Bound;
}

export interface Bound {
  readonly at: Ratio;
  readonly included: boolean;
}

/** A stretch of an input on which a clause gives a score, for verification. */
export interface Band {
  readonly clause: number;
  readonly input: number;
  readonly low: Edge | null;
  readonly high: Edge | null;
  /** The points, where they are constant. */
  readonly points: Ratio | null;
  readonly full: boolean;
}

export interface Edge {
  readonly at: Ratio;
  readonly included: boolean;
  readonly soft: boolean;
}

/** What verification needs to know beyond the score itself. */
export interface Facts {
  readonly bands: readonly Band[];
  readonly overlaps: readonly {
    readonly input: number;
    readonly low: Ratio;
    readonly high: Ratio;
    readonly clauses: readonly [number, number];
  }[];
  readonly sharedEnds: readonly {
    readonly input: number;
    readonly at: Ratio;
    readonly clauses: readonly [number, number];
  }[];
  /** Numbers by which an actual value is divided. */
  readonly bases: readonly {
    readonly clause: number;
    readonly value: Ratio;
    readonly percent: boolean;
    readonly span: Span;
  }[];
  /** The actual value stands over the target, or over a number in its place. */
  readonly proportions: readonly { readonly clause: number; readonly index: number }[];
  /** Stated full marks: 得满分2分, （5分）. */
  readonly stated: readonly { readonly clause: number; readonly value: Ratio }[];
  /** Thresholds at which a clause gives the full mark. */
  readonly thresholds: readonly {
    readonly clause: number;
    readonly index: number;
    readonly value: Ratio;
    readonly comparison: Comparison;
    readonly span: Span;
  }[];
  readonly steps: readonly {
    readonly clause: number;
    readonly index: number;
    /** Part of a step is possible: time, money, percent. */
    readonly continuous: boolean;
    readonly kind: 'value' | 'date' | 'count';
    readonly points: Ratio;
    readonly size: Ratio;
    readonly relative: boolean;
  }[];
  readonly grades: readonly { readonly clause: number; readonly option: string; readonly points: Ratio }[];
  /** Grades that earn a stretch of points; `unit` is % of the full mark or 分. */
  readonly ranges: readonly {
    readonly clause: number;
    readonly option: string;
    readonly unit: '%' | '分';
    readonly stretch: Stretch;
  }[];
}

/** 评分标准, compiled: a piecewise function of its inputs. */
export interface Standard {
  readonly text: string;
  readonly clauses: readonly Clause[];
  readonly inputs: readonly Input[];
  /** Score before rounding; null where only deductions are stated and no full mark is known. */
  readonly score: Expression | null;
  /** Points taken off, for standards that deduct; null for others. */
  readonly deduction: Expression | null;
  /** The full mark: 分值, else the one stated. */
  readonly fullMark: Ratio | null;
  readonly weight: Ratio | null;
  readonly target: {
    readonly value: Ratio;
    readonly comparison: Comparison;
    readonly stated: boolean;
    readonly unit: string | null;
  } | null;
  readonly facts: Facts;
}

export type Compiled =
  | {
      readonly ok: true;
      readonly standard: Standard;
      readonly inputs: readonly Input[];
      /** In points; null where none is known. */
      readonly fullMark: number | null;
    }
  | { readonly ok: false; readonly refusal: Refusal };
