import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '没有找到绩效指标表',
  messages: {
    empty: '工作表“{sheet}”是空的，没有可检查的绩效指标表。请切换到填有绩效表的工作表，或插入一份表样。',
    header:
      '工作表“{sheet}”里没有找到绩效指标表：没有一行同时写有“三级指标”（或“指标名称”）和“指标值”这样的列名。请检查表头是否完整，或切换到填有绩效表的工作表。',
    nearest:
      '工作表“{sheet}”里没有找到绩效指标表：只有 {nearest} 像是列名，同一行里缺少“三级指标”（或“指标名称”）或“指标值”。请补全表头。',
    rows: '工作表“{sheet}”里找到了表头（{nearest}），但下面没有指标行。请填写指标，或检查表头与指标之间是否隔着别的内容。',
  },
};
