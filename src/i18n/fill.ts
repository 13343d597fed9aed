import type { MessageData } from '../core/rules/rule';

export type Locale = 'zh-CN' | 'en-US';

export const LOCALES: readonly Locale[] = ['zh-CN', 'en-US'];

/**
 * Replaces `{name}` from the data, and `{name?row has|rows have}` by its first words for 1 and its second for more. A
 * placeholder without data stays, so that a test can see it.
 */
export function fill(template: string, data: MessageData, locale: Locale): string {
  return template.replace(
    /\{(\w+)(?:\?([^{}|]*)\|([^{}|]*))?\}/gu,
    (whole, name: string, one?: string, more?: string) => {
      const value = data[name];
      if (value === undefined) return whole;
      if (one !== undefined && more !== undefined) return String(value) === '1' ? one : more;
      if (typeof value === 'object') return value.join(locale === 'zh-CN' ? '、' : ', ');
      return String(value);
    },
  );
}
