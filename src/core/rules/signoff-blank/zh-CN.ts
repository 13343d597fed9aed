import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '审核签署未填',
  messages: {
    signoff: '表尾的{labels}还没有填写。请由审核人签署。',
    date: '表尾没有日期。请填写审核日期。',
  },
};
