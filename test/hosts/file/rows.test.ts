import { makeCell, makeSheet } from '../../../src/core/sheet';
import { patchWorkbook, readWorkbook, writeWorkbook } from '../../../src/formats/xlsx';
import { FileHost } from '../../../src/hosts/file';

const open = (): FileHost =>
  new FileHost(
    readWorkbook(
      writeWorkbook([
        makeSheet('FY25', [
          [makeCell('指标')],
          [makeCell(10)],
          [makeCell(20)],
          [makeCell(30, { formula: '=SUM(A2:A3)' })],
        ]),
      ]),
    ),
  );

test('rows are closed again where others have written elsewhere since', async () => {
  const host = open();
  const result = await host.apply(
    [
      { kind: 'insertRows', sheet: 'FY25', before: 2, count: 2 },
      { kind: 'insertRows', sheet: 'FY25', before: 0, count: 1 },
      { kind: 'set', sheet: 'FY25', cell: { row: 2, column: 0 }, from: { number: 20 }, to: { number: 21 } },
    ],
    { label: '' },
  );
  if (result.status !== 'applied') throw new Error(result.status);
  const column = () => [...(host.file.sheets[0]?.cells ?? [])].map((row) => row?.[0]?.formula ?? row?.[0]?.value);
  expect(column()).toEqual([undefined, '指标', 10, undefined, undefined, 21, '=SUM(A3:A6)']);
  const set = { sheet: 'FY25', cell: { row: 2, column: 1 }, to: { text: '新' } };
  host.replace(patchWorkbook(host.file, { sets: [set] }));
  const undone = await host.undo(result.undo);
  expect(column()).toEqual(['指标', 10, 20, '=SUM(A2:A3)']);
  expect(host.file.sheets[0]?.cells[1]?.[1]?.value).toBe('新');
  if (undone.status !== 'applied') throw new Error(undone.status);
  await host.undo(undone.undo);
  expect(column()).toEqual([undefined, '指标', 10, undefined, undefined, 21, '=SUM(A3:A6)']);
});

test('a sheet whose name looks like a cell is quoted in its print area', () => {
  const file = patchWorkbook(open().file, {
    draws: [
      {
        kind: 'pageSetup',
        sheet: 'FY25',
        orientation: 'landscape',
        paper: 'A4',
        margins: { top: 1, right: 1, bottom: 1, left: 1 },
        printArea: { top: 0, left: 0, bottom: 3, right: 0 },
        pageNumbers: false,
      },
    ],
    insertRows: [{ sheet: 'FY25', before: 1, count: 1 }],
  });
  const text = new TextDecoder().decode(file.zip.bytes('xl/workbook.xml'));
  expect(text).toContain(">'FY25'!$A$1:$A$5</definedName>");
});
