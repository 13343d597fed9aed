import type { Locale } from './fill';
import { en } from './review-view.en-US';
import { zh, type ReviewViewText } from './review-view.zh-CN';

/** The words of the review's view. */
export function reviewViewText(locale: Locale): ReviewViewText {
  return locale === 'zh-CN' ? zh : en;
}
