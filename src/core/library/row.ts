import { officialLevel1, officialLevel2 } from '../indicator';
import type { TargetType, Tree } from '../indicator';
import { levelsOf } from './entry';
import type { LibraryEntry, UsualTarget } from './entry';
import { deadlineOf, renderStandard } from './standard';

/** A row to be written into a form; the form decides which of it has a column, and how sign and unit stand. */
export interface IndicatorRow {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  /** ≤ for a deadline, 定性 for wordings. */
  readonly operator: TargetType;
  readonly target: number | string;
  readonly unit: string | null;
  readonly explanation: string;
  readonly standard: string;
  readonly weight: number;
  readonly evidence: string;
}

export interface RowOptions {
  readonly tree: Tree;
  /** The table's year: deadlines fall in it. */
  readonly year: number;
  /** 分值. */
  readonly weight: number;
  /** The department's own target in place of the usual one. */
  readonly target?: number | string;
}

/** The row that an entry becomes in a table, its standard filled in with points, target and deadline. */
export function rowOf(entry: LibraryEntry, { tree, year, weight, target }: RowOptions): IndicatorRow {
  const { level1, level2 } = levelsOf(entry, tree);
  const usual: UsualTarget = target === undefined ? entry.target : { ...entry.target, value: target };
  return {
    level1: officialLevel1(level1),
    level2: officialLevel2(level2),
    name: entry.name,
    operator: usual.operator ?? (entry.direction === 'deadline' ? '≤' : '定性'),
    target: entry.direction === 'deadline' ? deadlineOf(usual.value, year) : usual.value,
    unit: usual.unit,
    explanation: entry.explanation,
    standard: renderStandard(entry.standard, { points: weight, target: usual, year }),
    weight,
    evidence: entry.evidence,
  };
}
