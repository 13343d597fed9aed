import type { HeadChange, HeadField } from '../core/check';
import { fill, type Locale } from '../i18n';

const zh = {
  unpaired: '{file}：“{title}”在另一个文件里没有对应的表',
  heads: '表头、资金和总分',
  headLine: '{field}（{line}）',
  counts: '新增 {added}，删除 {removed}，修改 {changed}，未变 {unchanged}',
  added: '新增',
  removed: '删除',
  changed: '修改',
  mended: '已解决的问题',
  remaining: '仍在的问题',
  fresh: '新出现的问题',
  approved: '与批复的目标表不一致',
  agrees: '与批复的目标表一致。',
  same: '没有变化。',
  field: '{field}：“{was}” → “{is}”',
  blank: '（空）',
  title: '两个版本的比较',
  files: '旧：{before}　新：{after}',
  fields: {
    level1: '一级指标',
    level2: '二级指标',
    name: '三级指标',
    operator: '比较符号',
    target: '指标值',
    unit: '计量单位',
    explanation: '指标解释',
    standard: '评分标准',
    weight: '分值',
    actual: '实际完成值',
    score: '得分',
    deviation: '偏差原因',
    remark: '备注',
  },
  headFields: {
    title: '标题',
    year: '年度',
    department: '部门名称',
    project: '项目名称',
    implementer: '实施单位',
    duties: '部门职责',
    tasks: '主要任务',
    goal: '绩效目标',
    goalActual: '目标实际完成情况',
    budget: '资金',
    initial: '年初预算数',
    allotted: '全年预算数',
    spent: '执行数',
    forecast: '全年预计执行数',
    executionWeight: '执行率分值',
    rate: '执行率',
    executionScore: '执行率得分',
    total: '总分',
    grade: '等级',
  } satisfies Record<HeadField, string>,
};

export type ComparisonText = typeof zh;

const en: ComparisonText = {
  unpaired: '{file}: “{title}” has no counterpart in the other file',
  heads: 'Above and below the rows',
  headLine: '{field} ({line})',
  counts: '{added} added, {removed} removed, {changed} changed, {unchanged} unchanged',
  added: 'Added',
  removed: 'Removed',
  changed: 'Changed',
  mended: 'Findings mended',
  remaining: 'Findings that remain',
  fresh: 'New findings',
  approved: 'Differs from the approved targets',
  agrees: 'Agrees with the approved targets.',
  same: 'Nothing changed.',
  field: '{field}: “{was}” → “{is}”',
  blank: '(blank)',
  title: 'Two versions compared',
  files: 'Before: {before}; after: {after}',
  fields: {
    level1: 'level 1',
    level2: 'level 2',
    name: 'indicator',
    operator: 'sign',
    target: 'target',
    unit: 'unit',
    explanation: 'explanation',
    standard: 'standard',
    weight: 'points',
    actual: 'actual',
    score: 'score',
    deviation: 'reason',
    remark: 'remark',
  },
  headFields: {
    title: 'title',
    year: 'year',
    department: 'department',
    project: 'project',
    implementer: 'carried out by',
    duties: 'duties',
    tasks: 'tasks',
    goal: 'goal',
    goalActual: 'what came of the goal',
    budget: 'budget',
    initial: 'budget at the start of the year',
    allotted: 'budget of the whole year',
    spent: 'spent',
    forecast: 'spending forecast',
    executionWeight: 'points of the execution rate',
    rate: 'execution rate',
    executionScore: 'score of the execution rate',
    total: 'total score',
    grade: 'grade',
  },
};

/** The words of a comparison of two versions. */
export function comparisonText(locale: Locale): ComparisonText {
  return locale === 'zh-CN' ? zh : en;
}

/** 资金（基本支出）: a field above or below the rows, with the line that it stands in. */
export function headName({ field, label }: Pick<HeadChange, 'field' | 'label'>, locale: Locale): string {
  const { headFields, headLine } = comparisonText(locale);
  return label === '' ? headFields[field] : fill(headLine, { field: headFields[field], line: label }, locale);
}

/** Letters around what was changed in a long text. */
const AROUND = 12;
const LONG = 40;

/** Of two long texts what differs, with a little on either side. */
export function whereTheyDiffer(was: string, is: string): readonly [was: string, is: string] {
  if (was.length <= LONG && is.length <= LONG) return [was, is];
  const [a, b] = [[...was], [...is]];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const cut = (letters: readonly string[]): string => {
    const [from, to] = [Math.max(0, start - AROUND), Math.min(letters.length, letters.length - end + AROUND)];
    return `${from > 0 ? '…' : ''}${letters.slice(from, to).join('')}${to < letters.length ? '…' : ''}`;
  };
  // Nothing of a text that is not there.
  return [was === '' ? '' : cut(a), is === '' ? '' : cut(b)];
}
