import type { Amount, Effect } from '../syntax';
import { parseAmount, parseAmounts, type Parsed } from './amount';
import { isOne } from '../exact';
import { COMPARATORS } from '../lexicon';
import type { TokenReader } from './reader';
import { parseBasis } from './step';
import { parseWrittenFormula } from './written';

export const ITEM = '(?:(?:该|(?<![成版文])本|此|单)(?:项|条|款|小项|子项|指标)?(?:指标|工作|内容|考核|评分|任务)?)';
const ADVERB = '(?:则|均|一律|直接|各|分别|依次|相应|再|可|另|另外|额外|一次性|共|累计|仅|只|每项|以及|都|的){0,8}';

const ZERO = new RegExp(
  `${ADVERB}${ITEM}?(?:均|直接|即|为){0,2}(?:` +
    '(?:实行)?一票否决制?(?:,?(?:该项|本项|此项)?不得分)?|' +
    '不予?[得计给赋]分|不加分也不得分|没有分|无分|' +
    '(?:得分|分值|[得计记为评打给赋]){0,4}(?:0|零)分|' +
    '(?:得分|分值|分数|指标分值)[为计是=](?:0|零)(?![.\\d])|[得计](?:0|零)(?![.\\d分~至到\\-])|' +
    '(?:(?<!不)全扣(?=[,;)]|$)|全部扣除(?=[,;)]|$)|扣光|扣(?:完|除(?:[该本]项)?)?全部?分[值数]?|扣除该项分值)(?!为止|即止))',
  'uy',
);
const KEEP = new RegExp(`${ADVERB}(?:不扣分|不予扣分|不加分|不加不扣|不奖不扣|不减分)`, 'uy');
const EXHAUST =
  /(?:直至|直到)(?:该项|本项)?(?:分值|分数)?(?:扣完|扣光|为零|0分)(?=[,;)]|$)|(?:直至|直到|至)?(?:该项|本项|此项)?(?:分值|分数)?(?:扣[完光尽]|扣?减完|[扣减][至到](?:0|零)分?)[该本此]?(?:项|条|指标)?(?:指标)?(?:全部)?(?:分值|分数|分|得分)?(?:即?为?止|截止|为零)|(?:本项|该项)?不[计得倒]扣?负分|不倒扣分?|不出现负分/uy;
const DEDUCT = new RegExp(
  `${ADVERB}(?:并${ADVERB})?(?:加扣|倒扣|扣减分值|扣减|扣除|扣分(?!值)|扣去|核减|减去|扣|减)(?:减)?${ADVERB}`,
  'uy',
);
const BONUS = new RegExp(`${ADVERB}(?:加计|加分|奖励|奖分|(?<!增)加|奖)${ADVERB}`, 'uy');
const AWARD = new RegExp(
  `${ADVERB}${ITEM}?(?:得到|得分[为是]?(?![值数])|可?得|计分为|[计记]为?|赋[予分值]?|获得?|给予?|评定?为|打(?:分为)?|=)${ADVERB}`,
  'uy',
);

const PROPORTION_WORD = '(?:比例|比率|百分比|比重|占比|完成率|实现率|达成率|完成程度|完成度|执行率|[一-鿿]{1,8}率)';
const PROPORTION_LEAD = new RegExp(
  `(?:则|的|,|可)*(?:得分)?(?:按照|按|依照|依据|以|成|等)([^扣得计按每,;:0-9()]{0,16}?${PROPORTION_WORD})(?:的)?(?:相应|同比例|同|逐步|折算|等比|酌情)*`,
  'uy',
);
const SAME_PROPORTION = /[则的,]*(?:同比例|等比例|同比|按比例|成比例)(?:相应|折算|地)?/uy;
const PROPORTION_AWARD =
  /来?(?:(?:计算|折算|核算|确定)(?:得分|分[值数])?|计取?得分|[计记得给赋]分|得(?:相应分值?)?)(?![\d满不])/uy;
const PROPORTION_DEDUCT = /来?(?:扣[减除]?(?:相应)?(?:分[值数]|得分)|扣[减除分]?|递减|减分)(?![\d满])/uy;

const POOL_WORD = /(?:[该本此](?:项|指标)(?:指标)?)?(?:满分值?|共计?|分值|总分|标准分值?|权重(?:分值)?)[为是:=计]?/uy;
const BASIS_WORD = /(?:基[础本]分值?|起评分|基准分)[为是:=计]?/uy;

