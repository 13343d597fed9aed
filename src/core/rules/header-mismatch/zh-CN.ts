import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '列名与内容不符',
  messages: {
    one: '列名与下面的内容不符（列名 → 内容）：{columns}。检查时以内容为准，请改正列名。',
    several: '有{count}列的列名与下面的内容不符（列名 → 内容）：{columns}。检查时以内容为准，请改正表头。',
  },
};
