import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Cells stand beside their columns',
  messages: {
    left: 'The cells of “{name}” stand {columns} {columns?column|columns} to the left of where they belong ({cells}); any summary will take them for something else. Move them back.',
    right:
      'The cells of “{name}” stand {columns} {columns?column|columns} to the right of where they belong ({cells}); any summary will take them for something else. Move them back.',
  },
  fixes: { move: 'Move back to their columns' },
};
