import { foreignSelf, mayBeSelf, placesIn, plainDepartment, regionOf, withCommittee } from '../departments';
import { rewrite } from '../edits';
import { defineRule } from '../rule';
import { textSearch } from '../texts';
import { yearEvidence } from '../years';
import type { IndicatorTable } from '../../indicator';
import type { SheetSnapshot } from '../../sheet';
import type { Report } from '../rule';

/** Names of a party organ that lack 委: each once, however often the name stands there. */
function* malformed(table: IndicatorTable, sheet: SheetSnapshot): Generator<Report> {
  const seen = new Set<string>();
  for (const field of ['coverDepartment', 'department'] as const) {
    const found = table[field];
    const right = found ? withCommittee(found.value) : null;
    if (!found || right === null || seen.has(right)) continue;
    seen.add(right);
    const wrong = found.raw.trim();
    const edit = rewrite(sheet, found.cell, (text) => text.replace(wrong, right));
    yield {
      message: 'malformed',
      cell: found.cell,
      field: 'department',
      data: { name: wrong, right },
      fixes: edit ? [{ title: 'rename', data: { right }, grade: 'choice', edits: [edit] }] : [],
    };
  }
}

/** A year for which something is planned: 2024年度工作目标, 2024年计划培训, not 较2024年提高. */
const PLANNED =
  /(?<![较比自从至以])(20\d\d)年度?(?:全年)?(?:部门整体|整体支出|绩效目标|年度目标|工作目标|履职目标|总体目标|重点工作|工作任务|预算安排|计划|预计|拟)/u;

const planning = textSearch((text) => PLANNED.test(text));

/** Another year's plans in the goal and in the rows, each year once. */
function* otherYears(table: IndicatorTable, explained: number | null): Generator<Report | null> {
  const year = table.year?.value;
  if (year === undefined || table.multiYear) return;
  const seen = new Set([year, explained]);
  for (const found of planning(table)) {
    if (!found) {
      yield null;
      continue;
    }
    const { field, cell, text, indicator } = found;
    if (field !== 'goal' && field !== 'explanation' && field !== 'standard') continue;
    const match = PLANNED.exec(text);
    const named = Number(match?.[1]);
    if (!match || seen.has(named)) continue;
    seen.add(named);
    yield {
      message: 'year',
      cell,
      field,
      ...(indicator ? { indicator } : {}),
      data: { words: match[0], named, year },
    };
  }
}

const naming = textSearch((text) => mayBeSelf(text) || placesIn(text).length > 0);

export const rule = defineRule({
  code: 'PT508',
  name: 'foreign-name',
  scope: 'table',
  severity: 'warning',
  dimension: 'completeness',
  // A deadline in another year is told as such.
  yieldsTo: ['PT212'],
  fields: ['cells', 'year', 'foot'],
  *check(table, { sheet, settings }) {
    yield* malformed(table, sheet);
    yield* otherYears(table, yearEvidence(table, settings).likely);

    const name = table.department?.value ?? table.coverDepartment?.value ?? null;
    if (name === null || name.trim() === '') return;
    // Only a county's table has no business with other counties; a city's or a province's has.
    const region = regionOf(name);
    const county = region !== null && /(?<!自治)区$|[县旗]$/u.test(region);
    const own = plainDepartment(name);
    const seen = new Set<string>();
    for (const found of naming(table)) {
      if (!found) {
        yield null;
        continue;
      }
      const { field, cell, text, indicator } = found;
      const row = indicator ? { indicator } : {};
      if (county && field !== 'department' && field !== 'coverDepartment') {
        for (const place of placesIn(text)) {
          // The province and the city above it are often named; 衡阳市衡山县 and 衡山县 are one.
          if (/[省市州]$|自治区$/u.test(place) || place.endsWith(region) || own.includes(place) || seen.has(place))
            continue;
          seen.add(place);
          yield { message: 'place', cell, field, ...row, data: { place, name } };
        }
      }
      const self = table.subject === 'department' && indicator ? foreignSelf(text, name) : null;
      if (self && !seen.has(self)) {
        seen.add(self);
        yield { message: 'self', cell, field, ...row, data: { words: self, name } };
      }
    }
  },
});
