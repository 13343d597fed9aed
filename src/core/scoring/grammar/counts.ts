import { COUNTERS, POSTFIXES } from '../lexicon';
import type { Condition } from '../syntax';
import { EVENT, TIME } from './atoms';
import { measureOf, parseLimits } from './limits';
import { TokenReader } from './reader';

/** 1处不符合要求, 缺1个专业, 不符合要求1处, 2项及以上未达标. */
export function parseCount(reader: TokenReader): Condition | null {
  for (let index = reader.length - 1; index >= 0; index -= 1) {
    const measure = measureOf(reader.at(index));
    if (!measure) continue;
    // Only the number next to the score counts; 不少于5名 says how many are asked, not how many were found.
    if (measure.unit === null || !COUNTERS.has(measure.unit) || TIME.test(measure.unit)) return null;
    if (reader.at(index - 1)?.kind === 'comparator' && reader.at(index - 1)?.text !== '超') return null;
    let next = index + 1;
    const postfix = reader.at(next)?.kind === 'postfix' ? reader.at(next) : undefined;
    const ordered = postfix !== undefined && POSTFIXES[postfix.text]?.comparison === '≥';
    if (postfix && !ordered) return null;
    if (postfix) next += 1;
    const bracket = reader.match(/\([台次处项条人]{1,2}\)/uy, next);
    const after = reader.textOf(bracket ?? next, reader.length);
    const before = reader.textOf(0, index).replace(/(?:只要)?有$/u, '');
    if (before === '' && after === '') return null;
    if (/[≥≤<>=]$/u.test(before)) return null;
    return {
      kind: 'count',
      words: `${before}${after}`.replace(/^,|,$/gu, ''),
      text: reader.textOf(0, reader.length),
      measure,
      ordered,
    };
  }
  return null;
}

/** ≥6个亚专业, 5个亚专业: what is counted stands after the number. */
export function parseNamedCount(reader: TokenReader, text: string): Condition | null {
  let end = reader.length;
  while (end > 0 && reader.at(end - 1)?.kind === 'word') end -= 1;
  const noun = reader.textOf(end, reader.length);
  const measure = measureOf(reader.at(end - 1));
  if (noun === '' || noun.length > 8 || EVENT.test(text) || !measure?.unit || !COUNTERS.has(measure.unit)) return null;
  if (end > 2 || !/^[一-鿿]+$/u.test(noun) || /满足|具备|符合|[全均都已]|完成|到位|公开/u.test(noun)) return null;
  const limits = parseLimits(new TokenReader(reader.tokens.slice(0, end), reader.kinds), 0);
  return limits ? { kind: 'limits', subject: noun, limits, words: text } : null;
}

/** 控制在预算内, 执行数在预算规模以内, 未超支. */
export function parseBudget(text: string): Condition | null {
  const controlled =
    /^(.*?)(未控制在|控制在|不超过|未超过|不超出|未超出|未突破|不突破|未超|不超|超过|超出|突破|超)(?:(?:年初|年度|全年|当年|批复|部门)*(?:预算|概算|目标值|计划值|计划|目标|成本)总?(?:批复)?(?:范围|规模|控制数|数|额|金额|指标)?)(?:以内|之内|范围内|范围之内|内)?$/u.exec(
      text,
    );
  if (controlled) {
    const verb = controlled[2] ?? '';
    return {
      kind: 'reached',
      reached: verb !== '未控制在' && !/^(?:超过|超出|突破|超)$/u.test(verb),
      subject: `≤${controlled[1] ?? ''}`,
      words: text,
      firm: true,
    };
  }
  // 执行数在预算规模以内
  const within =
    /^([^在]*)在(?:年初|年度|全年|当年|批复){0,2}(?:预算|概算|目标值|计划)(?:规模|范围|总额|控制数|数|额)?(?:以内|之内|范围内|内)$/u.exec(
      text,
    );
  if (within) {
    return { kind: 'reached', reached: true, subject: `≤${within[1] ?? ''}`, words: text, firm: true };
  }
  const spent = /(未|不|没有|无)?(?:超支|超预算)$/u.exec(text);
  if (spent) return { kind: 'reached', reached: spent[1] !== undefined, subject: '≤', words: text, firm: true };
  return null;
}
