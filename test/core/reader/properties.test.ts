import * as fc from 'fast-check';
import { readTables } from '../../../src/core/reader';
import { squash } from '../../../src/core/text';
import type { CellRef, CellValue, SheetSnapshot } from '../../../src/core/sheet';
import type { SheetReading } from '../../../src/core/indicator';
import { HENAN, HUNAN, MONITORING, PROJECT, SELF_EVALUATION, SELF_EVALUATION_B } from '../../fixtures/forms';
import { CLEAN_2025, PUBLISHED_2025, TABLE_2022 } from '../../fixtures/seeds';
import { onlyTable, saying, sayings } from '../../support/readings';
import { movedSheet, sheetOf, type Compact } from '../../support/sheets';
import { runs } from '../../support/runs';

const FORMS = [
  HENAN,
  HUNAN,
  MONITORING,
  PROJECT,
  SELF_EVALUATION,
  SELF_EVALUATION_B,
  CLEAN_2025,
  PUBLISHED_2025,
  TABLE_2022,
];
const form = fc.constantFrom(...FORMS);
const seed = 20260101;

const words = fc.constantFrom(
  '一级指标',
  '二级指标',
  '三级指标',
  '指标值',
  '类型',
  '计量单位',
  '分值',
  '得分',
  '绩效目标表',
  '2025年度',
  '项目名称',
  '资金总额：',
  '其中：',
  '全年预算数',
  '全年执行数',
  '产出指标',
  '数量指标',
  '≥',
  '95%',
  '合计',
  '填报人：',
  '得满分2分',
  '\u0000',
  '：',
  '()',
);
const value: fc.Arbitrary<Compact> = fc.oneof(
  { weight: 4, arbitrary: words },
  { weight: 2, arbitrary: fc.constant(null) },
  fc.string({ maxLength: 12, unit: 'binary' }),
  fc.double(),
  fc.boolean(),
  fc.constantFrom('#REF!', '#N/A').map((error) => ({ error })),
  fc.record({
    cell: fc.double() as fc.Arbitrary<CellValue>,
    numberFormat: fc.constantFrom('0%', 'yyyy-mm-dd', '@', '"', '['),
  }),
);
const range = fc
  .tuple(fc.nat(14), fc.nat(10), fc.nat(4), fc.nat(4))
  .map(([top, left, height, width]) => ({ top, left, bottom: top + height, right: left + width }));

test('never throws, whatever the sheet holds', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(value, { maxLength: 10 }), { maxLength: 14 }),
      fc.array(range, { maxLength: 6 }),
      (rows, merges) => {
        const sheet = { ...sheetOf(rows), merges };
        const reading = readTables(sheet, { corrections: [{ column: 1, field: 'name' }] });
        expect(reading.unread === null).toBe(reading.tables.length > 0);
      },
    ),
    runs(1500, seed),
  );
});

/** The same reading with every cell moved. */
function moved(reading: SheetReading, rows: number, columns: number): unknown {
  const walk = (node: unknown, key: string): unknown => {
    if (Array.isArray(node))
      return key === 'headerRows' ? node.map((row) => (row as number) + rows) : node.map((item) => walk(item, ''));
    if (typeof node !== 'object' || node === null) {
      return typeof node === 'number' && (key === 'row' || key === 'top' || key === 'bottom')
        ? node + rows
        : typeof node === 'number' && (key === 'column' || key === 'left' || key === 'right')
          ? node + columns
          : node;
    }
    return Object.fromEntries(Object.entries(node).map(([name, item]) => [name, walk(item, name)]));
  };
  return walk(reading, '');
}

test('a table that is moved reads the same, with every cell moved', () => {
  fc.assert(
    fc.property(form, fc.nat(1000), fc.nat(30), (rows, down, right) => {
      const sheet = sheetOf(rows.rows, rows);
      expect(readTables(movedSheet(sheet, down, right))).toEqual(moved(readTables(sheet), down, right));
    }),
    runs(150, seed),
  );
});

