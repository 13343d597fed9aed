import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '区间上下限颠倒',
  messages: {
    inverted: '“{name}”的下限{low}大于上限{high}，没有任何结果能够达标。请核对。',
    empty: '“{name}”的下限{low}不小于上限{high}，没有任何结果能够达标。请核对。',
  },
  fixes: { swap: '对调上下限' },
};
