import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '一级指标权重分配',
  messages: {
    withCost:
      '各一级指标的分值是{found}；设成本指标的，通行的分配是{scheme}。有本地规定的从其规定，否则请说明理由或调整。',
    withoutCost:
      '各一级指标的分值是{found}；不设成本指标的，通行的分配是{scheme}。有本地规定的从其规定，否则请说明理由或调整。',
    local: '各一级指标的分值是{found}；本审核口径的分配是{scheme}。请调整，或说明理由。',
  },
};
