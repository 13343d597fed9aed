import type { Input, ScoreCurve } from '../core/scoring';
import type { UiText } from '../i18n';
import { fill } from '../i18n/fill';
import { breakpointsOf, type Drawing } from './curve-drawing';

/** So many turning points are told to those who can't see the curve; all of them stand in its table. */
const TOLD = 8;

/** What is said of a drawn curve to those who can't see it: its axes, its faults, its turning points. */
export function curveLabel(curve: ScoreCurve, input: Input, drawing: Drawing, name: string, text: UiText): string {
  const words = text.curve;
  const facts = [
    ...(curve.full === null ? [] : [fill(words.full, { value: curve.full }, 'zh-CN')]),
    ...drawing.shown.map((look) => words[look]),
    ...breakpointsOf(curve, input)
      .slice(0, TOLD)
      .map(({ at, score }) => `${at}${text.colon}${score ?? words.nothing}`),
  ];
  return fill(words.label, { input: name, facts: facts.join(text.comma) }, 'zh-CN');
}
