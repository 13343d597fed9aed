import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RECORD_SHEET, type SheetSnapshot } from '../../src/core/sheet';
import { readWorkbook } from '../../src/formats/xlsx';
import { readRecord } from '../../src/session';
import { workbookProfile } from '../../src/session/profile';
import { readOpinions } from '../../src/session/review/opinions';
import { readRounds } from '../../src/session/review/rounds';
import { office, resaved } from './office';

/** Everything that is read out of 绩效审核记录. */
export function recordOf(sheets: readonly SheetSnapshot[]) {
  const record = sheets.find(({ name }) => name === RECORD_SHEET) ?? null;
  return {
    ...readRecord(record),
    opinions: readOpinions(record),
    rounds: readRounds(record),
    profile: workbookProfile(record),
    cells: record?.cells.map((row) => row?.map((cell) => cell?.value ?? null)) ?? null,
  };
}

/** Opened and saved again by LibreOffice, the record says what it said; true unless LibreOffice is not there. */
export function expectRecordKept(bytes: Uint8Array): boolean {
  if (!office) return false;
  const folder = mkdtempSync(join(tmpdir(), 'record-'));
  try {
    const again = recordOf(readWorkbook(resaved(folder, bytes)).sheets);
    expect(again).toEqual(recordOf(readWorkbook(bytes).sheets));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return true;
}
