import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Gap between bands',
  messages: {
    found: 'The standard of “{name}” leaves a gap: it does not say what {actual} earns. Fill it in.',
  },
  fixes: {
    include: 'Write “{to}{boundary}” for “{sign}{boundary}”',
  },
};
