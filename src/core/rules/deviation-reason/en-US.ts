import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'No reason for a deviation',
  messages: {
    short:
      '“{name}” fell short (target {target}, actual {actual}), and no reason or remedy is given. Fill it in truthfully.',
    above:
      'The actual {actual} of “{name}” is {percent} of the target, far above it. Give the reason, and consider a higher target next year.',
    below:
      'The actual {actual} of “{name}” is only {percent} of the limit, far below it. Give the reason, and consider a lower limit next year.',
  },
};
