import { INDICATOR_FIELDS, type Indicator, type IndicatorField, type IndicatorTable } from '../../indicator';
import { cellOf, type MessageData, type Report, type Rule, type RuleCode, type RuleContext } from '../../rules/rule';
import type { CellRef } from '../../sheet';
import { all, compile, shown, type Outcome, type Place } from './evaluate';
import { TABLE_FIELDS, type Condition, type OwnCheck } from './schema';
import { Effort } from './wildcard';

/**
 * A check of the user's own as a rule like ours: it reads the same tables, and its findings have keys, order and
 * suppressions like all others. It is silent wherever it can't decide.
 */
export function ownRule(own: OwnCheck): Rule {
  const where = (own.where ?? []).map(compile);
  const must = own.must.map(compile);
  const at = own.at ?? fieldOf(own.must);
  const efforts = new WeakMap<RuleContext, Effort>();
  const effortOf = (context: RuleContext): Effort => {
    const effort = efforts.get(context) ?? new Effort();
    efforts.set(context, effort);
    return effort;
  };
  const judge = (place: Place): Report | null => {
    if (all(where.map((test) => test(place).truth)) !== true) return null;
    const failed = must.map((test) => test(place)).find(({ truth }) => truth === false);
    if (!failed) return null;
    return {
      message: own.message,
      cell: cellFor(place, failed, own.at, at),
      data: dataOf(own.message, place, failed),
      ...(at === null ? {} : { field: at }),
      ...(place.indicator ? { indicator: place.indicator } : {}),
    };
  };
  const base = {
    code: own.code as RuleCode,
    name: own.title ?? own.code,
    severity: own.severity ?? 'warning',
    dimension: own.dimension ?? 'completeness',
    fields: [...INDICATOR_FIELDS, 'title', 'year', 'department', 'budget', 'goal'],
    ...(own.source
      ? { source: { document: own.source.document, clause: own.source.clause ?? '', scope: 'all' as const } }
      : {}),
  } as const;
  if (own.about === 'table') {
    return {
      ...base,
      scope: 'table',
      *check(table: IndicatorTable, context: RuleContext) {
        const report = judge({ table, indicator: null, effort: effortOf(context) });
        if (report) yield report;
      },
    };
  }
  return {
    ...base,
    scope: 'row',
    *check(indicator: Indicator, table: IndicatorTable, context: RuleContext) {
      const report = judge({ table, indicator, effort: effortOf(context) });
      if (report) yield report;
    },
  };
}

/** The first field that conditions speak of, for the key and the cell. */
function fieldOf(conditions: readonly Condition[]): IndicatorField | null {
  for (const { field, length, sum, any } of conditions) {
    const found = field ?? length ?? sum ?? (any ? fieldOf(any) : null);
    if (found) return found;
  }
  return null;
}

function cellFor(
  { table, indicator }: Place,
  failed: Outcome,
  wanted: IndicatorField | undefined,
  at: IndicatorField | null,
): CellRef {
  if (indicator) {
    const field = wanted ?? at;
    // A blank has no cell of its own: its column tells where it should stand.
    const column = table.columns.find((one) => one.field === field)?.column;
    if (field && indicator[field]) return cellOf(indicator, field);
    if (wanted === undefined && failed.cell) return failed.cell;
    return column === undefined ? cellOf(indicator, 'name') : { row: indicator.row, column };
  }
  const header = wanted && table.columns.find(({ field }) => field === wanted)?.headerCell;
  return header ?? failed.cell ?? table.title?.cell ?? { row: table.range.top, column: table.range.left };
}

function dataOf(message: string, place: Place, { value }: Outcome): MessageData {
  const data: Record<string, string | number> = {};
  for (const [, name = ''] of message.matchAll(/\{(\w+)\}/gu)) {
    if (name === 'value') data[name] = value ?? '';
    const ofRow = INDICATOR_FIELDS.find((field) => field === name);
    const ofTable = TABLE_FIELDS.find((field) => field === name);
    if (ofRow) data[name] = shown(place, ofRow, false);
    else if (ofTable) data[name] = shown(place, ofTable, true);
  }
  return data;
}
