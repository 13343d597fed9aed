import { CommandType } from '@univerjs/core';
import type { FWorkbook, FWorksheet } from '@univerjs/preset-sheets-core';
import { formatCell } from '../../src/core/sheet';
import { createGrid, WorkbenchHost, type Grid } from '../../src/hosts/workbench';
import { writeContent } from '../../src/hosts/workbench/cells';
import { gridRange, readMarks, readNotes } from '../../src/hosts/workbench/reading';
import { gridNote, markRule } from '../../src/hosts/workbench/writing';
import { CONTRACT } from './cases';
import type { ContractDriver, ContractWorkbook } from './driver';
import { drawingOnGrid } from './workbench-drawing';
import { readsAfterSteps, rowsReadAnew } from './workbench-snapshots';
import { runCase } from './host-contract';

let opened = 0;
let written = 0;
/** Commands of a host's own until the one that fails; 0 where none does. */
let failing = 0;
let close = (): void => undefined;

/** A grid of its own for every workbook, as on the page. */
function freshGrid(): Grid {
  close();
  const container = document.createElement('div');
  container.style.height = '90vh';
  document.body.append(container);
  const grid = createGrid({ container, locale: 'zh-CN', dark: false });
  grid.api.onCommandExecuted(({ type, id }) => {
    if (type === CommandType.MUTATION && id.startsWith('sheet.mutation.')) written += 1;
  });
  grid.api.onBeforeCommandExecute(({ type, id }) => {
    if (type !== CommandType.COMMAND || !id.startsWith('sheet.command.') || failing === 0) return;
    failing -= 1;
    if (failing === 0) throw new Error('cut');
  });
  close = () => {
    grid.dispose();
    container.remove();
  };
  return grid;
}

async function open({ sheets, active }: ContractWorkbook): Promise<ContractDriver> {
  opened += 1;
  const grid = freshGrid();
  const id = `contract${opened}`;
  const host = new WorkbenchHost(grid, {
    id,
    name: id,
    sheets: sheets.map((snapshot) => ({ snapshot })),
    active: active ?? sheets[0]?.name ?? '',
  });
  const workbook = grid.api.getWorkbook(id) as FWorkbook;
  const sheet = (name: string) => workbook.getSheetByName(name) as FWorksheet;
  return {
    host,
    async type(name, cell, content) {
      sheet(name).getRange(cell.row, cell.column).setValue(writeContent(content));
    },
    marks: async (name) => readMarks(sheet(name)).map(({ cell, level }) => ({ cell: formatCell(cell), level })),
    notes: async (name) => new Map(readNotes(sheet(name)).map(({ cell, text }) => [formatCell(cell), text])),
    async addNote(name, { row, column }, text) {
      sheet(name)
        .getRange(row, column)
        .createOrUpdateNote(gridNote(row, column, text));
    },
    async copyMark(name, _from, to) {
      sheet(name).addConditionalFormattingRule(markRule('error', [gridRange(to)]));
    },
    async failWrite(at) {
      failing = at;
    },
    drawing: async (name) => drawingOnGrid(workbook, sheet(name), host.state),
    async selected() {
      const range = workbook.getActiveRange()?.getRange();
      if (!range) return null;
      const cell = formatCell({ row: range.startRow, column: range.startColumn });
      return { sheet: workbook.getActiveSheet().getSheetName(), cell };
    },
    written: async () => written,
  };
}

Object.assign(window, {
  contract: {
    names: CONTRACT.map(({ name }) => name),
    run: (name: string) => runCase(name, open),
    readsAfterSteps: (steps: readonly (readonly [number, number, number])[]) => readsAfterSteps(freshGrid(), steps),
    rowsReadAnew: (rows: number) => rowsReadAnew(freshGrid(), rows),
  },
});
