import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '名称有误或是别处的名称',
  messages: {
    malformed: '部门名称“{name}”不完整，应为“{right}”。请核对。',
    place: '这里出现了“{place}”，而本表是“{name}”的，像是从别处的表里复制来的。请核对。',
    self: '这里写着“{words}”，而本表是“{name}”的，像是从别的部门的表里复制来的。请核对。',
    year: '这里写着“{words}”，而本表是{year}年度的，像是沿用了{named}年的文字。请核对。',
  },
  fixes: { rename: '改为“{right}”' },
};
