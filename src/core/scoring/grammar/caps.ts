import { equal } from '../exact';
import type { Amount, CapKind, Effect } from '../syntax';
import { parseAmount, type Parsed } from './amount';
import { ITEM } from './effect';
import { fractionAt } from './limits';
import type { TokenReader } from './reader';

const MOST = '(?:单项|该项|本项|每项|此项|单个|同一项|累计|合计|总计|总共|总)*';
const DEDUCTION_CAP = new RegExp(
  `${MOST}(?:扣分)?(?:最多|最高|至多|上限)(?:可|累计|共)?(?:扣减|扣除|扣分|扣)(?:分)?(?:不超过|为|至|到)?|${MOST}(?:扣分|扣减|扣减分值)(?:总额|分值|合计|累计)?(?:最多|最高|上限)?(?:不超过|为|不高于|不得超过|以)|${MOST}扣(?:至|到|满|完)`,
  'uy',
);
const BONUS_CAP = new RegExp(
  `${MOST}(?:加分|奖分|奖励)?(?:最多|最高|至多|上限)(?:可|累计|共)?(?:加|奖励|奖)(?:分)?(?:不超过|为|至|到)?|${MOST}(?:加分|奖励分|奖分)(?:总额|合计|累计|分值)?(?:最多|最高|上限)?(?:不超过|为|不高于|不得超过|以|至)`,
  'uy',
);
const HIGHEST = new RegExp(
  `(?:${ITEM}|总)?(?:得分)?(?:最高|最多|至多)(?:不超过|不得超过|得分为|得分|可得|得|计|为)?|(?:(?:${ITEM}|总)?得分|总分)(?:最高|最多)?(?:不超过|不得超过|不高于)|(?:但)?(?:最高|最多)?不(?:得)?超过(?=满分|指标分值|该项分值|本项分值|权重)|(?:加|得)(?:到|至)(?=满分)|(?:累计|合计|总计)不(?:得)?超过`,
  'uy',
);
const LOWEST = new RegExp(
  `(?:${ITEM}|总)?(?:得分)?(?:(?:最低|最少|至少)(?:得分为|不低于|得分|得|计|为)+|最低(?=\\d))|(?:${ITEM})?得分(?:不低于|不少于)`,
  'uy',
);
const CAP_TAIL = /为限|为止|即止|封顶|即可/uy;

const INTERPOLATE =
  /(?:其余|其他|其它|中间|之间|两者之间|介于两者之间|介于之间|在此区间)?的?(?:情况|部分)?,?(?:采用|按|按照|用|通过)?(?:直线|线性)?(?:插值|内插|差值)法?(?:计算得分|计算|计分|得分|确定得分|确定|赋分)?/uy;

type Found = Parsed<Effect>;

function cap(kind: CapKind, amount: Amount | null, next: number, words: string): Found {
  return { value: { kind: 'cap', cap: kind, amount, single: /单项|每项|单个|同一/u.test(words) }, next };
}

/** 超过满分的按满分计, 超额完成的按满分计, 实际值>目标值时，按指标分值计. */
const HELD =
  /(?:(?:得分|分数|实际值|实际完成值|完成率)?(?:超过|高于|超出|大于|>)(?:100%|目标值?|计划[数值]?|(?:该项|本项)?(?:指标)?(?:满分|分值|权重)(?:值|分)?)|超额完成)[的时]?,?(?:则|均)?(?:按照?|以|计|取|得)(?:该项|本项)?(?:指标)?(?:满分|分值|权重分)(?:值)?(?:计算|计分|记分|得分|计|记)?|(?:直?至)?(?:满分为止|满分封顶)/uy;
/** 超过10分按10分计. */
const HELD_POINTS = /(?:得分|分数|总分)?(?:超过|高于|超出|大于)(?=\d)/uy;
const AS_POINTS = /的?,?(?:按照?|以|取)(?=\d)/uy;
const AS_POINTS_TAIL = /计算|计分|记分|得分|[计记]/uy;

/** 完成率大于100%的按100%计算: more than reached counts as reached. */
const HELD_RATE =
  /(?:实际)?(?:完成率|完成比例|实现率|完成程度|完成值|执行率)?(?:大于|超过|高于|超出)100%[的时]?(?:部分)?,?(?:则|均|也)?(?:按照?|以|取)100%(?:计算|计分|记分|计|记|取值)?/uy;

