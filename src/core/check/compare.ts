import { INDICATOR_FIELDS, type Field, type Indicator, type IndicatorField, type IndicatorTable } from '../indicator';
import type { Finding } from '../rules/finding';
import { matchName } from '../rules/matching';
import { squash } from '../text';
import { changedHeads, type HeadChange } from './compare-heads';
import { placeName } from './place';

/** A version of a table with what was found in it. */
export interface Version {
  readonly table: IndicatorTable;
  readonly findings: readonly Finding[];
}

/** A table of a check's outcome with the findings that are about it. */
export function versionOf(table: IndicatorTable, findings: readonly Finding[]): Version {
  const { sheet, range } = table;
  return {
    table,
    findings: findings.filter(
      ({ address }) => address.sheet === sheet && address.row >= range.top && address.row <= range.bottom,
    ),
  };
}

export interface RowChange {
  readonly before: Indicator;
  readonly after: Indicator;
  /** Fields whose words differ, blanks and breaks apart; was and is as displayed. */
  readonly fields: readonly { readonly field: IndicatorField; readonly was: string; readonly is: string }[];
}

/** What happened between two versions of a table: sent back and returned. */
export interface Comparison {
  /** Above and below the rows: budget, goal, total … */
  readonly heads: readonly HeadChange[];
  readonly added: readonly Indicator[];
  readonly removed: readonly Indicator[];
  readonly changed: readonly RowChange[];
  readonly unchanged: number;
  /** Findings of the first version that the second no longer has; folded ones left out. */
  readonly mended: readonly Finding[];
  readonly remaining: readonly Finding[];
  readonly fresh: readonly Finding[];
}

const plain = (field: Field<unknown> | null): string => squash(field?.raw ?? '');

/** Two rows that stand for one: by name; else by level 2 and place among the rows left over. */
function pair(before: IndicatorTable, after: IndicatorTable): ReadonlyMap<Indicator, Indicator> {
  const pairs = new Map<Indicator, Indicator>();
  const taken = new Set<Indicator>();
  const take = (one: Indicator, other: Indicator | undefined): void => {
    if (!other) return;
    pairs.set(one, other);
    taken.add(other);
  };
  for (const same of [
    (a: Indicator, b: Indicator) => matchName(a) === matchName(b) && plain(a.level2) === plain(b.level2),
    (a: Indicator, b: Indicator) => matchName(a) === matchName(b),
    // Renamed in place: the same level, target and points.
    (a: Indicator, b: Indicator) =>
      plain(a.target) !== '' &&
      plain(a.level2) === plain(b.level2) &&
      plain(a.target) === plain(b.target) &&
      plain(a.weight) === plain(b.weight),
  ]) {
    for (const one of before.indicators) {
      if (pairs.has(one)) continue;
      take(
        one,
        after.indicators.find((other) => !taken.has(other) && same(one, other)),
      );
    }
  }
  return pairs;
}

/** The findings' keys as they would be in the later version: a row that was renamed is still the same row. */
function laterKeys({ table, findings }: Version, after: IndicatorTable, pairs: ReadonlyMap<Indicator, Indicator>) {
  const rows = new Map(table.indicators.map((indicator) => [indicator.row, indicator]));
  return (finding: Finding): string => {
    const row = finding.row === null ? undefined : rows.get(finding.row);
    const renamed = row && pairs.get(row);
    if (!row || !renamed || !findings.includes(finding)) return finding.key;
    const [was, is] = [placeName(table, row), placeName(after, renamed)];
    return was === is ? finding.key : finding.key.replace(`|${was}|`, () => `|${is}|`);
  };
}

/** Compares two versions of a table. Pure; the order of rows and their places do not count. */
export function compareVersions(before: Version, after: Version): Comparison {
  const pairs = pair(before.table, after.table);
  const kept = new Set(pairs.values());
  const changed: RowChange[] = [];
  for (const [was, is] of pairs) {
    const fields = INDICATOR_FIELDS.flatMap((field) => {
      const [a, b] = [was[field] as Field<unknown> | null, is[field] as Field<unknown> | null];
      return plain(a) === plain(b) ? [] : [{ field, was: a?.raw.trim() ?? '', is: b?.raw.trim() ?? '' }];
    });
    if (fields.length > 0) changed.push({ before: was, after: is, fields });
  }
  const own = ({ findings }: Version): readonly Finding[] => findings.filter(({ causedBy }) => causedBy === undefined);
  const [then, now] = [own(before), own(after)];
  const keyOf = laterKeys(before, after.table, pairs);
  const [thenKeys, nowKeys] = [new Set(then.map(keyOf)), new Set(now.map(({ key }) => key))];
  return {
    heads: changedHeads(before.table, after.table),
    added: after.table.indicators.filter((row) => !kept.has(row)),
    removed: before.table.indicators.filter((row) => !pairs.has(row)),
    changed,
    unchanged: pairs.size - changed.length,
    mended: then.filter((finding) => !nowKeys.has(keyOf(finding))),
    remaining: now.filter(({ key }) => thenKeys.has(key)),
    fresh: now.filter(({ key }) => !thenKeys.has(key)),
  };
}
