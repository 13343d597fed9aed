import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Name malformed or from elsewhere',
  messages: {
    malformed: 'The name of the department, “{name}”, is not complete; it should be “{right}”. Check it.',
    place: '“{place}” is named here, but the table is that of “{name}”: it looks copied from somewhere else. Check it.',
    self: '“{words}” stands here, but the table is that of “{name}”: it looks copied from another office. Check it.',
    year: '“{words}” stands here, but the table is for {year}: it looks carried over from {named}. Check it.',
  },
  fixes: { rename: 'Change to “{right}”' },
};
