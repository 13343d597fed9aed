import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Full marks can’t be reached',
  messages: {
    target:
      'Meeting the target of “{name}” ({actual}) earns only {score}, not the full {full}. Change it so that the target earns full marks.',
    never: 'By this standard “{name}” can earn {score} at most, not the full {full}. Check the points.',
  },
};
