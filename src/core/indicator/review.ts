import type { CellRef } from '../sheet';
import type { Field } from './table';

/** 优, 良, 中, 差: the grades of the eight points, and of the whole. */
export const REVIEW_GRADES = ['优', '良', '中', '差'] as const;

export type ReviewGrade = (typeof REVIEW_GRADES)[number];

export interface ReviewDimension {
  readonly name: string;
  readonly points: number;
  readonly items: readonly string[];
}

/** 绩效目标审核表: four dimensions, eight points [财预〔2015〕88号 附件]. */
export const REVIEW_DIMENSIONS: readonly ReviewDimension[] = [
  { name: '完整性', points: 20, items: ['规范完整性', '明确清晰性'] },
  { name: '相关性', points: 30, items: ['目标相关性', '指标科学性'] },
  { name: '适当性', points: 30, items: ['绩效合理性', '资金匹配性'] },
  { name: '可行性', points: 20, items: ['实现可能性', '条件充分性'] },
];

export const REVIEW_ITEMS: readonly string[] = REVIEW_DIMENSIONS.flatMap(({ items }) => items);

/** One of the eight points as it was judged. */
export interface ReviewLine {
  readonly item: Field<string>;
  readonly grade: Field<ReviewGrade> | null;
  readonly remark: Field<string> | null;
}

/** 绩效目标审核表, read. */
export interface TargetReview {
  readonly sheet: string;
  readonly title: Field<string> | null;
  readonly year: Field<number> | null;
  readonly department: Field<string> | null;
  readonly project: Field<string> | null;
  readonly items: readonly ReviewLine[];
  /** 总体评级, as written. */
  readonly overall: Field<ReviewGrade> | null;
  /** 审核意见. */
  readonly opinion: Field<string> | null;
  readonly signoffs: readonly { readonly label: Field<string>; readonly content: Field<string> | null }[];
  /** `YYYY-MM-DD`. */
  readonly date: Field<string> | null;
  /** Cell of the first point, to point at. */
  readonly at: CellRef;
}

/**
 * The grade of the whole: 优 with at least six 优 and neither 中 nor 差, 良 with at least six 良 or better and no 差, 中
 * with at least six 中 or better, else 差. Null until all eight points are judged.
 */
export function overallGrade(grades: readonly (ReviewGrade | null)[]): ReviewGrade | null {
  const count = (...wanted: readonly ReviewGrade[]): number =>
    grades.filter((grade) => grade !== null && wanted.includes(grade)).length;
  if (count(...REVIEW_GRADES) < REVIEW_ITEMS.length) return null;
  if (count('优') >= 6 && count('中', '差') === 0) return '优';
  if (count('优', '良') >= 6 && count('差') === 0) return '良';
  return count('优', '良', '中') >= 6 ? '中' : '差';
}
