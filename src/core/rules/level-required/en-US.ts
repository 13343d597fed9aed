import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Required kind of indicator is missing',
  messages: {
    level1: 'The table has no {lacking}. Outputs (产出) and benefits (效益) are required; add them.',
    level2:
      'There is no {lacking} among the outputs. Quantity and quality are both expected; add them, or give the reason why not.',
  },
};
