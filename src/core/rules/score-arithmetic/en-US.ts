import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Score differs from the standard',
  messages: {
    found:
      'The score of “{name}” is given as {score}; by the scoring standard an actual result of {actual} earns {expected}. Check the score or the actual value.',
    readings:
      'The score of “{name}” is given as {score}; by the scoring standard an actual result of {actual} does not earn that, however a part of a step counts (possible: {readings}). Check the score or the actual value.',
  },
  fixes: { write: 'Set the score to {score}' },
};
