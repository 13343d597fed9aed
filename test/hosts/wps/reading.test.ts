import fc from 'fast-check';
import { contains, formatRange, intersects, makeCell, makeSheet } from '../../../src/core/sheet';
import type { Cell, Range, SheetSnapshot } from '../../../src/core/sheet';
import { createWpsHost } from '../../../src/hosts/wps';
import { runs } from '../../support/runs';
import { startWps } from '../../support/wps';

const [ROWS, COLUMNS] = [90, 6];

const cell: fc.Arbitrary<Cell | null> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: fc.constantFrom('甲', '=1+1', '95%', '#N/A', '-2146826246').map((text) => makeCell(text)) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom(0.95, 1, 12, 100, -2146826246, 2.5), fc.constantFrom(undefined, '0%', '0.00', '@'))
      .map(([value, numberFormat]) => makeCell(value, numberFormat === undefined ? {} : { numberFormat })),
  },
  { weight: 1, arbitrary: fc.boolean().map((value) => makeCell(value)) },
  { weight: 1, arbitrary: fc.constantFrom('#N/A', '#DIV/0!', '#NAME?').map((error) => makeCell({ error })) },
  { weight: 1, arbitrary: fc.constantFrom(7, '乙').map((value) => makeCell(value, { formula: '=A1&"="' })) },
);

const place = fc.record({
  top: fc.nat(ROWS - 1),
  left: fc.nat(COLUMNS - 1),
  rows: fc.integer({ min: 1, max: 6 }),
  columns: fc.integer({ min: 1, max: 3 }),
});

/** Areas that do not touch one another, each of more than one cell. */
function areasOf(places: readonly { top: number; left: number; rows: number; columns: number }[]): Range[] {
  const areas: Range[] = [];
  for (const { top, left, rows, columns } of places) {
    const area = { top, left, bottom: Math.min(top + rows, ROWS) - 1, right: Math.min(left + columns, COLUMNS) - 1 };
    const single = area.top === area.bottom && area.left === area.right;
    if (!single && !areas.some((other) => intersects(other, area))) areas.push(area);
  }
  return areas;
}

const sheets: fc.Arbitrary<SheetSnapshot> = fc
  .record({
    cells: fc.array(fc.array(cell, { maxLength: COLUMNS }), { minLength: 1, maxLength: ROWS }),
    places: fc.array(place, { maxLength: 12 }),
    hiddenRows: fc.array(fc.nat(ROWS - 1), { maxLength: 6 }),
    hiddenColumns: fc.array(fc.nat(COLUMNS - 1), { maxLength: 2 }),
  })
  .map(({ cells, places, hiddenRows, hiddenColumns }) => {
    const merges = areasOf(places);
    const covered = (row: number, column: number) =>
      merges.some((area) => contains(area, { row, column }) && (area.top !== row || area.left !== column));
    const kept = cells.map((row, r) => row.map((one, c) => (covered(r, c) ? null : one)));
    return makeSheet('表', kept, { merges, hiddenRows, hiddenColumns });
  });

const contents = (sheet: SheetSnapshot | undefined) =>
  sheet?.cells.flatMap((row, r) =>
    (row ?? []).flatMap((one, c) => {
      const { value, formula, numberFormat } = one ?? {};
      // A format is asked for where a number is shown by it.
      return one ? [[r, c, value, formula, typeof value === 'number' ? numberFormat : undefined]] : [];
    }),
  );

test.each(['all', 'first'] as const)('what is read is what is there; several areas are told of: %s', async (areas) => {
  await fc.assert(
    fc.asyncProperty(sheets, async (sheet) => {
      const { root, book } = startWps([sheet], { areas });
      const read = (await createWpsHost(root).read({ sheets: 'active' })).sheets[0];
      expect(contents(read)).toEqual(contents(sheet));
      expect(read?.merges.map(formatRange).sort()).toEqual(sheet.merges.map(formatRange).sort());
      const { top, bottom, left, right } = book.active.used();
      const within = (first: number, last: number) => (at: number) => first <= at && at <= last;
      const isEmpty = contents(sheet)?.length === 0;
      const rows = isEmpty ? [] : [...sheet.hiddenRows].filter(within(top, bottom));
      const columns = isEmpty ? [] : [...sheet.hiddenColumns].filter(within(left, right));
      expect([...(read?.hiddenRows ?? [])].sort()).toEqual(rows.sort());
      expect([...(read?.hiddenColumns ?? [])].sort()).toEqual(columns.sort());
      expect(book.writes).toBe(0);
    }),
    runs(150),
  );
});
