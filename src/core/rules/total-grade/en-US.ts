import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Wrong total or grade',
  messages: {
    total: 'The total is given as {total}; the scores of the {count} rows add up to {sum}. Check it.',
    execution:
      'The total is given as {total}; the {count} rows earn {rows} and the execution rate {execution}, which is {sum}. Check it.',
    grade:
      'With a total of {total} the grade is “{due}”, but “{grade}” is given (“优” from 90, “良” from 80, “中” from 60, “差” below 60). Check the total and the grade.',
  },
};
