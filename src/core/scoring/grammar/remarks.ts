import { refuse } from '../syntax';
import type { Found } from './index';
import type { TokenReader } from './reader';

/** Words that leave the score to a person. */
const DISCRETION =
  /视[一-鿿]{0,6}程度|酌情|酌量|酌减|酌定|视情|视具体|视实际|视完成|根据(?:实际|具体|完成|落实|工作)?(?:情况|程度|质量|效果)\D{0,6}(?:[扣给计评得打赋]|确定)|综合(?:评定|评价[打给得计赋]分|评判|打分|评分|考量|判断)|合理(?:确定|赋分|给分|扣分)|适当[扣加给减计得]|自由裁量|主观|专家(?:打分|评分|评定|评判)|现场打分|按程度|相应(?:扣分|给分|得分|计分|加分|扣减)|分档(?:计分|评分|打分)?确定|评委|评审组|研究确定|另行(?:确定|规定)|参照评分|依情节|按情节|情节轻重|程度(?:不同)?[扣给得]|每[^,;按]{1,20}扣[除减]?相应/u;

/** The amount itself is a range: 扣1-3分. */
const SCORE_RANGE = /[得扣计加给赋]\d+(?:\.\d+)?分?(?:[-~至到]\d+(?:\.\d+)?分|左右)/u;

/** Segments about how it is looked into, with no bearing on the score. */
const NOTE =
  /^(?:(?:现场)?(?:[查看听访见]|核查|抽查|检查|查阅|查看|现场|实地|走访|座谈|询问|对照|通过|采用|依据|根据|参照|参考|详见)[^扣得分加减每按\d]{0,30}|[^扣得加减每按]{0,24}?(?:评分表|评价表|考核表|评分标准|评估表)?,?(?:参|详)?见附?(?:件|表)[\d一二三四五六七八九十、\-~及和]*|(?:采用|实行|采取)?(?:倒?扣分|加分|减分|累计扣分)(?:制|法|方式|办法)(?:评分|计分)?|备注[^扣得\d]*|以[^扣得]{1,12}为(?:标准|准|依据|基准)|[^=扣得]{2,20}=[^/=\u5f97\u6263]*\/[^=\u5f97\u6263]*)$/u;

/** Words that must never stay unread: they would change the score. */
const SCORING = /扣|得分|计分|加分|分值|满分|比例|每|否决|减半|\d分|百分之/u;

/** Words that leave the score to a person. `certain` is the text but for points that are settled on within a stretch. */
export function refuseOpen(certain: string, text: string): void {
  const discretion = DISCRETION.exec(certain);
  // 根据具体情况设置…评分: the words that leave it open, without what follows them.
  if (discretion) refuse('discretion', /^.*?(?:酌情|情况|程度|质量|效果)/u.exec(discretion[0])?.[0] ?? discretion[0]);
  // 1:19 is one number to another, and neither of them a value.
  const proportion = /\d:\d+(?!\d|\.\d|分)/u.exec(text);
  if (proportion) refuse('unsupported', proportion[0]);
  const range = SCORE_RANGE.exec(certain);
  if (range) refuse('range', range[0]);
}

/** A segment without effect: a remark that cannot matter, or words that are not understood. */
export function parseRemark(reader: TokenReader, start: number, afterEffect: boolean): Found {
  let end = start;
  while (!reader.isEnd(end) && !(end > start && reader.at(end)?.kind === 'mark')) end += 1;
  const words = reader.textOf(start, end);
  const span = reader.spanOf(start, end);
  if (NOTE.test(words) || (/[A-Za-z]/u.test(words) && reader.rare.isLegend(words)))
    return { entries: [{ condition: null, effect: { kind: 'note' } }], span, next: end };
  const before = reader.at(start - 1);
  if (before?.kind === 'mark' && !SCORING.test(words)) {
    return { entries: [{ condition: null, effect: { kind: 'element', mark: before.text, words } }], span, next: end };
  }
  if (!afterEffect && !SCORING.test(words) && !/\d/u.test(words)) {
    return { entries: [{ condition: null, effect: { kind: 'note' } }], span, next: end };
  }
  return refuse('not-understood', words, span);
}
