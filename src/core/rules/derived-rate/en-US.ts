import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Derived figure differs',
  messages: {
    rate: 'The target of “{name}” is {value}, but “{words}” makes {computed}%. Check it.',
    total: '“{name}” says {value}, but “{words}” makes {computed}. Check it.',
    equation: 'The equation “{words}” in “{name}” does not hold: its left side is {computed}. Check it.',
  },
};
