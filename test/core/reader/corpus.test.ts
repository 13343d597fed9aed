import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTables } from '../../../src/core/reader';
import { squash } from '../../../src/core/text';
import { readWorkbook } from '../../../src/formats/xlsx';
import { sayings } from '../../support/readings';
import { sheetOf, type Compact } from '../../support/sheets';

const folder = join(__dirname, '../../../../shared/corpus');
const present = existsSync(join(folder, 'tables.jsonl'));
const run = present ? test : test.skip;
const why = present ? '' : ' (skipped: the corpus is not here)';

interface Row {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly raw: string;
  readonly explanation: string;
  readonly op: string | null;
  readonly value: number | null;
  readonly unit: string | null;
}

function realTables(): Row[][] {
  return readFileSync(join(folder, 'tables.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { indicators: Row[] }).indicators);
}

const LAYOUTS: readonly (readonly [string, readonly string[], (row: Row) => Compact[]])[] = [
  [
    'value in one cell',
    ['一级指标', '二级指标', '三级指标', '指标值', '指标值说明'],
    (row) => [row.level1, row.level2, row.name, row.raw, row.explanation],
  ],
  [
    'value in three cells',
    ['一级指标', '二级指标', '三级指标', '类型', '指标值', '计量单位', '指标解释'],
    (row) =>
      row.value === null
        ? [row.level1, row.level2, row.name, '定性', row.raw, null, row.explanation]
        : [row.level1, row.level2, row.name, row.op, row.value, row.unit, row.explanation],
  ],
];

describe.each(LAYOUTS)('real rows, %s', (_, head, cells) => {
  run(`every cell is read where it stands, none taken for shifted${why}`, () => {
    let rows = 0;
    const wrong: string[] = [];
    for (const table of realTables()) {
      const reading = readTables(sheetOf([head, ...table.map(cells)]));
      const indicators = reading.tables[0]?.indicators ?? [];
      if (indicators.length !== table.length)
        wrong.push(`${indicators.length} of ${table.length}: ${JSON.stringify(table[0])}`);
      table.forEach((row, index) => {
        rows++;
        const read = indicators[index];
        const same =
          read?.shift === 0 &&
          squash(read.name?.value ?? '') === squash(row.name) &&
          squash(read.target?.raw ?? '') === squash(String(cells(row)[head.indexOf('指标值')] ?? '')) &&
          squash(read.explanation?.value ?? '') === squash(row.explanation ?? '') &&
          read.level1?.value === squash(row.level1) &&
          read.level2?.value === squash(row.level2);
        if (!same)
          wrong.push(
            JSON.stringify(cells(row)) +
              ' ' +
              JSON.stringify(
                read && [
                  read.shift,
                  ...[read.level1, read.level2, read.name, read.target, read.explanation].map((field) => field?.value),
                ],
              ),
          );
      });
    }
    expect(rows).toBeGreaterThan(500);
    expect(wrong).toEqual([]);
  });
});

/** Moves the cells of a row from `start` on by `by` columns; to the left only into blank cells. */
function shift(row: readonly Compact[], start: number, by: number): readonly Compact[] {
  if (by > 0) return [...row.slice(0, start), ...Array.from({ length: by }, () => null), ...row.slice(start)];
  const room = start + by >= 0 && row.slice(start + by, start).every((cell) => cell === null || cell === undefined);
  return room ? [...row.slice(0, start + by), ...row.slice(start)] : row;
}

run.each(LAYOUTS)(`most shifted real rows are mended, %s${why}`, (_, head, cells) => {
  let tried = 0;
  let mended = 0;
  for (const table of realTables()) {
    const rows = table.map(cells);
    const expected = sayings(readTables(sheetOf([head, ...rows])));
    rows.forEach((row, index) => {
      const [start, by] = [index % (head.length - 2), [1, -1, 2, -2][index % 4] as number];
      const moved = shift(row, start, by);
      if (moved === row) return;
      tried++;
      const read = sayings(readTables(sheetOf([head, ...rows.map((other, at) => (at === index ? moved : other))])));
      if (JSON.stringify(read) === JSON.stringify(expected)) mended++;
    });
  }
  expect(tried).toBeGreaterThan(200);
  expect(mended / tried).toBeGreaterThan(0.9);
});

run(`no table is found in workbooks of other things${why}`, () => {
  const files = readdirSync(join(folder, 'workbooks')).filter((name) => /\.xlsx$|\.xlsm$/.test(name));
  let sheets = 0;
  for (const name of files) {
    let book;
    try {
      book = readWorkbook(new Uint8Array(readFileSync(join(folder, 'workbooks', name))));
    } catch {
      continue;
    }
    for (const sheet of book.sheets) {
      sheets++;
      expect(readTables(sheet).tables).toEqual([]);
    }
  }
  expect(sheets).toBeGreaterThan(50);
});
