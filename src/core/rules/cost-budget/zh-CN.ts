import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '成本指标与预算不符',
  messages: {
    above: '“{name}”的成本上限{cost}超过资金总额{total}。成本不能超出预算，请核对。',
    rounded: '“{name}”的成本上限{cost}比资金总额{total}略高，像是凑整的数。成本上限请按预算数填写。',
    sumAbove: '{count}个成本指标合计{sum}，超过资金总额{total}。成本不能超出预算，请核对。',
    short: '成本指标（{count}个）合计{sum}，与资金总额{total}及其各项都对不上。若不是只列了一部分，请核对。',
  },
};
