import type { Locale } from './fill';
import { en } from './overview.en-US';
import { zh, type OverviewText } from './overview.zh-CN';

/** The words of 概览. */
export function overviewText(locale: Locale): OverviewText {
  return locale === 'zh-CN' ? zh : en;
}
