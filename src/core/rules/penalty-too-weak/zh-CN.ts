import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '扣分过轻',
  messages: {
    found: '“{name}”扣分过轻：实际{actual}时仍得{score}分，实际工作中几乎扣不完。请考虑缩小扣分的档距。',
  },
};
