import { applyEdits, safeEdits } from '../../../src/core/check/apply';
import { cellAt, contentOf, makeCell, makeSheet } from '../../../src/core/sheet';
import type { CellContent, FixEdit } from '../../../src/core/sheet';
import type { Finding } from '../../../src/core/rules/finding';

const sheet = makeSheet('表', [
  [makeCell('一'), makeCell(95, { numberFormat: '0%' })],
  [makeCell(3, { formula: '=1+2' })],
]);
const set = (row: number, column: number, from: CellContent, to: CellContent): FixEdit => ({
  kind: 'set',
  sheet: '表',
  cell: { row, column },
  from,
  to,
});

test.each<[string, FixEdit, CellContent]>([
  ['text over text', set(0, 0, { text: '一' }, { text: '=二' }), { text: '=二' }],
  ['a number keeps the number format', set(0, 1, { number: 95 }, { number: 90 }), { number: 90, numberFormat: '0%' }],
  ['a formula over a formula', set(1, 0, { formula: '=1+2' }, { formula: '=2+2' }), { formula: '=2+2' }],
  ['into a row that is not there', set(9, 4, { blank: true }, { text: '新' }), { text: '新' }],
  ['blank', set(0, 0, { text: '一' }, { blank: true }), { blank: true }],
])('writes %s', (_, edit, expected) => {
  const { sheet: after, conflicts } = applyEdits(sheet, [edit]);
  expect(conflicts).toEqual([]);
  if (edit.kind !== 'set') throw new Error('a set was meant');
  expect(contentOf(cellAt(after, edit.cell))).toEqual(expected);
});

test('writes nothing at all where one cell does not hold what was expected', () => {
  const { sheet: after, conflicts } = applyEdits(sheet, [
    set(0, 0, { text: '一' }, { text: '二' }),
    set(0, 1, { number: 96 }, { number: 90 }),
  ]);
  expect(after).toBe(sheet);
  expect(conflicts).toEqual([
    { cell: { row: 0, column: 1 }, expected: { number: 96 }, found: { number: 95, numberFormat: '0%' } },
  ]);
});

test('leaves the snapshot that it was given alone', () => {
  const before = JSON.stringify(sheet.cells);
  applyEdits(sheet, [set(0, 0, { text: '一' }, { text: '二' })]);
  expect(JSON.stringify(sheet.cells)).toBe(before);
});

describe('safe fixes', () => {
  const finding = (edits: FixEdit[], more: Partial<Finding> = {}, grade: 'safe' | 'choice' = 'safe') =>
    ({ fixes: [{ title: 't', data: {}, grade, edits }], hidden: false, ...more }) as Finding;
  const a = set(0, 0, { text: '一' }, { text: '甲' });
  const b = set(0, 0, { text: '一' }, { text: '乙' });
  const c = set(0, 1, { number: 95 }, { number: 90 });

  test.each([
    ['the first of two that want one cell', [finding([a]), finding([b]), finding([c])], [a, c]],
    ['no choice', [finding([a], {}, 'choice'), finding([c])], [c]],
    ['no hidden row', [finding([a], { hidden: true })], []],
    ['nothing that was suppressed', [finding([a], { suppressed: { key: 'k', reason: 'r', by: 'b', at: '' } })], []],
  ])('takes %s', (_, findings, expected) => {
    expect(safeEdits(findings)).toEqual(expected);
  });
});
