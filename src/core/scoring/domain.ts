import type { Read } from './actuals';
import { add, compare, divide, HUNDRED, isNegative, multiply, ratio, subtract, toNumber, ZERO } from './exact';
import type { Ratio } from './exact';
import { scoreOf } from './machine';
import type { Input, Standard } from './standard';

export interface Domain {
  readonly low: Ratio;
  readonly high: Ratio;
}

const CAPPED =
  /合格率|覆盖率|达标率|满意度|满意率|完好率|及格率|优良率|普及率|知晓率|占比|比重|公开率|公示率|准确率|及时率/u;

export const TWO = ratio(2);

/** Results that may occur: from nothing to well beyond every number of the sentence. */
export function domainOf(standard: Standard, index: number): Domain {
  const input = standard.inputs[index];
  if (input?.kind === 'count') return { low: ZERO, high: ratio(countEnd(standard, index)) };
  const numbers = [...standard.facts.bands]
    .filter((band) => band.input === index)
    .flatMap(({ low, high }) => [low?.at, high?.at])
    .filter((value): value is Ratio => value !== undefined);
  if (standard.target) numbers.push(standard.target.value);
  for (const { index: at, size } of standard.facts.steps) if (at === index) numbers.push(multiply(size, ratio(20)));
  // A score that others gave, out of a hundred.
  if (input?.unit === '分' && numbers.length === 0) return { low: ZERO, high: HUNDRED };
  const most = numbers.reduce((a, b) => (compare(a, b) >= 0 ? a : b), ratio(1));
  const least = numbers.reduce((a, b) => (compare(a, b) <= 0 ? a : b), ZERO);
  const signed = /变化$/u.test(input?.name ?? '') || isNegative(least);
  const low = signed ? subtract(ZERO, multiply(most, TWO)) : least;
  if (input?.unit === '%') {
    if (CAPPED.test(input.name)) return { low, high: compare(most, HUNDRED) > 0 ? most : HUNDRED };
    return { low, high: compare(multiply(most, TWO), ratio(200)) > 0 ? multiply(most, TWO) : ratio(200) };
  }
  return { low, high: multiply(most, ratio(3)) };
}

/** 2项均满足得3分，1项满足得1.5分: a count of what is met. */
function isMet({ clauses }: Standard): boolean {
  return clauses.some(({ condition }) => condition?.kind === 'limits' && condition.counted === 'met');
}

/** The highest number of a ladder, where nothing lies beyond it: there are no more things to be met. */
function allOf({ facts }: Standard, index: number): number | null {
  const highs = facts.bands.filter(({ input }) => input === index).map(({ high }) => high);
  if (highs.length === 0 || highs.includes(null)) return null;
  return Math.max(...highs.map((high) => (high ? toNumber(high.at) : 0)));
}

/** Just beyond the number of cases at which nothing is left. */
export function countEnd(standard: Standard, index: number): number {
  const all = isMet(standard) ? allOf(standard, index) : null;
  if (all !== null) return all;
  const full = standard.fullMark ?? ratio(100);
  const ends = standard.facts.steps
    .filter((step) => step.index === index && compare(step.points, ZERO) > 0)
    .map(({ points, size }) => toNumber(multiply(divide(full, points) ?? full, size)));
  const bands = standard.facts.bands
    .filter((band) => band.input === index)
    .flatMap(({ low, high }) => [low?.at, high?.at])
    .map((value) => (value ? toNumber(value) : 0));
  return Math.min(400, Math.ceil(Math.max(3, ...ends, ...bands)) + 2);
}

