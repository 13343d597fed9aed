import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '指标重复',
  messages: {
    same: '第{row}行的“{name}”与第{first}行是同一个指标，会被重复计分。请合并或删去一个。',
    wording: '第{row}行的“{name}”与第{first}行的“{other}”只是说法不同，指标值也一样。若是同一件事，请合并。',
    homonym: '第{row}行与第{first}行的指标同名“{name}”，解释却不同。请在名称里写明各指什么。',
  },
};
