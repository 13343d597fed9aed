import type { FunctionDefinition, FunctionName } from '../definition';
import { score } from './score';

/** What a page has at hand as it starts, because a workbook may hold thousands of them. */
export const PROMPT: readonly FunctionDefinition[] = [score];

/**
 * What a first score does not need: the sentences of an explanation, the writer of formulas, all rules, and what a table
 * has a few of. Fetched at the first call, by hosts that can wait for an answer.
 */
export const ON_DEMAND: Readonly<Partial<Record<FunctionName, () => Promise<FunctionDefinition>>>> = {
  EXPLAIN: async () => (await import('./explanation')).explanation,
  FORMULA: async () => (await import('./formula')).formula,
  CHECK: async () => (await import('./check')).check,
  PARSE: async () => (await import('./figures')).parse,
  RATE: async () => (await import('./figures')).rate,
  EXECUTION: async () => (await import('./figures')).execution,
  TOTAL: async () => (await import('./figures')).total,
  GRADE: async () => (await import('./figures')).grade,
};
