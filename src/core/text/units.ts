import { normalize } from './fold';
import { isPercentUnit } from './percent';

const words = (text: string): string[] => text.trim().split(/\s+/u);

/** Units of measure as they stand in the 计量单位 column. */
const PLAIN = words(`
  % ‰ 个百分点 百分点
  元 角 美元 港元 欧元
  人 人次 人天 人日 人月 名 位 户 户次 家 家次
  个 次 场 场次 处 座 栋 幢 套 台 辆 件 份 本 册 篇 条 项 期 批 批次 类 种 支 只 头 匹 棵 株 盆 块 片 张 枚 面 间 层 所 例
  起 宗 笔 组 队 班 届 轮 趟 艘 架 门 部 盏 盒 箱 袋 桶 瓶 罐 粒 根 段 道 口 眼 把 顶 幅 首 集 节 课时 学时 学分 标段 点位 站
  村 镇 社区 网格 路 孔 盘 卷 版 页 字 颗 车 车次 车辆 架次 航次 班次 台次 台套 件次 项次 家庭 单位 案 桩 尊 床 床位 席 宿
  年 月 个月 日 天 小时 个小时 分钟 秒 周 季度 个季度 工作日 个工作日 日历天 个自然日 自然日 学年 学期 周年 年次 昼夜
  米 千米 公里 厘米 毫米 里 延米 平方米 平米 ㎡ m² 平方公里 平方千米 公顷 亩 立方米 方 m³ 立方 万立方米 升 毫升
  吨 千克 公斤 克 斤 毫克 吨标准煤 千瓦 千瓦时 万千瓦 万千瓦时 亿千瓦时 度 兆瓦 兆瓦时 吨公里 车公里
  倍 分 成 岁 ℃ 分贝 兆 兆字节 席位 元次 例次 人份 份次 单 批件 号次 只次 头次 羽 羽只 尾 篇次 期次 条次 册次
`);
const LATIN = words(`
  km m cm mm km2 m2 m3 kg g mg t L mL ml kW kWh kw kwh MW MWh kVA kva GB TB MB Mbps Gbps h min s db dB mg/L ug/m3 μg/m3 μg/m³
  ug/m³ mg/m3 mg/m³ Hz
`);
const MULTIPLIERS = ['', '十', '百', '千', '万', '十万', '百万', '千万', '亿', '万亿'];
/** Units that take no multiplier before them. */
const NEVER_MULTIPLIED = new Set(
  words('% ‰ 个百分点 百分点 分钟 秒 小时 个小时 倍 成 岁 ℃ 千米 千克 千瓦 千瓦时 万千瓦 万千瓦时 亿千瓦时'),
);

const UNITS: ReadonlySet<string> = new Set([
  ...PLAIN.flatMap((unit) => (NEVER_MULTIPLIED.has(unit) ? [unit] : MULTIPLIERS.map((many) => many + unit))),
  ...LATIN,
  ...['万', '亿', '万亿', '千', '百万', '千万'],
]);
const LONGEST = Math.max(...Array.from(UNITS, (unit) => unit.length));

/** `text` at `start` begins with a unit: the place after the longest one; −1 where there is none. */
export function endOfPlainUnit(text: string, start: number): number {
  for (let length = Math.min(LONGEST, text.length - start); length > 0; length--) {
    if (UNITS.has(text.slice(start, start + length))) return start + length;
  }
  return -1;
}

/** What an amount may be counted per: /年, /人·月, 每人, 次/台机/年. */
const PER = new Set(
  words(
    '年 月 日 天 周 季 季度 人 人次 次 户 家 台 辆 件 个 套 台机 车 机 处 场 班 期 亩 公顷 平方米 ㎡ m² 吨 公里 千米 米 小时 分钟 只 头 株 棵 床 篇 份 生 村 社区 校 学期 学年 项 批 本 间 栋 单位 课时 学时 座 幢 所 盏 册 张 块 根 名 位 例 标段 立方米 h L m3 m³',
  ),
);

/** A unit at `start`, with what it is counted per (次/台机/年, 人/10万人); −1 where there is none. */
export function endOfUnit(text: string, start: number): number {
  let end = endOfPlainUnit(text, start);
  if (end < 0) return -1;
  for (;;) {
    const sign = text.charAt(end);
    if (sign !== '/' && sign !== '·' && sign !== '每') return end;
    let next = end + 1;
    while (next < text.length && next - end < 8 && /[\d万千百]/u.test(text.charAt(next))) next++;
    const after = endOfPer(text, next);
    if (after < 0) return end;
    end = after;
  }
}

function endOfPer(text: string, start: number): number {
  for (let length = Math.min(4, text.length - start); length > 0; length--) {
    if (PER.has(text.slice(start, start + length))) return start + length;
  }
  return -1;
}

/** Whether the text is a unit of measure and nothing else. */
export function isUnit(text: string): boolean {
  const unit = normalize(text);
  return unit !== '' && (isPercentUnit(unit) || endOfUnit(unit, 0) === unit.length);
}

/** Multipliers that stand alone as a unit (3万) and complete the unit of the column (万 + 元). */
export function isMultiplier(unit: string): boolean {
  return ['万', '亿', '万亿', '千', '百万', '千万', '十万'].includes(unit);
}
