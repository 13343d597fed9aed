import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'A project in a whole-department table',
  messages: {
    project:
      'This table is about a whole department, but the row “{name}” says “{words}” (this project), as if copied from a project table. Speak of the department’s work.',
  },
  fixes: { replace: 'Change “{words}” to “本部门”' },
};
