import { makeCell, makeSheet, type SheetSnapshot } from '../../src/core/sheet';
import { MemoryHost } from '../../src/hosts/memory';
import { plainSheet } from '../../src/session/plain-sheet';

const FROM = makeSheet(
  '目标表',
  [
    [],
    [null, makeCell('标题')],
    [null, makeCell('=1+1'), makeCell('+1'), makeCell('-1'), makeCell('@SUM(1)')],
    [
      null,
      makeCell(2, { formula: '=1+1' }),
      makeCell(0.95, { numberFormat: '0%', text: '95%' }),
      makeCell({ error: '#REF!' }),
      makeCell(true),
    ],
  ],
  { merges: [{ top: 1, left: 1, bottom: 1, right: 4 }] },
);

test('what begins like a formula stays a text, and of a formula only its value comes along', () => {
  const sets = plainSheet(FROM, [])?.edits.filter((edit) => edit.kind === 'set') ?? [];
  expect(sets.map(({ to }) => to)).toEqual([
    { text: '标题' },
    { text: '=1+1' },
    { text: '+1' },
    { text: '-1' },
    { text: '@SUM(1)' },
    { number: 2 },
    { number: 0.95, numberFormat: '0%' },
    { text: '#REF!' },
    { boolean: true },
  ]);
});

test('the sheet has a name that is free, in whatever case', () => {
  expect(plainSheet(FROM, [])?.sheet).toBe('目标表');
  expect(plainSheet(FROM, ['目标表'])?.sheet).toBe('目标表 (2)');
  expect(plainSheet({ ...FROM, name: 'Sheet' }, ['SHEET', 'sheet (2)'])?.sheet).toBe('Sheet (3)');
  const long = '长'.repeat(31);
  expect(plainSheet({ ...FROM, name: long }, [long])?.sheet).toBe(`${'长'.repeat(27)} (2)`);
});

test('nothing and too much are refused', () => {
  expect(plainSheet(makeSheet('空', []), [])).toBeNull();
  const row = Array.from({ length: 201 }, () => makeCell(1));
  expect(plainSheet(makeSheet('大', new Array<typeof row>(100).fill(row)), [])).toBeNull();
});

test('it is written at the places where it stood, and taken back', async () => {
  const host = new MemoryHost([makeSheet('原表', [[makeCell('甲')]])]);
  const { edits = [], show } = plainSheet(FROM, ['原表']) ?? {};
  const result = await host.apply(edits, { label: '放到新工作表' });
  if (result.status !== 'applied') throw new Error(result.status);
  expect(show).toEqual({ sheet: '目标表', row: 1, column: 1 });
  const { sheets } = await host.read({ sheets: ['目标表'] });
  const [sheet] = sheets as [SheetSnapshot];
  expect(sheet.cells[2]?.map((cell) => [cell?.value, cell?.formula])).toEqual([
    [undefined, undefined],
    ['=1+1', undefined],
    ['+1', undefined],
    ['-1', undefined],
    ['@SUM(1)', undefined],
  ]);
  expect(sheet.merges).toEqual(FROM.merges);
  await host.undo(result.undo);
  expect((await host.read({ sheets: 'all' })).list.map(({ name }) => name)).toEqual(['原表']);
});
