import { ONE } from '../exact';
import { COUNTERS, TARGET_NOUN } from '../lexicon';
import type { Condition, Direction, Effect, StepBasis } from '../syntax';
import { withoutTail } from '../tail';
import { TIME } from './atoms';
import type { Entry } from './occurrences';
import { DIRECTION, SHORT_ONLY } from './step';

/** 每例, 每起, 每项每起, 每处不符合要求, 每个百分点: one of them. */
export function bareUnit(words: string): StepBasis | null {
  const bare = withoutTail(words);
  const point = /^(.{0,8}?)个?百分点$/u.exec(bare);
  if (point) {
    const lead = point[1] ?? '';
    const found = [...lead.matchAll(DIRECTION)].at(-1);
    const direction: Direction = found ? (SHORT_ONLY.test(found[0]) ? 'short' : 'over') : 'event';
    return { direction, size: { value: ONE, unit: '百分点' }, words, reference: null, relative: false };
  }
  const each = /^[项次人例家个]每(.+)$/u.exec(bare);
  if (each) return bareUnit(each[1] ?? '');
  const unit = [...COUNTERS].filter((counter) => bare.startsWith(counter)).sort((a, b) => b.length - a.length)[0];
  if (unit === undefined || /\d/u.test(bare)) return null;
  const found = [...bare.slice(unit.length).matchAll(DIRECTION)].at(0);
  return {
    direction: found && found.index === 0 && SHORT_ONLY.test(found[0]) ? 'short' : 'event',
    size: { value: ONE, unit },
    words: bare,
    reference: null,
    relative: false,
  };
}

/** 超出部分每1%扣2分, 成本超支每1%扣1分, 逾期每天扣0.1分, 按延迟天数每天扣0.5分: by how much, said before 每. */
export function stepBeyond(condition: Condition | null, effect: Effect): Entry | null {
  if (effect.kind !== 'step' || effect.basis.direction !== 'event') return null;
  const { unit } = effect.basis.size;
  const isTime = unit !== null && TIME.test(unit);
  const direction =
    condition?.kind === 'deadline' ? (isTime && !condition.met ? 'over' : null) : wayOf(condition, isTime, unit);
  if (direction === null) return null;
  const words = `${condition?.kind === 'words' ? condition.words : ''}${effect.basis.words}`;
  return {
    condition: condition?.kind === 'deadline' ? condition : null,
    effect: { ...effect, basis: { ...effect.basis, direction, words } },
  };
}

function wayOf(condition: Condition | null, isTime: boolean, unit: string | null): Direction | null {
  if (condition?.kind === 'reached' && !condition.reached && unit === '%' && condition.subject === '≤') return 'over';
  if (condition?.kind !== 'words') return null;
  if (isTime && /(?:逾期|延迟|延期|推迟|超期|滞后)的?(?:天|日|月)数$/u.test(condition.words)) return 'over';
  const part = /^(?:超|(不足|低|少))[过出于]?(.*?)的?部分$/u.exec(condition.words);
  if (!part || (part[2] !== '' && !TARGET_NOUN.test(part[2] ?? ''))) return null;
  return part[1] === undefined ? 'over' : 'short';
}
