import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '时限不在本年度',
  messages: { other: '本表是{year}年度的，“{name}”的时限却是“{date}”。请核对年份。' },
  fixes: { year: '年份改为{year}' },
};
