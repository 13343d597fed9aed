import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '反向指标按正向计分',
  messages: {
    found:
      '“{name}”越低越好，却按实际值÷目标值计分：实际{actual}时得{score}分，超得越多分越高。应当是目标值÷实际值，或按超出的比例扣分。',
  },
};
