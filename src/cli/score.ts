import {
  compile,
  explain,
  renderExplanation,
  renderRefusal,
  renderScoring,
  STEP_READINGS,
  toFormula,
  verify,
} from '../core/scoring';
import type { Actual, ActualValue, Compiled, StandardInput, StepReading } from '../core/scoring';
import { fill, type Locale } from '../i18n';
import { UsageError } from './errors';
import { linesOf, type Io } from './io';
import { localeOf, scoreOptions } from './options';
import { cliText } from './text';

/** What is asked: a standard, what stands beside it in the row, and what was achieved. Numbers are in percent points. */
export interface ScoreQuestion extends Omit<StandardInput, 'name' | 'year'> {
  readonly id?: unknown;
  readonly actual: Actual;
  readonly options?: string | null;
}

interface Issue {
  readonly code: string;
  readonly data: Readonly<Record<string, string | number>>;
  readonly message: string;
  readonly counterexample?: { readonly actual: number | string; readonly score: number | null };
}

export interface ScoreAnswer {
  readonly id?: unknown;
  readonly status: 'scored' | 'refused' | 'invalid';
  readonly score: number | null;
  readonly deduction?: number;
  readonly inputs: readonly { readonly name: string; readonly kind: string; readonly unit: string | null }[];
  readonly explanation: string;
  readonly formula: string | null;
  readonly issues: readonly Issue[];
}

/** 整档 (default), 比例, 进档. */
const STEPS: Readonly<Record<string, StepReading>> = { 整档: 'whole', 比例: 'share', 进档: 'begun' };

/** `score`: one question from the options, or JSON lines on standard input, one answer a line. */
export async function scoreCommand(args: readonly string[], io: Io): Promise<number> {
  const locale = localeOf(args);
  const text = cliText(locale);
  const given = scoreOptions(args);
  if (given) {
    const question = read(given);
    if (typeof question === 'string') throw new UsageError('option', { detail: text[question] });
    await io.stdout(`${JSON.stringify(answer(question, locale))}\n`);
    return 0;
  }
  let number = 0;
  let faults = 0;
  for await (const line of linesOf(io.stdin)) {
    number++;
    if (line.trim() === '') continue;
    const question = readLine(line);
    if (typeof question === 'string') {
      faults++;
      io.stderr(`${fill(text.line, { line: number, detail: text[question] }, locale)}\n`);
      continue;
    }
    await io.stdout(`${JSON.stringify(answer(question, locale))}\n`);
  }
  return faults > 0 ? 2 : 0;
}

type Fault = 'notJson' | 'noStandard' | 'badQuestion' | 'badSteps';

function readLine(line: string): ScoreQuestion | Fault {
  try {
    return read(JSON.parse(line.replace(/^\uFEFF/u, '')));
  } catch {
    return 'notJson';
  }
}

function read(value: unknown): ScoreQuestion | Fault {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'noStandard';
  const { standard, actual = null, target, weight, operator, unit, options, id } = value as Record<string, unknown>;
  if (typeof standard !== 'string') return 'noStandard';
  const texts = [operator, unit, options].every(
    (item) => item === undefined || item === null || typeof item === 'string',
  );
  const numbers = weight === undefined || weight === null || (typeof weight === 'number' && weight >= 0);
  const goal = target === undefined || target === null || typeof target === 'number' || typeof target === 'string';
  if (!texts || !numbers || !goal || !isActual(actual)) return 'badQuestion';
  if (typeof options === 'string' && STEPS[options] === undefined) return 'badSteps';
  return { id, standard, actual, target, weight, operator, unit, options } as ScoreQuestion;
}

function isValue(value: unknown): value is ActualValue {
  return value === null || ['number', 'string', 'boolean'].includes(typeof value);
}

function isActual(value: unknown): value is Actual {
  return isValue(value) || (Array.isArray(value) ? value : Object.values(value as object)).every(isValue);
}

function answer(question: ScoreQuestion, locale: Locale): ScoreAnswer {
  const id = question.id === undefined ? {} : { id: question.id };
  const result: Compiled = compile(question);
  if (!result.ok) {
    const { code, data, words } = result.refusal;
    const message = renderRefusal(result.refusal, locale);
    const issues = [{ code, data: { ...data, words }, message }];
    return { ...id, status: 'refused', score: null, inputs: [], explanation: message, formula: null, issues };
  }
  const { standard } = result;
  const steps = STEPS[question.options ?? '整档'] ?? (STEP_READINGS[0] as StepReading);
  const told = explain(standard, question.actual, { steps });
  const { evaluation } = told;
  const formula = toFormula(standard, undefined, steps);
  const issues: Issue[] = [];
  if (evaluation.status !== 'scored') {
    const invalid = evaluation.status === 'invalid';
    const code = invalid ? evaluation.problem : evaluation.code;
    const data = invalid ? evaluation.data : {};
    issues.push({
      code,
      data,
      message: renderScoring({ group: invalid ? 'problem' : 'refused', id: code, data }, locale),
    });
  }
  for (const { code, data, counterexample } of verify(standard).faults) {
    const message = renderScoring({ group: 'fault', id: code, data }, locale);
    issues.push({ code, data, message, ...(counterexample ? { counterexample } : {}) });
  }
  const deduction = evaluation.status === 'invalid' ? null : evaluation.deduction;
  return {
    ...id,
    status: evaluation.status,
    score: evaluation.status === 'scored' ? evaluation.score : null,
    ...(deduction === null ? {} : { deduction }),
    inputs: standard.inputs.map(({ name, kind, unit }) => ({ name, kind, unit })),
    explanation: renderExplanation(told, locale),
    formula: formula.ok ? formula.formula : null,
    issues,
  };
}
