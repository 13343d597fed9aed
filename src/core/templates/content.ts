import type {
  BudgetGroup,
  ExecutionRow,
  Field,
  Indicator,
  IndicatorTable,
  TargetReview,
  TargetType,
} from '../indicator';
import type { ExtraField } from './model';

/** A line of the budget, independent of the form. */
export interface BudgetLine {
  readonly label: string;
  readonly group: BudgetGroup;
  readonly yuan: number;
  /** A part of the line above. */
  readonly within: boolean;
}

/** A row of the funds grid. Amounts as written, in 万元 in all our forms; `rate` in percent. */
export interface FundsLine {
  readonly label: string;
  readonly initial: number | null;
  readonly budget: number | null;
  readonly spent: number | null;
  readonly forecast: number | null;
  readonly weight: number | null;
  readonly rate: number | null;
  readonly score: number | null;
}

/** An indicator as plain values; fields mean what they mean in `Indicator`. */
export interface IndicatorContent {
  readonly level1: string | null;
  readonly level2: string | null;
  readonly name: string | null;
  readonly operator: TargetType | null;
  readonly target: number | string | null;
  readonly unit: string | null;
  readonly explanation: string | null;
  readonly standard: string | null;
  readonly weight: number | null;
  readonly actual: number | string | null;
  readonly score: number | null;
  readonly deviation: string | null;
  readonly remark: string | null;
  readonly extras: Readonly<Partial<Record<ExtraField, number | string>>>;
  /** Further columns of the table that was read which no form of ours has, by their headings. */
  readonly others: Readonly<Record<string, string>>;
}

export interface Signoff {
  readonly label: string;
  readonly content: string;
}

export interface ReviewItem {
  /** One of the eight points (规范完整性 …). */
  readonly item: string;
  readonly grade: string | null;
  readonly remark: string | null;
}

/** What a person's table says, independent of the form that it is written in. */
export interface FormContent {
  readonly year: number | null;
  readonly department: string | null;
  readonly coverDepartment: string | null;
  readonly project: string | null;
  readonly implementer: string | null;
  readonly duties: string | null;
  readonly goal: string | null;
  readonly goalActual: string | null;
  readonly tasks: readonly { readonly name: string | null; readonly content: string | null }[];
  /** In 元; null where unknown. */
  readonly budgetTotal: number | null;
  readonly budget: readonly BudgetLine[];
  readonly execution: readonly FundsLine[];
  readonly indicators: readonly IndicatorContent[];
  /** 总分. */
  readonly total: number | null;
  readonly grade: string | null;
  readonly signoffs: readonly Signoff[];
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
  /** 调整理由 of a request as a whole. */
  readonly changeReason: string | null;
  /** 审核意见 of the review form. */
  readonly opinion: string | null;
  readonly review: readonly ReviewItem[];
}

export const BLANK_INDICATOR: IndicatorContent = {
  level1: null,
  level2: null,
  name: null,
  operator: null,
  target: null,
  unit: null,
  explanation: null,
  standard: null,
  weight: null,
  actual: null,
  score: null,
  deviation: null,
  remark: null,
  extras: {},
  others: {},
};

export const BLANK_CONTENT: FormContent = {
  year: null,
  department: null,
  coverDepartment: null,
  project: null,
  implementer: null,
  duties: null,
  goal: null,
  goalActual: null,
  tasks: [],
  budgetTotal: null,
  budget: [],
  execution: [],
  indicators: [],
  total: null,
  grade: null,
  signoffs: [],
  date: null,
  changeReason: null,
  opinion: null,
  review: [],
};

/** Headings of further columns, both rows joined by `/`; the first that fits wins. */
const EXTRA_HEADINGS: readonly (readonly [ExtraField, RegExp, string?])[] = [
  ['likelihood', /确定能$/, '确定能'],
  ['likelihood', /有可能$/, '有可能'],
  ['likelihood', /完全不可能$/, '完全不可能'],
  ['likelihood', /可能性$/],
  ['cause-funds', /经费保障$/],
  ['cause-rules', /制度保障$/],
  ['cause-staff', /人员保障$/],
  ['cause-equipment', /硬件(?:条件)?保障$/],
  ['cause-other', /原因[^/]{0,8}\/其他$/],
  ['forecast', /预计(?:完成|执行)?(?:情况|[值数])?$/],
  ['progress', /(?:执行|完成)(?:情况|[数值])$/],
  ['check-score', /复核得?分$/],
  ['check-difference', /得分差异$/],
  ['check-reason', /扣分(?:理由|原因)$/],
  ['evidence', /佐证(?:材料|资料)?(?:名称)?$/],
  ['evidence-reference', /^文号(?:或日期)?$/],
  ['evidence-pages', /^[页份]数$/],
  ['evidence-place', /^存放(?:位置|地点)$/],
  ['evidence-keeper', /^提供人$/],
  ['change', /^调整(?:事项|类型)$/],
  ['change-before', /^(?:原|调整前的?)(?:年度)?(?:指标|目标)值$/],
  ['change-after', /^调整后的?(?:年度)?(?:指标|目标)值$/],
  ['change-reason', /^调整(?:理由|原因)$/],
];

