import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Possibility of reaching the target',
  messages: {
    all: 'None of the {count} rows says whether the target can be reached. Choose for each row.',
    blank: '“{name}” does not say whether its target can be reached. Choose “确定能”, “有可能” or “完全不可能”.',
    several: '“{name}” has more than one choice of whether its target can be reached. Choose one.',
    reason: '“{name}” is marked “{choice}”, but no reason is given. Give the reason and the remedy.',
    forecast:
      '“{name}” is marked “确定能”, but the forecast for the year, {forecast}, misses the target {target}. Check it.',
  },
};
