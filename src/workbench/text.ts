import type { Locale } from '../i18n';
import { en } from './text.en-US';
import { zh, type PageText } from './text.zh-CN';

export type { PageText } from './text.zh-CN';

const TEXTS: Readonly<Record<Locale, PageText>> = { 'zh-CN': zh, 'en-US': en };

export function pageText(locale: Locale): PageText {
  return TEXTS[locale];
}

/** Puts a file's name into a sentence. */
export function withName(sentence: string, name: string): string {
  return sentence.replaceAll('{name}', name);
}
