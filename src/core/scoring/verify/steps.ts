import { addMonths } from '../dates';
import { bestOthers } from '../domain';
import { add, compare, divide, HUNDRED, multiply, ratio, toNumber, ZERO, type Ratio } from '../exact';
import type { Input } from '../standard';
import type { Examination } from './examination';

/** Part of a step: where each of the readings gives another score. */
export function openSteps(exam: Examination): void {
  for (const { clause, index, continuous } of exam.standard.facts.steps) {
    if (!continuous) continue;
    const others = bestOthers(exam.standard, index);
    const input = exam.standard.inputs[index];
    if (others === null || !input) continue;
    for (const at of partSteps(exam, clause, index, input)) {
      const [whole, share, begun] = (['whole', 'share', 'begun'] as const).map((reading) =>
        exam.score(index, others, at, reading),
      );
      if (
        whole === null ||
        whole === undefined ||
        share === null ||
        share === undefined ||
        begun === null ||
        begun === undefined
      )
        continue;
      if (whole === begun) continue;
      exam.add(
        'PT311',
        exam.spanOf(clause),
        { actual: exam.show(index, at), score: whole },
        {
          actual: exam.words(index, at),
          score: whole,
          share,
          begun,
        },
      );
      break;
    }
  }
}

function partSteps(exam: Examination, clause: number, index: number, input: Input): Ratio[] {
  const effect = exam.standard.clauses[clause]?.effect;
  const step = exam.standard.facts.steps.find((found) => found.clause === clause);
  if (!step || effect?.kind !== 'step') return [];
  if (input.kind === 'date') return [ratio((input.deadline ?? 0) + 45), ratio((input.deadline ?? 0) + 10)];
  const sign = effect.basis.direction === 'over' ? 1 : -1;
  const starts = [
    ...(exam.standard.target ? [exam.standard.target.value] : []),
    ...exam.standard.facts.bands.filter((band) => band.input === index).flatMap(({ low, high }) => [low?.at, high?.at]),
    ...exam.standard.clauses.flatMap(({ condition }) =>
      condition?.kind === 'limits'
        ? condition.limits.flatMap(({ reference }) => (reference.kind === 'number' ? [reference.measure.value] : []))
        : [],
    ),
    HUNDRED,
    ZERO,
  ].filter((value): value is Ratio => value !== undefined);
  return starts.flatMap((start) => {
    const one = step.relative ? (divide(multiply(start, step.size), HUNDRED) ?? step.size) : step.size;
    const places = [1.5, 2.5, 0.5].map((steps) => add(start, multiply(one, ratio(steps * sign))));
    // Half an item is no result that anybody could have.
    return exam.isWholeUnit(index) ? places.map((at) => ratio(Math.floor(toNumber(at)))) : places;
  });
}

/** The floor lies a whole year or a whole budget away. */
export function weakSteps(exam: Examination): void {
  const full = exam.standard.fullMark;
  if (full === null) return;
  for (const step of exam.standard.facts.steps) {
    const { effect } = exam.standard.clauses[step.clause] ?? {};
    if (
      effect?.kind !== 'step' ||
      effect.verb !== 'deduct' ||
      effect.basis.direction !== 'over' ||
      compare(step.points, ZERO) <= 0
    )
      continue;
    const needed = toNumber(multiply(divide(full, step.points) ?? ZERO, step.size));
    const others = bestOthers(exam.standard, step.index);
    const input = exam.standard.inputs[step.index];
    if (others === null || !input) continue;
    let at: Ratio | null = null;
    if (step.kind === 'date' && input.deadline !== undefined) {
      const months = /月/u.test(effect.basis.size.unit ?? '');
      if (needed >= (months ? 12 : 365)) at = ratio(addMonths(input.deadline, 12) - 1);
    } else if (step.relative && needed >= 100 && exam.standard.target) {
      at = multiply(exam.standard.target.value, ratio('1.99'));
    }
    if (at === null) continue;
    const score = exam.score(step.index, others, at);
    if (score === null || score <= 0) continue;
    exam.add(
      'PT312',
      exam.spanOf(step.clause),
      { actual: exam.show(step.index, at), score },
      { actual: exam.words(step.index, at), score },
    );
  }
}

export function reversed(exam: Examination): void {
  const { target, facts } = exam.standard;
  if (!target || (target.comparison !== '≤' && target.comparison !== '<')) return;
  for (const { clause, index } of facts.proportions) {
    const others = bestOthers(exam.standard, index);
    if (others === null) continue;
    const at = multiply(target.value, ratio('1.25'));
    const score = exam.score(index, others, at);
    const lower = exam.score(index, others, multiply(target.value, ratio('1.1')));
    if (score === null || lower === null || score <= lower) continue;
    exam.add(
      'PT314',
      exam.spanOf(clause),
      { actual: exam.show(index, at), score },
      { actual: exam.words(index, at), score },
    );
  }
}
