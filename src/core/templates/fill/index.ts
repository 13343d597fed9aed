import Big from 'big.js';
import type { FormKind } from '../../indicator';
import { BLANK_CONTENT, type BudgetLine, type FormContent, type FundsLine, type IndicatorContent } from '../content';
import { fundKey } from '../funds';
import { slotsOf, type Form } from '../model';
import { targetText } from '../target-text';
import { unplacedOf, type Unplaced } from '../unplaced';
import { placeOf, placesOf, type LevelPlace } from './levels';
import { rollYears } from './years';

export type { LevelPlace } from './levels';

export interface FillOptions {
  /** What the content was read from; what belongs to another kind of document is not taken over. */
  readonly from: FormKind;
  /** The year of the new table; its deadlines move along. The content's own by default. */
  readonly year?: number;
  /** `clear`: indicators stay, their target values are to be set anew. */
  readonly targets?: 'keep' | 'clear';
  readonly budget?: 'keep' | 'clear';
  /** The same table in another form: what was written of results, reviews and dates stays. */
  readonly same?: boolean;
  /** What a person chose for rows that could go to several places, by their index in the content. */
  readonly places?: ReadonlyMap<number, LevelPlace>;
}

/** A row whose level 1 and level 2 were not clear from its own words. */
export interface LevelChoice {
  /** Index among the content's indicators. */
  readonly indicator: number;
  readonly name: string;
  readonly from: { readonly level1: string | null; readonly level2: string | null };
  /** Where it was put; null where nothing told, and its own words were kept. */
  readonly place: LevelPlace | null;
  readonly options: readonly LevelPlace[];
}

/** A date that was moved to the new year. */
export interface YearChange {
  /** Index among the content's indicators; null for the goal and other texts above. */
  readonly indicator: number | null;
  readonly from: string;
  readonly to: string;
}

/** What a form is filled with, and all that a person should look at. */
export interface Filled {
  readonly content: FormContent;
  readonly choices: readonly LevelChoice[];
  readonly years: readonly YearChange[];
  readonly unplaced: readonly Unplaced[];
}

/** Fills a form from what another table says. Nothing is dropped in silence: see `choices`, `unplaced`. Pure. */
export function fillForm(form: Form, source: FormContent, options: FillOptions): Filled {
  const years: YearChange[] = [];
  const choices: LevelChoice[] = [];
  const restated = named(form, options.same ? source : restate(form, source, options));
  const rolled = roll(restated, options.year ?? null, years);
  const placed = rolled.indicators.map((row, index) => levelled(form, row, index, options.places, choices));
  const cleared = options.targets === 'clear' ? placed.map((row) => ({ ...row, target: null })) : placed;
  const { indicators, order } = inOrder(form, cleared);
  const content: FormContent = {
    ...rolled,
    ...(options.budget === 'clear' ? { budgetTotal: null, budget: [], execution: [] } : {}),
    indicators,
  };
  return {
    content,
    choices,
    years,
    // Rows may have been put into the form's order: they are named as they stood in the source.
    unplaced: unplacedOf(form, content).map((entry) =>
      entry.indicator === null ? entry : { ...entry, indicator: order[entry.indicator] ?? entry.indicator },
    ),
  };
}

/** Takes over what one kind of document says to another: a self-evaluation begins with targets and no results. */
function restate(form: Form, source: FormContent, { from, year }: FillOptions): FormContent {
  const { kind } = form;
  // A spot check of a self-evaluation keeps its rows as they are; what one year achieved is nothing to the next.
  const sameYear = year === undefined || source.year === null || year === source.year;
  const keepsResults = from === kind && kind !== 'target' && sameYear;
  const asked = form.columns.map(({ field }) => field);
  const indicators = source.indicators.map((row): IndicatorContent => {
    if (keepsResults) return row;
    if (asked.includes('change-before') && from !== 'list') return beforeChange(row);
    return {
      ...row,
      actual: asked.includes('evidence') ? row.actual : null,
      score: null,
      deviation: null,
      extras: {},
      others: from === 'monitoring' || from === 'self-evaluation' ? {} : row.others,
    };
  });
  const execution = kind === 'self-evaluation' || kind === 'monitoring' ? fundsOf(form, source, keepsResults) : [];
  return {
    ...BLANK_CONTENT,
    year: source.year,
    department: source.department,
    coverDepartment: source.coverDepartment,
    project: source.project,
    implementer: source.implementer,
    duties: source.duties,
    goal: source.goal,
    goalActual: keepsResults ? source.goalActual : null,
    tasks: source.tasks,
    ...budgetBeside(form, source, execution),
    execution,
    indicators,
    total: keepsResults ? source.total : null,
    grade: keepsResults ? source.grade : null,
  };
}

/** What was approved stands as 原指标值 in a request to adjust it; what it is to become is for people to say. */
function beforeChange(row: IndicatorContent): IndicatorContent {
  const before = targetText(row)?.text;
  return {
    ...row,
    operator: null,
    target: null,
    unit: null,
    actual: null,
    score: null,
    deviation: null,
    extras: before === undefined ? {} : { 'change-before': before },
  };
}

