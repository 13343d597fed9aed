import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '疑似错别字',
  messages: { slip: '“{context}”里的“{wrong}”像是“{right}”之误。请核对。' },
  fixes: { replace: '将“{wrong}”改为“{right}”' },
};
