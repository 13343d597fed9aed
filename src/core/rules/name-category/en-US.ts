import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Indicator does not belong to its category',
  messages: {
    satisfaction: '“{name}” asks for satisfaction but stands under “{level2}”. Move it to “{other}”.',
    process:
      '“{name}” measures how the budget was spent, which is not what “{level2}” is for, and which the 10 points of the execution rate measure at self-evaluation anyway. Use an indicator of what was achieved.',
    input: '“{name}” is an input, not an output as “{level2}” should show. Use an indicator of how much work was done.',
    control:
      '“{name}” belongs to inputs and process and fits “{level2}” badly. Consider another category, or an indicator of results.',
    politics: '“{name}” is not a matter of “{level2}”. Change the category, or use an indicator of economic effect.',
    outcome:
      '“{name}” measures how far the work was done, which is an output; “{level2}” should show what changed by it. Consider moving it to quality, and state a benefit.',
    rate: '“{name}” is a rate and fits “{level2}” badly. Quantity should say how much is done; rates belong to quality.',
  },
};
