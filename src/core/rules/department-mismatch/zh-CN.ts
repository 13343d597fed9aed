import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '部门名称缺失或不一致',
  messages: {
    blank: '“{label}”一栏空着，封面或标题写的是“{cover}”。请填写部门名称。',
    blankBoth: '“{label}”一栏空着，别处也没有写。请填写部门名称。',
    differ: '表内的部门名称是“{department}”，封面或标题是“{cover}”。请核对是哪个部门。',
    targets:
      '这里的部门名称是“{department}”，目标表（{sheet}）里是“{other}”，两张表的指标却大多相同。请核对是哪个部门。',
  },
  fixes: { fill: '填入“{name}”' },
};
