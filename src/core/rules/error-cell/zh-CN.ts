import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '单元格显示错误值',
  messages: {
    formula: '公式 {formula} 的结果是错误值 {error}。请检查公式引用的单元格是否被删除或移动。',
    value: '单元格里是错误值 {error}，本来的内容已经丢失。请重新填写。',
  },
};
