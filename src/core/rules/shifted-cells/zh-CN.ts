import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '单元格错列',
  messages: {
    left: '“{name}”这一行的内容比所属的列偏左{columns}列（{cells}），汇总时会被取到别的列里。请移回原列。',
    right: '“{name}”这一行的内容比所属的列偏右{columns}列（{cells}），汇总时会被取到别的列里。请移回原列。',
  },
  fixes: { move: '移回所属的列' },
};
