import type { CellRef, Range } from '../sheet';
import type { FormId } from './form';
import type { Operator, Target } from './target';

/**
 * A value together with where it was read. `assumed` says why it is not simply what stands in the cell:
 * one of the codes of `Assumption`.
 */
export interface Field<T> {
  readonly value: T;
  /** The cell's text as displayed, breaks included. */
  readonly raw: string;
  readonly cell: CellRef;
  readonly assumed?: Assumption;
}

/**
 * - `carried`: from a merged or left-blank cell above;
 * - `shifted`: the row's cells stood left or right of their columns;
 * - `implied`: follows from something else (level 1 from level 2, year from the deadlines);
 * - `standard`: 分值 from the full mark stated in the scoring standard;
 * - `split`: taken out of a cell that holds several things (≤278.99万元);
 * - `number-format`: a percent cell's fraction turned into percent.
 */
export type Assumption = 'carried' | 'shifted' | 'implied' | 'standard' | 'split' | 'number-format';

/** The columns of an indicator row. */
export const INDICATOR_FIELDS = [
  'level1',
  'level2',
  'name',
  'operator',
  'target',
  'unit',
  'explanation',
  'standard',
  'weight',
  'actual',
  'score',
  'deviation',
  'remark',
] as const;

export type IndicatorField = (typeof INDICATOR_FIELDS)[number];

/** The sign column (指标值类型): a comparison, or the words 定性 / 定量 as some forms have them. */
export type TargetType = Operator | '定性' | '定量';

/** 绩效指标: one row. A field is null where the form has no such column or the cell is blank. */
export interface Indicator {
  /** Row on the sheet, from 0. */
  readonly row: number;
  readonly level1: Field<string> | null;
  readonly level2: Field<string> | null;
  readonly name: Field<string> | null;
  readonly operator: Field<TargetType> | null;
  /** 指标值 without sign and unit where it is a number; a percentage in percent points; else its words. */
  readonly target: Field<number | string> | null;
  readonly unit: Field<string> | null;
  readonly explanation: Field<string> | null;
  readonly standard: Field<string> | null;
  /** 分值, in points. */
  readonly weight: Field<number> | null;
  /** 实际完成值; a percentage in percent points. */
  readonly actual: Field<number | string> | null;
  readonly score: Field<number> | null;
  readonly deviation: Field<string> | null;
  readonly remark: Field<string> | null;
  /** Sign, value and unit together, read by `core/text`. `unknown` for a blank target. */
  readonly reading: Target;
  /** Further columns of monitoring and other forms, by their header as written. */
  readonly others: Readonly<Record<string, Field<string>>>;
  /** The row is hidden or filtered out. */
  readonly hidden: boolean;
  /** How many columns the row's cells stood to the left (−) or right (+) of their columns; 0 for none. */
  readonly shift: number;
}

/** An amount of the budget block as written (资金总额：550.13万元). */
export interface Money {
  /** In 元. */
  readonly yuan: number;
  /** As the cell or the block's heading states: 元 or 万元; null where nowhere stated (万元 is then assumed). */
  readonly unit: '元' | '万元' | null;
  /** The number in the unit above. */
  readonly amount: number;
}

export type BudgetGroup = 'source' | 'use';

/** A line of the budget block. */
export interface BudgetItem {
  /** 一般公共预算, 基本支出 …, as written. */
  readonly label: string;
  /** By source (按收入性质, 资金来源) or by use (按支出性质, 资金结构). */
  readonly group: BudgetGroup;
  /** Null for a blank amount. */
  readonly amount: Field<Money> | null;
  readonly cell: CellRef;
  /** A part of the item above (其中：), not to be added again. */
  readonly within: boolean;
}

/** 年度预算申请, 预算情况, 项目资金. */
export interface Budget {
  readonly total: Field<Money> | null;
  readonly items: readonly BudgetItem[];
}

/** A row of the funds grid of a self-evaluation or monitoring form (年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分). */
export interface ExecutionRow {
  readonly label: Field<string>;
  readonly initial: Field<number> | null;
  readonly budget: Field<number> | null;
  readonly spent: Field<number> | null;
  /** 全年预计执行数, in monitoring forms that have it. */
  readonly forecast?: Field<number> | null;
  readonly weight: Field<number> | null;
  /** In percent. */
  readonly rate: Field<number> | null;
  readonly score: Field<number> | null;
}

