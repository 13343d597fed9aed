import type { ElementFunction, FunctionDefinition, FunctionName } from '../definition';
import { scorer } from './scorer';

/** PERF.SCORE at once, because a workbook may hold thousands of them: by targets that are numbers, as cells hold them. */
export const PROMPT: ElementFunction = scorer(null).score;

/** Whether these arguments, as a host hands them over, leave no target in words to read. */
export function isPrompt([, target]: readonly unknown[]): boolean {
  const cells = Array.isArray(target) ? (target as unknown[]).flat() : [target];
  return !cells.some((cell) => typeof cell === 'string' && cell.trim() !== '');
}

/**
 * What a first score does not need: the reader of targets in words, the sentences of an explanation, the writer of
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
