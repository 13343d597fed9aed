import type { Locale } from '../i18n';

/** Chinese of any kind is read in zh-CN, all else in English. */
export function localeOf(language: string | undefined): Locale {
  return !language || /^zh\b/iu.test(language) ? 'zh-CN' : 'en-US';
}
