import { renderRefusal, renderScoring } from '../core/scoring';
import { fill } from '../i18n/fill';
import type { Locale } from '../i18n/fill';
import type { FunctionName } from './definition';
import type { FunctionError } from './value';
import { enUS } from './wording.en-US';
import { zhCN } from './wording.zh-CN';

export interface FunctionWording {
  readonly summary: string;
  readonly example: string;
  /** What the help page says beyond the summary, point by point. */
  readonly details: readonly string[];
}

export interface FunctionsWording {
  readonly functions: Readonly<Record<FunctionName, FunctionWording>>;
  /** By the parameter's name. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Why a function gives an error value. */
  readonly reasons: Readonly<Record<string, string>>;
  /** Headings of the help pages, and what holds for every function. */
  readonly help: {
    readonly title: string;
    readonly intro: string;
    readonly syntax: string;
    readonly parameters: string;
    readonly optional: string;
    readonly details: string;
    readonly example: string;
    readonly common: string;
    readonly general: readonly string[];
  };
}

export const FUNCTIONS_WORDING: Readonly<Record<Locale, FunctionsWording>> = { 'zh-CN': zhCN, 'en-US': enUS };

/** The sentence of an error value; parameters in it are named in the reader's language. */
export function reasonText(error: FunctionError, locale: Locale): string {
  const wording = FUNCTIONS_WORDING[locale];
  const name = error.data.name;
  const data =
    typeof name === 'string'
      ? { ...error.data, name: (wording.parameters[name] ?? name).split(/[:：]/u)[0] ?? name }
      : error.data;
  const reason: Record<string, string> = error.detail ? { reason: detailText(error.detail, locale) } : {};
  return fill(wording.reasons[error.reason] ?? error.reason, { ...data, ...reason }, locale);
}

function detailText(detail: NonNullable<FunctionError['detail']>, locale: Locale): string {
  return 'group' in detail ? renderScoring(detail, locale) : renderRefusal(detail, locale);
}
