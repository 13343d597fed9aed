import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Unit missing',
  messages: { missing: 'The target {value} of “{name}” has no unit. Fill it in.' },
  fixes: { add: 'Fill in “{to}” as the unit' },
};
