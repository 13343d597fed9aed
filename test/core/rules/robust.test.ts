import fc from 'fast-check';
import { applyEdits, checkNow, safeEdits } from '../../../src/core/check';
import { makeCell, makeSheet } from '../../../src/core/sheet';
import type { Cell, CellValue, SheetSnapshot } from '../../../src/core/sheet';
import * as forms from '../../fixtures/forms';
import { CLEAN_2025, PUBLISHED_2025, TABLE_2022 } from '../../fixtures/seeds';
import { runs } from '../../support/runs';
import { sheetOf } from '../../support/sheets';

const SHEETS: readonly SheetSnapshot[] = [
  sheetOf(CLEAN_2025.rows, CLEAN_2025),
  sheetOf(PUBLISHED_2025.rows),
  sheetOf(TABLE_2022.rows, TABLE_2022),
  ...Object.values(forms).map((form) => sheetOf(form.rows, form)),
];

/** What clerks, programs and accidents leave in cells. */
const debris: fc.Arbitrary<CellValue | null> = fc.oneof(
  fc.constant(null),
  fc.constantFrom<CellValue>(
    '0',
    '－',
    '≥',
    '％',
    '××',
    '1e400',
    '2月30日前',
    '元',
    '万元',
    '产出指标',
    '满意度',
    '不适用',
    '中共县组织部',
    '2026年12月31日前',
    '其中：',
  ),
  fc.constantFrom<CellValue>({ error: '#REF!' }, { error: '#N/A' }, true, 0, -1, 1e300, Number.MIN_VALUE),
  fc.string({ maxLength: 12, unit: 'grapheme' }),
);

const strokes = fc.array(fc.tuple(fc.nat(40), fc.nat(11), debris), { minLength: 1, maxLength: 12 });

function struck(sheet: SheetSnapshot, changes: readonly (readonly [number, number, CellValue | null])[]) {
  const cells: (Cell | null | undefined)[][] = sheet.cells.map((row) => [...(row ?? [])]);
  for (const [row, column, value] of changes) {
    const at = cells[row];
    if (at) at[column] = makeCell(value);
  }
  return makeSheet(sheet.name, cells, { merges: sheet.merges });
}

const spoilt = fc.tuple(fc.constantFrom(...SHEETS), strokes).map(([sheet, changes]) => struck(sheet, changes));

test('no rule fails, whatever stands in the cells', () => {
  fc.assert(
    fc.property(spoilt, (sheet) => {
      for (const audience of ['clerk', 'publication'] as const) {
        expect(checkNow({ sheets: [sheet], settings: { audience } }).failures).toEqual([]);
      }
    }),
    runs(300),
  );
});

test('safe fixes apply, and once they are in, there is nothing more to do', () => {
  fc.assert(
    fc.property(spoilt, (sheet) => {
      let current = sheet;
      // Where two fixes want one cell, the second is found again: each round does at least one of them.
      for (let round = 0; round < 6; round++) {
        const edits = safeEdits(checkNow({ sheets: [current] }).findings);
        if (edits.length === 0) return;
        const { sheet: next, conflicts } = applyEdits(current, edits);
        expect(conflicts).toEqual([]);
        current = next;
      }
      expect(safeEdits(checkNow({ sheets: [current] }).findings)).toEqual([]);
    }),
    runs(200),
  );
});

test('keys are unique, and the same for the same sheet', () => {
  fc.assert(
    fc.property(spoilt, (sheet) => {
      const keys = checkNow({ sheets: [sheet] }).findings.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(checkNow({ sheets: [sheet] }).findings.map(({ key }) => key)).toEqual(keys);
    }),
    runs(100),
  );
});
