import { printValue, toNumber, type Standard } from '../../../core/scoring';
import type { Ratio } from '../../../core/scoring/exact';
import { dayOf as calendarDay, daysInMonth, printDay, serialOf } from '../../../core/scoring/dates';
import type { UiText } from '../../../i18n';
import { say } from '../../context';

type Band = Standard['facts']['bands'][number];

/** What a clause was read as, in signs and numbers: `≥95% 得满分`, `“效果一般” 得8分`, `每1个月 扣0.5分`. */
export function readingsOf(standard: Standard, clause: number, words: UiText['score']): readonly string[] {
  const { bands, grades, steps } = standard.facts;
  const effect = standard.clauses[clause]?.effect;
  const found = [
    ...bands.filter((band) => band.clause === clause).flatMap((band) => bandText(standard, band, words) ?? []),
    ...deadlineText(standard, clause, words),
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

/** `≤2026-12-31 得满分`: 前 and 底前 take the day in. Nothing where the clause gives anything but one plain score. */
function deadlineText(standard: Standard, clause: number, words: UiText['score']): readonly string[] {
  const { condition, effect } = standard.clauses[clause] ?? {};
  if (condition?.kind !== 'deadline') return [];
  const day = dayOf(standard, condition.date);
  if (day === null) return [];
  const stretch = `${condition.met ? '≤' : '＞'}${printDay(day)}`;
  if (effect?.kind === 'zero') return [say(words.reads.band, { stretch, points: 0 })];
  if (effect?.kind !== 'award' || effect.amounts.length !== 1) return [];
  const [amount] = effect.amounts;
  if (amount?.kind === 'full') return [say(words.reads.full, { stretch })];
  return amount?.kind === 'points' ? [say(words.reads.band, { stretch, points: numberOf(amount.value) })] : [];
}

/** The day that is written; where the year or the whole of it stands elsewhere in the row, that of the only date asked for. */
function dayOf(
  { inputs }: Standard,
  date: { readonly year: number | null; readonly month: number; readonly day: number | null } | null,
): number | null {
  if (date && date.year !== null) {
    return serialOf(date.year, date.month, date.day ?? daysInMonth(date.year, date.month));
  }
  const dates = inputs.filter(({ kind }) => kind === 'date');
  const deadline = dates.length === 1 ? dates[0]?.deadline : undefined;
  if (deadline === undefined) return null;
  const { year, month, day } = calendarDay(deadline);
  const isIt = !date || (date.month === month && (date.day ?? daysInMonth(year, month)) === day);
  return isIt ? deadline : null;
}

function numberOf(value: Ratio): number {
  return Number(toNumber(value).toFixed(4));
}
