import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Bands overlap',
  messages: {
    found: 'Two bands of “{name}” overlap: {actual} falls in both. Say which one holds.',
    shared: 'Neighbouring bands of “{name}” both include {at}; the higher one is taken. Say which includes it.',
  },
};
