import type { ICellData } from '@univerjs/core';
import type { FWorkbook, FWorksheet } from '@univerjs/preset-sheets-core';
import { Snapshots, type Outdated } from '../../../src/hosts/workbench/snapshots';

// Of the grid only these names are needed to read cells.
jest.mock('@univerjs/core', () => ({ CellValueType: { STRING: 1, NUMBER: 2, BOOLEAN: 3, FORCE_STRING: 4 } }));

const ROWS = 5_000;
const COLUMNS = 9;

/** A sheet of the grid as far as it is read, with a clock on which every look takes a millisecond. */
function opened() {
  const matrix: ICellData[][] = Array.from({ length: ROWS }, (_, row) =>
    Array.from({ length: COLUMNS }, (__, column) => ({ v: `${row},${column}` })),
  );
  const sheet = {
    getSheetId: () => 's',
    getSheetName: () => '表',
    isSheetHidden: () => false,
    getCustomMetadata: () => undefined,
    getSheet: () => ({
      getCellMatrix: () => ({ getMatrix: () => matrix }),
      getCellRaw: (row: number, column: number) => matrix[row]?.[column],
      getMergeData: () => [],
      getRowCount: () => matrix.length,
      getRowVisible: () => true,
      getColumnCount: () => COLUMNS,
      getColVisible: () => true,
    }),
  } as unknown as FWorksheet;
  const workbook = {
    getWorkbook: () => ({ getStyles: () => ({}) }),
    getSheetBySheetId: () => sheet,
  } as unknown as FWorkbook;
  let now = 0;
  let pauses = 0;
  let meanwhile = (_pause: number): void => undefined;
  const snapshots = new Snapshots(
    workbook,
    async () => meanwhile(++pauses),
    () => ++now,
  );
  return {
    matrix,
    snapshots,
    sheet,
    pauses: () => pauses,
    during: (act: typeof meanwhile) => (meanwhile = act),
    told: () => snapshots.of(sheet).cells.map((row) => row?.map((cell) => cell?.value)),
    holds: () => matrix.map((row) => row.map(({ v }) => v)),
  };
}

test('a large sheet is read with pauses, and what is left to the end is nothing', async () => {
  const { snapshots, sheet, pauses, told, holds } = opened();
  await snapshots.prepare([sheet]);
  // 45,000 cells, a thousand to a step, eight steps to a slice.
  expect(pauses()).toBe(5);
  const known = snapshots.of(sheet);
  expect(snapshots.of(sheet)).toBe(known);
  expect(told()).toEqual(holds());
});

test.each<[string, number, (matrix: ICellData[][]) => Outdated]>([
  [
    'a cell',
    2,
    (matrix) => {
      matrix[3] = [{ v: '新' }];
      return { kind: 'cells', range: { top: 3, bottom: 3, left: 0, right: COLUMNS - 1 } };
    },
  ],
  [
    'rows that come',
    2,
    (matrix) => {
      matrix.splice(10, 0, [{ v: '新' }]);
      return { kind: 'rows', before: 10, count: 1 };
    },
  ],
  [
    'all of it',
    2,
    (matrix) => {
      matrix.length = 20;
      return { kind: 'whole' };
    },
  ],
])('%s that changes in a pause is told as it is afterwards', async (_name, at, change) => {
  const { matrix, snapshots, sheet, during, told, holds } = opened();
  during((pause) => pause === at && snapshots.outdate('s', change(matrix)));
  await snapshots.prepare([sheet]);
  expect(told()).toEqual(holds());
});
