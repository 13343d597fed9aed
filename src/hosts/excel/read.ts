/* eslint-disable office-addins/call-sync-before-read, office-addins/call-sync-after-load --
   Asks are queued here and read after one sync for all of them. */
import { RECORD_SHEET, parseRange } from '../../core/sheet';
import type { Cell, Range, SheetSnapshot } from '../../core/sheet';
import { HostError } from '../host';
import type { ReadRequest, SheetInfo, WorkbookSnapshot } from '../host';
import { sheetKey } from '../plan';
import { cellCount, rangeIn, slicesOf } from './blocks';
import { cellOf } from './content';
import { hostErrorOf } from './errors';
import { given } from './run';

/** Cells of one request: some 100 bytes each in Chinese tables, where Excel on the web answers with 5 MB at most. */
const CELLS_AT_ONCE = 40_000;

/** Excel tells of 512 merged areas at most for one range; this many rows do not have as many. */
const MERGE_ROWS = 40;
const FEW_MERGE_ROWS = 4;

/** A sheet before its cells are read. */
interface Outline {
  readonly sheet: Excel.Worksheet;
  readonly name: string;
  readonly visible: boolean;
  readonly protected: boolean;
  /** What holds values; null on an empty sheet. */
  readonly used: Range | null;
  /** Whether some row, some column in it is hidden. */
  readonly hidden: { readonly rows: boolean; readonly columns: boolean };
}

/** Names of the sheets by the id that events use. */
export type SheetNames = Map<string, string>;

/**
 * Reads sheets with everything that a check needs, in two requests for the active sheet (what there is, then its
 * cells), three for sheets by name; beyond that only what does not fit into one answer. Nothing is written.
 */
export async function readWorkbook(
  context: Excel.RequestContext,
  { sheets: wanted }: ReadRequest,
  names: SheetNames,
): Promise<WorkbookSnapshot> {
  const { worksheets } = context.workbook;
  worksheets.load('items/id,items/name,items/visibility');
  const shown = worksheets.getActiveWorksheet();
  shown.load('name,visibility');
  const finishShown = wanted === 'active' ? outline(shown) : null;
  await context.sync();

  names.clear();
  for (const { id, name } of worksheets.items) names.set(id, name);
  const list = worksheets.items.map(infoOf);
  const chosen = chosenNames(list, wanted, shown.name);
  const byName = new Map(worksheets.items.map((sheet) => [sheetKey(sheet.name), sheet]));
  const outlines = new Map<string, Outline>();
  if (finishShown) {
    const sheet = byName.get(sheetKey(shown.name));
    // A chart sheet can be shown, but is no worksheet.
    if (!sheet) throw new HostError('unsupported', shown.name);
    outlines.set(sheetKey(shown.name), { ...finishShown(), sheet });
  } else {
    const pending = chosen.map((name) => [name, outline(byName.get(sheetKey(name)) as Excel.Worksheet)] as const);
    await context.sync();
    for (const [name, finish] of pending) outlines.set(sheetKey(name), finish());
  }
  const recordSheet = byName.get(sheetKey(RECORD_SHEET));
  const extra = recordSheet && !outlines.has(sheetKey(RECORD_SHEET)) ? recordSheet : null;
  let finishRecord = extra && recordCells(extra);
  const forget = () => (finishRecord = null);
  const snapshots = await readSheets(context, [...outlines.values()], extra !== null, forget);
  if (extra && !finishRecord) {
    finishRecord = recordCells(extra);
    await context.sync();
  }
  const sheets = chosen.map((name) => snapshots.get(sheetKey(name)) as SheetSnapshot);
  return {
    list,
    active: shown.name,
    sheets,
    record: snapshots.get(sheetKey(RECORD_SHEET)) ?? finishRecord?.() ?? null,
  };
}

function infoOf({ name, visibility }: Excel.Worksheet): SheetInfo {
  return { name, visible: visibility === 'Visible' };
}

