import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '比例的除数与指标值不一致',
  messages: {
    found: '“{name}”按比例计分时除以{base}，指标值却是{target}。除数应当是指标值，否则会出现没达标反而分数更高的情况。',
  },
  fixes: {
    replace: '将除数{base}改为{to}',
  },
};
