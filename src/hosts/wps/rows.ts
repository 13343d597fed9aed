import type { Range } from '../../core/sheet';
import type { Rows } from '../plan';
import { rangeIn, rangeOfAddress } from './blocks';
import type { EtWorksheet } from './et';

const [DOWN, UP] = [-4121, -4162];

function used(sheet: EtWorksheet): Range | null {
  return rangeOfAddress(sheet.UsedRange.Address(false, false));
}

/**
 * Opens or closes rows. `done` is told as soon as it has happened; where the call fails it is told only if the sheet has
 * grown or shrunk all the same, and the failure goes on.
 */
export function shiftRows(sheet: EtWorksheet, { before, count }: Rows, how: 'open' | 'close', done: () => void): void {
  const rows = rangeIn(sheet, { top: before, bottom: before + count - 1, left: 0, right: 0 });
  const bottom = used(sheet)?.bottom;
  try {
    if (how === 'open') rows.EntireRow.Insert(DOWN);
    else rows.EntireRow.Delete(UP);
  } catch (reason) {
    if (used(sheet)?.bottom !== bottom) done();
    throw reason;
  }
  done();
}
