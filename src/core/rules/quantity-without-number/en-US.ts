import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Quantity without a number',
  messages: {
    words:
      '“{name}” is a quantity indicator, but its target “{value}” holds no number to check. State a number, or move it to another level 2.',
  },
};
