import type { ConversionNote, ConversionRefusal } from '../../functions/conversion';
import type { Locale } from '../../i18n/fill';
import type { FormulaCommand, LeftReason } from '../../session';

export interface FormulaWords {
  readonly menu: string;
  readonly scopeHeading: string;
  readonly scope: Readonly<Record<'sheet' | 'cells' | 'rows', string>>;
  /** Where nothing is known to be selected. */
  readonly scopeNone: Readonly<Record<'cells' | 'rows', string>>;
  readonly command: Readonly<Record<FormulaCommand, string>>;
  readonly nothing: Readonly<Record<FormulaCommand, string>>;
  readonly changed: Readonly<Record<FormulaCommand, string>>;
  readonly leftAlone: string;
  readonly noted: string;
  readonly note: Readonly<Record<ConversionNote, string>>;
  readonly refused: Readonly<Record<ConversionRefusal, string>>;
  readonly left: Readonly<Record<LeftReason, string>>;
  readonly close: string;
}

const zhCN: FormulaWords = {
  menu: '公式',
  scopeHeading: '范围',
  scope: { sheet: '整张工作表', cells: '选中的单元格 {place}', rows: '所在的行 {place}' },
  scopeNone: { cells: '选中的单元格（请先选中）', rows: '所在的行（请先选中）' },
  command: { native: '转为普通公式（不依赖插件）', values: '转为数值', back: '恢复为 PERF 公式' },
  nothing: {
    native: '这里没有 PERF 公式。',
    values: '这里没有 PERF 公式。',
    back: '这里没有转换过的公式。',
  },
  changed: {
    native: '已把 {count} 个公式转为普通公式，原公式记在“绩效审核记录”表里，可以恢复，也可以撤销。',
    values: '已把 {count} 个公式转为数值，原公式记在“绩效审核记录”表里，可以恢复，也可以撤销。',
    back: '已恢复 {count} 个 PERF 公式。',
  },
  leftAlone: '下列单元格没有改动：',
  noted: '请注意：',
  note: {
    'percent-format': '实际完成值按百分比格式乘以 100，以后改了单元格格式，公式不会跟着变',
    'percent-fraction': '实际完成值是小数，按百分数乘以 100，以后请一直填小数',
    'percent-points': '实际完成值按百分点计，95% 请填 95',
    'target-fixed': '指标值是文字，其中的数已写进公式，以后改了指标值要重新转换',
  },
  refused: {
    function: '{name} 不能写成普通公式，可以转为数值',
    argument: '参数“{argument}”不是本表的单个单元格或数值',
    'several-inputs': '标准要用 {count} 项实际数据',
    'text-actual': '实际完成值“{text}”是文字，请改填数或日期',
    'unknown-grade': '标准里没有“{text}”这个等级',
    'full-unknown': '不知道满分是多少',
    'too-long': '公式太长',
    'too-deep': '公式嵌套太深',
  },
  left: { 'no-value': '没有可用的值', 'changed-since': '转换以后改动过，不再恢复' },
  close: '关闭',
};

const enUS: FormulaWords = {
  menu: 'Formulas',
  scopeHeading: 'Where',
  scope: { sheet: 'The whole sheet', cells: 'Selected cells {place}', rows: 'Their rows {place}' },
  scopeNone: { cells: 'Selected cells (select some first)', rows: 'Their rows (select cells first)' },
  command: { native: 'To native formulas (no add-in needed)', values: 'To values', back: 'Back to PERF formulas' },
  nothing: {
    native: 'There are no PERF formulas here.',
    values: 'There are no PERF formulas here.',
    back: 'No formulas were converted here.',
  },
  changed: {
    native:
      '{count} formulas made native. The originals are kept in the record sheet: they can be brought back, and this can be undone.',
    values:
      '{count} formulas made values. The originals are kept in the record sheet: they can be brought back, and this can be undone.',
    back: '{count} PERF formulas brought back.',
  },
  leftAlone: 'These cells were left alone:',
  noted: 'Please note:',
  note: {
    'percent-format':
      'the actual value is multiplied by 100 by its percent format; the formula does not follow a later change of format',
    'percent-fraction': 'the actual value is a fraction and multiplied by 100; go on entering fractions',
    'percent-points': 'the actual value is taken in percent points: enter 95 for 95 %',
    'target-fixed': 'the target is text, and its number stands in the formula; convert again after changing it',
  },
  refused: {
    function: '{name} has no native formula; it can be turned into its value',
    argument: 'the argument “{argument}” is neither one cell of this sheet nor a value',
    'several-inputs': 'the standard asks for {count} results',
    'text-actual': 'the actual value “{text}” is text: enter a number or a date',
    'unknown-grade': 'the standard has no grade “{text}”',
    'full-unknown': 'the full mark is not known',
    'too-long': 'the formula would be too long',
    'too-deep': 'the formula would be nested too deep',
  },
  left: { 'no-value': 'there is no value to keep', 'changed-since': 'changed since, and not brought back' },
  close: 'Close',
};

const WORDS: Readonly<Record<Locale, FormulaWords>> = { 'zh-CN': zhCN, 'en-US': enUS };

export function formulaWords(locale: Locale): FormulaWords {
  return WORDS[locale];
}