type Found = Parsed<Effect>;

function parsePool(reader: TokenReader, index: number): Found | null {
  const open = reader.at(index)?.text === '(' ? 1 : 0;
  const basis = reader.match(BASIS_WORD, index + open);
  const word = basis ?? reader.match(POOL_WORD, index + open);
  const at = word ?? index + open;
  const points = reader.at(at);
  if (points?.kind !== 'number' || points.unit !== '分') return null;
  if (open === 1 && reader.at(at + 1)?.text !== ')') return null;
  // 5分。完成5次得满分: what it is worth, first.
  if (open === 0 && !(word === null ? index === 0 && reader.isEnd(at + 1) : reader.isBoundary(at + 1))) return null;
  return { value: { kind: 'pool', amount: points.value, basis: basis !== null }, next: at + 1 + open };
}

/** A number that goes on into a comparison (90分以上, 90分≤) is not an amount of points. */
function goesOn(reader: TokenReader, next: number): boolean {
  const token = reader.at(next);
  return token !== undefined && ['comparator', 'postfix', 'range', 'included', 'excluded'].includes(token.kind);
}

function parseStep(reader: TokenReader, index: number): Found | null {
  const lead = reader.match(/[并则,又再且按]*每有?/uy, index);
  if (lead === null) return null;
  // 每有1个 … keeps its 有 out of the basis; 每月, 每年 and other uses find no amount and fall through.
  for (let at = lead + 1; at < reader.length && !reader.isEnd(at); at += 1) {
    if (reader.at(at)?.text === '每' && !/^[项次人例家个]$/u.test(reader.textOf(lead, at))) return null;
    for (const [verb, pattern] of [
      ['deduct', DEDUCT],
      ['bonus', BONUS],
      ['award', AWARD],
    ] as const) {
      const after = reader.match(pattern, at);
      const amounts = after === null ? null : parseAmounts(reader, after, true);
      if (!amounts || goesOn(reader, amounts.next)) continue;
      let end = at;
      while (end > lead && /^[,的]$/u.test(reader.at(end - 1)?.text ?? '')) end -= 1;
      if (/;/u.test(reader.textOf(lead, end)) || isAsked(reader, lead, end)) return null;
      const from = reader.at(lead)?.text === '每' ? lead + 1 : lead;
      const basis = parseBasis(reader, from, end);
      return basis ? { value: { kind: 'step', verb, basis, amounts: amounts.value }, next: amounts.next } : null;
    }
    const plain = parseBareStep(reader, lead, at);
    if (plain) return plain;
  }
  return null;
}

/** 每篇1分, 每开展1次2分: earned, in a text that takes nothing off and adds nothing. */
function parseBareStep(reader: TokenReader, lead: number, at: number): Found | null {
  const points = reader.at(at);
  if (points?.kind !== 'number' || points.unit !== '分' || !reader.isBoundary(at + 1)) return null;
  if (/[扣减加;]|奖(?:励|\d)/u.test(reader.text.replace(/;$/u, '')) || isAsked(reader, lead, at)) return null;
  const basis = parseBasis(reader, lead, at);
  if (basis?.direction !== 'event' || !isOne(basis.size.value)) return null;
  const amounts: Amount[] = [{ kind: 'points', value: points.value }];
  return { value: { kind: 'step', verb: 'award', basis, amounts }, next: at + 1 };
}

/** 每学期不少于2次, 每月巡河2次: how much is asked for in a time, not what a step is counted in. */
function isAsked(reader: TokenReader, from: number, to: number): boolean {
  const words = reader.textOf(from, to);
  if (/^每?(?:学?年度?|半年|学期|季度?|个?月|周|日|天)(?=[^\d.,])(?!.*[扣逾超延推迟晚]).+\d/u.test(words)) return true;
  return reader.tokens
    .slice(from, to)
    .some(
      ({ kind, text }) => kind === 'comparator' && /^[≥≤]$/u.test(COMPARATORS[text] ?? '') && !text.startsWith('达'),
    );
}

