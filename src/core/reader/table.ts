import { treeOf, type Column, type FormId, type Indicator, type IndicatorTable } from '../indicator';
import { readAbove } from './above';
import type { Body } from './body';
import { readBudget } from './budget';
import { readExecution } from './execution';
import { readFoot } from './foot';
import { readTasks } from './tasks';
import { detectForm } from './form';
import type { Grid } from './grid';
import { LONG_TERM } from './headers';
import type { Header } from './locate';
import { impliedYear } from './year';

/** How far a table may reach: its first possible row, the first that is no longer its own, and its columns. */
export interface Limits {
  readonly ceiling: number;
  readonly floor: number;
  readonly left: number;
  readonly right: number;
}

/** Puts a table together from its rows and the blocks above and below them. */
export function assemble(
  grid: Grid,
  header: Header,
  body: Body,
  columns: readonly Column[],
  indicators: readonly Indicator[],
  limits: Limits,
  marked: FormId | null = null,
): IndicatorTable {
  const own = readAbove(grid, header, limits.ceiling, limits);
  // Of tables side by side, one with nothing of its own above it shares what stands over all of them.
  const shared = own.region.top === header.top || own.title === null;
  const above = shared
    ? readAbove(grid, header, limits.ceiling, { left: 0, right: Math.max(grid.columns - 1, 0) })
    : own;
  const execution = readExecution(grid, above);
  const foot = readFoot(grid, body, columns, limits.floor, limits);
  const tree = treeOf(
    indicators.map(({ level1, level2 }) => ({ level1: level1?.value ?? null, level2: level2?.value ?? null })),
  );
  const form = detectForm(above.title?.value ?? '', columns, indicators, above.project !== null, tree, marked);
  return {
    sheet: grid.sheet.name,
    range: {
      top: above.top,
      left: header.left,
      bottom: foot.bottom,
      right: Math.max(header.left, ...columns.map(({ column }) => column)),
    },
    ...form,
    title: above.title,
    year: above.year ?? impliedYear(indicators),
    multiYear: above.multiYear || columns.some(({ header }) => LONG_TERM.test(header)),
    department: above.department,
    departmentLabel: above.departmentLabel,
    coverDepartment: above.coverDepartment,
    project: above.project,
    implementer: above.implementer,
    duties: above.duties,
    goal: above.goal,
    goalActual: above.goalActual,
    changeReason: above.changeReason,
    tasks: readTasks(grid, above.region),
    budget: readBudget(grid, above, execution.taken),
    execution: execution.rows,
    tree,
    columns,
    headerRows: Array.from({ length: header.bottom - header.top + 1 }, (_, index) => header.top + index),
    indicators,
    total: foot.total,
    grade: foot.grade ?? above.grade,
    foot: { signoffs: foot.signoffs, date: foot.date, cells: foot.cells },
  };
}
