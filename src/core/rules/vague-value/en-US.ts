import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Vague target',
  messages: {
    vague:
      'The target “{value}” of “{name}” cannot be measured: whether it is met depends on who looks. Give a measurable value, or say what each grade means.',
    weighted:
      '{points} {points?point|points} of “{name}” {points?rests|rest} on “{value}”, and nothing says when that is met. Give a measurable value, or say what each grade means.',
  },
};
