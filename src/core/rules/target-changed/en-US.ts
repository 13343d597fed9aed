import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Differs from the approved targets',
  messages: {
    value:
      'The target of “{name}” is {is} here and {was} in the approved table ({sheet}). Unless the change was approved, they must agree.',
    weight: 'The points of “{name}” are {is} here and {was} in the approved table ({sheet}). Check them.',
    renamed:
      '“{name}” is called “{was}” in the approved table ({sheet}). Unless the change was approved, names must agree.',
    added: '“{name}” is not in the approved table ({sheet}). Check whether the change was approved.',
    dropped:
      '{count} {count?indicator|indicators} of the approved table ({sheet}) {count?is|are} missing here: {names}. Add {count?it|them}, or say that the change was approved.',
  },
};
