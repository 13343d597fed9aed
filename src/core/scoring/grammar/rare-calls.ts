import type { TokenReader } from './reader';

/**
 * 得8-10分, 按100%-80%计分, 达成：100%-80%; not 80%-90%得8分. Says yes too often rather than too seldom: then the reader of
 * ranges is fetched for nothing.
 */
export function mayEarnRange(reader: TokenReader): boolean {
  return reader.tokens.some(
    ({ kind }, index) => kind === 'number' && isStretch(reader, index) && isEarned(reader, index),
  );
}

/** Of two numbers, or of one with 以上. */
function isStretch(reader: TokenReader, index: number): boolean {
  const next = reader.at(afterMarks(reader, index + 1))?.kind;
  return next === 'range' || next === 'postfix';
}

function afterMarks(reader: TokenReader, index: number): number {
  let next = index;
  while (/^(?:included|excluded)$/u.test(reader.at(next)?.kind ?? '')) next += 1;
  return next;
}

function isEarned(reader: TokenReader, index: number): boolean {
  let start = index;
  while (start > 0 && !/^[,;:]$/u.test(reader.at(start - 1)?.text ?? '')) start -= 1;
  const before = reader.textOf(start, index);
  if (/得|获|计(?!划)|[记赋给评打=]/u.test(before)) return true;
  let end = index;
  while (!reader.isBoundary(end)) end += 1;
  // 在80%-90%计分: what follows says that these are points.
  if (/[按在以于]/u.test(before) && SETTLED.test(reader.textOf(index, end))) return true;
  // 达成：100%-80%: after a word, and nothing follows that would earn something else.
  const lead = reader.at(index - 1);
  const isNamed = lead?.kind === 'word' ? !/[在于至到约\d]/u.test(lead.text) : /^[:(]$/u.test(lead?.text ?? '');
  const isBare = reader.tokens
    .slice(index, end)
    .every(({ kind, text }) => isOfStretch(kind) || /^[的分值数]$/u.test(text));
  return isNamed && isBare && !EARNS.test(reader.textOf(end, reader.length));
}

function isOfStretch(kind: string): boolean {
  return ['number', 'range', 'postfix', 'included', 'excluded'].includes(kind);
}

const SETTLED = /[定算取计予赋给打评得](?:分值|得分|分数|分)?$/u;
const EARNS = /^,[的则均]?(?:得(?:\d+(?:\.\d+)?分|满分)|不得分)(?:[,;]|$)/u;

const SELDOM =
  /\d\/\d|,\d[\d.]*%得分|插值|内插|差值|最[多高低少]|至[多少]|上限|(?:扣分|扣减|加分|奖分|奖励)[^,;\d]{0,8}[不为以至]|扣[至到满]|扣完(?!即?为?止)|[加得][到至]满|[得总]分[^,;\d]{0,4}不|不得?超过(?:满分|指标分|[该本]项分|权重)|[累合总]计不|[过于出](?:[该本]项|指标|满分|分值|权重)|[按以取](?:100%|[该本项指标]{0,4}(?:满分|分值|权重)|\d+分)|满分(?:为止|封顶)/u;

/** 插值法, 最多扣5分, 得分不低于2分, 超过满分的按满分计. Says yes too often rather than too seldom. */
export function isSeldom(text: string): boolean {
  return SELDOM.test(text);
}
