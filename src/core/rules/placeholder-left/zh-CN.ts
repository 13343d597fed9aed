import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '占位文字未替换',
  messages: {
    row: '“{name}”这一行还留着“{placeholder}”，像是表样或草稿里等着填写的地方。请填上实际内容。',
    head: '这里还留着“{placeholder}”，像是表样或草稿里等着填写的地方。请填上实际内容，用不着的请删去。',
  },
};
