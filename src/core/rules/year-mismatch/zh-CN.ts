import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: '年度前后不一致',
  messages: {
    title: '标题写的是{year}年，表内却是{likely}年的内容：{grounds}。很可能是标题的年度没有改，请核对。',
    signing: '签署日期{date}不在{year}年度这类表通常的填报时间（{from}至{to}）内。请核对日期或年度。',
    targets:
      '这张表写的是{year}年度，目标表（{sheet}）是{other}年度，两张表的指标却大多相同。请核对年度，或换上同一年度的目标表。',
  },
  fixes: { year: '把标题的年度改为{likely}年' },
};
