import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Type against value',
  messages: {
    number: '“{name}” is typed “{type}”, but its target “{value}” is a number. Use a comparison sign.',
    words:
      '“{name}” is typed “{type}”, but its target “{value}” is wording. Change the type to “定性” (qualitative), or state a number.',
    date: 'The target of “{name}” is the date “{value}”, typed “定性” (qualitative). A date can be checked; use “≤” where the form allows.',
  },
  fixes: { sign: 'Change the type to “{to}”' },
};
