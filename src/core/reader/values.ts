import type { Assumption, Field, Indicator, TargetType } from '../indicator';
import { isError, type Cell, type CellRef } from '../sheet';
import { isPercentUnit, normalize, parseNumber, parseOperator, parseTarget, squash } from '../text';
import { contentText, isDateFormat, isPercentFormat, percentOf } from './grid';

/** A cell with its place, and what had to be assumed to read it there. */
export interface Source {
  readonly cell: Cell;
  readonly at: CellRef;
  readonly assumed?: Assumption;
}

function field<T>(source: Source, value: T, assumed: Assumption | undefined = source.assumed): Field<T> {
  const { cell, at } = source;
  return assumed === undefined ? { value, raw: cell.text, cell: at } : { value, raw: cell.text, cell: at, assumed };
}

/** Prose, as written but for blanks around it. */
export function textField(source: Source | undefined): Field<string> | null {
  if (!source) return null;
  const value = prose(contentText(source.cell));
  return value === '' ? null : field(source, value);
}

export function prose(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

/** The name of an indicator: broken over lines as the column is narrow, so breaks mean nothing. */
export function nameField(source: Source | undefined): Field<string> | null {
  if (!source) return null;
  const value = prose(contentText(source.cell))
    .split('\n')
    .map((line) => line.trim())
    .join('');
  return value === '' ? null : field(source, value);
}

/** A level or a unit: one word, whatever blanks and breaks stand in it. */
export function wordField(source: Source | undefined): Field<string> | null {
  if (!source) return null;
  const value = squash(contentText(source.cell));
  return value === '' ? null : field(source, value);
}

/** A number, in percent where the cell shows it so; null for words, error values and what is beyond all numbers. */
export function numberField(source: Source | undefined): Field<number> | null {
  if (!source) return null;
  const { value, numberFormat } = source.cell;
  if (typeof value === 'number') {
    if (isDateFormat(numberFormat)) return null;
    const percent = isPercentFormat(numberFormat);
    const number = percent ? percentOf(value) : value;
    if (!Number.isFinite(number)) return null;
    return percent ? field(source, number, source.assumed ?? 'number-format') : field(source, number);
  }
  if (typeof value !== 'string') return null;
  const text = normalize(value);
  const number = parseNumber(text) ?? parseNumber(text.replace(/(分|%)$/, ''));
  return number === null ? null : field(source, number);
}

type TargetFields = Pick<Indicator, 'operator' | 'target' | 'unit' | 'reading'>;

const NOTHING = { kind: 'unknown', operator: null, unit: null, value: null } as const;

/** Sign, value and unit, from one cell or three. What is taken out of a cell that holds several is `split`. */
export function readTargetFields(
  sign: Source | undefined,
  value: Source | undefined,
  unit: Source | undefined,
): TargetFields {
  const operator = operatorField(sign);
  const unitField = wordField(unit);
  if (!value || isError(value.cell.value)) {
    return {
      operator,
      target: value ? field(value, contentText(value.cell)) : null,
      unit: unitField,
      reading: NOTHING,
    };
  }
  // Folded for what is shown; read as it stands, because a break may part two targets.
  const text = normalize(contentText(value.cell));
  if (text === '') return { operator, target: null, unit: unitField, reading: NOTHING };
  const percentCell = typeof value.cell.value === 'number' && isPercentFormat(value.cell.numberFormat);
  const hint = operator && operator.value !== '定性' && operator.value !== '定量' ? operator.value : null;
  const reading = parseTarget(contentText(value.cell), { operator: hint, unit: unitField?.value ?? null });
  const taken: Assumption = value.assumed ?? (percentCell ? 'number-format' : 'split');
  const hasUnitInside = reading.unit !== null && (unitField === null || squash(text).endsWith(squash(reading.unit)));
  const target: Field<number | string> =
    reading.kind === 'quantity'
      ? typeof value.cell.value === 'number' && !percentCell
        ? field(value, reading.value)
        : field(value, reading.value, isPlainNumber(text) ? value.assumed : taken)
      : field(value, text);
  return {
    operator:
      reading.operator !== null && (operator === null || operator.value === '定量')
        ? field(value, reading.operator, taken)
        : operator,
    target,
    unit: unitField ?? (hasUnitInside && reading.unit !== null ? field(value, reading.unit, taken) : null),
    reading,
  };
}

function isPlainNumber(text: string): boolean {
  return parseNumber(text) !== null;
}

function operatorField(source: Source | undefined): Field<TargetType> | null {
  if (!source) return null;
  const text = squash(contentText(source.cell));
  if (text === '定性' || text === '定量') return field(source, text);
  const operator = parseOperator(text);
  return operator === null ? null : field(source, operator);
}

/** 实际完成值: as the target, without sign; a percentage in percent points. */
export function actualField(source: Source | undefined, unit: string | null): Field<number | string> | null {
  if (!source) return null;
  const { value, numberFormat } = source.cell;
  if (typeof value === 'number' && !isDateFormat(numberFormat)) return numberField(source);
  const text = normalize(contentText(source.cell));
  if (text === '') return null;
  if (isError(value)) return field(source, text);
  const reading = parseTarget(text, { unit });
  const bare = reading.kind === 'quantity' && reading.operator === null;
  const sameUnit =
    bare &&
    (reading.unit === unit ||
      reading.unit === null ||
      unit === null ||
      (isPercentUnit(reading.unit) && isPercentUnit(unit)));
  return sameUnit
    ? field(source, reading.value, isPlainNumber(text) ? source.assumed : (source.assumed ?? 'split'))
    : field(source, text);
}
