import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Required cell is blank',
  messages: {
    name: 'Row {row} has contents (“{value}”) but no indicator name: nobody can tell what is measured. Fill in the name.',
    target: '“{name}” has no target value, so nobody can tell whether it was reached. Fill in the target.',
    year: 'The table does not state its year. State it in the title or head, such as “2026年度”.',
    impliedYear:
      'The table does not state its year; {year} is only inferred from its deadlines. State it in the title or head.',
  },
};
