import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Doubtful direction',
  messages: {
    fewer:
      '“{name}” should be low, yet its target is “{sign}{value}”: overspending or errors would meet it. Check the sign.',
    cost: '“{name}” is a cost, yet its target is “{sign}{value}”: the more is spent the better it is met. Check the sign.',
    more: '“{name}” should be high, yet its target is “{sign}{value}”: doing less would meet it. Check the sign.',
  },
  fixes: { flip: 'Change the sign to “{to}”' },
};
