import type { ElementFunction, FunctionDefinition, FunctionName } from '../definition';
import { scorer } from './scorer';

/** PERF.SCORE at once, because a workbook may hold thousands of them: of numbers, as most cells hold them. */
export const PROMPT: ElementFunction = scorer().score;

/** Whether actual value, target and points, as a host hands them over, are numbers or blank, and one result a row. */
export function isPrompt([actual, target, , weight]: readonly unknown[]): boolean {
  const isRow = Array.isArray(actual) && actual.some((row) => Array.isArray(row) && row.length > 1);
  return !isRow && [actual, target, weight].flat(2).every((cell) => typeof cell !== 'string' || cell.trim() === '');
}

/**
 * What a first score does not need: the readers of words, the sentences of an explanation, the writer of
 * formulas, all rules, and what a table has a few of. Fetched at the first call, by hosts that can wait for an answer.
 */
export const ON_DEMAND: Readonly<Record<FunctionName, () => Promise<FunctionDefinition>>> = {
  SCORE: async () => (await import('./score')).score,
  EXPLAIN: async () => (await import('./explanation')).explanation,
  FORMULA: async () => (await import('./formula')).formula,
  CHECK: async () => (await import('./check')).check,
  PARSE: async () => (await import('./figures')).parse,
  RATE: async () => (await import('./figures')).rate,
  EXECUTION: async () => (await import('./figures')).execution,
  TOTAL: async () => (await import('./figures')).total,
  GRADE: async () => (await import('./figures')).grade,
};
