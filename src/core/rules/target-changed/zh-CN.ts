import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '与批复的目标不一致',
  messages: {
    value: '“{name}”的指标值是{is}，批复的目标表（{sheet}）里是{was}。目标没有办理调整的，应与批复一致。',
    weight: '“{name}”的分值是{is}分，批复的目标表（{sheet}）里是{was}分。请核对。',
    renamed: '“{name}”在批复的目标表（{sheet}）里叫“{was}”。指标名称没有办理调整的，应与批复一致。',
    added: '“{name}”在批复的目标表（{sheet}）里没有。请核对是否办理了目标调整。',
    dropped: '批复的目标表（{sheet}）里的{count}个指标这里没有：{names}。请补上，或说明已办理目标调整。',
  },
};
