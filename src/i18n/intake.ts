import type { Locale } from './fill';
import { en } from './intake.en-US';
import { zh, type IntakeText } from './intake.zh-CN';

/** The words of what is dropped on the pane or pasted into it. */
export function intakeText(locale: Locale): IntakeText {
  return locale === 'zh-CN' ? zh : en;
}