export type TableKind = 'target' | 'self-evaluation' | 'monitoring';

/** Whose table: a whole department (整体) or one project. */
export type TableSubject = 'department' | 'project';

/** 88号 / 101号 / 旧版县区 (satisfaction at level 2 under 效益). */
export type Tree = '2015' | '2021' | 'county';

/** Where a column of the table was found. */
export interface Column {
  readonly field: IndicatorField | 'other';
  readonly column: number;
  /** The header's words, both rows joined, breaks taken out; '' where the column was known by its contents. */
  readonly header: string;
  readonly headerCell: CellRef | null;
  /** Set where the header says another field than what stands under it; the contents were believed. */
  readonly headerSays?: IndicatorField | 'other';
}

/** A cell above or below the rows that has a meaning of its own. */
export interface Block {
  readonly label: Field<string> | null;
  readonly content: Field<string> | null;
}

/** A line of 年度主要任务 (任务名称 | 主要内容). */
export interface Task {
  readonly name: Field<string> | null;
  readonly content: Field<string> | null;
}

/** Review and date cells under the table. */
export interface Foot {
  /** 业务股室审核, 绩效股审核, 填报人 …: the label and what stands after it. */
  readonly signoffs: readonly Block[];
  /** Date of signing, `YYYY-MM-DD`. */
  readonly date: Field<string> | null;
  readonly cells: readonly Field<string>[];
}

/** 绩效表: one table on a sheet. */
export interface IndicatorTable {
  readonly sheet: string;
  /** From the title to the foot. */
  readonly range: Range;
  readonly kind: TableKind;
  readonly subject: TableSubject;
  /** The official form it comes nearest to; null where none fits. */
  readonly formId: FormId | null;
  readonly title: Field<string> | null;
  readonly year: Field<number> | null;
  /** Years for which 实施期目标 are set, where the table has them. */
  readonly multiYear: boolean;
  /** 部门（单位）名称 in its own cell; `coverDepartment` is the name on the cover or under the title. */
  readonly department: Field<string> | null;
  /** The label cell of the department's name, where the form has one (its value may be blank). */
  readonly departmentLabel: Field<string> | null;
  readonly coverDepartment: Field<string> | null;
  readonly project: Field<string> | null;
  /** 实施单位, where it is named beside the department in charge. */
  readonly implementer: Field<string> | null;
  readonly duties: Field<string> | null;
  readonly goal: Field<string> | null;
  /** 实际完成情况 of the goal, in self-evaluations. */
  readonly goalActual: Field<string> | null;
  /** 调整理由 of a request to adjust targets, as a whole. */
  readonly changeReason: Field<string> | null;
  /** 年度主要任务: name and content, in the forms that list them. */
  readonly tasks: readonly Task[];
  readonly budget: Budget | null;
  readonly execution: readonly ExecutionRow[];
  readonly tree: Tree | null;
  readonly columns: readonly Column[];
  readonly headerRows: readonly number[];
  readonly indicators: readonly Indicator[];
  /** 总分, as written. */
  readonly total: Field<number> | null;
  readonly grade: Field<string> | null;
  readonly foot: Foot;
}

export function hasColumn(table: IndicatorTable, field: IndicatorField): boolean {
  return table.columns.some((column) => column.field === field);
}

/** A sheet that holds no indicator table, with what was looked for; never an exception. */
export interface Unread {
  readonly sheet: string;
  readonly reason: 'empty' | 'no-header' | 'own-sheet' | 'review-form' | 'list-form' | 'no-rows';
  /** The nearest thing found (a cell with 三级指标, say), to point at. */
  readonly nearest: CellRef | null;
}

export interface SheetReading {
  readonly tables: readonly IndicatorTable[];
  /** Tables with headings and no indicator yet: there is nothing to check in them, but they can be filled. */
  readonly blank?: readonly IndicatorTable[];
  /** Lists of evidence and requests to adjust, by their mark: rows about indicators, no targets to be checked. */
  readonly lists?: readonly IndicatorTable[];
  /** Set when `tables` is empty. */
  readonly unread: Unread | null;
}
