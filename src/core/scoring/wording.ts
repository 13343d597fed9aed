import type { ActualProblem } from './actuals';
import type { FormulaRefusal } from './formula';
import type { StepReading } from './machine';
import type { InputKind } from './standard';
import type { Effect, RefusalCode } from './syntax';
import { enUS } from './wording.en-US';
import { zhCN } from './wording.zh-CN';

export type ScoringLocale = 'zh-CN' | 'en-US';

/** Sentences of the scoring: `{name}` is replaced from a message's data. */
export interface ScoringWording {
  readonly input: Readonly<Record<'value' | 'count' | 'date' | 'grade' | 'yes' | 'no' | 'pooled', string>>;
  readonly kind: Readonly<Record<InputKind, string>>;
  readonly step: Readonly<Record<string, string>>;
  readonly reading: Readonly<Record<StepReading, string>>;
  readonly result: Readonly<Record<'score' | 'rounded' | 'taken' | 'other' | 'aboveFull' | 'deduction', string>>;
  readonly refused: Readonly<Record<'gap' | 'overlap' | 'full-unknown' | 'division-by-zero', string>>;
  readonly refusal: Readonly<Record<RefusalCode, string>>;
  readonly problem: Readonly<Record<ActualProblem, string>>;
  readonly formula: Readonly<Record<FormulaRefusal, string>>;
  readonly clause: Readonly<Record<Effect['kind'], string>>;
  readonly fault: Readonly<Record<string, string>>;
  readonly open: string;
}

export const SCORING_WORDING: Readonly<Record<ScoringLocale, ScoringWording>> = { 'zh-CN': zhCN, 'en-US': enUS };

/** A sentence of the catalogue, by group and id, with what goes into it. */
export interface Message {
  readonly group: keyof ScoringWording;
  readonly id: string;
  readonly data: Readonly<Record<string, string | number>>;
}

export function fill(template: string, data: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/gu, (whole, name: string) => (name in data ? String(data[name]) : whole));
}

export function renderScoring(message: Message, locale: ScoringLocale = 'zh-CN'): string {
  const group = SCORING_WORDING[locale][message.group];
  const template = typeof group === 'string' ? group : (group as Readonly<Record<string, string>>)[message.id];
  const reading = message.data.reading;
  const data =
    typeof reading === 'string' && reading in SCORING_WORDING[locale].reading
      ? { ...message.data, reading: SCORING_WORDING[locale].reading[reading as StepReading] }
      : message.data;
  return template === undefined ? message.id : fill(template, data);
}