function chosenNames(list: readonly SheetInfo[], wanted: ReadRequest['sheets'], active: string): string[] {
  if (wanted === 'active') return [active];
  if (wanted === 'all') return list.map(({ name }) => name);
  const keys = new Set(wanted.map(sheetKey));
  const found = list.filter(({ name }) => keys.delete(sheetKey(name))).map(({ name }) => name);
  const missing = wanted.find((name) => keys.has(sheetKey(name)));
  if (missing !== undefined) throw new HostError('missing-sheet', missing);
  return found;
}

/** Asks for a sheet's outline; what it returns is to be called after the next sync. */
function outline(sheet: Excel.Worksheet): () => Outline {
  sheet.protection.load('protected');
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount,rowHidden,columnHidden');
  return () => ({
    sheet,
    name: sheet.name,
    visible: sheet.visibility === 'Visible',
    protected: sheet.protection.protected,
    used: used.isNullObject
      ? null
      : {
          top: used.rowIndex,
          left: used.columnIndex,
          bottom: used.rowIndex + used.rowCount - 1,
          right: used.columnIndex + used.columnCount - 1,
        },
    hidden: used.isNullObject
      ? { rows: false, columns: false }
      : { rows: used.rowHidden !== false, columns: used.columnHidden !== false },
  });
}

/** A sheet as it is put together from its pieces. */
class Draft {
  readonly cells: (Cell | null)[][] = [];
  readonly merges = new Map<string, Range>();
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();

  snapshot({ name, visible, protected: locked }: Omit<Outline, 'sheet' | 'used' | 'hidden'>): SheetSnapshot {
    const { cells, hiddenRows, hiddenColumns } = this;
    return { name, cells, merges: [...this.merges.values()], hiddenRows, hiddenColumns, protected: locked, visible };
  }
}

/** A piece of a sheet. */
interface Piece {
  readonly outline: Outline;
  readonly draft: Draft;
  readonly range: Range;
}

/** The record sheet's cells: few, so asked for without knowing how many. */
function recordCells(sheet: Excel.Worksheet): () => SheetSnapshot {
  sheet.protection.load('protected');
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,values,formulas,text,numberFormat,valueTypes');
  return () => {
    const draft = new Draft();
    if (!used.isNullObject) fillCells(draft, used, used.rowIndex, used.columnIndex);
    const { name, visibility, protection } = sheet;
    return draft.snapshot({ name, visible: visibility === 'Visible', protected: protection.protected });
  };
}

/** `waiting`: something else is to go with the first request; `lost` is called where that request fails. */
async function readSheets(
  context: Excel.RequestContext,
  outlines: readonly Outline[],
  waiting: boolean,
  lost: () => void,
): Promise<Map<string, SheetSnapshot>> {
  const drafts = outlines.map((found) => ({ outline: found, draft: new Draft() }));
  const pieces = drafts.flatMap(({ outline: found, draft }): Piece[] => {
    if (!found.used) return [];
    const width = found.used.right - found.used.left + 1;
    const slices = slicesOf(found.used, Math.max(1, Math.floor(CELLS_AT_ONCE / width)));
    return slices.map((range) => ({ outline: found, draft, range }));
  });
  if (waiting && pieces.length === 0) await context.sync();
  for (const batch of batchesOf(pieces)) await readPieces(context, batch, MERGE_ROWS, lost);
  return new Map(
    drafts.map(({ outline: found, draft }): [string, SheetSnapshot] => [sheetKey(found.name), draft.snapshot(found)]),
  );
}

function batchesOf(pieces: readonly Piece[]): Piece[][] {
  const batches: Piece[][] = [];
  let room = 0;
  for (const piece of pieces) {
    const size = cellCount(piece.range);
    if (size > room) {
      batches.push([]);
      room = CELLS_AT_ONCE;
    }
    batches.at(-1)?.push(piece);
    room -= size;
  }
  return batches;
}

