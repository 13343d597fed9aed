import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '指标值含糊',
  messages: {
    vague:
      '“{name}”的指标值“{value}”没有可以衡量的标准，怎样才算做到因人而异。请改为可衡量的值，或者写明各档次的含义。',
    weighted: '“{name}”的{points}分取决于“{value}”，而怎样算做到没有写明。请改为可衡量的值，或者写明各档次的含义。',
  },
};
