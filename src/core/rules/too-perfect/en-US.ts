import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Too perfect',
  messages: {
    equal:
      'The actual values of all {count} quantities are exactly their targets. Check the evidence and give the real results.',
    full: 'All {count} indicators have full marks. Check the evidence: were the targets low, or the scoring lenient?',
  },
};
