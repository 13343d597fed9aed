import type { LibraryProblem } from '../core/library';
import { fill, type Locale } from './fill';
import { en } from './library.en-US';
import { zh, type LibraryText } from './library.zh-CN';

const TEXTS: Readonly<Record<Locale, LibraryText>> = { 'zh-CN': zh, 'en-US': en };

/** What is wrong with a library that was read, as a sentence with its place: an entry of a file, or a row of a sheet. */
export function renderLibraryProblem(
  { code, place, data, dropped }: LibraryProblem,
  locale: Locale,
  read: 'entry' | 'row' = 'entry',
): string {
  const text = TEXTS[locale];
  const where = place === null ? '' : fill(text[read], { place }, locale);
  return where + fill(text[code], data, locale) + (dropped && place !== null ? text.dropped : '');
}