const TABLE = {
  head: [
    '一级指标',
    '二级指标',
    '三级指标',
    '指标值类型',
    '指标值',
    '计量单位',
    '指标解释',
    '评（扣）分标准',
    '分值',
    '备注',
  ],
  rows: [
    ['产出指标', '数量指标', '巡查次数', '≥', 10, '次', '计划全年巡查不低于10次', '每少1次扣1分', 10, null],
    [null, null, '培训人数', '≥', 120, '人', '计划全年培训不低于120人', '每少1人扣0.1分', 10, null],
    [null, '质量指标', '验收合格率', '≥', 95, '%', '验收合格的工程占全部工程的比例', '每低1%扣0.5分', 10, '含返工'],
    [null, '时效指标', '完成时间', '定性', '2026年11月底前', null, '全部工程完工的时间', '每推迟1个月扣1分', 10, null],
    [
      '效益指标',
      '社会效益指标',
      '供水保障',
      '定性',
      '明显改善',
      null,
      '考核项目对居民用水的影响',
      '明显改善得满分，否则不得分',
      30,
      null,
    ],
    [
      '满意度指标',
      '服务对象满意度指标',
      '群众满意度',
      '≥',
      90,
      '%',
      '考核群众对工程的满意情况',
      '每低1%扣0.5分',
      10,
      null,
    ],
    ['成本指标', '经济成本指标', '工程总成本', '≤', 80.5, '万元', '考核工程支出是否在预算之内', '超出不得分', 20, null],
  ] as Compact[][],
};

test('columns in another order give the same indicators', () => {
  const expected = sayings(readTables(sheetOf([TABLE.head, ...TABLE.rows])));
  fc.assert(
    fc.property(fc.shuffledSubarray([...TABLE.head.keys()], { minLength: TABLE.head.length }), (order) => {
      const rows = [TABLE.head, ...TABLE.rows].map((row) => order.map((column) => row[column]));
      expect(sayings(readTables(sheetOf(rows)))).toEqual(expected);
    }),
    runs(200, seed),
  );
});

test('blank rows between change no value', () => {
  const expected = sayings(readTables(sheetOf([TABLE.head, ...TABLE.rows])));
  fc.assert(
    fc.property(fc.array(fc.nat(3), { minLength: 7, maxLength: 7 }), (blanks) => {
      const rows = TABLE.rows.flatMap((row, index) => [
        ...Array.from({ length: blanks[index] as number }, () => [] as Compact[]),
        row,
      ]);
      expect(sayings(readTables(sheetOf([TABLE.head, ...rows])))).toEqual(expected);
    }),
    runs(100, seed),
  );
});

/** Moves the cells of a row from `start` on by `by` columns; to the left only into blank cells. Null where there is no room. */
function shift(row: readonly Compact[], start: number, by: number): Compact[] | null {
  const blank = (cell: Compact): boolean => cell === null || cell === undefined;
  const head = row.slice(0, start);
  if (by > 0) return [...head, ...Array.from({ length: by }, () => null), ...row.slice(start)];
  if (start + by < 0 || !head.slice(by).every(blank)) return null;
  return [...head.slice(0, by), ...row.slice(start)];
}

/** The table with some of its rows shifted from some cell on, at most three of the seven. */
const shiftedSheet: fc.Arbitrary<SheetSnapshot> = fc
  .uniqueArray(fc.tuple(fc.nat(6), fc.nat(7), fc.constantFrom(-2, -1, 1, 2)), {
    minLength: 1,
    maxLength: 3,
    selector: ([index]) => index,
  })
  .map((shifts) => {
    const rows = [...TABLE.rows];
    for (const [index, start, by] of shifts)
      rows[index] = shift(TABLE.rows[index] as Compact[], start, by) ?? (TABLE.rows[index] as Compact[]);
    return sheetOf([TABLE.head, ...rows]);
  });

test('shifted rows are mended, and no value is made up', () => {
  const expected = onlyTable(readTables(sheetOf([TABLE.head, ...TABLE.rows]))).indicators.map(saying);
  let tried = 0;
  let mended = 0;
  fc.assert(
    fc.property(shiftedSheet, (sheet) => {
      const table = onlyTable(readTables(sheet));
      tried++;
      if (JSON.stringify(table.indicators.map(saying)) === JSON.stringify(expected)) mended++;
      for (const indicator of table.indicators) {
        for (const [name, field] of Object.entries(indicator)) {
          if (typeof field !== 'object' || field === null || !('cell' in field)) continue;
          const { cell, value: said, assumed } = field as { cell: CellRef; value: unknown; assumed?: string };
          // What is implied (level 1 of a level 2) is known from the cell, not read from it.
          if (name === 'level1' && assumed === 'implied') continue;
          const written = sheet.cells[cell.row]?.[cell.column];
          expect(squash(String(written?.value))).toContain(squash(String(said)));
        }
      }
    }),
    runs(400, seed),
  );
  expect(tried).toBeGreaterThanOrEqual(400);
  expect(mended / tried).toBeGreaterThanOrEqual(0.97);
});
