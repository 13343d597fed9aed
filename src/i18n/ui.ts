import type { Locale } from './fill';
import { en } from './ui.en-US';
import { zh, type UiText } from './ui.zh-CN';

const TEXTS: Readonly<Record<Locale, UiText>> = { 'zh-CN': zh, 'en-US': en };

/** The interface's words in a language. */
export function uiText(locale: Locale): UiText {
  return TEXTS[locale];
}