function parseProportion(reader: TokenReader, index: number): Found | null {
  const lead = reader.match(PROPORTION_LEAD, index) ?? reader.match(SAME_PROPORTION, index);
  if (lead === null) return null;
  const words = reader.textOf(index, lead).replace(/^[则的,可]*(?:得分)?(?:按照|[按以成]|依照|依据)?/u, '');
  const deduct = reader.match(PROPORTION_DEDUCT, lead);
  if (deduct !== null) return { value: { kind: 'proportion', deduct: true, of: words }, next: deduct };
  // 低于按比例: with no verb, at the end.
  const isBare = words.endsWith('比例') && reader.textOf(index, lead).includes('按');
  const award = reader.match(PROPORTION_AWARD, lead) ?? (isBare && reader.isEnd(lead) ? lead : null);
  return award === null ? null : { value: { kind: 'proportion', deduct: false, of: words }, next: award };
}

function parsePoints(reader: TokenReader, index: number): Found | null {
  for (const [kind, pattern] of [
    ['deduct', DEDUCT],
    ['bonus', BONUS],
    ['award', AWARD],
  ] as const) {
    const lead = reader.match(pattern, index);
    // 得70%: of the full mark.
    const bareShare = kind === 'deduct' || reader.textOf(index, lead ?? index).endsWith('得');
    const amounts = lead === null ? null : parseAmounts(reader, lead, bareShare);
    if (!amounts || goesOn(reader, amounts.next)) continue;
    return kind === 'award'
      ? { value: { kind, amounts: amounts.value, each: false }, next: amounts.next }
      : { value: { kind, amounts: amounts.value }, next: amounts.next };
  }
  return null;
}

const MERE_SCORE = /(?:得分|计分)(?=[,;]|$)/uy;

/** 完成任务得分: all of it. */
function parseMereScore(reader: TokenReader, index: number): Found | null {
  const next = reader.match(MERE_SCORE, index);
  if (
    next === null ||
    !/(?:完成|达标|任务|目标|到位|合格|要求|以上|[\d%])$/u.test(reader.textOf(Math.max(0, index - 4), index))
  ) {
    return null;
  }
  return { value: { kind: 'award', amounts: [{ kind: 'full', stated: null }], each: false }, next };
}

/** 95%以上10分: points with no verb, only at the end of their clause and not inside a comparison. */
function parseBarePoints(reader: TokenReader, index: number): Found | null {
  const token = reader.at(index);
  const before = reader.at(index - 1);
  const isFull = reader.match(/满分(?=[,;)]|$)/uy, index);
  if (isFull === null && (token?.kind !== 'number' || token.unit !== '分')) return null;
  if (before === undefined || ['comparator', 'range', 'mark'].includes(before.kind)) return null;
  // 有厉行节约制度，2分: after a comma only where words stand before it.
  // 优：10分; 合格率100%，5分.
  if (before.kind === 'punctuation') {
    const asked = reader.at(index - 2);
    const measured =
      asked?.kind === 'number' ? asked.unit !== '分' : /^(?:postfix|included|excluded)$/u.test(asked?.kind ?? '');
    if (!/^[,:]$/u.test(before.text) || !(asked?.kind === 'word' || measured)) return null;
  }
  const amount = parseAmount(reader, index);
  // 优秀10分、良好8分
  const after = reader.at(amount?.next ?? index + 1);
  const listed = after?.text === '、' && reader.at((amount?.next ?? index) + 1)?.kind === 'word';
  if (!amount || !(listed || reader.isBoundary(amount.next)) || after?.text === '(') return null;
  return { value: { kind: 'award', amounts: [amount.value], each: false }, next: amount.next };
}

/** What a clause gives, at this very token; null where no effect begins here. */
export function parseEffect(reader: TokenReader, index: number): Found | null {
  const range = reader.range?.(reader, index);
  if (range) return range;
  const exhaust = reader.match(EXHAUST, index);
  if (exhaust !== null) return { value: { kind: 'cap', cap: 'exhaust', amount: null, single: false }, next: exhaust };
  const seldom = reader.seldom?.(reader, index);
  if (seldom) return seldom;
  const zero = reader.match(ZERO, index);
  if (zero !== null) return { value: { kind: 'zero' }, next: zero };
  const keep = reader.match(KEEP, index);
  if (keep !== null) return { value: { kind: 'keep' }, next: keep };
  return (
    parseStep(reader, index) ??
    parseWrittenFormula(reader, index) ??
    parseProportion(reader, index) ??
    parsePool(reader, index) ??
    parsePoints(reader, index) ??
    parseMereScore(reader, index) ??
    parseBarePoints(reader, index)
  );
}
