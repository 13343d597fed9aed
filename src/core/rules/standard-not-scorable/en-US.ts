import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Standard can’t be scored by machine',
  messages: {
    discretion:
      'The standard of “{name}” says “{words}”, which leaves the score to a person. State the steps and their points, or score it by hand.',
    'no-points': 'The standard of “{name}” states no points. State what is earned and what is taken off.',
    range:
      'The standard of “{name}” gives a range of points, “{words}”, not a number. State the points, or score it by hand.',
    'not-understood':
      '“{words}” in the standard of “{name}” was not understood. The form is not wrong for that, but a person must score it.',
    'target-missing':
      'The standard of “{name}” goes by “{words}”, but the target of the row is no number to reckon with. State a number, or score it by hand.',
    'weight-missing': 'The standard of “{name}” states no full mark, and the row has no weight. State the full mark.',
    'year-missing': '“{words}” in the standard of “{name}” states no year. State it.',
    'proportion-direction':
      'Lower is better for “{name}”, and “{words}” does not say how the proportion is taken (target ÷ actual, or 2 − actual ÷ target). Say which.',
    'sum-or-choice':
      'The standard of “{name}” lists several points; it is not clear whether they add up or exclude each other. Say which.',
    'unit-clash': 'The standard of “{name}” mixes units ({words}). Use one.',
    elsewhere: '“{words}” in the standard of “{name}” is about the points of other indicators. A person must score it.',
    unsupported: 'The standard of “{name}” says “{words}”, which is not computed. A person must score it.',
  },
};
