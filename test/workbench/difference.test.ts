import { makeCell, makeSheet, NOTE_HEAD, parseRange, type Range } from '../../src/core/sheet';
import { readWorkbook } from '../../src/formats/xlsx';
import { draw, NO_DRAWING } from '../../src/hosts/memory/drawing';
import type { MemorySheet, MemoryState } from '../../src/hosts/memory/state';
import type { DrawEdit } from '../../src/hosts/plan';
import { difference } from '../../src/workbench/difference';
import { newWorkbook } from '../../src/workbench/new-workbook';
import { drawingIn } from '../support/xlsx-drawing';

const sheet = (name: string, rows: (string | number | null)[][], more: Partial<MemorySheet> = {}): MemorySheet => ({
  snapshot: makeSheet(
    name,
    rows.map((row) => row.map((value) => makeCell(value))),
  ),
  marks: [],
  notes: [],
  drawing: NO_DRAWING,
  ...more,
});
const state = (...sheets: MemorySheet[]): MemoryState => ({ sheets, active: sheets[0]?.snapshot.name ?? '' });
const BEFORE = state(
  sheet('甲', [
    ['一', 1],
    [null, '二'],
  ]),
);
const merged = (range: string): MemorySheet => ({
  ...(BEFORE.sheets[0] as MemorySheet),
  snapshot: { ...(BEFORE.sheets[0] as MemorySheet).snapshot, merges: [parseRange(range) as Range] },
});
const NOTHING = {
  addSheets: [],
  unmerges: [],
  sets: [],
  merges: [],
  draws: [],
  clearMarks: [],
  marks: [],
  protects: [],
  unprotects: [],
};
const FORM: DrawEdit[] = [
  { kind: 'columnWidths', sheet: '乙', first: 1, sizes: [20] },
  { kind: 'format', sheet: '乙', range: parseRange('A1:B1') as Range, format: { bold: true, borders: true } },
  {
    kind: 'validation',
    sheet: '乙',
    range: parseRange('A2') as Range,
    source: { list: ['甲', '乙'] },
    strict: true,
  },
  {
    kind: 'pageSetup',
    sheet: '乙',
    orientation: 'landscape',
    paper: 'A4',
    margins: { top: 1, right: 1, bottom: 1, left: 1 },
    titleRows: { top: 0, bottom: 0 },
    pageNumbers: true,
  },
];
const DRAWN = sheet('乙', [['新', '表']], { drawing: FORM.reduce(draw, NO_DRAWING) });
const B1 = { row: 0, column: 1 };

test.each([
  ['nothing', BEFORE, {}],
  [
    'a number',
    state(
      sheet('甲', [
        ['一', 2],
        [null, '二'],
      ]),
    ),
    { sets: [{ sheet: '甲', cell: B1, to: { number: 2 } }] },
  ],
  [
    'a number for a text',
    state(
      sheet('甲', [
        ['一', '1'],
        [null, '二'],
      ]),
    ),
    { sets: [{ sheet: '甲', cell: B1, to: { text: '1' } }] },
  ],
  [
    'a cell emptied',
    state(sheet('甲', [['一'], [null, '二']])),
    { sets: [{ sheet: '甲', cell: B1, to: { blank: true } }] },
  ],
  ['cells joined', state(merged('A1:A2')), { merges: [{ sheet: '甲', range: parseRange('A1:A2') }] }],
  [
    'a sheet added',
    state(...BEFORE.sheets, sheet('乙', [['新']])),
    {
      addSheets: [{ sheet: '乙', visible: true }],
      sets: [{ sheet: '乙', cell: { row: 0, column: 0 }, to: { text: '新' } }],
    },
  ],
  [
    'a mark with its note',
    state({
      ...(BEFORE.sheets[0] as MemorySheet),
      marks: [{ cell: B1, level: 'error' as const }],
      notes: [{ cell: B1, text: `${NOTE_HEAD}\n错` }],
    }),
    { clearMarks: ['甲'], marks: [{ sheet: '甲', cell: B1, level: 'error', note: `${NOTE_HEAD}\n错` }] },
  ],
])('%s', (_, after, patch) => {
  const found = difference(BEFORE, after);
  expect(found?.patch).toEqual({ ...NOTHING, ...patch });
  expect(found?.empty).toBe(Object.keys(patch).length === 0);
  expect(found?.unwritten).toBe(false);
});

test('a note of a person’s own is told of, not written', () => {
  const after = state({ ...(BEFORE.sheets[0] as MemorySheet), notes: [{ cell: B1, text: '请核对' }] });
  expect(difference(BEFORE, after)).toEqual({ patch: NOTHING, empty: true, unwritten: true });
});

test('sheets renamed, deleted or moved are more than a patch can say', () => {
  const two = state(sheet('甲', [['一']]), sheet('乙', [['二']]));
  expect(difference(two, state(sheet('甲', [['一']])))).toBeNull();
  expect(difference(two, state(sheet('乙', [['二']]), sheet('甲', [['一']])))).toBeNull();
  expect(difference(two, state(sheet('甲', [['一']]), sheet('丙', [['二']])))).toBeNull();
});

test('a sheet drawn and protected since, hidden or not, is drawn in the file; nothing is left unwritten', () => {
  const after = { ...DRAWN, snapshot: { ...DRAWN.snapshot, protected: true, visible: false } };
  const found = difference(BEFORE, state(...BEFORE.sheets, after));
  expect(found).toMatchObject({ empty: false, unwritten: false });
  expect(found?.patch).toMatchObject({
    addSheets: [{ sheet: '乙', visible: false }],
    draws: FORM,
    protects: ['乙'],
    unprotects: [],
  });
});

test('a new workbook is drawn as the grid was', () => {
  const file = readWorkbook(newWorkbook(state(...BEFORE.sheets, DRAWN), () => undefined));
  const seen = drawingIn(file, '乙');
  expect(seen.formatAt({ row: 0, column: 1 })).toMatchObject({ bold: true, borders: true });
  expect(seen.formatAt({ row: 1, column: 1 })).toMatchObject({ bold: false, borders: false });
  expect(seen.validationAt({ row: 1, column: 0 })).toEqual({ source: { list: ['甲', '乙'] }, strict: true });
  expect(seen.pageSetup).toMatchObject({ orientation: 'landscape', titleRows: { top: 0, bottom: 0 } });
  expect(drawingIn(file, '甲').pageSetup).toBeNull();
});
