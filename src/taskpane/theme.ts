import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import type { Locale } from '../i18n';

export type Appearance = 'light' | 'dark';

const HAN = '"Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC"';
const LATIN = '"Segoe UI", "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial';

/** The language's own letters first: quotation marks are half as wide in the other's. */
const FONTS: Readonly<Record<Locale, string>> = {
  'zh-CN': `${HAN}, ${LATIN}, system-ui, sans-serif`,
  'en-US': `${LATIN}, ${HAN}, system-ui, sans-serif`,
};

export function themeOf(appearance: Appearance, locale: Locale): Theme {
  return { ...(appearance === 'dark' ? webDarkTheme : webLightTheme), fontFamilyBase: FONTS[locale] };
}

const DARK = '(prefers-color-scheme: dark)';

/** What the system prefers, where the host says nothing. */
export function useSystemAppearance(): Appearance {
  return useSyncExternalStore(
    (listener) => {
      const query = matchMedia(DARK);
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => (matchMedia(DARK).matches ? 'dark' : 'light'),
  );
}
