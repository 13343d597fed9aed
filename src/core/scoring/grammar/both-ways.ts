import { compare, ZERO } from '../exact';
import { POINT_UNITS } from '../lexicon';
import type { Measure, StepBasis } from '../syntax';
import type { TokenReader } from './reader';
import { OVER, readReference, SHORT } from './step';

/** 偏差, 与目标值相差, 偏离计划数: on either side of it. */
const OFF = /^(?:[与和同较比跟](\D{1,14}?)每?)?(?:偏差|偏离|相差|误差)了?(\D{0,14})$/u;

/** 每偏差1人: what is off from where, and by how much. */
export function readAstray(before: string, size: Measure, words: string): StepBasis | null {
  const astray = OFF.exec(before);
  if (!astray) return null;
  const [, lead = '', rest = ''] = astray;
  const aim = readReference(rest === '' ? lead : rest);
  if (aim === null || (lead !== '' && rest !== '') || aim.reference?.kind === 'named') return null;
  return { direction: 'off', size, words, reference: aim.reference, relative: aim.relative };
}

/** 超过（降低）5个百分点, 高于或低于计划1%, 增减1个: on either side. */
const TWO_WAYS = new RegExp(
  `^(?:(?:${OVER})(?:[(或、/和及])(?:${SHORT})\\)?|(?:${SHORT})(?:[(或、/和及])(?:${OVER})\\)?|增减|上下浮动|浮动|波动)(\\D{0,14})$`,
  'u',
);

export function readBothWays(reader: TokenReader, from: number, to: number, words: string): StepBasis | null {
  const number = reader.at(to - 1);
  if (number?.kind !== 'number' || compare(number.value, ZERO) <= 0) return null;
  const found = TWO_WAYS.exec(reader.textOf(from, to - 1));
  const aim = found && readReference(found[1] ?? '');
  if (!aim || aim.reference?.kind === 'named') return null;
  return {
    direction: 'off',
    size: { value: number.value, unit: number.unit },
    words,
    reference: aim.reference,
    relative: aim.relative,
  };
}

const ONE_WAY = new RegExp(`^(?:(${OVER})|${SHORT})$`, 'u');

/** 每低于80%一个百分点: from 80 % on. */
export function readFrom(reader: TokenReader, from: number, to: number): StepBasis | null {
  const [base, size] = [reader.at(to - 2), reader.at(to - 1)];
  const way = ONE_WAY.exec(reader.textOf(from, to - 2));
  if (base?.kind !== 'number' || size?.kind !== 'number' || !way || compare(size.value, ZERO) <= 0) return null;
  const isPercent = base.unit === '%' && size.unit !== null && (size.unit === '%' || POINT_UNITS.has(size.unit));
  if (!isPercent && base.unit !== size.unit) return null;
  return {
    direction: way[1] === undefined ? 'short' : 'over',
    size: { value: size.value, unit: size.unit },
    words: reader.textOf(from, to),
    reference: { kind: 'number', measure: { value: base.value, unit: base.unit } },
    relative: false,
  };
}
