import type { Locale } from './fill';
import { en } from './profile-view.en-US';
import { zh, type ProfileViewText } from './profile-view.zh-CN';

/** The words of profiles in the settings. */
export function profileViewText(locale: Locale): ProfileViewText {
  return locale === 'zh-CN' ? zh : en;
}
