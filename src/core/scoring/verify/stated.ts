import { add, compare, equal, toNumber, ZERO, type Ratio } from '../exact';
import type { Amount } from '../syntax';
import type { Examination } from './examination';

export function statedMarks(exam: Examination): void {
  const { weight } = exam.standard;
  if (weight === null) return;
  const full = exam.standard.facts.stated;
  const total = full.reduce((sum, { value }) => add(sum, value), ZERO);
  const [first] = full;
  if (
    first &&
    compare(full.length > 1 && !full.every(({ value }) => equal(value, first.value)) ? total : first.value, weight) !==
      0
  ) {
    if (full.length > 1 && compare(total, weight) === 0) return;
    exam.add('PT310', exam.spanOf(first.clause), null, { stated: toNumber(first.value), full: toNumber(weight) });
    return;
  }
  const inFull = ({ kind }: Amount): boolean => kind === 'full';
  if (first || exam.standard.clauses.some(({ effect }) => effect.kind === 'award' && effect.amounts.some(inFull)))
    return;
  const awards = exam.standard.clauses.flatMap(({ effect }, clause) =>
    effect.kind === 'award'
      ? effect.amounts.flatMap((amount) => highestOf(amount).map((value) => ({ clause, value })))
      : [],
  );
  const top = awards.reduce<{ clause: number; value: Ratio } | null>(
    (best, award) => (best === null || compare(award.value, best.value) > 0 ? award : best),
    null,
  );
  const sectioned = new Set(exam.standard.clauses.map(({ section }) => section)).size > 1;
  const summed = awards.reduce((sum, { value }) => add(sum, value), ZERO);
  if (!top || compare(top.value, weight) === 0 || compare(summed, weight) === 0) return;
  if (sectioned) {
    exam.add('PT310', null, null, { stated: toNumber(summed), full: toNumber(weight) });
    return;
  }
  if (
    exam.standard.clauses.some(
      ({ effect }) =>
        effect.kind === 'bonus' ||
        effect.kind === 'formula' ||
        (effect.kind === 'step' && effect.verb !== 'deduct') ||
        (effect.kind === 'pool' && effect.basis),
    )
  )
    return;
  exam.add('PT310', exam.spanOf(top.clause), null, { stated: toNumber(top.value), full: toNumber(weight) });
}

export function thresholds(exam: Examination): void {
  const { target, facts, inputs } = exam.standard;
  if (!target) return;
  const own = facts.thresholds.filter(({ index }) => inputs[index]?.unit === (target.unit ?? inputs[index]?.unit));
  if (own.length === 0 || own.some(({ value }) => equal(value, target.value))) return;
  const [first] = own;
  if (!first) return;
  exam.add('PT304', first.span, null, {
    threshold: exam.words(first.index, first.value),
    target: exam.words(first.index, target.value),
  });
}

export function bases(exam: Examination): void {
  const { target, facts, inputs } = exam.standard;
  if (!target) return;
  for (const { value, percent, span } of facts.bases) {
    const index = inputs.findIndex(({ kind }) => kind === 'value');
    const isPercent = inputs[index]?.unit === '%';
    if (percent !== isPercent || equal(value, target.value)) continue;
    exam.add('PT305', span, null, {
      base: exam.words(index, value),
      target: exam.words(index, target.value),
      value: toNumber(value),
      wanted: toNumber(target.value),
    });
  }
}

/** Points that are stated, at their highest. */
function highestOf(amount: Amount): Ratio[] {
  if (amount.kind === 'points') return [amount.value];
  return amount.kind === 'range' && amount.unit === '分' && amount.high ? [amount.high.at] : [];
}
