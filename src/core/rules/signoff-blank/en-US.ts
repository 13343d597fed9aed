import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Not signed off',
  messages: {
    signoff: '{labels} at the foot of the table is still blank. The reviewers have to sign.',
    date: 'There is no date at the foot of the table. Fill in the date of review.',
  },
};
