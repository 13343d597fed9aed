import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Book-title mark typed for a comparison sign',
  messages: {
    typo: 'The sign of “{name}” is the book-title mark “{typed}”, which neither systems nor readers understand. Use a comparison sign such as ≥ or >.',
  },
  fixes: { replace: 'Replace “{typed}” by “{sign}”' },
};
