import type { ProfileProblem } from '../core/check/profile';
import { fill, type Locale } from './fill';
import { en } from './profile.en-US';
import { zh, type ProfileText } from './profile.zh-CN';

const TEXTS: Readonly<Record<Locale, ProfileText>> = { 'zh-CN': zh, 'en-US': en };

/** What is wrong with a 审核口径, as a sentence that names the place. */
export function renderProfileProblem({ code, path, check, data }: ProfileProblem, locale: Locale): string {
  const text = TEXTS[locale];
  const where = path === '' ? '' : fill(check === null ? text.place : text.check, { path, check: check ?? 0 }, locale);
  const { expected } = data;
  const words = expected === undefined ? data : { ...data, expected: text.kinds[expected] ?? String(expected) };
  return where + fill(text[code], words, locale);
}

/** All that is wrong with it. */
export function renderProfileProblems(problems: readonly ProfileProblem[], locale: Locale): string {
  return problems.map((problem) => renderProfileProblem(problem, locale)).join(locale === 'zh-CN' ? '；' : '; ');
}
