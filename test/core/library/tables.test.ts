import fc from 'fast-check';
import { checkNow } from '../../../src/core/check';
import { LEVELS, parentOf, TREES } from '../../../src/core/indicator';
import type { Level1, Level2, Tree } from '../../../src/core/indicator';
import {
  FIELD_IDS,
  FIELDS,
  libraryEntries,
  placeFor,
  proposeWeights,
  rescaleStandard,
  rowOf,
} from '../../../src/core/library';
import type { IndicatorRow, LibraryEntry } from '../../../src/core/library';
import { levelsOf } from '../../../src/core/library/entry';
import { readTables } from '../../../src/core/reader';
import { compactSheet } from '../../support/compact-sheet';
import { onlyTable } from '../../support/readings';
import { runs } from '../../support/runs';

const YEAR = 2026;

const sheetOf = (rows: readonly IndicatorRow[]) =>
  compactSheet({
    title: `${String(YEAR)}年度部门整体支出绩效目标表`,
    columns: 'weighted',
    rows: rows.map((row) => [
      row.level1,
      row.level2,
      row.name,
      row.operator,
      row.target,
      row.unit,
      row.explanation,
      row.standard,
      row.weight,
    ]),
  });

/** Rows in the order of the form, weighed as proposed. */
function tableOf(entries: readonly LibraryEntry[], tree: Tree): IndicatorRow[] {
  const order = (Object.keys(LEVELS[tree]) as Level1[]).flatMap((level1) => LEVELS[tree][level1] ?? []);
  const place = (entry: LibraryEntry): number => order.indexOf(levelsOf(entry, tree).level2 satisfies Level2);
  const sorted = [...entries].sort((a, b) => place(a) - place(b));
  const bare = sorted.map((entry) => ({ ...rowOf(entry, { tree, year: YEAR, weight: 1 }), weight: null }));
  const { added } = proposeWeights([], bare, tree);
  return sorted.map((entry, i) => rowOf(entry, { tree, year: YEAR, weight: added[i] ?? 0 }));
}

function said(rows: readonly IndicatorRow[]): string[] {
  const { findings, failures } = checkNow({ sheets: [sheetOf(rows)] });
  expect(failures).toEqual([]);
  return findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ code, message, data }) => `${code} ${message} ${JSON.stringify(data)}`);
}

test.each(FIELD_IDS.flatMap((field) => TREES.map((tree) => ({ field, name: FIELDS[field].name, tree }))))(
  'a table of all that $name offers, in the tree $tree: nothing to mend',
  ({ field, tree }) => {
    const rows = tableOf(
      libraryEntries().filter((entry) => entry.field === field),
      tree,
    );
    expect(rows.reduce((sum, { weight }) => sum + weight, 0)).toBe(90);
    expect(said(rows)).toEqual([]);
  },
);

const complete = (entries: readonly LibraryEntry[]): boolean => {
  const levels = new Set(entries.map(({ level2 }) => level2['2021']));
  const benefit = entries.some(({ level2 }) => parentOf(level2['2021'], '2021') === 'benefit');
  return levels.has('quantity') && levels.has('quality') && benefit;
};

test('a table of any rows, one put in after another in its place, stays at 90 with nothing to mend', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...TREES),
      fc.shuffledSubarray([...libraryEntries()], { minLength: 6, maxLength: 18 }).filter(complete),
      (tree, entries) => {
        const [first, ...others] = entries as [LibraryEntry, ...LibraryEntry[]];
        let rows = tableOf([first], tree);
        for (const entry of others) {
          const table = { ...onlyTable(readTables(sheetOf(rows))), tree };
          const { after } = placeFor(table, entry);
          const bare = rowOf(entry, { tree, year: YEAR, weight: 1 });
          const proposed = proposeWeights(rows, [bare], tree);
          // A row of the library's own would be written anew; one of another hand is rescaled.
          rows = rows.map((row, i) => {
            const weight = proposed.existing[i] ?? 0;
            return { ...row, weight, standard: rescaleStandard(row.standard, row.weight, weight) };
          });
          // Title and headings stand in rows 0 and 1.
          rows.splice(after - 1, 0, rowOf(entry, { tree, year: YEAR, weight: proposed.added[0] ?? 0 }));
        }
        expect(rows.reduce((sum, { weight }) => sum + weight, 0)).toBe(90);
        const order = (Object.keys(LEVELS[tree]) as Level1[]).flatMap((level1) => LEVELS[tree][level1] ?? []);
        const places = rows.map(({ name }) => {
          const entry = libraryEntries().find((one) => one.name === name) as LibraryEntry;
          return order.indexOf(levelsOf(entry, tree).level2);
        });
        expect(places).toEqual([...places].sort((a, b) => a - b));
        expect(said(rows)).toEqual([]);
      },
    ),
    runs(25),
  );
});
