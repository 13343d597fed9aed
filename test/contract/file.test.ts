import { formatCell } from '../../src/core/sheet';
import { notesOf, patchWorkbook, readWorkbook, writeWorkbook } from '../../src/formats/xlsx';
import { FileHost, marksOnSheet } from '../../src/hosts/file';
import { addUserNote, copyMark } from '../support/xlsx';
import { drawingIn } from '../support/xlsx-drawing';
import { CHARTS } from './charts';
import type { ContractDriver, ContractWorkbook } from './driver';
import { hostContract } from './host-contract';

/** Every file of the suite goes through its bytes: what the host holds is what would be saved. */
function fileDriver({ sheets, active }: ContractWorkbook): ContractDriver {
  const host = new FileHost(readWorkbook(writeWorkbook(sheets, { active })));
  const saved = () => readWorkbook(host.bytes());
  return {
    host,
    type: async (sheet, cell, to) => host.replace(patchWorkbook(host.file, { sets: [{ sheet, cell, to }] })),
    marks: async (sheet) => marksOnSheet(saved(), sheet).map(({ cell, level }) => ({ cell: formatCell(cell), level })),
    notes: async (sheet) => new Map(notesOf(saved(), sheet).map(({ cell, text }) => [formatCell(cell), text])),
    addNote: async (sheet, cell, text) => host.replace(addUserNote(host.file, sheet, cell, text)),
    copyMark: async (sheet, from, to) => host.replace(copyMark(host.file, sheet, from, to)),
    drawing: async (sheet) => drawingIn(saved(), sheet),
    selected: async () => host.selected && { sheet: host.selected.sheet, cell: formatCell(host.selected) },
    written: async () => host.bytes().length,
  };
}

hostContract('file', async (workbook) => fileDriver(workbook), [
  'puts everything back when a write fails half-way',
  'is as before when drawing fails half-way',
  ...CHARTS,
]);
