import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Standard can’t be scored by machine',
  messages: {
    discretion:
      'The standard of “{name}” says “{words}”, which leaves the score to a person. State the steps and their points, or score it by hand.',
    'no-points': 'The standard of “{name}” states no points. State what is earned and what is taken off.',
    range: 'The standard of “{name}” gives a range of points, “{words}”, not a number.',
    'not-understood':
      '“{words}” in the standard of “{name}” was not understood, so a person must score it. The form is not wrong for that.',
    'target-missing':
      'The standard of “{name}” goes by “{words}”, but the target of the row is no number to reckon with.',
    'weight-missing': 'The standard of “{name}” states no full mark, and the row has no weight.',
    'year-missing': '“{words}” in the standard of “{name}” states no year.',
    'proportion-direction':
      'Lower is better for “{name}”, and “{words}” does not say how the proportion is taken (target ÷ actual, or 2 − actual ÷ target).',
    'sum-or-choice':
      'The standard of “{name}” lists several points; it is not clear whether they add up or exclude each other.',
    'unit-clash': 'The standard of “{name}” mixes units ({words}).',
    elsewhere: '“{words}” in the standard of “{name}” is about the points of other indicators.',
    unsupported: 'The standard of “{name}” says “{words}”, so a person must score it.',
  },
};
