import type { IndicatorTable } from '../../../src/core/indicator';
import { readTables } from '../../../src/core/reader';
import { DEFAULT_SETTINGS } from '../../../src/core/rules/rule';
import { inSigningWindow, monthName, yearEvidence } from '../../../src/core/rules/years';
import { compactSheet } from '../../support/compact-sheet';
import type { CompactTable } from '../../support/compact-sheet';
import { HUNAN } from './rows';

function tableOf(table: CompactTable): IndicatorTable {
  return readTables(compactSheet(table)).tables[0] as IndicatorTable;
}

const deadline = (text: string, name = '完成时限') => ['产出指标', '时效指标', name, '≤', text, ''];

test.each<[string, CompactTable, number | null, readonly string[]]>([
  [
    'one deadline and the signature',
    { rows: [...HUNAN, deadline('2026年12月31日前')], below: [['审核：', null, '2025.12.15']] },
    2026,
    ['deadline', 'signing'],
  ],
  [
    'two deadlines',
    { rows: [...HUNAN, deadline('2026年12月31日前'), deadline('2026年6月底前', '验收时限')] },
    2026,
    ['deadline', 'deadline'],
  ],
  ['one deadline alone', { rows: [...HUNAN, deadline('2026年12月31日前')] }, null, []],
  [
    'deadlines that disagree',
    { rows: [...HUNAN, deadline('2026年12月31日前'), deadline('2027年6月底前', '验收时限')] },
    null,
    [],
  ],
  [
    'a signature that fits the title',
    { rows: [...HUNAN, deadline('2026年12月31日前')], below: [['审核：', null, '2025.3.15']] },
    null,
    [],
  ],
  ['no dates', { rows: HUNAN }, null, []],
  [
    'no year in the title',
    { title: '部门整体支出绩效目标表', rows: [...HUNAN, deadline('2026年12月31日前')] },
    null,
    [],
  ],
])('%s', (_name, compact, likely, kinds) => {
  const evidence = yearEvidence(tableOf(compact), DEFAULT_SETTINGS);
  expect(evidence.likely).toBe(likely);
  expect(evidence.grounds.map(({ kind }) => kind)).toEqual(kinds);
});

test.each([
  ['2024-06-30', 'target', false],
  ['2024-07-01', 'target', true],
  ['2025-06-30', 'target', true],
  ['2025-07-01', 'target', false],
  ['2025-06-30', 'monitoring', false],
  ['2025-07-31', 'monitoring', true],
  ['2025-10-31', 'monitoring', true],
  ['2025-11-01', 'monitoring', false],
  ['2025-12-31', 'self-evaluation', false],
  ['2026-01-01', 'self-evaluation', true],
  ['2026-12-31', 'self-evaluation', true],
  ['not a date', 'target', true],
] as const)('signed %s, %s of 2025: %s', (date, kind, fits) => {
  expect(inSigningWindow(date, 2025, kind, DEFAULT_SETTINGS)).toBe(fits);
});

test.each([
  [2025, -6, '2024-07'],
  [2025, 0, '2025-01'],
  [2025, 23, '2026-12'],
])('%i and %i months: %s', (year, offset, name) => expect(monthName(year, offset)).toBe(name));
