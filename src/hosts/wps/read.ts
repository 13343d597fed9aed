import { RECORD_SHEET } from '../../core/sheet';
import type { Cell, CellRef, Range, SheetSnapshot } from '../../core/sheet';
import { formatNumber } from '../../formats/xlsx/number-format';
import { cellCount, slicesOf } from '../excel/blocks';
import { cellOf } from '../excel/content';
import { HostError } from '../host';
import type { ReadRequest, SheetInfo, WorkbookSnapshot } from '../host';
import { cellKey, sheetKey } from '../plan';
import { rangeOfAddress, readBlock } from './blocks';
import type { EtRange, EtWorkbook, EtWorksheet } from './et';
import { formatsOf, hiddenIn, mergesIn } from './probe';

/** Cells of one read: an array of this size goes over the bridge without a pause that people notice. */
const CELLS_AT_ONCE = 40_000;

/** Above this, the used range is mistrusted: it counts cells that only look of their own, down to the last row. */
const CELLS_TO_TRUST = 100_000;

const CELLS_AT_MOST = 2_000_000;

export interface ListedSheet extends SheetInfo {
  readonly sheet: EtWorksheet;
}

/** Every worksheet in order. Three calls each. */
export function listSheets(book: EtWorkbook): ListedSheet[] {
  const { Worksheets: sheets } = book;
  const count = sheets.Count;
  const list: ListedSheet[] = [];
  for (let at = 1; at <= count; at += 1) {
    const sheet = sheets.Item(at);
    list.push({ sheet, name: sheet.Name, visible: sheet.Visible === -1 });
  }
  return list;
}

/** Reads sheets with everything that a check needs. Writes nothing. */
export function readWorkbook(book: EtWorkbook, { sheets: wanted }: ReadRequest): WorkbookSnapshot {
  const list = listSheets(book);
  const active = book.ActiveSheet?.Name ?? '';
  const chosen = chosenSheets(list, wanted, active);
  const sheets = chosen.map((found) => readSheet(found));
  const record = list.find(({ name }) => sheetKey(name) === sheetKey(RECORD_SHEET));
  const read = sheets.find(({ name }) => name === record?.name);
  return {
    list: list.map(({ name, visible }) => ({ name, visible })),
    active,
    sheets,
    record: read ?? (record ? readSheet(record) : null),
  };
}

function chosenSheets(list: readonly ListedSheet[], wanted: ReadRequest['sheets'], active: string): ListedSheet[] {
  if (wanted === 'all') return [...list];
  if (wanted === 'active') {
    const shown = list.find(({ name }) => name === active);
    // A chart sheet can be shown, but is no worksheet.
    if (!shown) throw new HostError('unsupported', active);
    return [shown];
  }
  const keys = new Set(wanted.map(sheetKey));
  const found = list.filter(({ name }) => keys.delete(sheetKey(name)));
  const missing = wanted.find((name) => keys.has(sheetKey(name)));
  if (missing !== undefined) throw new HostError('missing-sheet', missing);
  return found;
}

/** `Find` with these finds the last cell with contents: in formulas, in part, by rows (1) or columns (2), backwards. */
const [IN_FORMULAS, IN_PART, BACKWARDS] = [-4123, 2, 2];

/** What holds contents, or somewhat more; null on an empty sheet only where that is known without reading it. */
export function usedRange(sheet: EtWorksheet): Range | null {
  const used = rangeOfAddress(sheet.UsedRange.Address(false, false));
  if (!used) throw new HostError('host', 'UsedRange');
  if (cellCount(used) <= CELLS_TO_TRUST) return used;
  const cells = sheet.Cells;
  const last = (order: number) => cells.Find('*', undefined, IN_FORMULAS, IN_PART, order, BACKWARDS);
  const [row, column] = [cellOfRange(last(1)), cellOfRange(last(2))];
  if (!row || !column) return null;
  const trimmed = { ...used, bottom: row.row, right: column.column };
  if (cellCount(trimmed) > CELLS_AT_MOST) throw new HostError('too-large', String(cellCount(trimmed)));
  return trimmed;
}

function cellOfRange(range: EtRange | null): CellRef | null {
  const found = range && rangeOfAddress(range.Address(false, false));
  return found && { row: found.top, column: found.left };
}

function readSheet({ sheet, name, visible }: ListedSheet): SheetSnapshot {
  const locked = sheet.ProtectContents;
  const range = usedRange(sheet);
  const cells = range ? readCells(sheet, range) : [];
  const isBlank = ({ row, column }: CellRef) => !cells[row]?.[column];
  const isEmpty = !range || cells.every((row) => row?.every((cell) => !cell) ?? true);
  return {
    name,
    cells: isEmpty ? [] : cells,
    merges: range ? mergesIn(sheet, range, isBlank) : [],
    hiddenRows: isEmpty || !range ? new Set() : hiddenIn(sheet, range, 'rows'),
    hiddenColumns: isEmpty || !range ? new Set() : hiddenIn(sheet, range, 'columns'),
    protected: locked,
    visible,
  };
}

function readCells(sheet: EtWorksheet, range: Range): (Cell | null)[][] {
  const rows: (Cell | null)[][] = [];
  const numbers: CellRef[] = [];
  const height = Math.max(1, Math.floor(CELLS_AT_ONCE / (range.right - range.left + 1)));
  for (const slice of slicesOf(range, height)) {
    readBlock(sheet, slice).forEach((raws, r) => {
      const row = slice.top + r;
      const cells: (Cell | null)[] = Array.from({ length: range.left }, () => null);
      raws.forEach((raw, c) => {
        const cell = cellOf({ ...raw, numberFormat: 'General' });
        cells.push(cell);
        if (typeof cell?.value === 'number') numbers.push({ row, column: range.left + c });
      });
      rows[row] = cells;
    });
  }
  // How a cell is shown can be asked of one cell at a time only: it follows from the number format, as in files.
  const valueAt = ({ row, column }: CellRef) => rows[row]?.[column]?.value;
  const formats = formatsOf(sheet, numbers, valueAt);
  for (const { row, column } of numbers) {
    const cell = rows[row]?.[column];
    if (cell) (rows[row] as (Cell | null)[])[column] = formatted(cell, formats.get(cellKey({ row, column })));
  }
  return rows;
}

function formatted(cell: Cell, numberFormat: string | undefined): Cell {
  const { value } = cell;
  if (typeof value !== 'number') return cell;
  const format =
    numberFormat === undefined || numberFormat === 'General' || numberFormat === '' ? undefined : numberFormat;
  return { ...cell, text: formatNumber(value, format), ...(format === undefined ? {} : { numberFormat: format }) };
}
