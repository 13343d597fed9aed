import { applyEdits, checkNow, safeEdits } from '../../../src/core/check';
import type { Indicator, IndicatorTable } from '../../../src/core/indicator';
import type { RuleSettings } from '../../../src/core/rules/rule';
import { formatCell } from '../../../src/core/sheet';
import type { SheetSnapshot } from '../../../src/core/sheet';
import { CLEAN_2025, PUBLISHED_2025, TABLE_2022 } from '../../fixtures/seeds';
import { sheetOf } from '../../support/sheets';

/**
 * Two published tables in full: exactly what is found, cell by cell. The scoring standards have findings of their
 * own (PT3xx), told elsewhere.
 */
const TABLES = {
  clean: sheetOf(CLEAN_2025.rows, CLEAN_2025),
  published: sheetOf(PUBLISHED_2025.rows),
  older: sheetOf(TABLE_2022.rows, TABLE_2022),
};

function found(sheet: SheetSnapshot, settings?: Partial<RuleSettings>): string[] {
  const { findings, failures } = checkNow({ sheets: [sheet], ...(settings ? { settings } : {}) });
  expect(failures).toEqual([]);
  return findings
    .filter(({ code }) => !code.startsWith('PT3'))
    .map(({ code, severity, address }) => `${code} ${severity} ${formatCell(address)}`)
    .sort();
}

/** What holds of the 2025 table however its cells stand; `published` names the cells where they were shifted to. */
const EXPECTED: Readonly<Record<keyof typeof TABLES, readonly string[]>> = {
  clean: [
    'PT201 warning E18',
    'PT201 warning E19',
    'PT204 warning G14',
    'PT210 warning F22',
    'PT210 warning F23',
    'PT216 info E21',
    'PT402 info I9',
    'PT406 warning H23',
    'PT503 error A2',
    'PT504 warning C4',
    'PT507 info H21',
    'PT508 warning A3',
    'PT509 info C5',
  ],
  published: [
    'PT102 warning C18',
    'PT102 warning A19',
    'PT102 warning A20',
    'PT102 warning A21',
    'PT102 warning A22',
    'PT102 warning B23',
    'PT104 warning A21',
    'PT104 warning A22',
    'PT109 info A7',
    'PT201 warning E18',
    'PT201 warning B19',
    'PT204 warning F14',
    'PT210 warning D22',
    'PT210 warning D23',
    'PT216 info C21',
    'PT402 info H9',
    'PT406 warning F23',
    'PT503 error A2',
    'PT504 warning B4',
    'PT507 info F21',
    'PT508 warning A3',
    'PT509 info B5',
  ],
  older: [
    'PT202 info E13',
    'PT202 info E19',
    'PT209 warning E14',
    'PT210 warning E21',
    'PT211 info E20',
    'PT405 warning C21',
    'PT407 warning D13',
    'PT407 info D15',
    'PT407 info D16',
    'PT407 warning D19',
    'PT407 info D21',
    'PT407 info D22',
    'PT506 warning D7',
  ],
};

/** What must never be said of them: a code, and a cell where it is only wrong there. */
const SILENT: Readonly<Record<keyof typeof TABLES, readonly string[]>> = {
  clean: ['PT101', 'PT102', 'PT103', 'PT109', 'PT401', 'PT403', 'PT404', 'PT206', 'PT205', 'PT212', 'PT110'],
  published: ['PT101', 'PT103', 'PT401', 'PT403', 'PT404', 'PT206', 'PT205', 'PT212', 'PT110'],
  older: ['PT101', 'PT102', 'PT103', 'PT404', 'PT501', 'PT502', 'PT504', 'PT505', 'PT206', 'PT208', 'PT401', 'PT409'],
};

describe.each(Object.keys(TABLES) as (keyof typeof TABLES)[])('%s', (name) => {
  test('what is found, cell by cell', () => {
    expect(found(TABLES[name])).toEqual([...EXPECTED[name]].sort());
  });

  test('what must not be said', () => {
    const codes = found(TABLES[name]).map((line) => line.slice(0, 5));
    expect(SILENT[name].filter((code) => codes.includes(code))).toEqual([]);
  });

  test('safe fixes leave nothing of what they mend, and bring nothing new', () => {
    const before = TABLES[name];
    const { sheet: after, conflicts } = applyEdits(before, safeEdits(checkNow({ sheets: [before] }).findings));
    expect(conflicts).toEqual([]);
    const mended = ['PT102', 'PT405'];
    const codes = (lines: readonly string[]) => lines.map((line) => line.slice(0, 5)).sort();
    const left = codes(EXPECTED[name]).filter((code) => !mended.includes(code));
    expect(codes(found(after)).filter((code) => code !== 'PT104')).toEqual(left.filter((code) => code !== 'PT104'));
  });
});

test('as published, mended: every cell of the rows stands where its column is', () => {
  const before = TABLES.published;
  const { findings } = checkNow({ sheets: [before] });
  const { sheet } = applyEdits(before, safeEdits(findings));
  const { indicators, columns } = checkNow({ sheets: [sheet] }).readings[0]?.tables[0] as IndicatorTable;
  const clean = checkNow({ sheets: [TABLES.clean] }).readings[0]?.tables[0] as IndicatorTable;
  expect(indicators.map(({ shift }) => shift)).toEqual(indicators.map(() => 0));
  const told = (rows: readonly Indicator[]) =>
    rows.map((row) =>
      [row.level1, row.level2, row.name, row.target, row.unit, row.weight].map((field) => field?.value),
    );
  expect(told(indicators)).toEqual(told(clean.indicators));
  const name = columns.find(({ field }) => field === 'name')?.column;
  expect(new Set(indicators.map((row) => row.name?.cell.column))).toEqual(new Set([name]));
});

test('a signature is asked for by reviewers alone', () => {
  expect(found(TABLES.clean, { audience: 'reviewer' })).toContain('PT110 info A26');
  expect(found(TABLES.clean)).not.toContain('PT110 info A26');
});
