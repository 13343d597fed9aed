import type { Locale } from '../i18n';

/** A moment as people read it, to the minute. `at` is in milliseconds since 1970. */
export function timeOf(at: number, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}
