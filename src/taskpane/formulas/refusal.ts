import type { Conversion } from '../../functions/conversion';
import { reasonText } from '../../functions/wording';
import { fill } from '../../i18n/fill';
import type { Locale } from '../../i18n';
import { formulaWords } from './words';

/** Why a formula has no native one. */
export function refusalText(refusal: Extract<Conversion, { ok: false }>, locale: Locale): string {
  return refusal.reason === 'error'
    ? reasonText(refusal.error, locale)
    : fill(formulaWords(locale).refused[refusal.reason], refusal.data, locale);
}
