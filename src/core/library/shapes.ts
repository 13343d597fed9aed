/**
 * Usual sentences of 评分标准. A row of the library names one with its arguments (`@少扣 1次 10`) or has a sentence of its
 * own. `$1`, `$2` are the arguments; what stands in braces is filled in by `renderStandard` when the row is made.
 */
export const SHAPES: Readonly<Record<string, string>> = {
  // More is better.
  比例: '达到{t}得{100%}分；未达到的，得分=实际完成值/目标值×{100%}分。',
  比例门槛: '达到目标值得{100%}分；未达到的，按实际完成值/目标值×{100%}分计分；完成率低于60%的，不得分。',
  // 财预〔2021〕101号: nothing below 60 %, from there in proportion to what goes beyond it.
  门槛: '完成率达到100%得{100%}分；60%（含）至100%的，得分=（完成率-60%）/（1-60%）×{100%}分；完成率低于60%的，不得分。',
  量档: '达到目标值得{100%}分；达到目标值80%以上得{80%}分；达到目标值60%以上得{60%}分；60%以下不得分。',
  少扣: '完成{t}得{100%}分；每少$1扣{$2%}分，扣完为止。',
  // Rates.
  档: '达到{t}得{100%}分；{t-$1}（含）至{t}得{80%}分；{t-$2}（含）至{t-$1}得{60%}分；{t-$2}以下不得分。',
  区间: '实际值≥{t}得{100%}分；{t-$1}≤实际值＜{t}得{80%}分；{t-$2}≤实际值＜{t-$1}得{60%}分；实际值＜{t-$2}不得分。',
  率比例: '达到{t}得{100%}分；未达到的，得分=实际值/{t}×{100%}分；低于$1%的，不得分。',
  不达: '达到{t}得{100%}分；低于{t}不得分。',
  // 101号: ≥90 full marks, ≥80 eight tenths, ≥60 half.
  满意: '满意度≥{t}得{100%}分；{t-10}≤满意度＜{t}得{80%}分；60%≤满意度＜{t-10}得{50%}分；满意度＜60%不得分。',
  满意比例: '满意度达到{t}得{100%}分；低于{t}的，得分=实际满意度/{t}×{100%}分；满意度低于60%的，不得分。',
  // Less is better.
  超扣: '不超过{t}得{100%}分；每超过$1扣{$2%}分，扣完为止。',
  上限: '不超过{t}得{100%}分；{t}至{t+$1}（含）得{60%}分；超过{t+$1}不得分。',
  不超: '不超过{t}得{100%}分，超过{t}不得分。',
  成本: '实际成本≤{t}得{100%}分；{t}＜实际成本≤{t*$1}得{60%}分；实际成本＞{t*$1}不得分。',
  // Not once.
  零: '未发生得{100%}分；每发生$1扣{$2%}分，扣完为止。',
  零否决: '未发生得{100%}分；发生1起及以上不得分。',
  // By a day.
  日扣: '{date}完成得{100%}分；每推迟1天扣{$1%}分，扣完为止。',
  限期: '{date}完成得{100%}分；逾期完成不得分。',
  // By name.
  等级: '评定为优秀得{100%}分，良好得{80%}分，合格得{60%}分，不合格不得分。',
};

/** `@少扣 1次 10` → the sentence; a sentence of its own as it is. Null where there is no such shape. */
export function expandShape(cell: string): string | null {
  if (!cell.startsWith('@')) return cell;
  const [name, ...values] = cell.slice(1).split(' ');
  const shape = SHAPES[name ?? ''];
  if (shape === undefined) return null;
  const missing = [...shape.matchAll(/\$(\d)/gu)].some(([, index]) => values[Number(index) - 1] === undefined);
  return missing ? null : shape.replace(/\$(\d)/gu, (_, index: string) => values[Number(index) - 1] ?? '');
}
