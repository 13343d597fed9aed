import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '整体表里写成项目',
  messages: {
    project: '这是部门整体支出的表，“{name}”这一行却写着“{words}”，像是从项目表里复制来的。请改为整体工作的说法。',
  },
  fixes: { replace: '把“{words}”改为“本部门”' },
};