/** The numbers of the rows say nothing of the indicators. */
const NUMBERING = /^(?:序号|编号)$/;
const NUMERIC: ReadonlySet<ExtraField> = new Set(['check-score', 'check-difference', 'evidence-pages']);
/** What people tick a box with. */
const TICK = /^[√✓✔☑是1vy]$/iu;

/** What a table says, without where it stands. Pure; the table's own corrections and assumptions are taken over. */
export function contentOf(table: IndicatorTable): FormContent {
  return {
    ...BLANK_CONTENT,
    year: valueOf(table.year),
    department: valueOf(table.department),
    coverDepartment: valueOf(table.coverDepartment),
    project: valueOf(table.project),
    implementer: valueOf(table.implementer),
    duties: valueOf(table.duties),
    goal: valueOf(table.goal),
    goalActual: valueOf(table.goalActual),
    changeReason: valueOf(table.changeReason),
    tasks: table.tasks.map(({ name, content }) => ({ name: valueOf(name), content: valueOf(content) })),
    budgetTotal: table.budget?.total?.value.yuan ?? null,
    budget: (table.budget?.items ?? []).flatMap(({ label, group, amount, within }) =>
      amount ? [{ label, group, yuan: amount.value.yuan, within }] : [],
    ),
    execution: table.execution.map(fundsLine).filter(({ label: _, ...amounts }) => isSaid(amounts)),
    indicators: table.indicators.map(indicatorContent),
    total: valueOf(table.total),
    grade: valueOf(table.grade),
    signoffs: table.foot.signoffs.flatMap(({ label, content }) =>
      label && content ? [{ label: label.value, content: content.value }] : [],
    ),
    date: valueOf(table.foot.date),
  };
}

/** What a review form says. */
export function reviewContent(review: TargetReview): FormContent {
  return {
    ...BLANK_CONTENT,
    year: valueOf(review.year),
    department: valueOf(review.department),
    project: valueOf(review.project),
    review: review.items.map(({ item, grade, remark }) => ({
      item: item.value,
      grade: valueOf(grade),
      remark: valueOf(remark),
    })),
    grade: valueOf(review.overall),
    opinion: valueOf(review.opinion),
    signoffs: review.signoffs.flatMap(({ label, content }) =>
      content ? [{ label: label.value, content: content.value }] : [],
    ),
    date: valueOf(review.date),
  };
}

function isSaid(amounts: Readonly<Record<string, number | null>>): boolean {
  return Object.values(amounts).some((amount) => amount !== null);
}

function valueOf<T>(field: Field<T> | null | undefined): T | null {
  return field?.value ?? null;
}

function fundsLine(row: ExecutionRow): FundsLine {
  return {
    label: row.label.value,
    initial: valueOf(row.initial),
    budget: valueOf(row.budget),
    spent: valueOf(row.spent),
    forecast: valueOf(row.forecast),
    weight: valueOf(row.weight),
    rate: valueOf(row.rate),
    score: valueOf(row.score),
  };
}

/** An indicator as plain values. */
export function indicatorContent(indicator: Indicator): IndicatorContent {
  const extras: Partial<Record<ExtraField, number | string>> = {};
  const others: Record<string, string> = {};
  for (const [heading, field] of Object.entries(indicator.others)) {
    if (NUMBERING.test(heading)) continue;
    const found = EXTRA_HEADINGS.find(([, pattern]) => pattern.test(heading));
    if (!found) {
      others[heading] = field.value;
      continue;
    }
    const [extra, , ticked] = found;
    if (extras[extra] !== undefined) others[heading] = field.value;
    else if (ticked === undefined) extras[extra] = NUMERIC.has(extra) ? numberIn(field.value) : field.value;
    else if (TICK.test(field.value)) extras[extra] = ticked;
    else others[heading] = field.value;
  }
  return {
    level1: valueOf(indicator.level1),
    level2: valueOf(indicator.level2),
    name: valueOf(indicator.name),
    operator: valueOf(indicator.operator),
    target: valueOf(indicator.target),
    unit: valueOf(indicator.unit),
    explanation: valueOf(indicator.explanation),
    standard: valueOf(indicator.standard),
    weight: valueOf(indicator.weight),
    actual: valueOf(indicator.actual),
    score: valueOf(indicator.score),
    deviation: valueOf(indicator.deviation),
    remark: valueOf(indicator.remark),
    extras,
    others,
  };
}

function numberIn(text: string): number | string {
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}
