import { createGrid } from '../../src/hosts/workbench';
import { registerFunctions } from '../../src/workbench/functions';

/** Rows of plain cells, and a formula beside each. */
export interface ColumnOfFormulas {
  readonly cells: readonly (readonly (number | string)[])[];
  readonly formulas: readonly string[];
  /** What stands in the first column when all is computed again. */
  readonly changed: readonly number[];
}

export interface Taken {
  /** Milliseconds from writing the formulas to their last result, and from changing the first column to it. */
  readonly first: number;
  readonly again: number;
  /** The last results, so that two ways can be seen to agree. */
  readonly results: readonly unknown[];
}

const LONGEST = 300_000;

/** Computes a column of formulas in the workbench's grid, as it is on the page. */
async function compute({ cells, formulas, changed }: ColumnOfFormulas): Promise<Taken> {
  const container = document.createElement('div');
  container.style.height = '90vh';
  document.body.append(container);
  const grid = createGrid({ container, locale: 'zh-CN', dark: false });
  const rows = formulas.length;
  const width = cells[0]?.length ?? 0;
  const cellData = cells.map((row) =>
    Object.fromEntries(row.map((v, at) => [at, { v, t: typeof v === 'number' ? 2 : 1 }])),
  );
  const sheet = grid.api
    .createWorkbook({
      id: 'bench',
      sheetOrder: ['s'],
      sheets: { s: { id: 's', name: 's', rowCount: rows, columnCount: width + 1, cellData: { ...cellData } } },
    })
    .getActiveSheet();
  registerFunctions(grid);
  await grid.drawn;

  const last = sheet.getRange(rows - 1, width);
  const until = async (start: number, before: unknown): Promise<number> => {
    // All results come at once: the last one stands for the column.
    while (last.getValue() === before || last.getValue() === null) {
      if (performance.now() - start > LONGEST) throw new Error('the grid did not come to an end');
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    return performance.now() - start;
  };
  let start = performance.now();
  sheet.getRange(0, width, rows, 1).setValues(formulas.map((f) => [{ f }]));
  const first = await until(start, null);
  const before = last.getValue();
  start = performance.now();
  sheet.getRange(0, 0, rows, 1).setValues(changed.map((value) => [value]));
  const again = await until(start, before);
  const results = sheet
    .getRange(0, width, rows, 1)
    .getValues()
    .map(([value]) => value);
  grid.dispose();
  container.remove();
  return { first, again, results };
}

declare global {
  interface Window {
    compute: typeof compute;
  }
}

window.compute = compute;
