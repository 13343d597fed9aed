import type { ExecutionRow, Field, IndicatorTable, Money } from '../indicator';
import type { CellRef } from '../sheet';
import { squash } from '../text';

/** What a table says beside its rows, above and below them. */
export const HEAD_FIELDS = [
  'title',
  'year',
  'department',
  'project',
  'implementer',
  'duties',
  'tasks',
  'goal',
  'goalActual',
  'budget',
  'initial',
  'allotted',
  'spent',
  'forecast',
  'executionWeight',
  'rate',
  'executionScore',
  'total',
  'grade',
] as const;

export type HeadField = (typeof HEAD_FIELDS)[number];

export interface HeadChange {
  readonly field: HeadField;
  /** The line of the budget or of the funds grid (基本支出); '' where the field alone tells. */
  readonly label: string;
  /** In the later table; null where it no longer says it. */
  readonly cell: CellRef | null;
  /** As displayed; '' for nothing. */
  readonly was: string;
  readonly is: string;
}

interface Said {
  readonly field: HeadField;
  readonly label: string;
  readonly cell: CellRef;
  /** By this it is compared. */
  readonly value: string;
  readonly shown: string;
}

const GRID = {
  initial: 'initial',
  allotted: 'budget',
  spent: 'spent',
  forecast: 'forecast',
  executionWeight: 'weight',
  rate: 'rate',
  executionScore: 'score',
} as const satisfies Partial<Record<HeadField, keyof ExecutionRow>>;

/** What stands above and below the rows and was changed; blanks and breaks apart, amounts by what they come to. */
export function changedHeads(before: IndicatorTable, after: IndicatorTable): HeadChange[] {
  const [was, is] = [saidBy(before), saidBy(after)];
  const keys = [...new Set([...was.keys(), ...is.keys()])];
  const changes = keys.flatMap((key): HeadChange[] => {
    const [a, b] = [was.get(key), is.get(key)];
    const { field, label } = (b ?? a) as Said;
    if (a?.value === b?.value) return [];
    return [{ field, label, cell: b?.cell ?? null, was: a?.shown ?? '', is: b?.shown ?? '' }];
  });
  const place = ({ field }: HeadChange): number => HEAD_FIELDS.indexOf(field);
  return changes.sort((a, b) => place(a) - place(b));
}

function saidBy(table: IndicatorTable): ReadonlyMap<string, Said> {
  const found = new Map<string, Said>();
  const add = (field: HeadField, label: string, cell: CellRef, value: string, shown: string): void => {
    if (value === '') return;
    // Two lines of one name are two lines.
    let key = `${field}|${squash(label)}`;
    while (found.has(key)) key += '|';
    found.set(key, { field, label: label.trim(), cell, value, shown });
  };
  const text = (field: HeadField, said: Field<string> | null): void => {
    if (said) add(field, '', said.cell, squash(said.value), said.value.trim());
  };
  const number = (field: HeadField, label: string, said: Field<number> | null | undefined): void => {
    if (said) add(field, label, said.cell, String(said.value), said.raw.trim());
  };
  const money = (label: string, said: Field<Money> | null): void => {
    if (!said) return;
    const { amount, unit, yuan } = said.value;
    add('budget', label, said.cell, String(yuan), `${String(amount)}${unit ?? ''}`);
  };
  const { title, year, budget } = table;
  text('title', title);
  // A year that stands in the title is said by the title.
  if (year && !year.assumed && !(title && same(title.cell, year.cell))) {
    add('year', '', year.cell, String(year.value), String(year.value));
  }
  text('department', table.department ?? table.coverDepartment);
  text('project', table.project);
  text('implementer', table.implementer);
  text('duties', table.duties);
  for (const { name, content } of table.tasks) {
    const said = content ?? name;
    if (said) add('tasks', name?.value ?? '', said.cell, squash(said.value), said.value.trim());
  }
  text('goal', table.goal);
  text('goalActual', table.goalActual);
  money('', budget?.total ?? null);
  for (const { label, amount } of budget?.items ?? []) money(label, amount);
  for (const row of table.execution) {
    for (const field of Object.keys(GRID) as (keyof typeof GRID)[]) number(field, row.label.value, row[GRID[field]]);
  }
  number('total', '', table.total);
  text('grade', table.grade);
  return found;
}

function same(a: CellRef, b: CellRef): boolean {
  return a.row === b.row && a.column === b.column;
}