/** The budget as a form's own block has it; what went into the funds grid is not said a second time. */
function budgetBeside(
  form: Form,
  source: FormContent,
  execution: readonly FundsLine[],
): Pick<FormContent, 'budgetTotal' | 'budget'> {
  if (execution.length === 0) return { budgetTotal: source.budgetTotal ?? wholeOf(source), budget: source.budget };
  if (source.execution.length > 0) return { budgetTotal: source.budgetTotal, budget: source.budget };
  const total = source.budgetTotal;
  const [whole, ...parts] = fundsLabels(form);
  const taken = parts.map((label) => lineOf(source, label));
  return {
    budgetTotal: execution.some(({ label }) => label === whole) ? null : total,
    budget: source.budget.filter((line) => !taken.includes(line)),
  };
}

/** The line of a budget that goes into a line of the funds grid. */
function lineOf({ budget }: FormContent, label: string): BudgetLine | undefined {
  return budget.find((line) => sameFunds(line.label, label));
}

/** The kinds of funds that a form's funds grid has lines for, the whole first. */
function fundsLabels(form: Form): readonly string[] {
  return [...new Set(slotsOf(form).flatMap((slot) => (slot.kind === 'execution' ? [slot.label] : [])))];
}

/** The name on the cover fills the department's own cell where that is blank and the form has no cover. */
function named(form: Form, content: FormContent): FormContent {
  const { department, coverDepartment } = content;
  if (slotsOf(form).some((slot) => slot.kind === 'text' && slot.key === 'coverDepartment')) return content;
  const name = department ?? coverDepartment;
  return { ...content, department: name, coverDepartment: coverDepartment === name ? null : coverDepartment };
}

/** 年度资金总额 of a funds grid, as a budget in 元: of the whole year where that is known, else as it was first. */
function wholeOf({ execution }: FormContent): number | null {
  const [whole] = execution;
  const amount = whole?.budget ?? whole?.initial ?? null;
  return amount === null ? null : new Big(amount).times(10_000).toNumber();
}

/** The rows of a funds grid out of the budget: what was budgeted, with nothing spent yet. */
function fundsOf(form: Form, source: FormContent, keepsResults: boolean): readonly FundsLine[] {
  if (source.execution.length > 0) {
    return source.execution.map((line) =>
      keepsResults ? line : { ...line, spent: null, forecast: null, rate: null, score: null },
    );
  }
  const blank = { spent: null, forecast: null, rate: null, score: null, weight: null };
  const lines: FundsLine[] = [];
  for (const [index, label] of fundsLabels(form).entries()) {
    const yuan = index === 0 ? source.budgetTotal : (lineOf(source, label)?.yuan ?? null);
    if (yuan === null) continue;
    const amount = new Big(yuan).div(10_000).toNumber();
    lines.push({ ...blank, label, initial: amount, budget: amount });
  }
  return lines;
}

/** 一般公共预算, 政府预算资金, 财政拨款: three names for what the treasury pays. */
const TREASURY = /^(?:一般公共预算|政府预算|(?:当年)?财政(?:拨款|资金)?)/u;

function sameFunds(a: string, b: string): boolean {
  const [one, other] = [fundKey(a), fundKey(b)];
  return one === other || (TREASURY.test(one) && TREASURY.test(other));
}

function roll(content: FormContent, year: number | null, changes: YearChange[]): FormContent {
  if (year === null || content.year === year) return content;
  if (content.year === null) return { ...content, year };
  const was = content.year;
  const moved = <T extends string | number | null>(text: T, indicator: number | null): T => {
    if (typeof text !== 'string') return text;
    const rolled = rollYears(text, was, year - was);
    for (const change of rolled.changes) changes.push({ indicator, ...change });
    return rolled.text as T;
  };
  return {
    ...content,
    year,
    project: moved(content.project, null),
    goal: moved(content.goal, null),
    tasks: content.tasks.map((task) => ({ name: moved(task.name, null), content: moved(task.content, null) })),
    indicators: content.indicators.map((row, index) => ({
      ...row,
      name: moved(row.name, index),
      target: moved(row.target, index),
      explanation: moved(row.explanation, index),
      standard: moved(row.standard, index),
    })),
  };
}

function levelled(
  form: Form,
  row: IndicatorContent,
  index: number,
  places: FillOptions['places'],
  choices: LevelChoice[],
): IndicatorContent {
  const asked = form.columns.some(({ field }) => field === 'level1' || field === 'level2');
  if (!asked) return row;
  const { place: proposed, options } = placeOf(row, form.levels);
  const chosen = places?.get(index);
  const place = chosen ?? proposed;
  if (options.length > 0) {
    choices.push({
      indicator: index,
      name: row.name ?? '',
      from: { level1: row.level1, level2: row.level2 },
      place,
      options,
    });
  }
  return place ? { ...row, level1: place.level1, level2: place.level2 } : row;
}

/** The rows in the order of the form's levels, those of a level as they stood; rows without a place come last. */
function inOrder(
  form: Form,
  rows: readonly IndicatorContent[],
): { readonly indicators: readonly IndicatorContent[]; readonly order: readonly number[] } {
  const places = placesOf(form.levels);
  const rank = ({ level1, level2 }: IndicatorContent): number => {
    const at = places.findIndex((place) => place.level1 === level1 && place.level2 === level2);
    return at < 0 ? places.length : at;
  };
  const order = rows.map((_, index) => index);
  order.sort((a, b) => rank(rows[a] as IndicatorContent) - rank(rows[b] as IndicatorContent) || a - b);
  return { indicators: order.map((index) => rows[index] as IndicatorContent), order };
}
