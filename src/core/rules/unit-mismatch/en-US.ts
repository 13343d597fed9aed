import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Units differ',
  messages: {
    explanation:
      'The unit of “{name}” is “{unit}”, but the explanation counts in “{found}”. These are different measures; use one.',
    name: 'The unit of “{name}” is “{unit}”, but its name counts in “{found}”. Use one.',
    target: 'The unit of “{name}” is “{unit}”, but the target cell says “{found}”. Use one.',
    amount: '“{name}” is an amount of money, but its unit is “{unit}”. Check the unit, or name it as a rate.',
  },
  fixes: { unit: 'Change the unit to “{to}”' },
};
