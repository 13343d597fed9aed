import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Share above 100 %',
  messages: {
    above: '“{name}” cannot pass 100%, yet its target is {sign}{value}%. Check it.',
    plain: '“{name}” can be 100% at most: “≥100%” means “=100%”. Write “=”, which is plainer.',
  },
  fixes: { equal: 'Change the sign to “=”' },
};
