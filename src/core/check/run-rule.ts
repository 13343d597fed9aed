import { INDICATOR_FIELDS, type Indicator, type IndicatorTable } from '../indicator';
import type { Report, RowRule, RuleContext, RuleField, TableRule } from '../rules/rule';
import type { Changes } from './changes';
import type { Said, SaidRows } from './memory';
import { movedReport, NO_MOVE } from './moves';

/** What the rule said of the same table before, and what changed since. */
export interface Before {
  readonly said: SaidRows;
  readonly changes: Changes;
  /** Another table or list is not what it was. */
  readonly othersChanged: boolean;
}

/** Rows that a row rule looks at before the generator yields: under 10 ms even where each row's standard is compiled. */
const SLICE = 20;
/** Rows with something said that are taken over before it yields. */
const KEPT_SLICE = 2_000;

const OF_ROW: ReadonlySet<RuleField> = new Set<RuleField>([...INDICATOR_FIELDS, 'cells']);

/** Runs a rule on as much of a table as a change touched; what it said of the rest is taken over. */
export function* runOnTable(
  rule: RowRule | TableRule,
  table: IndicatorTable,
  context: RuleContext,
  last: Before | undefined,
): Generator<undefined, SaidRows> {
  const before = last && (yield* movedAlong(rule, last, table));
  const isTouched = (field: RuleField): boolean =>
    !before || (field === 'tables' ? before.othersChanged : before.changes.touched.has(field));
  if (rule.scope === 'table') {
    if (before && !rule.fields.some(isTouched)) return before.said.map((one) => moved(one, table));
    const said: { report: Report; at: number }[] = [];
    for (const report of rule.check(table, context)) {
      if (report) said.push({ report, at: report.indicator ? placeIn(table, report.indicator) : -1 });
      else yield;
    }
    return said.length === 0 ? [] : [{ asked: 0, said }];
  }
  const across = rule.fields.includes('rows');
  const all = !before || rule.fields.some((field) => (across || !OF_ROW.has(field)) && isTouched(field));
  const old = all ? [] : before.said;
  const count = all ? table.indicators.length : across ? 0 : before.changes.rows.length;
  const found: SaidRows[number][] = [];
  let next = 0;
  let work = 0;
  for (let step = 0; step < count; step++) {
    work += 1 / SLICE;
    const asked = all ? step : (before.changes.rows[step] as number);
    for (let one = old[next]; one && one.asked <= asked; one = old[++next]) {
      if (one.asked === asked) continue;
      found.push(moved(one, table));
      work += 1 / KEPT_SLICE;
    }
    if (work > 1) {
      work = 0;
      yield;
    }
    const indicator = table.indicators[asked] as Indicator;
    const said = Array.from(rule.check(indicator, table, context), (report) => ofRow(report, indicator, asked, table));
    if (said.length > 0) found.push({ asked, said });
  }
  for (; next < old.length; next++) {
    found.push(moved(old[next] as SaidRows[number], table));
    if (next % KEPT_SLICE === KEPT_SLICE - 1) yield;
  }
  return found;
}

/**
 * What was said before, of the rows where they are now. Undefined where that can't be told: where rows came or went, what
 * a rule says of a whole table is another matter.
 */
function* movedAlong(
  rule: RowRule | TableRule,
  before: Before,
  table: IndicatorTable,
): Generator<undefined, Before | undefined> {
  const { move, places } = before.changes;
  if (move === NO_MOVE && !places) return before;
  if ((move !== NO_MOVE && rule.places) || (places && rule.scope === 'table')) return undefined;
  const placeOf = (at: number): number => (places && at >= 0 ? (places[at] as number) : at);
  const found: SaidRows[number][] = [];
  for (const [index, one] of before.said.entries()) {
    if (index % KEPT_SLICE === KEPT_SLICE - 1) yield;
    const asked = rule.scope === 'table' ? one.asked : placeOf(one.asked);
    if (asked < 0) continue;
    const said: { report: Report; at: number }[] = [];
    for (const { report, at } of one.said) {
      const now = movedReport(report, move, table.indicators[placeOf(at)]);
      if (!now) return undefined;
      said.push({ report: now, at: placeOf(at) });
    }
    found.push({ asked, said });
  }
  return { ...before, said: found };
}

/** Rows that are not the same objects any more are the same rows still. */
function moved(one: SaidRows[number], table: IndicatorTable): SaidRows[number] {
  const isSame = ({ report, at }: Said[number]): boolean => {
    const indicator = table.indicators[at];
    return indicator === undefined || indicator === report.indicator;
  };
  if (one.said.every(isSame)) return one;
  const said = one.said.map((each) => {
    const indicator = table.indicators[each.at];
    return indicator === undefined || isSame(each) ? each : { ...each, report: { ...each.report, indicator } };
  });
  return { asked: one.asked, said };
}

const places = new WeakMap<IndicatorTable, Map<Indicator, number>>();

/** -1 for a row of another table. */
function placeIn(table: IndicatorTable, indicator: Indicator): number {
  let known = places.get(table);
  if (!known) places.set(table, (known = new Map(table.indicators.map((one, at) => [one, at]))));
  return known.get(indicator) ?? -1;
}

function ofRow(report: Report, indicator: Indicator, at: number, table: IndicatorTable): Said[number] {
  if (!report.indicator) return { report: { ...report, indicator }, at };
  return { report, at: report.indicator === indicator ? at : placeIn(table, report.indicator) };
}
