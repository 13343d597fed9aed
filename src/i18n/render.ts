import { RULES } from '../core/rules';
import type { Finding, Fix, Unkeyed } from '../core/rules/finding';
import type { RuleWording } from '../core/rules/rule';
import { fill, type Locale } from './fill';

const WORDING = new Map(RULES.map((entry) => [entry.rule.code as string, entry.wording]));

function wordingOf(code: string, locale: Locale): RuleWording | undefined {
  return WORDING.get(code)?.[locale];
}

/** 参照: the clause that is cited does not bind this table. */
const ADVISORY: Readonly<Record<Locale, string>> = { 'zh-CN': '（参照）', 'en-US': ' (for reference)' };

/** A check of the user's own: its sentence comes with it, in whatever language it was written. */
function isOwn(code: string): boolean {
  return code.startsWith('OWN-');
}

/** The finding's sentence: what is wrong, why, what to do. */
export function renderMessage(finding: Unkeyed, locale: Locale): string {
  const template = isOwn(finding.code) ? finding.message : wordingOf(finding.code, locale)?.messages[finding.message];
  const sentence = template === undefined ? `${finding.code} ${finding.message}` : fill(template, finding.data, locale);
  return finding.advisory ? sentence + ADVISORY[locale] : sentence;
}

const CITED: Readonly<Record<Locale, Readonly<Record<'basis' | 'advisory', string>>>> = {
  'zh-CN': { basis: '（依据{document} {clause}）', advisory: '（参照{document} {clause}）' },
  'en-US': { basis: ' (by {document} {clause})', advisory: ' (for reference: {document} {clause})' },
};

/** The same with the clause that it rests on, for places that show no more than one text. */
export function renderCited(finding: Unkeyed, locale: Locale): string {
  const { source, advisory } = finding;
  if (!source) return renderMessage(finding, locale);
  const { basis, advisory: reference } = CITED[locale];
  const words = { document: source.document, clause: source.clause };
  const cited = fill(advisory ? reference : basis, words, locale).replace(/ (?=[）)])/u, '');
  return renderMessage({ ...finding, advisory: false }, locale) + cited;
}

export function renderFixTitle(finding: Finding, fix: Fix, locale: Locale): string {
  const template = wordingOf(finding.code, locale)?.fixes?.[fix.title];
  return template === undefined ? fix.title : fill(template, fix.data, locale);
}

/** The short name of the rule that a finding comes from, one of the user's own included. */
export function findingTitle({ code, rule }: Finding, locale: Locale): string {
  return isOwn(code) ? rule : ruleTitle(code, locale);
}

/** The rule's short name; its code where it is not one of ours. */
export function ruleTitle(code: string, locale: Locale): string {
  return wordingOf(code, locale)?.title ?? code;
}
