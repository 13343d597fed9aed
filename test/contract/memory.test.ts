import { formatCell } from '../../src/core/sheet';
import type { Edit } from '../../src/core/sheet';
import { HostError } from '../../src/hosts/host';
import { formatAt, MemoryHost, validationAt } from '../../src/hosts/memory';
import type { MemoryOptions } from '../../src/hosts/memory';
import { CHARTS } from './charts';
import type { ContractDriver, ContractWorkbook } from './driver';
import { FORM_CASES } from './forms';
import { hostContract } from './host-contract';

function memoryDriver({ sheets, active }: ContractWorkbook, options: MemoryOptions = {}): ContractDriver {
  const host = new MemoryHost(sheets, { ...options, active });
  return {
    host,
    type: async (sheet, cell, content) => host.type({ sheet, ...cell }, content),
    marks: async (sheet) => host.marks(sheet).map(({ cell, level }) => ({ cell: formatCell(cell), level })),
    notes: async (sheet) => new Map(host.notes(sheet).map(({ cell, text }) => [formatCell(cell), text])),
    addNote: async (sheet, cell, text) => host.addNote({ sheet, ...cell }, text),
    copyMark: async (sheet, _from, { top, left, bottom, right }) => {
      const marks: Edit[] = [];
      for (let row = top; row <= bottom; row += 1) {
        for (let column = left; column <= right; column += 1) {
          marks.push({ kind: 'mark', sheet, cell: { row, column }, level: 'error', note: '' });
        }
      }
      await host.apply(marks, { label: '' });
    },
    failWrite: async (at) => host.failWrite({ at, error: new HostError('host', 'cut') }),
    drawing: async (sheet) => {
      const drawing = host.drawing(sheet);
      return {
        formatAt: (cell) => formatAt(drawing, cell),
        widthOf: (column) => drawing.columnWidths.get(column),
        heightOf: (row) => drawing.rowHeights.get(row),
        validationAt: (cell) => validationAt(drawing, cell),
        pageSetup: drawing.pageSetup,
      };
    },
    charts: async (sheet) => host.charts(sheet).map(({ kind: _, sheet: __, ...chart }) => chart),
    selected: async () => {
      const { selected } = host;
      return selected && { sheet: selected.sheet, cell: formatCell(selected) };
    },
    written: async () => host.traffic.writes,
  };
}

const REFUSES = 'refuses what it cannot do before the first write';

hostContract('memory', async (workbook) => memoryDriver(workbook), [REFUSES]);

hostContract(
  'a host that can do little',
  async (workbook) =>
    memoryDriver(workbook, {
      capabilities: {
        marks: false,
        notes: 'none',
        insertRows: false,
        addSheet: false,
        merge: false,
        formats: false,
        validations: false,
        pageSetup: false,
        protect: false,
        charts: false,
        events: false,
      },
    }),
  [
    'merges and unmerges; a merge empties what it covers, and undoing brings it back',
    'takes an area apart, writes into it and joins another in one go',
    'opens rows last, so that all row numbers are those of before',
    'does not take rows away that a person has filled since',
    'adds a sheet with its contents, and takes it away again',
    'does not add a sheet whose name is taken',
    'fills a new sheet with thousands of cells',
    ...FORM_CASES,
    ...CHARTS,
    'marks cells with their notes, one mark a cell, and clears them',
    'replaces all marks of a sheet in one go, and undoes it',
    "leaves a person's own note alone",
    'clears marks wherever they were copied to',
    "tells of a person's changes, not of its own, until nobody listens",
  ],
);
