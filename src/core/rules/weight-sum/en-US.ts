import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Weights do not add up',
  messages: {
    target:
      'The indicators carry {sum} points in all. A target table must come to 90 (the 10 of the execution rate are set at self-evaluation), or to 100 where the execution rate is among the indicators. Check the weights.',
    evaluation:
      'The indicators carry {sum} points in all. A self-evaluation comes to 100 with the 10 of the execution rate, so the indicators must come to 90. Check the weights.',
    execution:
      'The indicators carry {sum} points; with the {execution} of the execution rate that is {total}, and must be 100. Check the weights.',
    blank:
      'The weights that are filled in come to {sum}; together they must come to {expected}, and {missing} {missing?row has|rows have} none. Fill those in first.',
  },
};
