import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Costs do not fit the budget',
  messages: {
    above:
      'The cost limit “{cost}” of “{name}” is above the total budget of “{total}”. Costs cannot exceed the budget; check them.',
    rounded:
      'The cost limit “{cost}” of “{name}” is a little above the total budget of “{total}”, as if rounded up. State the budget itself.',
    sumAbove:
      'The {count} cost {count?indicator comes|indicators come} to “{sum}”, above the total budget of “{total}”. Costs cannot exceed the budget; check them.',
    short:
      'The {count} cost {count?indicator comes|indicators come} to “{sum}”, which fits neither the total budget of “{total}” nor its items. Check them, unless only a part is meant.',
  },
};
