import { INDICATOR_FIELDS, type Indicator, type IndicatorTable } from '../indicator';
import type { Report, RowRule, RuleContext, RuleField, TableRule } from '../rules/rule';
import type { Changes } from './changes';
import type { Said } from './memory';

/** What the rule said of the same table before, and what changed since. */
export interface Before {
  readonly said: readonly Said[];
  readonly changes: Changes;
  /** Another table or list is not what it was. */
  readonly othersChanged: boolean;
}

/** Rows that a row rule looks at before the generator yields: under 10 ms even where each row's standard is compiled. */
const SLICE = 20;
/** Kept rows that are taken over before it yields. */
const KEPT_SLICE = 2_000;

const OF_ROW: ReadonlySet<RuleField> = new Set<RuleField>([...INDICATOR_FIELDS, 'cells']);

/** Runs a rule on as much of a table as a change touched; what it said of the rest is taken over. */
export function* runOnTable(
  rule: RowRule | TableRule,
  table: IndicatorTable,
  context: RuleContext,
  before: Before | undefined,
): Generator<undefined, Said[]> {
  const isTouched = (field: RuleField): boolean =>
    !before || (field === 'tables' ? before.othersChanged : before.changes.touched.has(field));
  if (rule.scope === 'table') {
    if (before && !rule.fields.some(isTouched)) return before.said.map((said) => moved(said, table));
    const places = new Map(table.indicators.map((indicator, at) => [indicator, at]));
    const said: { report: Report; at: number }[] = [];
    for (const report of rule.check(table, context)) {
      if (report) said.push({ report, at: report.indicator ? (places.get(report.indicator) ?? -1) : -1 });
      else yield;
    }
    return [said];
  }
  const across = rule.fields.includes('rows');
  const all = rule.fields.some((field) => (across || !OF_ROW.has(field)) && isTouched(field));
  const said: Said[] = [];
  let work = 0;
  for (const [index, indicator] of table.indicators.entries()) {
    const known = !all && (across || before?.changes.kept[index]) ? before?.said[index] : undefined;
    work += known ? 1 / KEPT_SLICE : 1 / SLICE;
    if (work > 1) {
      work = 0;
      yield;
    }
    if (known) {
      said.push(moved(known, table));
      continue;
    }
    const reports = Array.from(rule.check(indicator, table, context));
    said.push(reports.length === 0 ? NOTHING : reports.map((report) => ofRow(report, indicator, index, table)));
  }
  return said;
}

const NOTHING: Said = [];

/** Rows that are not the same objects any more are the same rows still. */
function moved(said: Said, table: IndicatorTable): Said {
  if (said.length === 0) return said;
  return said.map((one) => {
    const indicator = table.indicators[one.at];
    return indicator === undefined || indicator === one.report.indicator
      ? one
      : { ...one, report: { ...one.report, indicator } };
  });
}

function ofRow(report: Report, indicator: Indicator, at: number, { indicators }: IndicatorTable): Said[number] {
  if (!report.indicator) return { report: { ...report, indicator }, at };
  return { report, at: report.indicator === indicator ? at : indicators.indexOf(report.indicator) };
}
