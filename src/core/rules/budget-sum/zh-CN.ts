import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '资金合计不符',
  messages: {
    above: '资金总额是{total}，“{group}”各项合计{sum}，多出{difference}（{items}）。请核对。',
    short: '资金总额是{total}，“{group}”各项合计{sum}，少了{difference}（{items}）。请核对。',
    blank: '资金总额是{total}，“{group}”已填各项合计{sum}，少了{difference}（{items}），还有项目空着。请补填或核对。',
  },
};
