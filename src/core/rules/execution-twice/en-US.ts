import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Execution rate scored twice',
  messages: {
    grid: 'The execution rate in the funds grid already has {execution} points, and “{name}” has {weight} more: one thing is scored twice. Delete the indicator and adjust the weights.',
    'set-aside':
      'The indicators come to {sum} points; the {execution} left out are those of the execution rate, and “{name}” has {weight} more: one thing would be scored twice. Use another indicator.',
  },
};
