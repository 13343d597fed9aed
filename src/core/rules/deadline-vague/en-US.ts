import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Deadline not stated',
  messages: {
    vague:
      'The deadline “{value}” of “{name}” gives no date, so that nobody can tell whether it was met. State the date.',
    invalid: '“{name}” gives the date “{date}”, which does not exist. Correct it.',
  },
  fixes: { deadline: 'Change to “{to}”', lastDay: 'Change to “{to}”' },
};
