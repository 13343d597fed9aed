import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '完成目标可能性',
  messages: {
    all: '{count}行的完成目标可能性都还没有选。请逐行选择。',
    blank: '“{name}”的完成目标可能性没有选。请在“确定能”“有可能”“完全不可能”中选一项。',
    several: '“{name}”的完成目标可能性选了不止一项。请只选一项。',
    reason: '“{name}”选了“{choice}”，却没有写偏差原因。请说明原因和改进措施。',
    forecast: '“{name}”选了“确定能”，但全年预计{forecast}，达不到目标{target}。请核对。',
  },
};
