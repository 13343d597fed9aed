import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Level 1 or level 2 is missing',
  messages: {
    level1: '{cells} has no level-1 category, so nobody can tell what “{level2}” belongs to. Fill it in.',
    level1Known: '{cells} has no level-1 category. “{level2}” belongs to “{parent}”; fill it in.',
    level2: '{cells} has no level-2 category, so it is not clear which side of the work “{name}” measures. Fill it in.',
    both: '{cells} has neither level-1 nor level-2 category for “{name}”. Fill them in.',
    lost: '“{level2}” is a level-2 category but stands in the level-1 column; it was read as part of “{level1}”. Move it to the level-2 column and put its level 1 back.',
  },
};
