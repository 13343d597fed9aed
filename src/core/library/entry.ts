import { parentOf } from '../indicator';
import type { Level1, Level2, Operator, Tree } from '../indicator';
import type { FieldId } from './fields';

/** What is better: more, less, exactly this, a day, or a wording that is met or graded. */
export type Direction = 'higher' | 'lower' | 'equal' | 'yes-no' | 'qualitative' | 'deadline';

/** 指标值 as it is usually set: the clerk puts the department's own in its place. */
export interface UsualTarget {
  /** Null for deadlines and wordings, which take no sign. */
  readonly operator: Operator | null;
  /** A number, percentages in percent points; a deadline with no year (12月31日前); or its words. */
  readonly value: number | string;
  readonly unit: string | null;
}

/** 指标: what can be put into a table as a row, from the library that comes with the add-in or from a person's own. */
export interface LibraryEntry {
  /** `health-03`; entries of a person's own have `own:` and the name. Never changes meaning. */
  readonly id: string;
  /** Null for entries of a person's own that name none. */
  readonly field: FieldId | null;
  /** 三级指标. */
  readonly name: string;
  /** 二级指标 by 财预〔2015〕88号 (and 旧版县区, which has the same level 2) and by 财预〔2021〕101号. */
  readonly level2: { readonly '2015': Level2; readonly '2021': Level2 };
  readonly direction: Direction;
  readonly target: UsualTarget;
  /** 指标解释. */
  readonly explanation: string;
  /** 评分标准 with placeholders for points, target and deadline: see `renderStandard`. */
  readonly standard: string;
  /** 佐证材料. */
  readonly evidence: string;
  /** Words under which people look for it. */
  readonly keywords: readonly string[];
}

/** 二级指标 of an entry in a tree, with the 一级指标 above it. */
export function levelsOf(entry: Pick<LibraryEntry, 'level2'>, tree: Tree): { level1: Level1; level2: Level2 } {
  const level2 = entry.level2[tree === '2021' ? '2021' : '2015'];
  return { level1: parentOf(level2, tree) ?? 'output', level2 };
}

/**
 * Levels 2 of both trees from one of either. The old tree has one kind of cost; the new one has no 可持续影响: it goes
 * to the benefit that is named with it, to 社会效益 where none is.
 */
export function bothLevels(level2: Level2, lasting: Level2 = 'social-benefit'): LibraryEntry['level2'] {
  switch (level2) {
    case 'output-cost':
      return { '2015': level2, '2021': 'economic-cost' };
    case 'economic-cost':
    case 'social-cost':
    case 'ecological-cost':
      return { '2015': 'output-cost', '2021': level2 };
    case 'sustainable-impact':
      return { '2015': level2, '2021': lasting };
    default:
      return { '2015': level2, '2021': level2 };
  }
}

/** Words that are either so or not so. */
const DEFINITE = /^(?:[是否有无]|已\p{L}+|健全|完成|合格|通过|达标)$/u;

export function directionOf({ operator, value }: UsualTarget): Direction {
  if (typeof value === 'number') {
    if (operator === '≤' || operator === '<') return 'lower';
    return operator === '=' ? 'equal' : 'higher';
  }
  if (/\d[日月]/u.test(value)) return 'deadline';
  return DEFINITE.test(value) ? 'yes-no' : 'qualitative';
}
