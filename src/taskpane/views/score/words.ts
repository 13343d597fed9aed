import type { Indicator } from '../../../core/indicator';
import { renderScoring } from '../../../core/scoring';
import type { Locale, UiText } from '../../../i18n';
import type { Reason, ScoreOption } from '../../../session/scoring';
import { say } from '../../context';

export function nameOf({ name, row }: Indicator): string {
  return name?.value ?? String(row + 1);
}

/** `≥95%`, `2026年12月31日前`. */
export function targetOf({ operator, target, unit }: Indicator): string {
  if (!target) return '';
  const sign = operator && !/[定性量]/u.test(operator.value) ? operator.value : '';
  return `${sign}${target.value}${typeof target.value === 'number' ? (unit?.value ?? '') : ''}`;
}

export function actualOf({ actual, unit }: Indicator): string {
  if (!actual) return '';
  if (actual.assumed === 'split') return actual.raw.replaceAll(/\s+/gu, '');
  return `${actual.value}${typeof actual.value === 'number' ? (unit?.value ?? '') : ''}`;
}

export function reasonOf(reason: Reason, text: UiText, locale: Locale): string {
  return reason.kind === 'scoring'
    ? renderScoring(reason.message, locale)
    : say(text.score.reason[reason.code], reason.data);
}

export function optionOf({ score, reading, held }: ScoreOption, text: UiText): string {
  const points = say(text.score.points, { score });
  const word = held ? (score === 0 ? text.score.heldLow : text.score.held) : reading && text.score.reading[reading];
  return word ? `${word} ${points}` : points;
}
