import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '缺少比较符号',
  messages: { missing: '“{name}”的指标值“{value}”没有比较符号，看不出是至少、至多还是正好。请补上。' },
  fixes: { add: '补上“{sign}”' },
};
