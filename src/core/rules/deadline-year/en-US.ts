import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Deadline in another year',
  messages: { other: 'This table is for {year}, but the deadline of “{name}” is “{date}”. Check the year.' },
  fixes: { year: 'Change the year to {year}' },
};
