import { compare, ratio, ZERO } from '../exact';
import { POSTFIXES } from '../lexicon';
import type { Amount, AmountEnd, AmountRange, Effect } from '../syntax';
import { parseAmount, type Parsed } from './amount';
import { parseEffect } from './effect';
import type { TokenReader } from './reader';

const OF_POINTS =
  '(?:该项|本项|此项|各项|该|本|指标|对应|相应|分值|满分值|满分|权重分值|权重分|权重|总分|标准分|得分|分数|区间|范围|的){0,8}';

/** A person settles on the points: 酌情, 合理. It is the range that says how far. */
const SETTLING = '(?:酌情|合理|据实|综合|视(?:实际|具体|完成|程度)*情况?|根据(?:实际|具体)*情况){0,2}';

const VERB =
  '(?:可以|可|则|均|分别|各|依次|相应|计){0,4}(?:得到|得分为|得分是|得分在|得分(?![值数])|得|计分为|计为|计|记为|记|赋予|赋分为|赋分|赋值|赋|获得|给予|给|评定为|评为|打分为|打|=){1,2}(?:在|为|介于)?';

const BY = '(?:则|并|可|分别|各|依次|均){0,4}(?:按照|按|在|以|于|介于)';

const AWARDED = new RegExp(`${SETTLING},?${VERB}${SETTLING}${OF_POINTS}`, 'uy');
const PLACED = new RegExp(`${SETTLING},?${BY}${SETTLING}${OF_POINTS}`, 'uy');
const STATED = new RegExp(`[:为]?${OF_POINTS}`, 'uy');

const TAIL = new RegExp(`(?:之间|区间|范围|以内|之内|内)?(?:的)?${OF_POINTS}${SETTLING}`, 'uy');
const SCORED = new RegExp(
  `(?:之间|区间|范围|以内|之内|内)?(?:的)?${OF_POINTS}${SETTLING}(?:确定|计算|核定|计取|计|赋予|赋|给予|给|打|评|取|得)(?:分值|得分|分数|分)?`,
  'uy',
);

interface End {
  readonly end: AmountEnd;
  readonly unit: string | null;
  readonly next: number;
  /** （含80%） names the end that it means. */
  readonly named: string | null;
}

function parseEnd(reader: TokenReader, index: number): End | null {
  const token = reader.at(index);
  if (token?.kind !== 'number') return null;
  let next = index + 1;
  let end: AmountEnd = { at: token.value, included: true, soft: true };
  let named: string | null = null;
  for (;;) {
    const mark = reader.at(next);
    if (mark?.kind === 'included') {
      end = { ...end, included: true, soft: false };
      named = /\d+(?:\.\d+)?/u.exec(mark.text)?.[0] ?? null;
    } else if (mark?.kind === 'excluded') end = { ...end, included: false, soft: false };
    else return { end, unit: token.unit, next, named };
    next += 1;
  }
}

/** `100%-80%（含）`, `8-10分`, `80%（含）以上`: the two ends in either order, or one of them. */
function parseStretch(reader: TokenReader, index: number, bare: boolean): Parsed<AmountRange> | null {
  const first = parseEnd(reader, index);
  if (!first) return null;
  const postfix = reader.at(first.next);
  const side = postfix?.kind === 'postfix' ? POSTFIXES[postfix.text] : undefined;
  const joint = side?.comparison === '≥' ? first.next + 1 : first.next;
  if (reader.at(joint)?.kind !== 'range') {
    if (!side || (first.unit !== '%' && first.unit !== '分')) return null;
    const end: AmountEnd = side.soft ? first.end : { ...first.end, soft: false };
    const nothing: AmountEnd = { at: ZERO, included: true, soft: false };
    const range = side.comparison === '≥' ? { low: end, high: null } : { low: nothing, high: end };
    return { value: { kind: 'range', ...range, unit: first.unit, bare }, next: first.next + 1 };
  }
  const second = parseEnd(reader, joint + 1);
  if (!second) return null;
  const unit = first.unit ?? second.unit;
  if ((unit !== '%' && unit !== '分') || (second.unit ?? unit) !== unit) return null;
  let ends: [AmountEnd, AmountEnd] = [first.end, second.end];
  if (second.named !== null && compare(ratio(second.named), first.end.at) === 0) {
    ends = [
      { ...first.end, included: true, soft: false },
      { ...second.end, soft: true },
    ];
  }
  if (compare(ends[0].at, ends[1].at) > 0) ends = [ends[1], ends[0]];
  const [low, high] = ends;
  return { value: { kind: 'range', low, high, unit, bare }, next: second.next };
}

