import type { ChartState } from './charts';
import { enter } from './entry';
import { NEW_PAGE, NO_VALIDATION, PLAIN } from './drawing';
import type { CellValidation, Looks, Page } from './drawing';
import { OfficeError, accessDenied, invalidArgument } from './office-error';

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** A rectangle of a sheet: first row and column from 0, height and width. */
export interface Rect {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface GridCell {
  value: string | number | boolean;
  formula: string | null;
  isError: boolean;
  format: string;
}

export interface ConditionalFormat {
  readonly id: string;
  readonly type: string;
  areas: Rect[];
  formula: string;
  fill: string;
}

export interface Remark {
  readonly id: string;
  readonly row: number;
  readonly column: number;
  text: string;
}

export type EventName = 'changed' | 'activated' | 'selected';

export interface WorkbookEvent {
  readonly name: EventName;
  readonly sheet: Sheet;
  readonly rect?: Rect;
  readonly changeType?: string;
  readonly byAddin: boolean;
}

export function overlap(a: Rect, b: Rect): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

export function within(rect: Rect, row: number, column: number): boolean {
  return overlap(rect, { row, column, rows: 1, columns: 1 });
}

const blankCell = (format = 'General'): GridCell => ({ value: '', formula: null, isError: false, format });

/** One sheet of the stand-in's workbook, with those of Excel's manners that an add-in stumbles over. */
export class Sheet {
  readonly grid = new Map<number, Map<number, GridCell>>();
  visibility = 'Visible';
  merges: Rect[] = [];
  formats: ConditionalFormat[] = [];
  comments: Remark[] = [];
  /** Notes, of which Excel tells from ExcelApi 1.18 on. */
  notes: Remark[] = [];
  charts: ChartState[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  protected = false;
  readonly looks = new Map<string, Looks>();
  readonly validations = new Map<string, CellValidation>();
  /** In points. */
  readonly columnWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  readonly page: Page = { ...NEW_PAGE };
  /** Cells that may be written while the sheet is protected. */
  readonly unlocked: Rect[] = [];
  /** Writing into one of these fails: a pivot table, a part of an array formula. */
  readonly stubborn: Rect[] = [];

  constructor(
    readonly workbook: Workbook,
    readonly id: string,
    public name: string,
  ) {}

  at(row: number, column: number): GridCell | undefined {
    return this.grid.get(row)?.get(column);
  }

  private ensure(row: number, column: number): GridCell {
    let cells = this.grid.get(row);
    if (!cells) this.grid.set(row, (cells = new Map()));
    let cell = cells.get(column);
    if (!cell) cells.set(column, (cell = blankCell()));
    return cell;
  }

  lookAt(row: number, column: number, key: string): unknown {
    return this.looks.get(`${row},${column}`)?.[key] ?? PLAIN[key];
  }

  setLook(row: number, column: number, key: string, value: unknown): void {
    const place = `${row},${column}`;
    this.looks.set(place, { ...this.looks.get(place), [key]: value });
  }

  validationAt(row: number, column: number): CellValidation {
    return this.validations.get(`${row},${column}`) ?? NO_VALIDATION;
  }

  setValidation(row: number, column: number, validation: CellValidation): void {
    this.validations.set(`${row},${column}`, validation);
  }

  private isOpen(row: number, column: number): boolean {
    return (
      this.unlocked.some((area) => within(area, row, column)) || this.lookAt(row, column, 'protection.locked') === false
    );
  }

  /** Null where some cells are locked and others not. */
  locked(rect: Rect): boolean | null {
    const open = new Set<boolean>();
    for (let row = rect.row; row < rect.row + rect.rows; row += 1) {
      for (let column = rect.column; column < rect.column + rect.columns; column += 1)
        open.add(this.isOpen(row, column));
    }
    return open.size > 1 ? null : !open.has(true);
  }

  used(): Rect | null {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    for (const [row, cells] of this.grid) {
      for (const [column, cell] of cells) {
        if (cell.value === '' && cell.formula === null) continue;
        [top, left] = [Math.min(top, row), Math.min(left, column)];
        [bottom, right] = [Math.max(bottom, row), Math.max(right, column)];
      }
    }
    return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  private *writable(rect: Rect): Iterable<readonly [number, number]> {
    for (let row = rect.row; row < rect.row + rect.rows; row += 1) {
      for (let column = rect.column; column < rect.column + rect.columns; column += 1) {
        if (this.protected && !this.isOpen(row, column)) throw accessDenied();
        if (this.stubborn.some((area) => within(area, row, column))) {
          throw new OfficeError(
            'PivotTableRangeConflict',
            'The attempted operation causes a conflict with a PivotTable.',
          );
        }
        yield [row, column];
      }
    }
  }

  private matrix(rect: Rect, input: unknown, location: string): unknown[][] {
    if (!Array.isArray(input)) return Array.from({ length: rect.rows }, () => Array<unknown>(rect.columns).fill(input));
    if (input.length !== rect.rows || input.some((row) => !Array.isArray(row) || row.length !== rect.columns)) {
      throw invalidArgument(location);
    }
    return input as unknown[][];
  }

  write(rect: Rect, input: unknown, byAddin = true): void {
    this.workbook.writing();
    const values = this.matrix(rect, input, 'Range.values');
    for (const [row, column] of this.writable(rect)) {
      const value = values[row - rect.row]?.[column - rect.column];
      if (value === null || value === undefined) continue;
      const area = this.merges.find((merge) => within(merge, row, column));
      if (area && (area.row !== row || area.column !== column)) continue;
      const cell = this.ensure(row, column);
      const { format, ...entry } = enter(value, cell.format);
      Object.assign(cell, entry);
      if (format && cell.format === 'General') cell.format = format;
    }
    this.workbook.tell({ name: 'changed', sheet: this, rect, changeType: 'RangeEdited', byAddin });
  }

  setFormat(rect: Rect, input: unknown): void {
    this.workbook.writing();
    const formats = this.matrix(rect, input, 'Range.numberFormat');
    for (const [row, column] of this.writable(rect)) {
      const format = formats[row - rect.row]?.[column - rect.column];
      if (typeof format === 'string') this.ensure(row, column).format = format;
    }
  }

  refuseProtected(): void {
    if (this.protected) throw accessDenied();
  }

  merge(rect: Rect): void {
    this.workbook.writing();
    this.refuseProtected();
    this.merges = [...this.merges.filter((area) => !overlap(area, rect)), rect];
    for (const [row, column] of this.writable(rect)) {
      const cell = this.at(row, column);
      if (cell && (row !== rect.row || column !== rect.column)) Object.assign(cell, blankCell(cell.format));
    }
  }

  unmerge(rect: Rect): void {
    this.workbook.writing();
    this.refuseProtected();
    this.merges = this.merges.filter((area) => !overlap(area, rect));
  }

  /** Opens rows above `before`; a negative count closes them. */
  shiftRows(before: number, count: number): void {
    this.workbook.writing();
    this.refuseProtected();
    const gone = (row: number) => count < 0 && row >= before && row < before - count;
    const moved = (row: number) => (row < before ? row : row + count);
    const rows = [...this.grid].filter(([row]) => !gone(row)).map(([row, cells]) => [moved(row), cells] as const);
    this.grid.clear();
    for (const [row, cells] of rows) this.grid.set(row, cells);
    const move = (rect: Rect): Rect =>
      rect.row >= before
        ? { ...rect, row: rect.row + count }
        : before < rect.row + rect.rows
          ? { ...rect, rows: rect.rows + count }
          : rect;
    this.merges = this.merges.filter((area) => !(gone(area.row) && gone(area.row + area.rows - 1))).map(move);
    for (const format of this.formats) format.areas = format.areas.map(move);
    this.comments = this.comments
      .filter(({ row }) => !gone(row))
      .map((remark) => ({ ...remark, row: moved(remark.row) }));
    const rect = { row: before, column: 0, rows: Math.abs(count), columns: MAX_COLUMNS };
    const changeType = count > 0 ? 'RowInserted' : 'RowDeleted';
    this.workbook.tell({ name: 'changed', sheet: this, rect, changeType, byAddin: true });
  }

  addFormat(type: string, rect: Rect): ConditionalFormat {
    this.workbook.writing();
    this.refuseProtected();
    const format = { id: this.workbook.newId(), type, areas: [rect], formula: '', fill: '' };
    this.formats.unshift(format);
    return format;
  }

  /** A cell has one note or one comment. */
  remark(kind: 'notes' | 'comments', { row, column }: Rect, text: string): Remark {
    this.workbook.writing();
    this.refuseProtected();
    if ([...this.comments, ...this.notes].some((remark) => remark.row === row && remark.column === column)) {
      throw new OfficeError('InvalidOperation', 'This operation is not permitted for the current object.');
    }
    const remark = { id: this.workbook.newId(), row, column, text };
    this[kind].push(remark);
    return remark;
  }
}

/** An in-memory workbook that behaves as Excel does at the far end of the wire. */
export class Workbook {
  sheets: Sheet[] = [];
  active: Sheet;
  selection: Rect = { row: 0, column: 0, rows: 1, columns: 1 };
  /** A person is in the middle of editing a cell: every request is refused. */
  editing = false;
  /** The structure is protected: no sheet comes or goes. */
  locked = false;
  /** Cells that are told of at once; of more, Excel says null. */
  cellLimit = 5_000_000;
  /** Single writes so far, and the one that is to fail. */
  writes = 0;
  private failing: { at: number; error: OfficeError; forGood: boolean } | null = null;
  private listeners: ((event: WorkbookEvent) => void)[] = [];
  private sequence = 0;

  constructor(first = 'Sheet1') {
    this.active = this.addSheet(first);
  }

  newId(): string {
    this.sequence += 1;
    return `{${String(this.sequence).padStart(8, '0')}-0000-0000-0000-000000000000}`;
  }

  addSheet(name: string): Sheet {
    if (this.find(name))
      throw new OfficeError('ItemAlreadyExists', 'A resource with the same name already exists.', 409);
    const sheet = new Sheet(this, this.newId(), name);
    this.sheets.push(sheet);
    return sheet;
  }

  find(key: string): Sheet | undefined {
    return this.sheets.find((sheet) => sheet.id === key || sheet.name.toLowerCase() === key.toLowerCase());
  }

  deleteSheet(sheet: Sheet): void {
    this.writing();
    const rest = this.sheets.filter((other) => other !== sheet);
    if (!rest.some(({ visibility }) => visibility === 'Visible')) {
      throw new OfficeError('InvalidOperation', 'A workbook must contain at least one visible worksheet.');
    }
    this.sheets = rest;
    if (this.active === sheet) this.active = rest[0] as Sheet;
  }

  activate(sheet: Sheet, byAddin: boolean): void {
    if (this.active === sheet) return;
    this.active = sheet;
    this.tell({ name: 'activated', sheet, byAddin });
  }

  select(sheet: Sheet, rect: Rect, byAddin: boolean): void {
    this.activate(sheet, byAddin);
    this.selection = rect;
    this.tell({ name: 'selected', sheet, rect, byAddin });
  }

  /** The `at`-th write from now on fails; `forGood`: and every one after it. */
  failWrite(at: number, forGood = false): void {
    const error = new OfficeError('GeneralException', 'There was an internal error.', 500);
    this.failing = { at: this.writes + at, error, forGood };
  }

  writing(): void {
    this.writes += 1;
    const { failing } = this;
    if (!failing || this.writes < failing.at) return;
    if (!failing.forGood) this.failing = null;
    throw failing.error;
  }

  onEvent(listener: (event: WorkbookEvent) => void): void {
    this.listeners.push(listener);
  }

  tell(event: WorkbookEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}
