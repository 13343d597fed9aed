import type { Indicator, IndicatorTable } from '../indicator';
import { plainDepartment } from './departments';
import { nameOf } from './targets';

/** Name without marks, blanks and the word 指标: what two years' tables have in common. */
export function matchName(indicator: Indicator): string {
  return nameOf(indicator)
    .replace(/[\p{P}\p{S}]+/gu, '')
    .replace(/(?:指标|情况)$/u, '');
}

/** The rows of a table by name; rows that share a name are left out, because nobody can tell them apart. */
export function byName({ indicators }: IndicatorTable): ReadonlyMap<string, Indicator> {
  const found = new Map<string, Indicator>();
  const twice = new Set<string>();
  for (const indicator of indicators) {
    const name = matchName(indicator);
    if (name === '') continue;
    if (found.has(name)) twice.add(name);
    found.set(name, indicator);
  }
  for (const name of twice) found.delete(name);
  return found;
}

/** Whose table it is: project, else department; null where neither is named. */
function ownerOf(table: IndicatorTable): string | null {
  if (table.subject === 'project' && table.project) return table.project.value.replace(/\s+/gu, '');
  const department = table.department ?? table.coverDepartment;
  return department ? plainDepartment(department.value) : null;
}

/** Whether two tables are about the same department or project: an unnamed one may be about any. */
export function sameOwner(a: IndicatorTable, b: IndicatorTable): boolean {
  if (a.subject !== b.subject) return false;
  const [one, other] = [ownerOf(a), ownerOf(b)];
  return one === null || other === null || one === other;
}
