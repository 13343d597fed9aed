import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Sign against words',
  messages: {
    explanation:
      'The sign of “{name}” is “{sign}”, but the explanation says “{words}”: they ask for different results. Make them agree.',
    target:
      'The sign of “{name}” is “{sign}”, but the target cell says “{words}”: they ask for different results. Make them agree.',
    same: 'The sign of “{name}” is “{sign}”, but the words say “{words}”. The rate cannot pass 100%, so both accept the same results; write it one way.',
  },
  fixes: { sign: 'Change the sign to “{to}”', words: 'Change the words to “{to}”' },
};
