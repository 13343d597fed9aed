import type { BudgetGroup, FormId, FormKind, IndicatorField, TableSubject, Tree } from '../indicator';

/** Columns of further forms that are no field of an indicator. */
export const EXTRA_FIELDS = [
  /** 1-7月执行情况. */
  'progress',
  /** 全年预计完成情况. */
  'forecast',
  /** 偏差原因分析: 经费保障, 制度保障, 人员保障, 硬件条件保障, 其他. */
  'cause-funds',
  'cause-rules',
  'cause-staff',
  'cause-equipment',
  'cause-other',
  /** 完成目标可能性: 确定能, 有可能, 完全不可能. */
  'likelihood',
  /** 复核分, 得分差异, 扣分理由 of a spot check. */
  'check-score',
  'check-difference',
  'check-reason',
  /** 佐证材料: name, 文号 or date, number of pages, where it is kept, who gives it. */
  'evidence',
  'evidence-reference',
  'evidence-pages',
  'evidence-place',
  'evidence-keeper',
  /** Of a request to adjust: 调整事项, 原指标值, 调整后指标值, 调整理由. */
  'change',
  'change-before',
  'change-after',
  'change-reason',
] as const;

export type ExtraField = (typeof EXTRA_FIELDS)[number];

/** What a column of the grid holds; `number` counts the rows. */
export type GridField = IndicatorField | ExtraField | 'number';

/** Level 1 → level 2 as a form offers them: one of the trees, or the province's own (投入管理 …). */
export type LevelScheme = Tree | 'henan';

/** Lists for dropdowns; the words are in `lists.ts`. */
export type ListName =
  'operator' | 'unit' | 'likelihood' | 'cause' | 'grade' | 'review-grade' | 'change' | 'level1' | 'level2';

/** Texts of a form's head, in `FormContent` under the same names. */
export type TextSlot =
  | 'department'
  | 'coverDepartment'
  | 'project'
  | 'implementer'
  | 'duties'
  | 'goal'
  | 'goalActual'
  | 'changeReason'
  | 'opinion'
  | 'grade';

export type ExecutionAmount = 'initial' | 'budget' | 'spent' | 'forecast' | 'weight' | 'rate' | 'score';

/** What a cell of the head or foot is filled with. */
export type Slot =
  | { readonly kind: 'text'; readonly key: TextSlot }
  | { readonly kind: 'date' }
  | { readonly kind: 'signoff'; readonly label: string }
  /** An amount in 万元; `total` is the sum of the group `sum` where nothing is known of it. */
  | { readonly kind: 'budget-total'; readonly sum: BudgetGroup }
  | { readonly kind: 'budget'; readonly group: BudgetGroup; readonly label: string }
  | { readonly kind: 'execution'; readonly label: string; readonly amount: ExecutionAmount }
  | { readonly kind: 'task'; readonly part: 'name' | 'content' }
  | { readonly kind: 'review'; readonly item: string; readonly part: 'grade' | 'remark' }
  | { readonly kind: 'review-overall' };

/** How a cell looks; fonts, sizes and alignment are in `looks.ts`. */
export type Look = 'title' | 'subtitle' | 'plain' | 'plain-right' | 'label' | 'entry' | 'text' | 'amount' | 'note';

/** A cell of the head or foot, over columns `span[0]` to `span[1]` of the grid. */
export interface FormCell {
  readonly span: readonly [number, number];
  readonly look: Look;
  /** Printed words; `{year}` is the year, or blanks. With a slot, the words stand before what is filled in. */
  readonly text?: string;
  readonly slot?: Slot;
  /** What stands there where nothing else is known: the 10 points of the execution rate. */
  readonly preset?: number;
  readonly list?: ListName;
  readonly hint?: string;
}

export interface FormRow {
  readonly cells: readonly FormCell[];
  /** The least height, in lines of text. */
  readonly lines?: number;
  /** Repeated for each of the tasks, at least so many times. */
  readonly repeat?: number;
}

/** Rows that belong together; `side` is the label merged down beside all of them. */
export interface FormBlock {
  readonly side?: { readonly span: readonly [number, number]; readonly text: string };
  readonly rows: readonly FormRow[];
}

export interface GridColumn {
  readonly field: GridField;
  readonly header: string;
  /** A heading merged over neighbours that name the same. */
  readonly over?: string;
  /** In characters. */
  readonly width: number;
  /** For `likelihood` and the like in several columns: the value that a √ in this column stands for. */
  readonly tick?: string;
  readonly list?: ListName;
  readonly hint?: string;
}

/** The row under the grid that adds up (总分, 合计). */
export interface TotalRow {
  readonly label: string;
  readonly fields: readonly ('weight' | 'score' | 'check-score' | 'check-difference')[];
  /** Whether the points of the funds grid count as well. */
  readonly withExecution: boolean;
}

/** 表样: an official form as data. One file each under `forms/`. */
export interface Form {
  readonly id: FormId;
  /** Counted up whenever a form's layout changes; it stands in the mark. */
  readonly version: number;
  readonly title: { readonly zh: string; readonly en: string };
  readonly kind: FormKind;
  /** Null where it serves departments and projects alike. */
  readonly subject: TableSubject | null;
  /** Which level 1 and level 2 an empty form offers. */
  readonly levels: LevelScheme;
  readonly source: { readonly document: string; readonly clause?: string };
  readonly orientation: 'landscape' | 'portrait';
  readonly head: readonly FormBlock[];
  /** The label merged down beside headings and rows (绩效指标), in column 0. */
  readonly side: { readonly text: string; readonly width: number } | null;
  /** Empty for the review form. */
  readonly columns: readonly GridColumn[];
  /** Blank rows of an empty form for each level 2; in forms without levels, in all. */
  readonly blankRows: number;
  readonly total: TotalRow | null;
  readonly foot: readonly FormBlock[];
  /** Widths of the columns where there is no grid, in characters. */
  readonly widths?: readonly number[];
}

/** Widths of all columns, the side label's first, in characters. */
export function widthsOf(form: Form): readonly number[] {
  return form.widths ?? [...(form.side ? [form.side.width] : []), ...form.columns.map(({ width }) => width)];
}

/** The fields of an indicator that a form has a column for, or takes in with the target (`≥95%` in one cell). */
export function fieldsOf(form: Form): ReadonlySet<GridField> {
  const fields = new Set<GridField>(form.columns.map(({ field }) => field));
  return fields;
}

/** Every slot of a form's head and foot. */
export function slotsOf(form: Form): readonly Slot[] {
  return [...form.head, ...form.foot].flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.flatMap(({ slot }) => (slot ? [slot] : []))),
  );
}