function heldPoints(reader: TokenReader, index: number): Found | null {
  const lead = reader.match(HELD_POINTS, index);
  const most = lead === null ? null : parseAmount(reader, lead);
  const as = most && reader.match(AS_POINTS, most.next);
  const given = as && parseAmount(reader, as);
  if (!given || most.value.kind !== 'points' || given.value.kind !== 'points') return null;
  const next = reader.match(AS_POINTS_TAIL, given.next) ?? given.next;
  const isSame = equal(most.value.value, given.value.value) && reader.isBoundary(next);
  return isSame ? cap('highest', given.value, next, '') : null;
}

function parseCap(reader: TokenReader, index: number): Found | null {
  const held = reader.match(HELD, index);
  if (held !== null && reader.isBoundary(held)) return cap('highest', { kind: 'full', stated: null }, held, '');
  const rate = reader.match(HELD_RATE, index);
  if (rate !== null && reader.isBoundary(rate)) return cap('rate', { kind: 'full', stated: null }, rate, '');
  const points = heldPoints(reader, index);
  if (points) return points;
  for (const [kind, pattern] of [
    ['deduction', DEDUCTION_CAP],
    ['bonus', BONUS_CAP],
    ['highest', HIGHEST],
    ['lowest', LOWEST],
  ] as const) {
    const lead = reader.match(pattern, index);
    const amount = lead === null ? null : parseAmount(reader, lead);
    if (lead === null || !amount) continue;
    const words = reader.textOf(index, lead);
    // 累计不超过5分, of what is taken off or added on top?
    if (kind === 'highest' && /^[累合总]计/u.test(words) && /[扣减加]/u.test(reader.text)) continue;
    const tail = reader.match(CAP_TAIL, amount.next);
    // 扣5分 is a deduction; only 扣至5分为止, 扣满5分为止 are caps.
    if (kind === 'deduction' && /扣[至到满完]$/u.test(words) && !/最多|最高|至多/u.test(words)) {
      if (tail === null) continue;
      if (/扣[至到]$/u.test(words) && !/单项|每项|该项|本项|此项|单个/u.test(words)) continue;
    }
    if (tail === null && !reader.isBoundary(amount.next)) continue;
    return cap(kind, amount.value, tail ?? amount.next, words);
  }
  return null;
}

const FRACTION =
  /[则的,]*(?:得到|可得|得|计)(?:[该本]项)?(?:权重分?值?|分值|满分)?的?\d+\/\d+的?(?:[该本]项)?(?:权重分|权重|分值|分数|满分|分|值)?/uy;

/** 得2/3分值, 得权重的1/3. */
function parseFraction(reader: TokenReader, index: number): Found | null {
  const next = reader.match(FRACTION, index);
  if (next === null || !reader.isBoundary(next)) return null;
  let slash = index;
  while (reader.at(slash)?.text !== '/') slash += 1;
  const share = fractionAt(reader, slash - 1);
  return share && { value: { kind: 'award', amounts: [{ kind: 'share', value: share.value }], each: false }, next };
}

/** 低于目标值，80%得分: a share of the points, and not what is asked for. */
function parseShare(reader: TokenReader, index: number): Found | null {
  const share = reader.at(index);
  const next = reader.at(index - 1)?.text === ',' ? reader.match(/\d+(?:\.\d+)?%得分/uy, index) : null;
  return next !== null && share?.kind === 'number' && reader.isBoundary(next)
    ? { value: { kind: 'award', amounts: [{ kind: 'share', value: share.value }], each: false }, next }
    : null;
}

/** The most or the least that is given or taken off; what lies between two points. */
export function parseSeldom(reader: TokenReader, index: number): Found | null {
  const interpolate = reader.match(INTERPOLATE, index);
  if (interpolate !== null && /插值|内插|差值/u.test(reader.textOf(index, interpolate)))
    return { value: { kind: 'interpolate' }, next: interpolate };
  return parseFraction(reader, index) ?? parseShare(reader, index) ?? parseCap(reader, index);
}