/** Stretches, and points among them, joined by 、; at least one is a stretch. */
function parseRanges(reader: TokenReader, index: number, bare: boolean): Parsed<Amount[]> | null {
  const amounts: Amount[] = [];
  let at = index;
  for (;;) {
    const found = parseStretch(reader, at, bare) ?? (bare ? null : parseAmount(reader, at, true));
    if (!found) return null;
    amounts.push(found.value);
    at = found.next;
    if (!/^[、和及]$/u.test(reader.at(at)?.text ?? '')) break;
    at += 1;
  }
  return amounts.some(({ kind }) => kind === 'range') ? { value: amounts, next: at } : null;
}

function award(amounts: readonly Amount[], next: number): Parsed<Effect> {
  return { value: { kind: 'award', amounts, each: false }, next };
}

/** 得8-10分, 按分值区间100%-80%（含）、80%-60%（含）合理确定分值: points between two ends. */
function parseRangedAward(reader: TokenReader, index: number): Parsed<Effect> | null {
  for (const [lead, tail] of [
    [AWARDED, TAIL],
    [PLACED, SCORED],
  ] as const) {
    const at = reader.match(lead, index);
    const ranges = at === null ? null : parseRanges(reader, at, false);
    if (!ranges) continue;
    const scored = reader.match(SCORED, ranges.next);
    const next = scored ?? (tail === TAIL ? (reader.match(TAIL, ranges.next) ?? ranges.next) : null);
    if (next !== null && reader.isBoundary(next)) return award(ranges.value, next);
  }
  return null;
}

/** 80%-90%，得8分 and 80%-90%，的得8分: what stands before the comma is no points. */
function leadsOn(reader: TokenReader, index: number): boolean {
  return parseEffect(reader, reader.match(/[的则均]/uy, index) ?? index) !== null;
}

/** 达成：100%-80%（含）, 达成（100%-80%）: with no verb. */
function parseBareRange(reader: TokenReader, index: number): Parsed<Effect> | null {
  const before = reader.at(index - 1);
  const bracket = reader.at(index)?.text === '(' ? 1 : 0;
  if (before?.kind !== 'word' || /[在于至到约\d]/u.test(before.text)) return null;
  const at = reader.match(STATED, index + bracket) ?? index + bracket;
  const ranges = parseRanges(reader, at, true);
  if (ranges?.value.length !== 1) return null;
  // 20%以上 by itself compares; only 优：80%以上 says what is earned.
  const open = ranges.value.some((amount) => amount.kind === 'range' && amount.high === null);
  if (open && reader.at(index + bracket)?.text !== ':') return null;
  const tail = reader.match(/的?(?:分值|分数)/uy, ranges.next) ?? ranges.next;
  if (bracket === 1 && reader.at(tail)?.text !== ')') return null;
  const next = tail + bracket;
  if (reader.at(next)?.text === '、' ? bracket === 0 : !reader.isBoundary(next)) return null;
  const comma = reader.at(next)?.text === ',' || reader.at(next)?.text === '、';
  return comma && leadsOn(reader, next + 1) ? null : award(ranges.value, next);
}

/** Points between two ends, with or without a verb. */
export function parseRange(reader: TokenReader, index: number): Parsed<Effect> | null {
  return parseRangedAward(reader, index) ?? parseBareRange(reader, index);
}

/** The text without what ranges leave to a person. */
export function withoutRanges(reader: TokenReader): string {
  let text = '';
  for (let index = 0; index < reader.length;) {
    const found = parseRangedAward(reader, index);
    if (found) text += ';';
    else text += reader.at(index)?.text ?? '';
    index = found?.next ?? index + 1;
  }
  return text;
}
