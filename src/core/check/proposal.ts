import { REVIEW_ITEMS, type ReviewGrade } from '../indicator';
import type { Finding } from '../rules/finding';

/** What is proposed for one of the eight points of 绩效目标审核表: the reviewer decides. */
export interface Proposal {
  /** 规范完整性, 明确清晰性 … */
  readonly item: string;
  /** Null where no rule can tell: the reviewer looks for himself. */
  readonly grade: ReviewGrade | null;
  /** Findings that speak against it, gravest first; folded and kept ones left out. */
  readonly grounds: readonly Finding[];
}

const POINT = {
  whole: '规范完整性',
  clear: '明确清晰性',
  fitting: '目标相关性',
  sound: '指标科学性',
  reasonable: '绩效合理性',
  funded: '资金匹配性',
  feasible: '实现可能性',
  prepared: '条件充分性',
} as const;

/** Rules that speak of another point of their dimension than its first, or of another dimension in this form. */
const POINTS: Readonly<Record<string, string>> = {
  PT106: POINT.clear,
  PT107: POINT.clear,
  PT202: POINT.clear,
  PT205: POINT.clear,
  PT210: POINT.clear,
  PT211: POINT.clear,
  PT214: POINT.clear,
  PT215: POINT.clear,
  PT218: POINT.clear,
  PT301: POINT.sound,
  PT302: POINT.sound,
  PT406: POINT.sound,
  PT407: POINT.sound,
  PT409: POINT.sound,
  PT501: POINT.funded,
  PT502: POINT.funded,
  PT505: POINT.funded,
  PT506: POINT.funded,
};

const FIRST: Readonly<Record<Finding['dimension'], string>> = {
  completeness: POINT.whole,
  relevance: POINT.fitting,
  appropriateness: POINT.reasonable,
  feasibility: POINT.feasible,
};

/** Points of which no rule says anything: manpower, rules, premises stand in no table. */
const UNKNOWN: ReadonlySet<string> = new Set([POINT.prepared]);

const RANK = { error: 0, warning: 1, info: 2 } as const;

function gradeOf(grounds: readonly Finding[]): ReviewGrade {
  const errors = grounds.filter(({ severity }) => severity === 'error').length;
  const warnings = grounds.filter(({ severity }) => severity === 'warning').length;
  if (errors === 0 && warnings === 0) return '优';
  if (errors === 0 && warnings <= 2) return '良';
  return errors <= 2 ? '中' : '差';
}

/**
 * Grades for the eight points out of the findings of a target table: 优 without an error or warning, 良 with one or two
 * warnings, 中 with one or two errors (or more warnings), 差 with more errors. Advice alone lowers nothing.
 */
export function proposeReview(findings: readonly Finding[]): readonly Proposal[] {
  const counted = findings.filter(({ causedBy, suppressed }) => causedBy === undefined && suppressed === undefined);
  return REVIEW_ITEMS.map((item) => {
    const grounds = counted
      .filter(({ code, dimension }) => (POINTS[code] ?? FIRST[dimension]) === item)
      .sort((a, b) => RANK[a.severity] - RANK[b.severity]);
    return { item, grade: UNKNOWN.has(item) && grounds.length === 0 ? null : gradeOf(grounds), grounds };
  });
}
