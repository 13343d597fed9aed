import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Several targets in a cell',
  messages: {
    several:
      'The target cell of “{name}” holds {count} targets: {parts}. An indicator measures one thing; split it into {count}.',
  },
};
