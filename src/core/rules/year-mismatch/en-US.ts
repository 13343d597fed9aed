import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Years contradict each other',
  messages: {
    title:
      'The title says {year}, but the table speaks of {likely}: “{grounds}”. Most likely the year in the title was not changed; check it.',
    signing:
      'The date of signing, {date}, is outside the time in which such a table for {year} is usually filled in ({from} to {to}). Check the date or the year.',
    targets:
      'This table is for {year} and the target table ({sheet}) for {other}, though most of their indicators are the same. Check the year, or put the target table of the same year beside it.',
  },
  fixes: { year: 'Change the year in the title to {likely}' },
};
