import type { Comparison } from './syntax';

/** Longest first, so that 个百分点 is not taken for 个. */
function longestFirst(words: readonly string[]): string[] {
  return [...words].sort((a, b) => b.length - a.length);
}

export function alternatives(words: readonly string[]): string {
  return longestFirst(words)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&'))
    .join('|');
}

/** What events and things are counted in; a bare 每 before one of them means one of it. */
export const COUNTERS = new Set(
  (
    '个 处 项 次 人 名 例 起 件 种 类 份 张 块 条 台 套 家 户 篇 期 场 批 场次 批次 例次 趟次 趟 ' +
    '人天 台套 台次 人次 件次 项次 户次 家次 处次 届 所 座 栋 支 辆 间 门 本 页 字 宗 笔 幅 根 只 头 ' +
    '株 棵 班 组 队 天 日 周 个月 月 个季度 季度 年 小时 个小时 个工作日 工作日 个自然日 自然日 瓶 桶 袋 ' +
    '箱 村 镇 乡 册 卷 具 幢 床 轮 遍 环节 要素 方面 点 盏 道 片 把 部 分钟 个星期 课时 学时 班次 车次 架次 位'
  ).split(' '),
);

/** 计量单位 that may stand right after a number in a standard. */
export const UNITS: readonly string[] = [
  ...COUNTERS,
  ...(
    '个百分点 百分点 %点 ‰ 分 个交易日 年度 亿元 万元 千元 百元 元 亿 万 万人次 万人 万吨 吨 公斤 千克 ' +
    '克 公里 千米 米 厘米 毫米 km cm mm m2 m kg 平方米 平方公里 平米 万平方米 亩 万亩 公顷 ' +
    '立方米 秒 岁 倍 档 度 级 周岁 组织 单位 微克/立方米 毫克/立方米 毫克/升 分贝'
  ).split(' '),
];

export const DAY_UNITS = new Set(['天', '日', '个工作日', '工作日', '个自然日', '自然日']);
export const WEEK_UNITS = new Set(['周', '个星期']);
export const MONTH_UNITS = new Set(['个月', '月']);
export const POINT_UNITS = new Set(['个百分点', '百分点', '%点']);

/** Comparators before a number, by their signs. */
export const COMPARATORS: Readonly<Record<string, Comparison>> = Object.fromEntries(
  Object.entries({
    '≥': '≥ >= => 不低于 不少于 不小于 不得低于 不得少于 大于等于 大于或等于 高于等于 高于或等于 等于或高于 等于或大于 至少 达到 达到或超过 达到或高于 达到或优于 达到及超过 已达 达',
    '≤': '≤ <= =< 不超过 不高于 不大于 不多于 不得超过 不得高于 未超过 未超出 不超出 不超 小于等于 小于或等于 低于等于 低于或等于 等于或低于 等于或小于 至多 控制在',
    '>': '> 超额完成 超支 超过 超出 超 大于 高于 多于 优于',
    '<': '< 小于 低于 少于 不足 不满 不到 未达到 未达 未满 达不到 未到',
    '=': '= 等于',
  }).flatMap(([sign, words]) => words.split(' ').map((word) => [word, sign as Comparison])),
);

/** Words after a number; `soft` ones leave the boundary to a neighbour that claims it. */
export const POSTFIXES: Readonly<Record<string, { comparison: Comparison; soft: boolean }>> = {
  及以上: { comparison: '≥', soft: false },
  或以上: { comparison: '≥', soft: false },
  以上: { comparison: '≥', soft: true },
  及以下: { comparison: '≤', soft: false },
  或以下: { comparison: '≤', soft: false },
  以下: { comparison: '≤', soft: true },
  及以内: { comparison: '≤', soft: false },
  以内: { comparison: '≤', soft: true },
  之内: { comparison: '≤', soft: true },
  内: { comparison: '≤', soft: true },
};

const STATED = '(?:年度|年初|全年|预期|预定|既定|设定|绩效|规定|考核|指标|目标|计划|任务|标准|预算|要求)';

/** 目标值, 计划值, 规定数 …: the target in a comparison or a formula. */
export const TARGET_REF = new RegExp(`^${STATED}{1,3}(?:完成)?(?:值|数|量|指标值|目标值)`, 'u');

/** After the day that was set: alternatives of a pattern, longer words before those that they begin with. */
export const LATE_WORDS = '超期|逾期|推迟|延迟|延期|延后|延误|滞后|拖延|迟延|迟|晚';

/** 目标, 计划, 任务, 要求: the target after 达到 or 完成. */
export const TARGET_NOUN =
  /^(?:了|全部|所有|年度|年初|全年|预期|预定|既定|设定|绩效|规定|考核|指标|计划|目标|任务|预算|申报)*(?:的)?(?:目标任务|要求|工作(?:任务|量)?|(?:目标|计划|指标|任务|预期|规定|标准|预算|概算|批复)总?(?:值|数量?|成本|投资|金额|工期|面积|次数|人数|规模|时间|量)|目标|计划|指标|任务|预期|标准|预算|概算)$/u;

export const ACTUAL_REF =
  /^(?:年度|全年|指标)?(?:实际(?:完成|执行|达到)?(?:[值数量]|情况|比例)|完成[值数量]|实际完成(?!率|比例|程度|进度|度))/u;

/** 指标分值, 满分, 权重 …: the full mark. */
export const WEIGHT_REF =
  /^(?:[该本此](?:项|指标|条)?(?:指标)?的?|相应|对应|标准|指标的?)?(?:权重(?:分值?)?|(?:标准|[满总]|基[本础])分值?|分值|应得分)/u;

/** 完成率 and its kin: actual ÷ target, whatever it is a rate of. */
export const RATE_REF =
  /^(?:年度|实际|目标|指标|任务|计划|工作|绩效)*的?(?:完成(?:率|比例|程度|进度|度|百分比)|实现(?:率|比例)|达成率)/u;
