import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Scoring standard missing',
  messages: {
    missing:
      '“{name}” has no scoring standard, so it can’t be scored. State what earns full marks and how points are taken off.',
  },
};
