import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '比较符号误用书名号',
  messages: {
    typo: '“{name}”的比较符号写成了书名号“{typed}”，系统和读者都认不出。请改为“≥”“>”等比较符号。',
  },
  fixes: { replace: '将“{typed}”改为“{sign}”' },
};
