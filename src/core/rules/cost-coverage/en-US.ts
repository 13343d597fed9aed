import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Large spending without an indicator',
  messages: {
    uncovered:
      '“{label}” is “{amount}”, {share} % of the total budget of “{total}”, and no output or cost indicator covers it; the cost indicators come to “{costs}”, exactly without this part. Add indicators.',
  },
};
