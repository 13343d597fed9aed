import { parseCell, parseRange } from '../../../../src/core/sheet';
import { perfCalls } from '../../../../src/functions/calls';
import type { CellResult } from '../../../support/officejs/function-service';
import { changesWorkbook, isHousekeeping } from '../../../support/officejs/rich-api';
import type { GridCell, Rect, Sheet } from '../../../support/officejs/workbook';
import { Workbook } from '../../../support/officejs/workbook';
import { ExcelWeb } from './excel-web';

/** A sheet as the tests send it to this page. */
export interface PageSheet {
  readonly name: string;
  readonly cells: readonly (readonly { readonly at: number; readonly cell: GridCell }[])[];
  readonly merges: readonly Rect[];
  readonly protected: boolean;
}

const rectAt = (cell: string): Rect => {
  const ref = parseCell(cell);
  if (!ref) throw new Error(`${cell} is no cell`);
  return { ...ref, rows: 1, columns: 1 };
};

/** An argument as Excel gives it to a function: the values of cells, a text, a number. */
function argumentOf(sheet: Sheet, text: string): unknown {
  const range = parseRange(text);
  if (!range) return text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text === '' ? '' : Number(text);
  const { top, bottom, left, right } = range;
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (_, column) => sheet.at(top + row, left + column)?.value ?? ''),
  );
}

/** What the tests reach in the page that stands in for Excel. */
export class StandIn {
  readonly workbook = new Workbook();
  private excel: ExcelWeb | null = null;

  /** Lays the sheets out and opens the add-in beside them. */
  start(sheets: readonly PageSheet[], locale: string, address: string): void {
    this.workbook.sheets = [];
    for (const { name, cells, merges, protected: locked } of sheets) {
      const sheet = this.workbook.addSheet(name);
      cells.forEach((row, at) => sheet.grid.set(at, new Map(row.map(({ at: column, cell }) => [column, cell]))));
      sheet.merges = [...merges];
      sheet.protected = locked;
    }
    this.workbook.active = this.workbook.sheets[0] as Sheet;
    const frame = document.createElement('iframe');
    frame.id = 'pane';
    this.excel = new ExcelWeb(this.workbook, frame, locale);
    this.excel.open(address);
  }

  /** A click on the ribbon; waits for the add-in to say that it has ended. */
  click(functionName: string): Promise<void> | undefined {
    return this.excel?.click(functionName);
  }

  /** Cells ask for functions of the add-in, once its runtime has started. */
  async calculate(calls: readonly (readonly [id: string, ...args: unknown[]])[]): Promise<CellResult[]> {
    const { functions } = this.excel ?? {};
    if (!functions) throw new Error('no add-in is open');
    await functions.ready;
    return Promise.all(calls.map(([id, ...args]) => functions.call(id, ...args)));
  }

  /** Excel reckons the cells of the sheet that are one call of a function of the add-in; gives how many. */
  async recalculate(): Promise<number> {
    const { active: sheet } = this.workbook;
    let count = 0;
    for (const cells of sheet.grid.values()) {
      for (const cell of cells.values()) {
        const [call] = perfCalls(cell.formula ?? '');
        if (!call || call.start !== 1 || call.end !== cell.formula?.length) continue;
        const [result] = await this.calculate([[call.name, ...call.args.map((text) => argumentOf(sheet, text))]]);
        const { ok = false, value } = result ?? {};
        const [[only]] = ok ? (value as [[GridCell['value']]]) : [[value as string]];
        Object.assign(cell, { value: only, isError: !ok });
        count++;
      }
    }
    return count;
  }

  /** The round trips since the last call: for each, whether it asked for a change. */
  takeRequests(): boolean[] {
    const requests = this.excel?.api.requests.splice(0) ?? [];
    return requests.filter((request) => !isHousekeeping(request)).map(changesWorkbook);
  }

  /** Whether something was asked at all, and then nothing for so many milliseconds. */
  quietFor(milliseconds: number): boolean {
    const { api } = this.excel ?? {};
    return api !== undefined && api.lastRequest > 0 && performance.now() - api.lastRequest > milliseconds;
  }

  get writes(): number {
    return this.workbook.writes;
  }

  get largest(): { request: number; response: number } | undefined {
    return this.excel?.largest;
  }

  set editing(editing: boolean) {
    this.workbook.editing = editing;
  }

  /** A person types into a cell of the sheet that is shown. */
  type(cell: string, value: string | number): void {
    this.workbook.active.write(rectAt(cell), [[value]], false);
  }

  valueAt(cell: string): GridCell['value'] {
    const { row, column } = rectAt(cell);
    return this.workbook.active.at(row, column)?.value ?? '';
  }

  formulaAt(cell: string): GridCell['formula'] {
    const { row, column } = rectAt(cell);
    return this.workbook.active.at(row, column)?.formula ?? null;
  }

  get selected(): string {
    const { row, column } = this.workbook.selection;
    return `${this.workbook.active.name}!R${row + 1}C${column + 1}`;
  }

  /** Rules and comments of the sheet that is shown. */
  get marks(): { rules: number; comments: string[] } {
    const { formats, comments } = this.workbook.active;
    return { rules: formats.length, comments: comments.map(({ text }) => text) };
  }
}

declare global {
  interface Window {
    standIn: StandIn;
  }
}

window.standIn = new StandIn();
