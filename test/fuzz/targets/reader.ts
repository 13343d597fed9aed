import { checkNow, safeEdits } from '../../../src/core/check';
import { readTables } from '../../../src/core/reader';
import { sheetCase, snapshotOf, type SheetCase } from '../sheets';
import { ensure, type Target } from '../target';

/** Sheet → indicator tables: always an answer, and no cell of it outside the sheet. */
export const reader: Target<SheetCase> = {
  name: 'reader',
  make: sheetCase,
  run(input) {
    const { tables, unread } = readTables(snapshotOf(input));
    ensure((unread === null) === tables.length > 0, 'neither read nor refused');
    for (const { range, indicators } of tables) {
      ensure(range.top <= range.bottom && range.left <= range.right, 'a range inside out');
      for (const { row } of indicators)
        ensure(row >= range.top && row <= range.bottom, 'an indicator outside its table');
    }
  },
};

/** Sheet → findings: no rule fails, and what is safe to mend can be told. */
export const check: Target<SheetCase> = {
  name: 'check',
  make: sheetCase,
  run(input) {
    const { failures, findings } = checkNow({ sheets: [snapshotOf(input)] });
    ensure(failures.length === 0, failures.map(({ code, detail }) => `${code} ${detail}`).join('; '));
    ensure(new Set(findings.map(({ key }) => key)).size === findings.length, 'two findings of one key');
    safeEdits(findings);
  },
};
