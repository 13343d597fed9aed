import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'Indicator stated twice',
  messages: {
    same: '“{name}” in row {row} is the same indicator as in row {first} and would be scored twice. Join them or delete one.',
    wording:
      '“{name}” in row {row} and “{other}” in row {first} differ in wording only, and have the same target. If they are one thing, join them.',
    homonym:
      'Rows {row} and {first} share the name “{name}” but explain it differently. Let the names say what each one measures.',
  },
};
