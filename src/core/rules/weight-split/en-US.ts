import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'How weights are split over level 1',
  messages: {
    withCost:
      'The points by level 1 are “{found}”; with cost indicators the usual split is “{scheme}”. Local rules go first; without them, give the reason or adjust.',
    withoutCost:
      'The points by level 1 are “{found}”; without cost indicators the usual split is “{scheme}”. Local rules go first; without them, give the reason or adjust.',
    local:
      'The points by level 1 are “{found}”; the profile in use lays down “{scheme}”. Adjust them, or give the reason.',
  },
};
