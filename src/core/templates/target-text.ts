import { readTargetFields } from '../reader';
import { makeCell, type Cell } from '../sheet';
import type { IndicatorContent } from './content';

export type TargetPart = 'operator' | 'target' | 'unit';

export interface TargetText {
  readonly text: string;
  /** What is not said by the text, and so would be lost in a form with one cell for all three. */
  readonly lost: readonly TargetPart[];
}

/**
 * Sign, value and unit in one cell, as forms without columns of their own have them (≥95%, 2026年11月底前). Of the ways to
 * put it, the first from which all three are read back is taken; else the one that says most.
 */
export function targetText({ operator, target, unit }: IndicatorContent): TargetText | null {
  if (target === null) return null;
  const sign = operator === '定性' || operator === '定量' ? '' : (operator ?? '');
  const value = typeof target === 'number' ? plain(target) : target;
  const ways = [...new Set([typeof target === 'string' ? value : null, sign + value + (unit ?? ''), sign + value])];
  let best: TargetText | null = null;
  for (const text of ways) {
    if (text === null) continue;
    const read = readTargetFields(undefined, { cell: makeCell(text) as Cell, at: { row: 0, column: 0 } }, undefined);
    const lost: TargetPart[] = [];
    if ((read.operator?.value ?? null) !== operator) lost.push('operator');
    if (read.target?.value !== target && typeof target === 'number') lost.push('target');
    if ((read.unit?.value ?? null) !== unit) lost.push('unit');
    if (!best || lost.length < best.lost.length) best = { text, lost };
  }
  return best;
}

/** A result with its unit, where the form has no column for units (118公里). */
export function actualText(actual: number, unit: string | null): string {
  return plain(actual) + (unit ?? '');
}

/** Without exponent, for all numbers that people write. */
export function plain(value: number): string {
  return String(Number(value.toPrecision(15)));
}
