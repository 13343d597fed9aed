import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '缺少计量单位',
  messages: { missing: '“{name}”的指标值{value}没有计量单位。请填写。' },
  fixes: { add: '计量单位填“{to}”' },
};
