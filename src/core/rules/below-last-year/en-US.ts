import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Target below last year’s result',
  messages: {
    found:
      'The target {target} of “{name}” is below the actual result of {year}, {actual} ({sheet}). Raise it, or say why it is lower.',
  },
};
