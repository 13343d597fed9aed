import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: "Department's name missing or inconsistent",
  messages: {
    blank: '“{label}” is blank, while the cover or the title says “{cover}”. Fill in the name.',
    blankBoth: '“{label}” is blank, and the name stands nowhere else. Fill it in.',
    differ: 'The table names the department “{department}”, the cover or the title “{cover}”. See which one it is.',
    targets:
      'The department is “{department}” here and “{other}” in the target table ({sheet}), though most of their indicators are the same. See which one it is.',
  },
  fixes: { fill: 'Fill in “{name}”' },
};
