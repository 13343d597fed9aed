import type { Locale } from '../i18n';

const zh = {
  title: '绩效表检查报告',
  summary: '共 {files} 个文件，必改 {error}，建议修改 {warning}，提示 {info}；读不出 {unreadable} 个',
  table: '{title} {range}，{count} 条指标',
  columns: ['级别', '规则', '位置', '问题'],
  kept: '已保留原值：{reason}',
  curves: '有问题的评分标准：得分曲线',
  clean: '未发现问题',
  noTable: '未找到绩效表',
};

const en: typeof zh = {
  title: 'Check of performance tables',
  summary: '{files} files: {error} errors, {warning} warnings, {info} infos; {unreadable} unreadable',
  table: '{title} {range}, {count} indicators',
  columns: ['Level', 'Rule', 'Place', 'Finding'],
  kept: 'Kept with a reason: {reason}',
  curves: 'Score curves of the standards at fault',
  clean: 'No problem found',
  noTable: 'No performance table found',
};

/** The words of reports. */
export function reportText(locale: Locale): typeof zh {
  return locale === 'zh-CN' ? zh : en;
}
