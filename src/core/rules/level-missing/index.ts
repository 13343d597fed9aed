import { hasColumn, level2Of } from '../../indicator';
import { formatRange } from '../../sheet';
import { cellOf, defineRule } from '../rule';
import { nameOf } from '../targets';
import type { Indicator, IndicatorTable } from '../../indicator';
import type { Report } from '../rule';

type Missing = 'level1' | 'level2' | 'both';

function missingOf(indicator: Indicator, table: IndicatorTable): Missing | null {
  // What was inferred from level 2 is not on the sheet either.
  const level1 = (!indicator.level1 || indicator.level1.assumed === 'implied') && hasColumn(table, 'level1');
  const level2 = !indicator.level2 && hasColumn(table, 'level2');
  if (level1) return level2 || !indicator.level2 ? 'both' : 'level1';
  return level2 ? 'level2' : null;
}

function levelsOf(indicator: Indicator | undefined): string {
  return `${indicator?.level1?.value ?? ''}|${indicator?.level2?.value ?? ''}`;
}

/** Level-2 labels that stand in the level-1 column: each once, however many rows it covers. */
function* misplaced(table: IndicatorTable): Generator<Report> {
  const column = table.columns.find(({ field }) => field === 'level1')?.column;
  if (column === undefined) return;
  const seen = new Set<string>();
  for (const indicator of table.indicators) {
    const { level1, level2 } = indicator;
    if (!level1 || !level2 || level2.cell.column !== column || level2Of(level2.value) === null) continue;
    const place = `${level2.cell.row},${level2.cell.column}`;
    // Where one column holds both levels, both are where they belong.
    const own = level1.assumed !== 'implied' && level1.cell.column === column;
    if (seen.has(place) || (own && level1.cell.row === level2.cell.row)) continue;
    seen.add(place);
    yield {
      message: 'lost',
      cell: level2.cell,
      field: 'level1',
      indicator,
      data: { level2: level2.value, level1: level1.value },
    };
  }
}

export const rule = defineRule({
  code: 'PT104',
  name: 'level-missing',
  scope: 'table',
  severity: 'warning',
  dimension: 'completeness',
  fields: ['level1', 'level2', 'name', 'columns'],
  places: true,
  *check(table) {
    const lost = [...misplaced(table)];
    yield* lost;
    const explained = new Set(lost.map(({ cell }) => `${cell.row},${cell.column}`));

    // Neighbouring rows that lack the same are one finding.
    const runs: { readonly missing: Missing; readonly rows: Indicator[] }[] = [];
    let open = false;
    for (const indicator of table.indicators) {
      const { level2 } = indicator;
      const missing = missingOf(indicator, table);
      if (!missing || (level2 && explained.has(`${level2.cell.row},${level2.cell.column}`))) {
        open = false;
        continue;
      }
      const run = open ? runs[runs.length - 1] : undefined;
      if (run?.missing === missing && levelsOf(run.rows[0]) === levelsOf(indicator)) run.rows.push(indicator);
      else runs.push({ missing, rows: [indicator] });
      open = true;
    }

    for (const { missing, rows } of runs) {
      const indicator = rows[0] as Indicator;
      const last = rows[rows.length - 1] as Indicator;
      const parent = indicator.level1?.value ?? null;
      const field = missing === 'level2' ? 'level2' : 'level1';
      const column = table.columns.find((candidate) => candidate.field === field)?.column;
      const cell = column === undefined ? cellOf(indicator, 'name') : { row: indicator.row, column };
      yield {
        message: missing === 'level1' && parent !== null ? 'level1Known' : missing,
        cell,
        range: { top: cell.row, bottom: last.row, left: cell.column, right: cell.column },
        field,
        indicator,
        data: {
          name: nameOf(indicator),
          cells: formatRange({ top: cell.row, bottom: last.row, left: cell.column, right: cell.column }),
          level2: indicator.level2?.value ?? '',
          ...(parent === null ? {} : { parent }),
        },
      };
    }
  },
});
