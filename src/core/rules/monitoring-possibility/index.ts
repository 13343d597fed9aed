import type { Field, Indicator, IndicatorTable } from '../../indicator';
import { parseTarget } from '../../text';
import { outcomeOf, saysNothing } from '../outcomes';
import { defineRule } from '../rule';
import type { Report } from '../rule';
import { nameOf } from '../targets';

const POSSIBILITY = /完成目标可能性|目标完成可能性|完成可能性/u;
const FORECAST = /全年预计|预计完成/u;
const REASON = /偏差原因|原因说明|原因分析/u;

type Likelihood = 'certain' | 'possible' | 'impossible';

function likelihoodOf(words: string): Likelihood | null {
  if (/完全不可能|不可能|不能/u.test(words)) return 'impossible';
  if (/有可能|可能/u.test(words)) return 'possible';
  return /确定能|能/u.test(words) ? 'certain' : null;
}

/** What is ticked, or stands as words: a column each, or one for all. Null for nothing; `several` for two ticks. */
function possibilityOf({ others }: Indicator): { likelihood: Likelihood | 'several'; field: Field<string> } | null {
  const filled = Object.entries(others).filter(
    ([header, { value }]) => POSSIBILITY.test(header) && !saysNothing(value) && !/^[×x否]$/iu.test(value.trim()),
  );
  const [first] = filled;
  if (!first) return null;
  const [header, field] = first;
  const own = header.replace(POSSIBILITY, '');
  const likelihood = likelihoodOf(own === '' ? field.value : own) ?? likelihoodOf(field.value);
  if (likelihood === null) return null;
  return { likelihood: filled.length > 1 ? 'several' : likelihood, field };
}

function forecastOf(indicator: Indicator): Field<number | string> | null {
  const found = Object.entries(indicator.others).find(([header]) => FORECAST.test(header))?.[1];
  if (!found) return null;
  const { reading } = indicator;
  const text = parseTarget(found.value, { unit: indicator.unit?.value ?? reading.unit });
  return text.kind === 'quantity' && text.operator === null && text.unit === reading.unit
    ? { ...found, value: text.value, assumed: 'split' }
    : found;
}

function explained(indicator: Indicator): boolean {
  const reasons = Object.entries(indicator.others).filter(([header]) => REASON.test(header));
  return (
    !saysNothing(indicator.deviation?.value) ||
    !saysNothing(indicator.remark?.value) ||
    reasons.some(([, { value }]) => !saysNothing(value))
  );
}

function firstColumn(table: IndicatorTable): number | null {
  return table.columns.find(({ header }) => POSSIBILITY.test(header))?.column ?? null;
}

export const rule = defineRule({
  code: 'PT701',
  name: 'monitoring-possibility',
  scope: 'table',
  severity: 'warning',
  dimension: 'feasibility',
  fields: ['cells', 'target', 'operator', 'unit', 'deviation', 'remark', 'name'],
  source: { document: '财预〔2019〕136号', clause: '绩效运行监控表', scope: 'central' },
  *check(table): Iterable<Report> {
    if (table.kind !== 'monitoring') return;
    const column = firstColumn(table);
    if (column === null) return;
    const rows = table.indicators.filter(({ name }) => name !== null);
    const blank = rows.filter((indicator) => possibilityOf(indicator) === null);
    const [first] = blank;
    // Nobody has begun: one fact, not one a row.
    if (first && blank.length === rows.length && rows.length > 1) {
      yield { message: 'all', cell: { row: first.row, column }, field: 'possibility', data: { count: rows.length } };
      return;
    }
    for (const indicator of rows) {
      const name = nameOf(indicator);
      const found = possibilityOf(indicator);
      if (!found) {
        yield {
          message: 'blank',
          cell: { row: indicator.row, column },
          field: 'possibility',
          indicator,
          data: { name },
        };
        continue;
      }
      const { likelihood, field } = found;
      const at = { cell: field.cell, field: 'possibility', indicator };
      if (likelihood === 'several') {
        yield { message: 'several', ...at, data: { name } };
      } else if (likelihood !== 'certain') {
        if (!explained(indicator)) {
          yield {
            message: 'reason',
            ...at,
            data: { name, choice: likelihood === 'possible' ? '有可能' : '完全不可能' },
          };
        }
      } else {
        const forecast = forecastOf(indicator);
        const outcome = forecast && outcomeOf({ ...indicator, actual: forecast }, table);
        if (forecast && outcome && !outcome.met) {
          yield {
            message: 'forecast',
            ...at,
            data: { name, forecast: forecast.raw.trim(), target: indicator.target?.raw.trim() ?? '' },
          };
        }
      }
    }
  },
});
