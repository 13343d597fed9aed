import { makeCell, makeSheet, NOTE_HEAD, parseRange, type Range } from '../../src/core/sheet';
import { NO_DRAWING } from '../../src/hosts/memory/drawing';
import type { MemorySheet, MemoryState } from '../../src/hosts/memory/state';
import { difference } from '../../src/workbench/difference';

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
const NOTHING = { addSheets: [], unmerges: [], sets: [], merges: [], clearMarks: [], marks: [] };
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
