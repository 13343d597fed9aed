import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Level 2 is not a standard name',
  messages: {
    one: 'There is no level-2 category “{name}”; {names} is meant. Correct it, or the row cannot be put in any category.',
    several:
      'There is no level-2 category “{name}”; {names} may be meant. Correct it, or the row cannot be put in any category.',
  },
  fixes: { rename: 'Change to “{name}”' },
};
