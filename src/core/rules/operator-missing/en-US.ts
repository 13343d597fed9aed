import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Comparison sign missing',
  messages: {
    missing: 'The target “{value}” of “{name}” has no comparison sign: at least, at most or exactly? Add one.',
  },
  fixes: { add: 'Add “{sign}”' },
};
