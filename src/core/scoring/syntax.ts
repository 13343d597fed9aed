import type { Ratio } from './exact';

/** Offsets into the text as given: [start, end). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A number with what it is counted in; percentages are in percent points with unit `%`. */
export interface Measure {
  readonly value: Ratio;
  readonly unit: string | null;
}

export type Comparison = '≥' | '≤' | '>' | '<' | '=';

/** What a number is compared with: itself, the target, a share of the target, or a value that the sentence only names. */
export type Reference =
  | { readonly kind: 'number'; readonly measure: Measure }
  | { readonly kind: 'target'; readonly share: Ratio | null; readonly words: string }
  | { readonly kind: 'named'; readonly words: string; readonly share: Ratio | null };

/** `soft`: 以上, 以下, 以内 and the ends of 80–90, which leave the boundary to a neighbour that claims it. */
export interface Limit {
  readonly comparison: Comparison;
  readonly reference: Reference;
  readonly soft: boolean;
  /** 超支10%以内, 低于目标值20%以内, ±5%: by how much of the target it is missed. */
  readonly by?: 'over' | 'under' | 'off';
}

/** 年, 月, 日 as far as they are stated; `end` for 底. */
export interface DatePoint {
  readonly year: number | null;
  readonly month: number;
  /** Null: the end of the month. */
  readonly day: number | null;
}

export type Condition =
  | {
      readonly kind: 'limits';
      readonly subject: string;
      readonly limits: readonly Limit[];
      readonly words: string;
      /** Of how many things there are, not of a value: what should not have happened, or what is met. */
      readonly counted?: 'happened' | 'met';
    }
  /** 1处不符合要求, 缺2个科室: so many occurrences. */
  | {
      readonly kind: 'count';
      readonly words: string;
      readonly text: string;
      readonly measure: Measure;
      readonly ordered: boolean;
    }
  /** 达到目标值 and its opposite. */
  | {
      readonly kind: 'reached';
      readonly reached: boolean;
      /** 部分完成: some, but not all. */
      readonly partly?: boolean;
      /** 超额完成: more than what was asked. */
      readonly beyond?: boolean;
      readonly subject: string;
      readonly words: string;
      readonly firm: boolean;
    }
  | { readonly kind: 'deadline'; readonly met: boolean; readonly date: DatePoint | null; readonly words: string }
  /** Places in a ranking; `to` is null for 第7名及以后. */
  | { readonly kind: 'rank'; readonly from: Ratio; readonly to: Ratio | null }
  | { readonly kind: 'elements'; readonly marks: readonly string[]; readonly present: boolean }
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'else' }
  | { readonly kind: 'and' | 'or'; readonly items: readonly Condition[] };

/** An end of a stretch of points; `soft` where the sentence does not say whether it belongs to it. */
export interface AmountEnd {
  readonly at: Ratio;
  readonly included: boolean;
  readonly soft: boolean;
}

/** 100%-80%（含）, 8-10分: what a grade may earn, for a person to settle on. */
export interface AmountRange {
  readonly kind: 'range';
  readonly low: AmountEnd;
  /** Null where only 80%以上 is said: the full mark. */
  readonly high: AmountEnd | null;
  /** In percent of the full mark or in points. */
  readonly unit: '%' | '分';
  /** Said without a verb (达成：100%-80%): taken for points only in a ladder that begins at the full mark. */
  readonly bare: boolean;
}

/** Points, a share of the full mark, the full mark itself, or a stretch of them. */
export type Amount =
  | AmountRange
  | { readonly kind: 'points'; readonly value: Ratio }
  | { readonly kind: 'share'; readonly value: Ratio }
  | { readonly kind: 'full'; readonly stated: Ratio | null };

/** `off`: 每偏差1人, on either side. */
export type Direction = 'short' | 'over' | 'off' | 'event';

