/** The sign of a target (比较符号), after 不低于, 以内 … have been read. */
export type Operator = '≥' | '≤' | '=' | '>' | '<';

interface TargetBase {
  /** As stated, in signs or in words; null where none is stated. */
  readonly operator: Operator | null;
  /** The multiplier stays in the unit: 14万元 → 14, 万元. Null where none is stated. */
  readonly unit: string | null;
}

/** 指标值 with one number. Percent values are in percent: 95 for 95%. */
export interface Quantity extends TargetBase {
  readonly kind: 'quantity';
  readonly value: number;
}

export interface Interval extends TargetBase {
  readonly kind: 'range';
  readonly operator: null;
  readonly value: null;
  readonly low: number;
  readonly high: number;
  readonly lowIncluded: boolean;
  readonly highIncluded: boolean;
}

/** `value` is `YYYY-MM-DD`, or `--MM-DD` where no year is stated; operator ≤ for 前, 底前, 以内. */
export interface DateTarget extends TargetBase {
  readonly kind: 'date';
  readonly value: string;
}

/** 定性: wording with no number to reach. `value` is the wording, blanks and breaks taken out. */
export interface Qualitative extends TargetBase {
  readonly kind: 'qualitative';
  readonly operator: null;
  readonly unit: null;
  readonly value: string;
}

/** Two or more targets in one cell. */
export interface Multiple extends TargetBase {
  readonly kind: 'multiple';
  readonly operator: null;
  readonly unit: null;
  readonly value: null;
  readonly parts: readonly Target[];
}

/** Not read: never a guess. */
export interface Unknown extends TargetBase {
  readonly kind: 'unknown';
  readonly operator: null;
  readonly unit: null;
  readonly value: null;
}

/** 指标值, read. The shape is that of the command line's `parse`. */
export type Target = Quantity | Interval | DateTarget | Qualitative | Multiple | Unknown;
