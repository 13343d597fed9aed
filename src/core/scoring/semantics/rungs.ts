import { COUNTERS } from '../lexicon';
import { EVENT } from '../grammar/atoms';
import type { Clause } from '../syntax';
import { unitOfLimits } from './quantities';

const THINGS = /[\d一二两三四五](?:项|个|条|点|方面|要素|要点|要件|环节)|之一/u;

/** 未发生, 零事故: none of it. */
export const NONE = /^(?:零|全年无|无|没有|未|从未|不存在|杜绝)|零(?:发生|事故|投诉)$/u;

/** Whether clauses may be rungs of one count, so that they must be read together. Says yes too often rather than too seldom. */
export function mayBeLadder(clauses: readonly Clause[]): boolean {
  const counted = clauses.filter(isCounted);
  const told = clauses.filter(({ effect }) => effect.kind !== 'note' && effect.kind !== 'pool');
  const isMet = told.every(({ effect }) => effect.kind === 'award' || effect.kind === 'zero') && told.some(namesThings);
  const others = clauses.filter((clause) => !counted.includes(clause) && /^(?:words|reached)$/u.test(kindOf(clause)));
  return (
    isMet ||
    clauses.some((clause) => clause.effect.kind === 'pool' && clause.condition !== null) ||
    (counted.length > 0 && others.some((clause) => NONE.test(wordsIn(clause)))) ||
    (counted.length > 1 && counted.some((clause) => happens(clause) || clause.effect.kind === 'deduct')) ||
    counted.some((clause) => isShort(clause) || isAsked(clause) || (clause.effect.kind === 'deduct' && happens(clause)))
  );
}

function kindOf({ condition }: Clause): string {
  return condition?.kind ?? '';
}

function isCounted({ condition }: Clause): boolean {
  if (condition?.kind === 'count') return true;
  return condition?.kind === 'limits' && COUNTERS.has(unitOfLimits(condition.limits) ?? '');
}

function wordsIn({ condition }: Clause): string {
  return condition !== null && 'words' in condition ? condition.words : '';
}

function happens({ condition }: Clause): boolean {
  return condition?.kind === 'count' || (condition?.kind === 'limits' && EVENT.test(condition.subject));
}

function namesThings(clause: Clause): boolean {
  const { condition } = clause;
  return THINGS.test(condition?.kind === 'count' ? condition.text : wordsIn(clause));
}

/** 完成6个项目得6分: what may be asked for, where others fall short of it. */
function isAsked({ effect, condition }: Clause): boolean {
  return effect.kind === 'award' && condition?.kind === 'count';
}

/** 少1次扣1分: said without 每. */
function isShort({ condition, effect }: Clause): boolean {
  return (
    effect.kind === 'deduct' &&
    condition?.kind === 'count' &&
    /^(?:少|[缺超多]$|缺少$|短缺$|不足$|超[过出]$)/u.test(condition.words)
  );
}

/** 覆盖率≥90%得5分，合格率≥95%得5分: whether several things may earn points of their own. */
export function mayStandApart(clauses: readonly Clause[]): boolean {
  const things = clauses.flatMap(({ effect, condition }) =>
    effect.kind === 'award' && condition !== null
      ? [condition.kind === 'limits' ? condition.subject : condition.kind]
      : [],
  );
  return new Set(things.filter((thing) => thing !== '')).size > 1;
}
