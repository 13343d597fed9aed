import type { Field, Indicator, IndicatorTable, SheetReading } from '../../src/core/indicator';

/** The fields of an indicator that are read from columns, in the order of the form. */
export const READ_FIELDS = [
  'level1',
  'level2',
  'name',
  'operator',
  'target',
  'unit',
  'explanation',
  'standard',
  'weight',
  'actual',
  'score',
  'deviation',
  'remark',
] as const;

export function valueOf<T>(field: Field<T> | null | undefined): T | null {
  return field ? field.value : null;
}

/** What an indicator says, without where it stands. */
export function saying(indicator: Indicator): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const name of READ_FIELDS) {
    const value = valueOf<unknown>(indicator[name] as Field<unknown> | null);
    if (value !== null) values[name] = value;
  }
  for (const [name, field] of Object.entries(indicator.others)) values[name] = field.value;
  return values;
}

export function sayings(reading: SheetReading): Record<string, unknown>[][] {
  return reading.tables.map((table) => table.indicators.map(saying));
}

/** The single table of a reading; fails the test where there is none, or more. */
export function onlyTable(reading: SheetReading): IndicatorTable {
  expect(reading.unread).toBeNull();
  expect(reading.tables).toHaveLength(1);
  return reading.tables[0] as IndicatorTable;
}
