import type { Locale } from './fill';
import { en } from './forms.en-US';
import { zh, type FormsText } from './forms.zh-CN';

/** The words of the forms, the guided start and the layouts of budget systems. */
export function formsText(locale: Locale): FormsText {
  return locale === 'zh-CN' ? zh : en;
}
