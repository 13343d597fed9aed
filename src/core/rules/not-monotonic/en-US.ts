import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Better earns less',
  messages: {
    found:
      'The standard of “{name}” rewards the worse result: {actual} earns {score}, while the better {better} earns only {betterScore}. Change it so that better never earns less.',
  },
};
