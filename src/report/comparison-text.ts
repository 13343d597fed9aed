import type { Locale } from '../i18n';

const zh = {
  unpaired: '{file}：“{title}”在另一个文件里没有对应的表',
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
};

export type ComparisonText = typeof zh;

const en: ComparisonText = {
  unpaired: '{file}: “{title}” has no counterpart in the other file',
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
};

/** The words of a comparison of two versions. */
export function comparisonText(locale: Locale): ComparisonText {
  return locale === 'zh-CN' ? zh : en;
}