/** Is more of this input better (1), worse (−1), or neither said? */
export function direction(standard: Standard, index: number): 1 | -1 | null {
  const input = standard.inputs[index];
  if (!input) return null;
  if (input.kind === 'date') return -1;
  const { facts, target } = standard;
  const clauses = facts.steps
    .filter((step) => step.index === index)
    .map(({ clause }) => standard.clauses[clause]?.effect);
  if (input.kind === 'count') {
    const verbs = new Set(clauses.map((effect) => (effect?.kind === 'step' ? effect.verb : 'deduct')));
    // 1次扣1分，2次扣3分: readings of one count of what should not happen.
    if (isMet(standard)) return 1;
    if (standard.clauses.some(({ condition }) => condition?.kind === 'limits' && condition.counted)) return -1;
    if (verbs.size === 0)
      return facts.steps.length === 0 && standard.facts.bands.every(({ input: at }) => at !== index) ? -1 : null;
    return verbs.size > 1 ? null : verbs.has('deduct') ? -1 : 1;
  }
  const stated = target?.stated ? target.comparison : null;
  if (stated === '≥' || stated === '>') return 1;
  if (stated === '≤' || stated === '<') return -1;
  if (stated !== null) return stated === '=' && input.unit === '%' ? 1 : null;
  const full = facts.bands.filter((band) => band.input === index && band.full);
  if (full.some(({ low, high }) => low && high && compare(low.at, high.at) !== 0) && input.unit !== '名') return null;
  if (input.unit === '名' && full.length > 0) return -1;
  for (const { low, high } of full) {
    if (low && !high) return 1;
    if (high && !low) return -1;
  }
  for (const effect of clauses) {
    if (effect?.kind === 'step' && effect.basis.direction === 'off') return null;
    if (effect?.kind === 'step' && effect.basis.direction !== 'event') {
      return (effect.basis.direction === 'short') === (effect.verb === 'deduct') ? 1 : -1;
    }
  }
  return target !== null || (input.unit === '%' && facts.bands.length === 0) ? 1 : null;
}

/** Other inputs where they earn the most, so that one input can be looked at alone. Null where there are too many. */
export function bestOthers(standard: Standard, index: number): readonly Read[] | null {
  const choices = standard.inputs.map((input, at): Read[] => {
    if (at === index) return [{ kind: 'number', value: middleOf(standard, index) }];
    return candidates(standard, input, at);
  });
  const combinations = choices.reduce((count, list) => count * list.length, 1);
  if (combinations > 4096) return perInput(standard, choices, index);
  let best: { values: Read[]; score: Ratio } | null = null;
  const own = index >= 0 ? candidates(standard, standard.inputs[index], index) : [];
  const walk = (at: number, values: Read[]): void => {
    if (at < choices.length) {
      for (const choice of choices[at] ?? []) walk(at + 1, [...values, choice]);
      return;
    }
    for (const choice of own.length > 0 ? own : [null]) {
      const whole = choice ? values.map((value, place) => (place === index ? choice : value)) : values;
      const found = scoreOf(standard, whole);
      if (typeof found !== 'string' && (best === null || compare(found, best.score) > 0)) {
        best = { values: whole, score: found };
      }
    }
  };
  walk(0, []);
  const found = best as { values: Read[]; score: Ratio } | null;
  return found?.values ?? null;
}

/** With very many inputs, each is taken at its own best, one after the other. */
function perInput(standard: Standard, choices: readonly Read[][], index: number): readonly Read[] | null {
  let values = choices.map((list) => list[0] as Read);
  for (const [at, list] of choices.entries()) {
    if (at === index) continue;
    const scored = list.map((choice) => {
      const whole = values.map((value, place) => (place === at ? choice : value));
      const found = scoreOf(standard, whole);
      return { whole, score: typeof found === 'string' ? -Infinity : toNumber(found) };
    });
    scored.sort((a, b) => b.score - a.score);
    values = scored[0]?.whole ?? values;
  }
  return typeof scoreOf(standard, values) === 'string' ? null : values;
}

function middleOf(standard: Standard, index: number): Ratio {
  if (index < 0) return ZERO;
  const { low, high } = domainOf(standard, index);
  return divide(add(low, high), TWO) ?? low;
}

function candidates(standard: Standard, input: Input | undefined, index: number): Read[] {
  switch (input?.kind) {
    case 'boolean':
      return [
        { kind: 'flag', value: false },
        { kind: 'flag', value: true },
      ];
    case 'grade':
      return (input.options ?? []).map((_, option) => ({ kind: 'grade', option }));
    case 'date':
      return [{ kind: 'number', value: ratio(input.deadline ?? 0) }];
    case 'count': {
      const end = countEnd(standard, index);
      return [0, 1, Math.max(2, end - 2), end].map((value) => ({ kind: 'number', value: ratio(value) }));
    }
    default: {
      if (input?.within) {
        const ends = input.within.ranges.flatMap((stretch) => (stretch ? [stretch.high.at, stretch.low.at] : []));
        return [{ kind: 'none' }, ...ends.map((value): Read => ({ kind: 'number', value }))];
      }
      const { low, high } = domainOf(standard, index);
      const ends = standard.facts.bands
        .filter((band) => band.input === index)
        .flatMap((band) => [band.low?.at, band.high?.at])
        .filter((value): value is Ratio => value !== undefined);
      const target = standard.target ? [standard.target.value] : [];
      return [low, ...ends, ...target, HUNDRED, high].map((value) => ({ kind: 'number', value }));
    }
  }
}
