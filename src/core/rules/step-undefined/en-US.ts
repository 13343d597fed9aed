import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Part of a step left open',
  messages: {
    one: '“{name}” does not say how part of a step counts: {actual} earns {score}, {share} or {begun}, depending on the reading. Add “part of a step does not count”, or how it does.',
    several:
      '“{name}” and others ({count} in all) do not say how part of a step counts: {actual} earns {score}, {share} or {begun}, depending on the reading. Add “part of a step does not count”, or how it does.',
  },
};
