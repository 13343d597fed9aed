import { checkNow, type CheckResult } from '../core/check';
import { ownRule } from '../core/check/own';
import { isOwnSheet, RECORD_SHEET, type SheetSnapshot } from '../core/sheet';
import { profileInForce } from './profile';
import { suppressionsIn } from './kept';
import { correctionsFor, readRecord } from './record';
import type { Settings } from './settings';

/** The sheets of a file that is not open, checked by its own record and by the settings that hold now. */
export function checkFile(all: readonly SheetSnapshot[], settings: Settings): CheckResult {
  const recordSheet = all.find((sheet) => sheet.name === RECORD_SHEET) ?? null;
  const record = readRecord(recordSheet);
  const profile = profileInForce(settings, recordSheet);
  const sheets = all.filter((sheet) => !isOwnSheet(sheet.name));
  return checkNow({
    sheets,
    corrections: new Map(sheets.map((sheet) => [sheet.name, correctionsFor(record, sheet)])),
    settings: profile.settings,
    overrides: profile.overrides,
    own: profile.checks.map(ownRule),
    suppressions: suppressionsIn(
      record,
      all.map((sheet) => sheet.name),
    ),
  });
}
