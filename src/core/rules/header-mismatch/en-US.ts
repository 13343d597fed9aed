import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Header does not fit its column',
  messages: {
    one: 'A column name does not fit what stands under it (name → contents): {columns}. The contents were believed; correct the header.',
    several:
      '{count} column names do not fit what stands under them (name → contents): {columns}. The contents were believed; correct the header.',
  },
};