/** 每降低1个百分点 …: what a step is counted in. */
export interface StepBasis {
  readonly direction: Direction;
  readonly size: Measure;
  readonly words: string;
  /** 每低于目标值1%, 每超平均年龄1岁. */
  readonly reference: Reference | null;
  /** 每超过1% of an amount, said with 目标值的 or 预算的: relative whatever the unit. */
  readonly relative: boolean;
}

export type CapKind =
  /** 扣完为止: the deduction stops at nothing. */
  | 'exhaust'
  /** 最多扣N分, 单项扣至N分为止. */
  | 'deduction'
  /** 加分不超过N分. */
  | 'bonus'
  /** 最高得N分. */
  | 'highest'
  /** 完成率超过100%的按100%计: the highest too, where a whole rate earns the full mark. */
  | 'rate'
  /** 最低得N分. */
  | 'lowest'
  /** 按最高级别计分: one of several, that which earns the most. */
  | 'best'
  /** 情节严重的加倍扣分: as much again. */
  | 'double';

export type Effect =
  | { readonly kind: 'award'; readonly amounts: readonly Amount[]; readonly each: boolean }
  | { readonly kind: 'zero' }
  | { readonly kind: 'deduct' | 'bonus'; readonly amounts: readonly Amount[] }
  | { readonly kind: 'keep' }
  | {
      readonly kind: 'step';
      readonly verb: 'deduct' | 'bonus' | 'award';
      readonly basis: StepBasis;
      readonly amounts: readonly Amount[];
    }
  | { readonly kind: 'formula'; readonly formula: Formula; readonly deduct: boolean }
  /** 按比例得分 and 按比例扣分; `of` names the proportion. */
  | { readonly kind: 'proportion'; readonly deduct: boolean; readonly of: string }
  /** 其余线性插值. */
  | { readonly kind: 'interpolate' }
  | { readonly kind: 'cap'; readonly cap: CapKind; readonly amount: Amount | null; readonly single: boolean }
  /** （5分）, 满分5分, 基础分10分: what the whole, or this sub-standard, is worth. */
  | { readonly kind: 'pool'; readonly amount: Ratio; readonly basis: boolean }
  /** 查资料和现场: how it is looked into; no bearing on the score. */
  | { readonly kind: 'note' }
  /** ①项目有绩效目标: names an element that later clauses refer to. */
  | { readonly kind: 'element'; readonly mark: string; readonly words: string };

/** 得分=（实际完成率-60%）/（1-60%）×指标分值, as written. Percentages are fractions here: 60% is 0.6. */
export type Formula =
  | { readonly kind: 'number'; readonly value: Ratio; readonly percent: boolean; readonly span: Span }
  | { readonly kind: 'name'; readonly role: 'actual' | 'target' | 'weight' | 'rate' | 'other'; readonly words: string }
  | {
      readonly kind: 'binary';
      readonly operator: '+' | '-' | '*' | '/';
      readonly left: Formula;
      readonly right: Formula;
    };

/** One clause of the sentence, as read. */
export interface Clause {
  readonly condition: Condition | null;
  readonly effect: Effect;
  readonly span: Span;
  /** Which ①, 1. or （1） it stands under. */
  readonly section: string | null;
  /** Number of the sentence (ended by ； 。 or a break) it stands in. */
  readonly sentence: number;
}

export type RefusalCode =
  | 'empty'
  | 'discretion'
  | 'no-points'
  | 'range'
  | 'not-understood'
  | 'target-missing'
  | 'weight-missing'
  | 'year-missing'
  | 'proportion-direction'
  | 'sum-or-choice'
  | 'unit-clash'
  | 'elsewhere'
  | 'unsupported';

/** Why a text gives no score: the words that stand in the way, for people. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly words: string;
  readonly span: Span | null;
  readonly data: Readonly<Record<string, string | number>>;
}

/** Thrown inside the compiler only; `compile` turns it into a value. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

export function refuse(
  code: RefusalCode,
  words = '',
  span: Span | null = null,
  data: Readonly<Record<string, string | number>> = {},
): never {
  throw new Refused({ code, words, span, data });
}
