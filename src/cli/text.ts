import type { Locale } from '../i18n';
import { en } from './messages.en-US';
import { zh, type CliText } from './messages.zh-CN';

export type { CliText };

/** The command line's own sentences. */
export function cliText(locale: Locale): CliText {
  return locale === 'zh-CN' ? zh : en;
}
