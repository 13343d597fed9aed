import { add, compare, divide, equal, negate, type Ratio } from '../exact';
import { choose, constant, minus, plus, times, type Expression } from '../expression';
import type { Edge } from '../standard';
import { refuse, type Clause } from '../syntax';
import type { Case } from './cases';
import type { Context } from './context';

/** 其余线性插值: straight lines between the ends of the bands that are stated. */
export function interpolate(context: Context, cases: readonly Case[], clause: Clause): Expression {
  const bands = cases.filter(({ interval, points }) => interval !== null && points !== null);
  const stated: (Edge & { points: Ratio; open: 'above' | 'below'; quantity: Expression })[] = [];
  for (const { interval, points } of bands) {
    if (!interval || points === null) continue;
    if (interval.low) stated.push({ ...interval.low, points, open: 'below', quantity: interval.quantity });
    if (interval.high) stated.push({ ...interval.high, points, open: 'above', quantity: interval.quantity });
  }
  // 80%得6分 … 低于80%不得分: the line runs from what is earned at 80 % itself.
  const ends = stated
    .filter((end) => end.included || !stated.some((other) => other.included && equal(other.at, end.at)))
    .sort((a, b) => compare(a.at, b.at) || (a.open === 'below' ? -1 : 1));
  let body: Expression = { kind: 'undefined', why: 'gap' };
  for (const [index, from] of ends.entries()) {
    const to = ends[index + 1];
    if (!to || from.open !== 'above' || to.open !== 'below' || compare(from.at, to.at) >= 0) continue;
    const slope = divide(add(to.points, negate(from.points)), add(to.at, negate(from.at)));
    if (!slope) continue;
    const line = plus(constant(from.points), times(minus(from.quantity, constant(from.at)), constant(slope)));
    body = choose(
      {
        kind: 'and',
        items: [
          { kind: 'compare', comparison: '≥', left: from.quantity, right: constant(from.at) },
          { kind: 'compare', comparison: '≤', left: from.quantity, right: constant(to.at) },
        ],
      },
      context.say('interpolate', clause, { value: line }, line),
      body,
    );
  }
  return body.kind === 'undefined' ? refuse('not-understood', '线性插值', clause.span) : body;
}
