import { printValue, type Standard } from '../../../core/scoring';
import type { UiText } from '../../../i18n';
import { say } from '../../context';

type Band = Standard['facts']['bands'][number];

/** What a clause was read as, in signs and numbers: `≥95% 得满分`, `“效果一般” 得8分`, `每1个月 扣0.5分`. */
export function readingsOf(standard: Standard, clause: number, words: UiText['score']): readonly string[] {
  const { bands, grades, steps } = standard.facts;
  const effect = standard.clauses[clause]?.effect;
  const found = [
    ...bands.filter((band) => band.clause === clause).flatMap((band) => bandText(standard, band, words) ?? []),
    ...grades
      .filter((grade) => grade.clause === clause)
      .map(({ option, points }) => say(words.reads.grade, { option, points: numberOf(points) })),
    ...(effect?.kind === 'step'
      ? steps
          .filter((step) => step.clause === clause)
          .map(({ points, size }) =>
            say(words.reads.step[effect.verb], {
              size: `${numberOf(size)}${effect.basis.size.unit ?? ''}`,
              points: numberOf(points),
            }),
          )
      : []),
  ];
  return [...new Set(found)];
}

/** Null for a stretch without ends: it says nothing that the clause does not. */
function bandText(standard: Standard, { input, low, high, points, full }: Band, words: UiText['score']): string | null {
  const of = standard.inputs[input];
  const sides = [
    low && `${low.included ? '≥' : '＞'}${printValue(of, low.at)}`,
    high && `${high.included ? '≤' : '＜'}${printValue(of, high.at)}`,
  ].filter((side) => side !== null);
  if (sides.length === 0 || (!full && points === null)) return null;
  const one = low?.included && high?.included && numberOf(low.at) === numberOf(high.at);
  const stretch = one ? `=${printValue(of, low.at)}` : sides.join(words.reads.and);
  return full || points === null
    ? say(words.reads.full, { stretch })
    : say(words.reads.band, { stretch, points: numberOf(points) });
}

function numberOf({ n, d }: { readonly n: { div(by: unknown): unknown }; readonly d: unknown }): number {
  return Number(Number(n.div(d)).toFixed(4));
}
