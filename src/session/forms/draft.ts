import Big from 'big.js';
import { level2Of, type BudgetGroup, type Level2, type Tree } from '../../core/indicator';
import { FIELD_IDS, levelsOf, proposeWeights, rowOf, type FieldId, type LibraryEntry } from '../../core/library';
import { BLANK_CONTENT, BLANK_INDICATOR, FORMS, slotsOf, type Form, type FormContent } from '../../core/templates';

/** What a clerk says of the table that is to be drafted. */
export interface DraftRequest {
  readonly form: Form;
  readonly year: number;
  readonly department: string;
  readonly project: string;
  readonly duties: string;
  readonly goal: string;
  /** In 万元, by the place of `budgetSlots`; null for what is not said. */
  readonly budget: readonly (number | null)[];
  readonly entries: readonly LibraryEntry[];
}

/** The forms that a draft can be written in: those that set targets. */
export function draftForms(): readonly Form[] {
  return FORMS.filter(({ kind, columns }) => kind === 'target' && columns.length > 0);
}

/** The amounts that a form asks for, besides their sum. */
export function budgetSlots(form: Form): readonly { readonly group: BudgetGroup; readonly label: string }[] {
  return slotsOf(form).flatMap((slot) => (slot.kind === 'budget' ? [{ group: slot.group, label: slot.label }] : []));
}

export function asksFor(form: Form, key: 'department' | 'project' | 'duties' | 'goal'): boolean {
  return slotsOf(form).some((slot) => slot.kind === 'text' && slot.key === key);
}

/** The tree in which library rows are written; a province's own levels are found from it. */
export function treeOfForm({ levels }: Form): Tree {
  return levels === 'henan' ? '2021' : levels;
}

/** A draft as content: the form's levels, weights and sums follow from it. Blank where nothing was said. */
export function draftContent(request: DraftRequest): FormContent {
  const { form, year, entries } = request;
  const tree = treeOfForm(form);
  const has = (field: 'standard' | 'explanation'): boolean => form.columns.some((column) => column.field === field);
  const rows = entries.map((entry) => rowOf(entry, { tree, year, weight: 1 }));
  const { added } = proposeWeights(
    [],
    rows.map((row) => ({ ...row, weight: null })),
    tree,
  );
  const said = (key: 'department' | 'project' | 'duties' | 'goal'): string | null =>
    asksFor(form, key) ? request[key].trim() || null : null;
  return {
    ...BLANK_CONTENT,
    year,
    department: said('department'),
    coverDepartment: asksForCover(form) ? request.department.trim() || null : null,
    project: said('project'),
    duties: said('duties'),
    goal: said('goal'),
    budget: budgetSlots(form).flatMap((slot, index) => {
      const amount = request.budget[index] ?? null;
      return amount === null ? [] : [{ ...slot, yuan: new Big(amount).times(10_000).toNumber(), within: false }];
    }),
    indicators: entries.map((entry, index) => {
      const weight = added[index] ?? 0;
      const row = rowOf(entry, { tree, year, weight });
      return {
        ...BLANK_INDICATOR,
        level1: row.level1,
        level2: row.level2,
        name: row.name,
        operator: row.operator,
        target: row.target,
        unit: row.unit,
        explanation: has('explanation') ? row.explanation : null,
        standard: has('standard') ? row.standard : null,
        weight: has('standard') ? weight : null,
      };
    }),
  };
}

function asksForCover(form: Form): boolean {
  return slotsOf(form).some((slot) => slot.kind === 'text' && slot.key === 'coverDepartment');
}

/** How many rows of each level 2 a field gives to a draft at first. */
const FIRST: readonly (readonly [Level2, number])[] = [
  ['quantity', 2],
  ['quality', 1],
  ['timeliness', 1],
  ['economic-cost', 1],
  ['economic-benefit', 1],
  ['social-benefit', 1],
];

/** The entries that a draft begins with: of each field what a table needs, satisfaction asked once. */
export function proposeEntries(entries: readonly LibraryEntry[], fields: readonly FieldId[]): LibraryEntry[] {
  const chosen: LibraryEntry[] = [];
  const inOrder = FIELD_IDS.filter((id) => fields.includes(id));
  for (const field of inOrder) {
    const own = entries.filter((entry) => entry.field === field);
    for (const [level2, most] of FIRST) {
      chosen.push(...own.filter((entry) => entry.level2['2021'] === level2).slice(0, most));
    }
    const asked = chosen.some(({ level2 }) => level2['2021'] === 'service-satisfaction');
    if (!asked) chosen.push(...own.filter(({ level2 }) => level2['2021'] === 'service-satisfaction').slice(0, 1));
  }
  return chosen;
}

/** Level 2 of an entry in the words of a form's tree. */
export function level2In(entry: LibraryEntry, form: Form): Level2 {
  return levelsOf(entry, treeOfForm(form)).level2;
}

const SIGNS: Readonly<Record<string, string>> = { '≥': '不低于', '≤': '不超过', '=': '为', '>': '高于', '<': '低于' };

/** 年度目标 out of the indicators' own words and numbers, to be rewritten by the clerk. */
export function proposeGoal({ indicators, year }: FormContent): string {
  const parts = indicators
    .filter(({ level2 }) => {
      const known = level2 === null ? null : level2Of(level2);
      return (
        known === 'quantity' || known === 'quality' || known === 'service-satisfaction' || known === 'social-benefit'
      );
    })
    .map(({ name, operator, target, unit }) =>
      typeof target === 'number'
        ? `${name ?? ''}${SIGNS[operator ?? ''] ?? '为'}${String(target)}${unit ?? ''}`
        : `${name ?? ''}为“${target ?? ''}”`,
    );
  return parts.length === 0 ? '' : `${year === null ? '' : `${String(year)}年，`}${parts.join('，')}。`;
}
