import type {
  Field,
  Indicator,
  IndicatorField,
  IndicatorTable,
  Level1,
  SheetReading,
  TableKind,
  Tree,
} from '../indicator';
import type { CellRef, FixEdit, Range, SheetSnapshot } from '../sheet';

/** 必改 / 建议修改 / 提示. */
export type Severity = 'error' | 'warning' | 'info';

/** The dimensions of 绩效目标审核表: 完整性, 相关性, 适当性, 可行性. */
export type Dimension = 'completeness' | 'relevance' | 'appropriateness' | 'feasibility';

/** The clause that a rule enforces, and whom it binds. */
export interface Source {
  /** 财预〔2021〕101号. */
  readonly document: string;
  readonly clause: string;
  /** Whom it binds; outside it the finding says 参照 and is a warning at most. */
  readonly scope: 'all' | 'project' | 'central-project' | 'central';
}

/** Values for the placeholders of a message. Numbers are written without trailing zeros. */
export type MessageData = Readonly<Record<string, string | number | readonly string[]>>;

/** `safe`: may be applied in bulk. `choice`: a person decides between this and others, or leaves it. */
export type FixGrade = 'safe' | 'choice';

export interface FixDraft {
  /** Id of the fix's title among the rule's wording. */
  readonly title: string;
  readonly data?: MessageData;
  readonly grade: FixGrade;
  readonly edits: readonly FixEdit[];
}

/** What a rule says of one place. Wording, severity, suppression and order are others' business. */
export interface Report {
  /** Id of the message among the rule's wording. */
  readonly message: string;
  readonly cell: CellRef;
  readonly range?: Range;
  readonly data?: MessageData;
  /** Where the message calls for another severity than the rule's own. */
  readonly severity?: Severity;
  /** The row it is about; decides key, folding and yielding. */
  readonly indicator?: Indicator;
  /** The field it is about, for the key. */
  readonly field?: IndicatorField | string;
  readonly fixes?: readonly FixDraft[];
  /** Where this one message rests on another clause than the rule's own; null for none: plain arithmetic binds everybody. */
  readonly source?: Source | null;
}

/** Who is looking: some findings are only for some. */
export type Audience = 'clerk' | 'reviewer' | 'publication';

/** A local document (省、市、县的办法) cited in place of a national one; it binds wherever it is set. */
export interface LocalSource {
  /** The national document whose place it takes; every document where left out. */
  readonly instead?: string;
  /** Codes of the rules for which it stands; every rule that cites a document where left out. */
  readonly rules?: readonly string[];
  readonly document: string;
  /** The national document's clause stands where left out. */
  readonly clause?: string;
}

/** Points of the level-1 indicators, 90 or 100 together; what is left out has none. */
export type WeightScheme = Readonly<Partial<Record<Exclude<Level1, 'input'>, number>>>;

/** Thresholds; none of them changes a score. */
export interface RuleSettings {
  readonly audience: Audience;
  /** Which clause scopes hold here: see `Source.scope`. */
  readonly central: boolean;
  /** Tolerance of sums, in the unit of the amount (0.01 万元 by default). */
  readonly sumTolerance: number;
  /** Months in which a form is usually signed, first and last, counted from January (0) of the table's year. */
  readonly signingMonths: Readonly<Record<TableKind, readonly [first: number, last: number]>>;
  /** Actual ÷ target from which a result counts as far above it (1.3; some provinces 1.2). */
  readonly overAchievement: number;
  /** Actual ÷ target under which a result counts as far below a limit (0.7). */
  readonly underspending: number;
  /** Execution rate in percent that is due by the end of a month, by month (4 for April), ascending. */
  readonly executionByMonth: readonly (readonly [month: number, percent: number])[];
  /** 指标分类 by which every table is checked; null for each table's own. */
  readonly tree: Tree | null;
  /** Splits of the points that hold here, instead of the national ones; empty for those. */
  readonly weightSchemes: readonly WeightScheme[];
  /** 本地文号; of several that fit, the first. */
  readonly localSources: readonly LocalSource[];
}

