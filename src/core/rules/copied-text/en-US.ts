import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Copied text',
  messages: {
    goal: 'What was achieved repeats the goal word for word. Say what was done, and how far.',
    reason: '{count} rows give the same reason for their deviation: “{text}”. Explain each indicator by itself.',
  },
};
