import type { Indicator, IndicatorTable, Quantity, Target } from '../../indicator';
import { parseTarget } from '../../text';
import { adjustmentsFor, byName, matchName, sameOwner } from '../matching';
import { cellOf, defineRule } from '../rule';
import type { Report } from '../rule';
import { absolute, kindOfUnit, levelOf, nameOf, sameUnit } from '../targets';

/** What two readings have to share to be one target: signs that were left out on one side do not count. */
function sameTarget(a: Target, b: Target): boolean {
  // What can't be read can't be said to have changed.
  if (a.kind === 'unknown' || b.kind === 'unknown') return true;
  if (a.kind !== b.kind) return false;
  if (a.kind === 'quantity' && b.kind === 'quantity') {
    const signs = a.operator === null || b.operator === null || a.operator === b.operator;
    return signs && sameAmount(a, b);
  }
  if (a.kind === 'range' && b.kind === 'range') return a.low === b.low && a.high === b.high;
  if (a.kind === 'date' && b.kind === 'date') return a.value.slice(-5) === b.value.slice(-5);
  if (a.kind === 'qualitative' && b.kind === 'qualitative') {
    const plain = (text: string) => text.replace(/[\p{P}\s]+/gu, '');
    return plain(a.value) === plain(b.value);
  }
  return true;
}

/** 144.42万元 and 1444200元 are one amount; 12座 and 12个 are one number, whatever it is counted by. */
function sameAmount(a: Quantity, b: Quantity): boolean {
  if (a.unit === null || b.unit === null) return a.value === b.value;
  if (sameUnit(a.unit, b.unit)) return absolute(a.value, a.unit) === absolute(b.value, b.unit);
  return a.value === b.value && kindOfUnit(a.unit) === null && kindOfUnit(b.unit) === null;
}

/** The table that was approved: the target table of the same year and owner. Null where there are several. */
function approved(table: IndicatorTable, tables: readonly IndicatorTable[]): IndicatorTable | null {
  const found = tables.filter(
    (other) =>
      other !== table &&
      other.kind === 'target' &&
      sameOwner(other, table) &&
      (other.year === null || table.year === null || other.year.value === table.year.value),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

const wordsOf = ({ operator, target, unit, reading }: Indicator): string => {
  const sign = operator && !/[定性量]/u.test(operator.value) ? operator.value : (reading.operator ?? '');
  const value = target ? String(target.value) : '';
  return `${sign}${value}${typeof target?.value === 'number' ? (unit?.value ?? reading.unit ?? '') : ''}`;
};

export const rule = defineRule({
  code: 'PT607',
  name: 'target-changed',
  scope: 'table',
  severity: 'error',
  dimension: 'appropriateness',
  fields: ['name', 'level2', 'target', 'operator', 'unit', 'weight', 'department', 'year', 'tables'],
  *check(table, { tables, lists }): Iterable<Report> {
    if (table.kind !== 'self-evaluation' && table.kind !== 'monitoring') return;
    const source = approved(table, tables);
    if (!source) return;
    const [before, now] = [byName(source), byName(table)];
    const kept = [...now.keys()].filter((name) => before.has(name));
    // Two tables that share next to nothing are not of one thing.
    if (kept.length * 2 < Math.min(before.size, now.size)) return;

    // 绩效目标调整申请表: what was asked for there is no change behind anybody's back.
    const asked = adjustmentsFor(table, lists);
    const arranged = (name: string, is: Indicator): boolean => {
      const adjustment = asked.get(name);
      if (!adjustment || adjustment.kind === 'dropped' || adjustment.kind === 'added') return false;
      const after = parseTarget(adjustment.after, { unit: is.unit?.value ?? is.reading.unit });
      return adjustment.after === '' || sameTarget(after, is.reading);
    };

    for (const name of kept) {
      const [was, is] = [before.get(name) as Indicator, now.get(name) as Indicator];
      if (was.target && is.target && !sameTarget(was.reading, is.reading) && !arranged(name, is)) {
        yield {
          message: 'value',
          cell: is.target.cell,
          field: 'target',
          indicator: is,
          data: { name: nameOf(is), was: wordsOf(was), is: wordsOf(is), sheet: source.sheet },
        };
      }
      if (was.weight && is.weight && was.weight.value !== is.weight.value) {
        yield {
          message: 'weight',
          cell: is.weight.cell,
          field: 'weight',
          indicator: is,
          data: { name: nameOf(is), was: was.weight.value, is: is.weight.value, sheet: source.sheet },
        };
      }
    }

    const names = (of: IndicatorTable) => new Set(of.indicators.map(matchName));
    const [known, present] = [names(source), names(table)];
    const isAsked = (name: string, kind: 'added' | 'dropped'): boolean => asked.get(name)?.kind === kind;
    const added = [...now].filter(([name]) => !known.has(name) && !isAsked(name, 'added')).map(([, row]) => row);
    const dropped = [...before]
      .filter(([name]) => !present.has(name) && !isAsked(name, 'dropped'))
      .map(([, row]) => row);
    const gone = new Set(dropped);
    for (const row of added) {
      const old = [...gone].find((other) => levelOf(other) === levelOf(row) && sameTarget(other.reading, row.reading));
      if (old) gone.delete(old);
      yield {
        message: old ? 'renamed' : 'added',
        cell: cellOf(row, 'name'),
        field: 'name',
        indicator: row,
        data: { name: nameOf(row), was: old ? nameOf(old) : '', sheet: source.sheet },
      };
    }
    const [first] = table.indicators;
    if (gone.size > 0 && first) {
      yield {
        message: 'dropped',
        cell: cellOf(first, 'name'),
        field: 'dropped',
        data: { names: [...gone].map(nameOf), count: gone.size, sheet: source.sheet },
      };
    }
  },
});