export const DEFAULT_SETTINGS: RuleSettings = {
  audience: 'clerk',
  central: false,
  sumTolerance: 0.01,
  signingMonths: { target: [-6, 5], monitoring: [6, 9], 'self-evaluation': [12, 23] },
  overAchievement: 1.3,
  underspending: 0.7,
  executionByMonth: [
    [4, 25],
    [6, 40],
    [8, 60],
    [10, 80],
  ],
  tree: null,
  weightSchemes: [],
  localSources: [],
};

export interface RuleContext {
  readonly sheet: SheetSnapshot;
  readonly settings: RuleSettings;
  /** Every table of the workbook that was read, this one included, and those of other files given to hold it against. */
  readonly tables: readonly IndicatorTable[];
  /** Requests to adjust targets and lists of evidence, as far as they stand in the workbook. */
  readonly lists: readonly IndicatorTable[];
}

export type RuleScope = 'row' | 'table' | 'sheet';

/** `OWN-…`: a check of the user's own, which stands beside ours in all but its wording. */
export type RuleCode = `PT${number}` | `OWN-${string}`;

/**
 * What a rule reads, so that a change re-runs only what it touches. `cells`: anything on the sheet; `rows`: a row rule
 * that looks at the other rows too; `tables`: a rule that looks at other tables, or at lists.
 */
export type RuleField =
  | IndicatorField
  | 'title'
  | 'year'
  | 'department'
  | 'budget'
  | 'execution'
  | 'goal'
  | 'foot'
  | 'columns'
  | 'cells'
  | 'rows'
  | 'tables';

interface RuleBase {
  readonly code: RuleCode;
  /** Readable alias: `operator-wording`. The folder's name. */
  readonly name: string;
  readonly severity: Severity;
  readonly dimension: Dimension;
  readonly fields: readonly RuleField[];
  readonly source?: Source;
  readonly audiences?: readonly Audience[];
  /** Names cells or rows in its words, or looks at merged areas: where rows moved, what it said does not move along. */
  readonly places?: true;
  /** Silent on a row where one of these spoke. */
  readonly yieldsTo?: readonly `PT${number}`[];
  /** Folded under a finding of one of these on the same row (or, for findings without a row, in the same table). */
  readonly foldsUnder?: readonly `PT${number}`[];
}

export interface RowRule extends RuleBase {
  readonly scope: 'row';
  check(indicator: Indicator, table: IndicatorTable, context: RuleContext): Iterable<Report>;
}

export interface TableRule extends RuleBase {
  readonly scope: 'table';
  /** Null is a pause: a rule that looks at every row of a large table takes one now and then. */
  check(table: IndicatorTable, context: RuleContext): Iterable<Report | null>;
}

export interface SheetRule extends RuleBase {
  readonly scope: 'sheet';
  check(reading: SheetReading, context: RuleContext): Iterable<Report>;
}

export type Rule = RowRule | TableRule | SheetRule;

/** A rule's sentences: `{name}` is replaced from the report's data. Same ids in every language. */
export interface RuleWording {
  /** Short name of the rule for lists and settings. */
  readonly title: string;
  /** What is wrong, why, and what to do. */
  readonly messages: Readonly<Record<string, string>>;
  readonly fixes?: Readonly<Record<string, string>>;
}

/** A rule's folder as a whole. */
export interface RuleEntry {
  readonly rule: Rule;
  readonly wording: { readonly 'zh-CN': RuleWording; readonly 'en-US': RuleWording };
}

/** Rows that a table rule looks at between two pauses. */
export const ROWS_BETWEEN = 250;

/** Identity at compile time: keeps literal types and checks the shape. */
export function defineRule<R extends Rule>(rule: R): R {
  return rule;
}

/** For messages of plain arithmetic: a clause on projects is cited where it binds, and takes nothing off elsewhere. */
export function arithmetic(table: IndicatorTable): Pick<Report, 'source'> {
  return table.subject === 'project' ? {} : { source: null };
}

/** The cell to point at for a field, else the row's name, else the row's first column. */
export function cellOf(
  indicator: Indicator,
  field: Exclude<keyof Indicator, 'row' | 'reading' | 'others' | 'hidden' | 'shift'>,
): CellRef {
  const found = indicator[field] as Field<unknown> | null;
  return found?.cell ?? indicator.name?.cell ?? { row: indicator.row, column: 0 };
}
