import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Number not written as one',
  messages: {
    width: '“{text}” of “{name}” has full-width digits or signs and cannot be calculated with. Write them half-width.',
    groups: '“{text}” of “{name}” is text with separators and cannot be calculated with. Take the separators out.',
    torn: '“{text}” of “{name}” is one number torn in two. Join it.',
  },
  fixes: { clean: 'Write “{text}”' },
};
