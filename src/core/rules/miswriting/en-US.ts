import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Probable slip of writing',
  messages: { slip: '“{wrong}” in “{context}” looks like a slip for “{right}”. Check it.' },
  fixes: { replace: 'Change “{wrong}” to “{right}”' },
};
