import Big from 'big.js';
import type { IndicatorContent, FormContent } from './content';
import { budgetLineOf, fundsLineOf } from './blocks';
import { contentOfCell, hasColumn } from './grid';
import { slotsOf, type ExecutionAmount, type ExtraField, type Form, type GridField, type TextSlot } from './model';
import { fullMarkOf } from '../reader';
import { targetText } from './target-text';
import type { IndicatorField } from '../indicator';
import { INDICATOR_FIELDS } from '../indicator';

/** What a piece of content is, for the words in which it is listed. */
export type UnplacedField =
  | TextSlot
  | IndicatorField
  | ExtraField
  | 'year'
  | 'date'
  | 'total'
  | 'task'
  | 'budget'
  | 'execution'
  | 'signoff'
  | 'review'
  /** A further column of the table that was read; `label` is its heading. */
  | 'other';

/** Something that the form has no place for: listed, never dropped in silence. */
export interface Unplaced {
  readonly field: UnplacedField;
  /** Index among the indicators; null for what belongs to the whole table. */
  readonly indicator: number | null;
  /** The indicator's name, the kind of funds, the person who signs …; null where `field` says all. */
  readonly label: string | null;
  readonly value: string;
}

const TEXTS: readonly TextSlot[] = [
  'department',
  'coverDepartment',
  'project',
  'implementer',
  'duties',
  'goal',
  'goalActual',
  'changeReason',
  'opinion',
];
/** Columns of the funds grid, as they are headed. */
const AMOUNTS: Readonly<Record<ExecutionAmount, string>> = {
  initial: '年初预算数',
  budget: '全年预算数',
  spent: '全年执行数',
  forecast: '全年预计执行数',
  weight: '分值',
  rate: '执行率',
  score: '得分',
};

/** 元 as people say it. */
const inTenThousands = (yuan: number): string => `${new Big(yuan).div(10_000).toString()}万元`;

/** An amount of the funds grid with its unit. */
function amountText(amount: ExecutionAmount, value: number): string {
  if (amount === 'rate') return `${value}%`;
  return amount === 'weight' || amount === 'score' ? `${value}分` : `${value}万元`;
}

/** Everything in the content that the form has no place for. */
export function unplacedOf(form: Form, content: FormContent): readonly Unplaced[] {
  const slots = slotsOf(form);
  const found: Unplaced[] = [];
  const add = (field: UnplacedField, label: string | null, value: string | number | null): void => {
    if (value !== null && value !== '') found.push({ field, indicator: null, label, value: String(value) });
  };
  const hasText = (key: TextSlot): boolean => slots.some((slot) => slot.kind === 'text' && slot.key === key);
  const hasSlot = (kind: (typeof slots)[number]['kind']): boolean => slots.some((slot) => slot.kind === kind);

  for (const key of TEXTS) if (!hasText(key)) add(key, null, content[key]);
  if (!hasText('grade') && !hasSlot('review-overall')) add('grade', null, content.grade);
  if (!hasSlot('date')) add('date', null, content.date);
  if (!form.total?.fields.includes('score')) add('total', null, content.total);
  if (!hasSlot('task')) for (const task of content.tasks) add('task', task.name, task.content ?? task.name);
  if (!hasSlot('budget-total') && content.budgetTotal !== null) {
    add('budget', '资金总额', inTenThousands(content.budgetTotal));
  }
  const budgets = slots.flatMap((slot) => (slot.kind === 'budget' ? [budgetLineOf(content, slot)] : []));
  for (const line of content.budget) {
    if (!budgets.includes(line)) add('budget', line.label, inTenThousands(line.yuan));
  }
  for (const line of content.execution) {
    for (const [amount, heading] of Object.entries(AMOUNTS) as [ExecutionAmount, string][]) {
      const value = line[amount];
      const placed = slots.some(
        (slot) => slot.kind === 'execution' && slot.amount === amount && fundsLineOf(content, slot.label) === line,
      );
      if (!placed && value !== null) add('execution', `${line.label} ${heading}`, amountText(amount, value));
    }
  }
  for (const { label, content: by } of content.signoffs) {
    if (!slots.some((slot) => slot.kind === 'signoff' && slot.label === label)) add('signoff', label, by);
  }
  for (const { item, grade } of content.review) {
    if (!slots.some((slot) => slot.kind === 'review' && slot.item === item)) add('review', item, grade);
  }
  content.indicators.forEach((row, indicator) => {
    // A form without indicators has no place for a whole row: it is named once.
    if (form.columns.length === 0) found.push({ field: 'name', indicator, label: null, value: row.name ?? '' });
    else for (const [field, label, value] of lostOf(form, row)) found.push({ field, indicator, label, value });
  });
  return found;
}

function lostOf(form: Form, row: IndicatorContent): [UnplacedField, string | null, string][] {
  const lost: [UnplacedField, string | null, string][] = [];
  const split = hasColumn(form, 'operator') || hasColumn(form, 'unit');
  const inTarget = split || !hasColumn(form, 'target') ? null : targetText(row);
  const says = (field: GridField): boolean =>
    form.columns.some((column) => column.field === field && contentOfCell(column, row, 0, form) !== null);
  for (const field of INDICATOR_FIELDS) {
    const value = row[field];
    if (value === null || says(field)) continue;
    // The standard's own words say the points.
    if (field === 'weight' && says('standard') && fullMarkOf(row.standard ?? '') === value) continue;
    const within = inTarget !== null && (field === 'operator' || field === 'unit');
    if (!within) lost.push([field, row.name, String(value)]);
  }
  for (const field of inTarget?.lost ?? []) lost.push([field, row.name, String(row[field] ?? '')]);
  for (const [field, value] of Object.entries(row.extras) as [ExtraField, string | number][]) {
    if (!says(field)) lost.push([field, row.name, String(value)]);
  }
  for (const [heading, value] of Object.entries(row.others)) lost.push(['other', heading, value]);
  return lost;
}