/** Reads pieces in one request; where the answer would be too big, in two requests of half the size each. */
async function readPieces(
  context: Excel.RequestContext,
  pieces: readonly Piece[],
  mergeRows: number,
  lost: () => void,
): Promise<void> {
  const finish = pieces.flatMap((piece) => [askCells(piece), askMerges(piece, mergeRows), askHidden(piece)]);
  try {
    await context.sync();
    finish.forEach((take) => take());
  } catch (reason) {
    const error = hostErrorOf(reason);
    lost();
    const halves = error.code === 'too-large' ? halvesOf(pieces) : [];
    if (halves.length === 0) {
      // What is left is a range with more merged areas than Excel tells of.
      if (error.code !== 'host' || mergeRows === FEW_MERGE_ROWS) throw error;
      await readPieces(context, pieces, FEW_MERGE_ROWS, lost);
    }
    for (const half of halves) await readPieces(context, half, mergeRows, lost);
  }
}

function halvesOf(pieces: readonly Piece[]): Piece[][] {
  if (pieces.length > 1) {
    const middle = Math.ceil(pieces.length / 2);
    return [pieces.slice(0, middle), pieces.slice(middle)];
  }
  return pieces.flatMap((piece) => {
    const rows = piece.range.bottom - piece.range.top + 1;
    if (rows < 2) return [];
    return slicesOf(piece.range, Math.ceil(rows / 2)).map((range) => [{ ...piece, range }]);
  });
}

function askCells({ outline: { sheet }, draft, range }: Piece): () => void {
  const cells = rangeIn(sheet, range);
  cells.load('values,formulas,text,numberFormat,valueTypes');
  return () => fillCells(draft, cells, range.top, range.left);
}

function fillCells(draft: Draft, range: Excel.Range, top: number, left: number): void {
  const values = given<unknown[][]>(range.values);
  const { formulas, text, numberFormat, valueTypes } = range;
  values.forEach((row, r) => {
    const cells = (draft.cells[top + r] ??= []);
    row.forEach((value, c) => {
      cells[left + c] = cellOf({
        value,
        formula: (formulas as unknown[][] | null)?.[r]?.[c],
        text: (text as unknown[][] | null)?.[r]?.[c],
        numberFormat: (numberFormat as unknown[][] | null)?.[r]?.[c],
        type: (valueTypes as unknown[][] | null)?.[r]?.[c],
      });
    });
  });
}

function askMerges({ outline: { sheet }, draft, range }: Piece, mergeRows: number): () => void {
  const asked = slicesOf(range, mergeRows).map((slice) => {
    const areas = rangeIn(sheet, slice).getMergedAreasOrNullObject();
    areas.load('address');
    return areas;
  });
  return () => {
    for (const areas of asked) {
      if (areas.isNullObject) continue;
      for (const area of areasOf(areas.address)) draft.merges.set(`${area.top},${area.left}`, area);
    }
  };
}

/** `'甲, 乙'!A1:B2,'甲, 乙'!C3` → its ranges. */
export function areasOf(address: string): Range[] {
  const parts = address.match(/(?:'[^']*'|[^',])+/g) ?? [];
  return parts
    .map((part) => parseRange(part.slice(part.lastIndexOf('!') + 1)))
    .filter((range): range is Range => range !== null);
}

function askHidden({ outline: { sheet, hidden }, draft, range }: Piece): () => void {
  const cells = rangeIn(sheet, range);
  const rows = hidden.rows ? cells.getRowProperties({ rowHidden: true }) : null;
  const columns = hidden.columns ? cells.getColumnProperties({ columnHidden: true }) : null;
  return () => {
    rows?.value.forEach((row, r) => row.rowHidden && draft.hiddenRows.add(range.top + r));
    columns?.value.forEach((column, c) => column.columnHidden && draft.hiddenColumns.add(range.left + c));
  };
}
