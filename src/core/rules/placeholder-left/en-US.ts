import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Placeholder left in',
  messages: {
    row: 'The row “{name}” still holds “{placeholder}”, which looks like a blank of the form or of a draft. Fill in what it stands for.',
    head: 'This cell still holds “{placeholder}”, which looks like a blank of the form or of a draft. Fill in what it stands for, or delete it.',
  },
};
