import fc from 'fast-check';
import { makeCell, makeSheet, type Cell, type Range } from '../../../src/core/sheet';
import { withAreas } from '../../../src/hosts/workbench/areas';

/** As the grid's sheets are read whole: no entries for empty cells, no rows without cells. */
function whole(cells: readonly (readonly (Cell | null)[])[]): (Cell | null)[][] {
  const read: (Cell | null)[][] = [];
  cells.forEach((row, r) => row.forEach((cell, c) => cell && ((read[r] ??= [])[c] = cell)));
  return read;
}

const SIZE = 5;
const cell = fc.option(fc.constantFrom('甲', '乙').map((text) => makeCell(text)));
const grid = fc.array(fc.array(cell, { minLength: SIZE, maxLength: SIZE }), { minLength: SIZE, maxLength: SIZE });
const at = fc.nat(SIZE - 1);
const area = fc.tuple(at, at, at, at).map(([a, b, c, d]): Range => ({
  top: Math.min(a, b),
  bottom: Math.max(a, b),
  left: Math.min(c, d),
  right: Math.max(c, d),
}));

test('areas read again give what the whole sheet would give', () => {
  fc.assert(
    fc.property(grid, grid, fc.array(area, { maxLength: 3 }), (before, other, areas) => {
      const now = before.map((row, r) =>
        row.map((old, c) =>
          areas.some(({ top, left, bottom, right }) => r >= top && r <= bottom && c >= left && c <= right)
            ? (other[r]?.[c] ?? null)
            : old,
        ),
      );
      const known = { ...makeSheet('表', []), cells: whole(before) };
      const read = withAreas(known, areas, (row, column) => now[row]?.[column] ?? null);
      // Gaps are told from entries, and so are lengths.
      expect(read.cells).toStrictEqual(whole(now));
      known.cells.forEach((row, index) => {
        if (!areas.some(({ top, bottom }) => index >= top && index <= bottom)) expect(read.cells[index]).toBe(row);
      });
      expect(known.cells).toStrictEqual(whole(before));
    }),
    { numRuns: 500, seed: 11 },
  );
});
