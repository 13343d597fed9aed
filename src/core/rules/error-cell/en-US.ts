import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Cell shows an error',
  messages: {
    formula: 'The formula {formula} gives {error}. See whether a cell that it refers to was deleted or moved.',
    value: 'The cell holds the error {error}; what stood here is lost. Fill it in again.',
  },
};
