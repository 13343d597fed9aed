import { contentOf, formatCell, formatRange, isMarkNote, parseCell, parseRange } from '../../src/core/sheet';
import type {
  CellContent,
  CellFormat,
  CellRef,
  ChartEdit,
  Edit,
  MarkLevel,
  Range,
  SetEdit,
  SheetSnapshot,
} from '../../src/core/sheet';
import type { Applied, ApplyResult, Failed, SpreadsheetHost, UndoRecord } from '../../src/hosts/host';
import type { PageSetup, Validation } from '../../src/hosts/memory';
import { ok } from './assert';

/** The workbook that a case starts from. */
export interface ContractWorkbook {
  readonly sheets: readonly SheetSnapshot[];
  readonly active?: string;
}

/** How a sheet is drawn, as it stands in the host itself. */
export interface SeenDrawing {
  formatAt(cell: CellRef): CellFormat;
  /** In characters. */
  widthOf(column: number): number | undefined;
  /** In points. */
  heightOf(row: number): number | undefined;
  validationAt(cell: CellRef): Omit<Validation, 'range'> | null;
  readonly pageSetup: PageSetup | null;
}

/** What a host's author gives the suite: a host on a workbook, and a person's hands and eyes beside it. */
export interface ContractDriver {
  readonly host: SpreadsheetHost;
  /** A person types into a cell. */
  type(sheet: string, cell: CellRef, content: CellContent): Promise<void>;
  /** Cells marked by us (in A1), as they stand in the host itself. */
  marks(sheet: string): Promise<readonly { readonly cell: string; readonly level: MarkLevel }[]>;
  /** Every note and comment by cell (in A1). */
  notes(sheet: string): Promise<ReadonlyMap<string, string>>;
  /** A person writes a note or comment. */
  addNote?(sheet: string, cell: CellRef, text: string): Promise<void>;
  /** A person copies a marked cell over a range, its mark with it. */
  copyMark?(sheet: string, from: CellRef, to: Range): Promise<void>;
  /** The `at`-th write of the next `apply` fails, counted from 1; those before it have happened. */
  failWrite?(at: number): Promise<void>;
  /** Left out where the host cannot draw. */
  drawing?(sheet: string): Promise<SeenDrawing>;
  /** Charts of a sheet with what of them the host itself can tell. Left out where it has none. */
  charts?(sheet: string): Promise<readonly Partial<Omit<ChartEdit, 'kind' | 'sheet'>>[]>;
  /** Cell that is selected, where the host can tell. */
  selected?(): Promise<{ readonly sheet: string; readonly cell: string } | null>;
  /** Grows with everything that is written to the workbook. */
  written(): Promise<number>;
  close?(): Promise<void>;
}

export type OpenHost = (workbook: ContractWorkbook) => Promise<ContractDriver>;

export interface ContractCase {
  readonly name: string;
  readonly workbook: ContractWorkbook;
  /** What the host and its driver must be able to do; the case is left out where they cannot. */
  needs?(driver: ContractDriver): boolean;
  run(driver: ContractDriver): Promise<void>;
}

export const at = (cell: string): CellRef => {
  const ref = parseCell(cell);
  ok(ref, `${cell} is no cell`);
  return ref;
};

export const area = (range: string): Range => {
  const parsed = parseRange(range);
  ok(parsed, `${range} is no range`);
  return parsed;
};

export const set = (sheet: string, cell: string, from: CellContent, to: CellContent): SetEdit => ({
  kind: 'set',
  sheet,
  cell: at(cell),
  from,
  to,
});

/** Everything that a sheet holds, by cell. Number formats are left to the cases that are about them. */
export function contents(sheet: SheetSnapshot): Record<string, CellContent> {
  const found: Record<string, CellContent> = {};
  sheet.cells.forEach((row, r) =>
    row?.forEach((cell, c) => {
      if (!cell) return;
      const content = contentOf(cell);
      if (!('blank' in content))
        found[formatCell({ row: r, column: c })] = 'number' in content ? { number: content.number } : content;
    }),
  );
  return found;
}

/** A sheet as compared before and after: contents and merged areas. */
export function picture(sheet: SheetSnapshot): unknown {
  return { contents: contents(sheet), merges: new Set(sheet.merges.map(formatRange)) };
}

export async function sheetOf(host: SpreadsheetHost, name: string): Promise<SheetSnapshot> {
  const { sheets } = await host.read({ sheets: [name] });
  const sheet = sheets[0];
  ok(sheet && sheets.length === 1, `one sheet is read by its name ${name}`);
  return sheet;
}

/** The whole workbook, for "nothing was written". */
export async function pictureOf(driver: ContractDriver): Promise<unknown> {
  const { sheets, list } = await driver.host.read({ sheets: 'all' });
  const marks: unknown[] = [];
  for (const { name } of list) marks.push([new Set(await driver.marks(name)), await driver.notes(name)]);
  return { list, sheets: sheets.map(picture), marks };
}

export async function apply(host: SpreadsheetHost, edits: readonly Edit[]): Promise<UndoRecord> {
  return applied(await host.apply(edits, { label: '试' })).undo;
}

export function applied(result: ApplyResult): Applied {
  ok(result.status === 'applied', `applied, not ${describe(result)}`);
  return result;
}

export function failed(result: ApplyResult, code: string): Failed {
  ok(result.status === 'failed', `failed, not ${describe(result)}`);
  ok(result.error.code === code, `fails as ${code}, not as ${result.error.message}`);
  return result;
}

function describe(result: ApplyResult): string {
  if (result.status === 'failed') return `failed: ${result.error.message}`;
  return result.status === 'conflict' ? `conflict: ${JSON.stringify(result.conflicts)}` : result.status;
}

/** Our own notes of a sheet, without their head. */
export async function ownNotes(driver: ContractDriver, sheet: string): Promise<Record<string, string>> {
  const notes = [...(await driver.notes(sheet))].filter(([, text]) => isMarkNote(text));
  return Object.fromEntries(notes.map(([cell, text]) => [cell, text.split('\n').slice(1).join('\n')]));
}
