import { compare, equal, HUNDRED } from '../exact';
import { choose, constant, operate, type Expression } from '../expression';
import type { Stretch } from '../standard';
import { printStretch, yielding } from '../stretch';
import { refuse, type AmountEnd, type Clause } from '../syntax';
import { bodyOf } from './alternatives';
import { isMeasured, isRanged, rangeOf } from './clauses';
import type { Context } from './context';
import { labelOf } from './named';

/**
 * 达成 100%-80%（含）, 部分达成 80%-60%（含）, 未达成 60%-0%: which grade it is and how much of it are for a person to say
 * (财预〔2020〕10号, 财预〔2021〕101号); within that the score is certain.
 */
export function rangedGrades(context: Context, clauses: readonly Clause[]): Expression {
  const refuseAt = (clause: Clause | undefined): never =>
    refuse('range', clause ? wordsAt(clause) : '', clause?.span ?? null);
  const ranged = clauses.filter(isRanged);
  for (const clause of clauses) {
    if (!['award', 'zero'].includes(clause.effect.kind)) return refuse('not-understood', '', clause.span);
    if (clause.condition === null || clause.condition.kind === 'count' || isMeasured(clause.condition))
      return refuseAt(isRanged(clause) ? clause : ranged[0]);
  }
  const [first] = ranged;
  const unit = first ? rangeOf(first)?.unit : undefined;
  if (clauses.length < 2 || unit === undefined) return refuseAt(first);
  if (ranged.some((clause) => rangeOf(clause)?.unit !== unit)) return refuse('unit-clash', '%/分', first?.span ?? null);

  const full = unit === '%' ? HUNDRED : context.full;
  const ends = ranged.map((clause) => endsOf(clause, full));
  const top = ends.reduce(
    (most, { high }) => (compare(high.at, most.at) > 0 ? high : most),
    ends[0]?.high as AmountEnd,
  );
  // 优秀90-100分 of a mark of 10 are results, not points.
  if (ranged.some((clause) => rangeOf(clause)?.bare) && (full === null || !equal(top.at, full))) return refuseAt(first);

  const options = clauses.map((clause) => labelOf(clause.condition, clause));
  if (new Set(options).size !== options.length)
    return refuse('not-understood', options.join('、'), first?.span ?? null);
  const stretches = ends.map((own) => settle(own, ends));
  const grade = context.grade(options);
  const ranges = clauses.map((clause) => stretches[ranged.indexOf(clause)] ?? null);
  const index = context.settled({ grade, ranges }, unit);
  const settled: Expression = { kind: 'input', index };

  return clauses.reduceRight<Expression>(
    (rest, clause, option) => {
      const stretch = ranges[option];
      const chosen: Expression = stretch
        ? within(context, clause, index, settled, stretch, options[option] ?? '', unit)
        : fixed(context, clause, options[option] ?? '');
      return choose({ kind: 'grade', index: grade, option }, chosen, rest);
    },
    { kind: 'undefined', why: 'gap' },
  );
}

function wordsAt({ condition }: Clause): string {
  return condition?.kind === 'words' || condition?.kind === 'limits' ? condition.words : '';
}

function fixed(context: Context, clause: Clause, option: string): Expression {
  const { body, points } = bodyOf(context, clause);
  if (points) context.facts.grades.push({ clause: context.indexOf(clause), option, points });
  return body;
}

function within(
  context: Context,
  clause: Clause,
  index: number,
  settled: Expression,
  stretch: Stretch,
  option: string,
  unit: '%' | '分',
): Expression {
  context.facts.ranges.push({ clause: context.indexOf(clause), option, unit, stretch });
  const full = unit === '%' ? context.fullExpression() : settled;
  const points = unit === '%' ? operate('divide', operate('multiply', full, settled), constant(HUNDRED)) : settled;
  const said = context.say(
    unit === '%' ? 'share' : 'settled',
    clause,
    { option, range: printStretch(stretch, unit), full, share: settled },
    points,
  );
  const { low, high } = stretch;
  return choose(
    {
      kind: 'and',
      items: [
        { kind: 'given', index },
        { kind: 'compare', comparison: low.included ? '≥' : '>', left: settled, right: constant(low.at) },
        { kind: 'compare', comparison: high.included ? '≤' : '<', left: settled, right: constant(high.at) },
      ],
    },
    said,
    { kind: 'undefined', why: 'gap' },
  );
}

interface Ends {
  readonly low: AmountEnd;
  readonly high: AmountEnd;
}

function endsOf(clause: Clause, full: AmountEnd['at'] | null): Ends {
  const range = rangeOf(clause);
  const high = range?.high ?? (full === null ? null : { at: full, included: true, soft: false });
  if (!range || !high) return refuse('weight-missing', '', clause.span);
  if (range.unit === '%' && compare(high.at, HUNDRED) > 0) return refuse('range', wordsAt(clause), clause.span);
  return { low: range.low, high };
}

/** 80%（含） of one grade is not part of the next one's 80%-60%; where neither says so, both have it. */
function settle(own: Ends, all: readonly Ends[]): Stretch {
  const claimed = (end: AmountEnd, side: 'low' | 'high'): boolean =>
    all.some((other) => other !== own && !other[side].soft && other[side].included && equal(other[side].at, end.at));
  return { low: yielding(own.low, claimed(own.low, 'high')), high: yielding(own.high, claimed(own.high, 'low')) };
}
