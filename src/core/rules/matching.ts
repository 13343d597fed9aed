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

/** As many indicators in common make two tables one matter, whatever their heads say. */
const COMMON = 3;

/**
 * The target table that a self-evaluation or monitoring table answers, known by its indicators alone, so that a wrong
 * year or name in either head shows. Null where there are several to choose from on either side, as in workbooks that
 * collect the tables of many departments.
 */
export function answeredTargets(table: IndicatorTable, tables: readonly IndicatorTable[]): IndicatorTable | null {
  if (table.kind === 'target') return null;
  const kin = tables.filter(({ subject }) => subject === table.subject);
  const [target, ...others] = kin.filter(({ kind }) => kind === 'target');
  const alike = kin.filter(({ kind }) => kind === table.kind);
  if (!target || others.length > 0 || alike.length !== 1 || alike[0] !== table) return null;
  const [before, now] = [byName(target), byName(table)];
  const common = [...now.keys()].filter((name) => before.has(name)).length;
  return common >= COMMON && common * 2 >= Math.max(before.size, now.size) ? target : null;
}

/** A row of 绩效目标调整申请表: what an indicator is to become. */
export interface Adjustment {
  readonly kind: 'changed' | 'added' | 'dropped' | null;
  /** 调整后指标值 as written; '' where the cell is blank. */
  readonly after: string;
}

const headed = ({ others }: Indicator, heading: RegExp): string =>
  Object.entries(others)
    .find(([header]) => heading.test(header))?.[1]
    .value.trim() ?? '';

/** What the requests to adjust that stand beside a table ask for, by the indicator's name. */
export function adjustmentsFor(
  table: IndicatorTable,
  lists: readonly IndicatorTable[],
): ReadonlyMap<string, Adjustment> {
  const found = new Map<string, Adjustment>();
  for (const list of lists) {
    const sameYear = list.year === null || table.year === null || list.year.value === table.year.value;
    if (list.formId !== 'target-adjustment' || !sameYear || !nameable(list, table)) continue;
    for (const row of list.indicators) {
      const kind = headed(row, /^调整(?:事项|类型)$/u);
      found.set(matchName(row), {
        kind: /修改|变更|调/u.test(kind)
          ? 'changed'
          : /新增|增加/u.test(kind)
            ? 'added'
            : /取消|删/u.test(kind)
              ? 'dropped'
              : null,
        after: headed(row, /^调整后的?(?:年度)?(?:指标|目标)值$/u),
      });
    }
  }
  return found;
}

/** A request is made for a department or a project: the names that both have must agree. */
function nameable(list: IndicatorTable, table: IndicatorTable): boolean {
  const agree = (a: string | undefined, b: string | undefined): boolean =>
    !a || !b || plainDepartment(a) === plainDepartment(b);
  const project = table.subject === 'project' ? table.project?.value : undefined;
  return (
    agree(list.project?.value, project) &&
    agree((list.department ?? list.coverDepartment)?.value, (table.department ?? table.coverDepartment)?.value)
  );
}
