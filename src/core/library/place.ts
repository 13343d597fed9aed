import { isSatisfaction, level1Of, level2Of, LEVELS, officialLevel1, officialLevel2 } from '../indicator';
import type { Indicator, IndicatorTable, Level1, Level2, Tree } from '../indicator';
import { levelsOf } from './entry';
import type { LibraryEntry } from './entry';

/** Where a row goes in a table, and what its level cells say. */
export interface Place {
  readonly tree: Tree;
  /** The sheet row (from 0) after which it goes: an indicator, or the header where it becomes the first. */
  readonly after: number;
  /** As the table writes it where it has that level, else the official name. */
  readonly level1: string;
  readonly level2: string;
  /** Beside rows of the same level: merged level cells grow over it. */
  readonly joinsLevel1: boolean;
  readonly joinsLevel2: boolean;
}

/** The tree by which rows are added: the table's own; where nothing tells, that of 101号. */
export function treeFor(table: Pick<IndicatorTable, 'tree'>): Tree {
  return table.tree ?? '2021';
}

function level1In({ level1, level2 }: Indicator, tree: Tree): Level1 | null {
  if (level1) return level1Of(level1.value);
  return level2 && isSatisfaction(level2.value) && tree !== 'county' ? 'satisfaction' : null;
}

function level2In({ level2 }: Indicator): Level2 | null {
  if (!level2) return null;
  return level2Of(level2.value) ?? (isSatisfaction(level2.value) ? 'service-satisfaction' : null);
}

/**
 * The row after which an entry goes: behind the rows of its level 2; else within its level 1 in the order of the form;
 * else behind the level 1 that comes before it in the form.
 */
export function placeFor(table: IndicatorTable, entry: Pick<LibraryEntry, 'level2'>): Place {
  const tree = treeFor(table);
  const { level1, level2 } = levelsOf(entry, tree);
  const rows = table.indicators;
  const own = rows.filter((row) => level1In(row, tree) === level1);
  const alike = own.filter((row) => level2In(row) === level2);
  const place = (after: number): Place => ({
    tree,
    after,
    level1: own.find((row) => row.level1)?.level1?.value ?? officialLevel1(level1),
    level2: alike[0]?.level2?.value ?? officialLevel2(level2),
    joinsLevel1: own.length > 0,
    joinsLevel2: alike.length > 0,
  });
  const lastOf = (some: readonly Indicator[]): number => Math.max(...some.map(({ row }) => row));
  if (alike.length > 0) return place(lastOf(alike));

  if (own.length > 0) {
    const order = LEVELS[tree][level1] ?? [];
    const before = own.filter((row) => {
      const found = level2In(row);
      return found !== null && order.indexOf(found) >= 0 && order.indexOf(found) < order.indexOf(level2);
    });
    return place(before.length > 0 ? lastOf(before) : Math.min(...own.map(({ row }) => row)) - 1);
  }

  const levels = Object.keys(LEVELS[tree]) as Level1[];
  for (const earlier of levels.slice(0, levels.indexOf(level1)).reverse()) {
    const group = rows.filter((row) => level1In(row, tree) === earlier);
    if (group.length > 0) return place(lastOf(group));
  }
  return place(
    rows.length > 0 ? Math.min(...rows.map(({ row }) => row)) - 1 : Math.max(...table.headerRows, table.range.top),
  );
}
