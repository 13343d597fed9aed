import type { Indicator, IndicatorTable } from '../indicator';
import { compile, questionOf, verify } from '../scoring';
import type { Compiled, Fault, FaultCode, StandardInput, Verification } from '../scoring';
import { cellAt, contentOf } from '../sheet';
import type { FixEdit, SheetSnapshot } from '../sheet';
import { cellOf } from './rule';
import type { MessageData, Report } from './rule';
import { nameOf } from './targets';

interface Known {
  readonly compiled: Compiled;
  readonly verification: Verification | null;
}

/** A standard is read by a dozen rules: once for each row is enough. The year is the table's. */
const known = new WeakMap<Indicator, { readonly year: number | null; readonly answer: Known }>();
/** A row that moves is another one, with the same target still. */
const moved = new WeakMap<Indicator['reading'], { readonly key: string; readonly answer: Known }>();
/** Rows of other tables, and of the same table read again, ask the same questions: so many of the last are kept. */
const asked = new Map<string, Known>();
const KEPT = 1000;

/** 评分标准 of a row, compiled beside its target and points; null where the row has none. */
export function standardOf(indicator: Indicator, table: IndicatorTable): Compiled | null {
  return knownOf(indicator, table)?.compiled ?? null;
}

export function verificationOf(indicator: Indicator, table: IndicatorTable): Verification | null {
  return knownOf(indicator, table)?.verification ?? null;
}

function knownOf(indicator: Indicator, table: IndicatorTable): Known | null {
  const { standard } = indicator;
  if (!standard) return null;
  const year = table.year?.value ?? null;
  const found = known.get(indicator);
  if (found?.year === year) return found.answer;
  if (standard.raw.trim() === '') return null;
  const question = questionOf(indicator, year);
  const key = JSON.stringify(question);
  const before = moved.get(indicator.reading);
  const answer = before?.key === key ? before.answer : answerTo(question, key);
  known.set(indicator, { year, answer });
  moved.set(indicator.reading, { key, answer });
  return answer;
}

function answerTo(question: StandardInput, key: string): Known {
  let answer = asked.get(key);
  if (answer) asked.delete(key);
  else {
    const compiled = compile(question);
    answer = { compiled, verification: compiled.ok ? verify(compiled.standard) : null };
  }
  // The one asked last stands last.
  asked.set(key, answer);
  if (asked.size > KEPT) asked.delete(asked.keys().next().value as string);
  return answer;
}

export function faultsOf(indicator: Indicator, table: IndicatorTable, code: FaultCode): readonly Fault[] {
  return verificationOf(indicator, table)?.faults.filter((fault) => fault.code === code) ?? [];
}

export function hasFault(indicator: Indicator, table: IndicatorTable, code: FaultCode): boolean {
  return verificationOf(indicator, table)?.faults.some((fault) => fault.code === code) ?? false;
}

/** What every finding about a standard says of its place. */
export function reportOf(indicator: Indicator, message: string, data: MessageData, more: Partial<Report> = {}): Report {
  return {
    message,
    cell: cellOf(indicator, 'standard'),
    field: 'standard',
    indicator,
    data: { name: nameOf(indicator), ...data },
    ...more,
  };
}

/** Replaces part of a standard; null where the cell is computed or does not hold that text. */
export function standardEdit(
  indicator: Indicator,
  sheet: SheetSnapshot,
  span: { readonly start: number; readonly end: number },
  to: string,
): FixEdit | null {
  const { standard } = indicator;
  if (!standard) return null;
  const cell = cellAt(sheet, standard.cell);
  const content = contentOf(cell);
  if (!cell || cell.formula !== undefined || typeof cell.value !== 'string' || cell.value !== standard.raw) return null;
  const text = standard.raw.slice(0, span.start) + to + standard.raw.slice(span.end);
  return { kind: 'set', sheet: sheet.name, cell: standard.cell, from: content, to: { text } };
}
