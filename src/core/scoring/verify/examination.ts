import type { Read } from '../actuals';
import { TWO } from '../domain';
import { scoreOf, type StepReading } from '../machine';
import { add, compare, divide, ratio, round, toNumber, type Ratio } from '../exact';
import { printValue } from '../explain';
import type { Standard } from '../standard';
import type { Span } from '../syntax';

export type FaultCode =
  'PT303' | 'PT304' | 'PT305' | 'PT306' | 'PT307' | 'PT308' | 'PT309' | 'PT310' | 'PT311' | 'PT312' | 'PT313' | 'PT314';

/** What is wrong with a standard, with a result that shows it. */
export interface Fault {
  readonly code: FaultCode;
  /** The clause at fault, in the text. */
  readonly span: Span | null;
  readonly counterexample: { readonly actual: number | string; readonly score: number | null } | null;
  readonly data: Readonly<Record<string, string | number>>;
}

export interface Verification {
  /** `not-proved`: no fault was found, but the function is of a kind that is not examined exactly. */
  readonly status: 'proved' | 'faulty' | 'not-proved';
  readonly faults: readonly Fault[];
  /** Boundaries that two bands both claim in words; the higher one was taken. */
  readonly sharedEnds: readonly { readonly at: number; readonly span: Span | null }[];
}

/** The faults found so far, and what every question about a standard needs. */
export class Examination {
  readonly faults: Fault[] = [];
  proved = true;

  constructor(readonly standard: Standard) {}

  spanOf(clause: number): Span | null {
    return this.standard.clauses[clause]?.span ?? null;
  }

  add(code: FaultCode, span: Span | null, counterexample: Fault['counterexample'], data: Fault['data'] = {}): void {
    if (this.faults.some((fault) => fault.code === code && fault.span === span && code !== 'PT310')) return;
    this.faults.push({ code, span, counterexample, data });
  }

  score(index: number, others: readonly Read[], at: Ratio, reading: StepReading = 'whole'): number | null {
    const values = others.map((value, place): Read => (place === index ? { kind: 'number', value: at } : value));
    const found = scoreOf(this.standard, values, reading);
    return typeof found === 'string' ? null : round(found);
  }

  full(): number | null {
    return this.standard.fullMark === null ? null : round(this.standard.fullMark);
  }

  show(index: number, at: Ratio): number | string {
    const input = this.standard.inputs[index];
    return input?.kind === 'date' ? printValue(input, at) : toNumber(at);
  }

  /** With its unit, for people. */
  words(index: number, at: Ratio): string {
    return printValue(this.standard.inputs[index], at);
  }

  isWholeUnit(index: number): boolean {
    const unit = this.standard.inputs[index]?.unit ?? null;
    return unit !== null && /^(?:[个处项次人名例起件种类份场期家户台套篇批位岁天日]|人次)$/u.test(unit);
  }

  /** Numbers that people write, strictly inside a stretch, the roundest and nearest to `end` first. */
  *inside(low: Ratio, high: Ratio, end: Ratio | null, whole: boolean): Generator<Ratio> {
    const [from, to] = [toNumber(low), toNumber(high)];
    const anchor = end === null ? (from + to) / 2 : toNumber(end);
    for (const places of whole ? [0] : [0, 1, 2, 3, 4, 6, 8]) {
      const unit = 10 ** -places;
      for (const offset of [0, 1, -1, 2, -2, 3, -3, 10, -10]) {
        const near = Math.round(anchor / unit) + offset;
        // Beyond what a double holds nobody writes a number.
        if (!Number.isFinite(near)) continue;
        const value = ratio((near * unit).toFixed(places));
        if (compare(value, low) > 0 && compare(value, high) < 0) yield value;
      }
    }
    if (!whole) yield divide(add(low, high), TWO) ?? low;
  }
}
