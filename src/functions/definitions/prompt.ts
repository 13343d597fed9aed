import type { FunctionDefinition, FunctionName } from '../definition';
import { execution } from './execution';
import { parse } from './parse';
import { rate } from './rate';
import { score } from './score';
import { grade, total } from './total';

/** What a page has at hand as it starts, because a workbook may hold thousands of them. */
export const PROMPT: readonly FunctionDefinition[] = [score, parse, rate, execution, total, grade];

/**
 * What brings the sentences of an explanation, the writer of formulas, or all rules with it: fetched at the first call,
 * by hosts that can wait for an answer.
 */
export const ON_DEMAND: Readonly<Partial<Record<FunctionName, () => Promise<FunctionDefinition>>>> = {
  EXPLAIN: async () => (await import('./explanation')).explanation,
  FORMULA: async () => (await import('./formula')).formula,
  CHECK: async () => (await import('./check')).check,
};
