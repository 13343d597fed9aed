import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Budget does not add up',
  messages: {
    above:
      'The total is “{total}”, but the items “{group}” come to “{sum}”, which is “{difference}” more (“{items}”). Check them.',
    short:
      'The total is “{total}”, but the items “{group}” come to “{sum}”, which is “{difference}” less (“{items}”). Check them.',
    blank:
      'The total is “{total}”, but the items “{group}” that are filled in come to “{sum}”, which is “{difference}” less (“{items}”); others are blank. Fill them in, or check.',
  },
};
