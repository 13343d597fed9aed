import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '必填项空白',
  messages: {
    name: '第{row}行有内容（“{value}”）却没有指标名称，不知道考核什么。请填写三级指标。',
    target: '“{name}”没有指标值，完成与否无从判断。请填写指标值。',
    year: '表上没有写明年度。请在标题或表头写明，例如“2026年度”。',
    impliedYear: '表上没有写明年度，只能从完成期限推定为{year}年。请在标题或表头写明。',
  },
};
