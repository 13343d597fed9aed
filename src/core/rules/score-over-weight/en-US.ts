import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Score above the points',
  messages: {
    over: '“{name}” carries {weight} points, but its score is {score}. Check it: a score cannot pass the points.',
    negative: 'The score of “{name}” is {score}. Correct it: deductions stop at 0.',
  },
  fixes: { write: 'Set the score to {score}' },
};
