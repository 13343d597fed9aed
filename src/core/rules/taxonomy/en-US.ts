import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Level 2 under the wrong level 1',
  messages: {
    misplaced:
      '“{level2}” stands under “{level1}”; in the tree that this table follows (“{tree}”) it belongs to “{parent}”. Move it.',
    mixed:
      '“{level2}” stands under “{level1}”, but the rest of the table follows “{tree}”, which has no such category. Do not mix old and new trees in one table.',
  },
};
