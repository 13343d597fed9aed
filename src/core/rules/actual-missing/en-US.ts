import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Actual value missing or no number',
  messages: {
    all: 'The actual values of all {count} rows are still blank. Fill them in, then check again.',
    blank: 'The actual value of “{name}” is blank. Fill in what was achieved.',
    words: 'The target of “{name}” is {target}, but its actual value is “{actual}”. A quantity needs a number.',
  },
};
