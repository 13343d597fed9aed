import { intersects, usedRange } from '../../../src/core/sheet';
import type { CellRef, Range, SheetSnapshot } from '../../../src/core/sheet';
import type { ChartState } from './charts';
import { enter } from '../officejs/entry';

/** What WPS throws: a plain error with words of its own. */
export class EtError extends Error {
  override readonly name = 'EtError';
}

export interface Line {
  readonly style: number;
  readonly weight: number;
  readonly color: number;
}

/** How a cell looks, in the numbers of the object model: colours are blue, green, red. */
export interface Looks {
  format: string;
  font: string;
  size: number;
  bold: boolean;
  italic: boolean;
  color: number;
  /** Null for no fill. */
  fill: number | null;
  horizontal: number;
  vertical: number;
  wrap: boolean;
  /** By edge: 7 left, 8 top, 9 bottom, 10 right. */
  borders: Readonly<Record<number, Line>>;
  locked: boolean;
}

const LOOKS: Looks = {
  format: 'General',
  font: '宋体',
  size: 11,
  bold: false,
  italic: false,
  color: 0,
  fill: null,
  horizontal: 1,
  vertical: -4108,
  wrap: false,
  borders: {},
  locked: true,
};

export interface CellState {
  value: string | number | boolean | null;
  formula: string | null;
  isError: boolean;
  readonly looks: Looks;
}

export interface Condition {
  readonly type: number;
  formula: string;
  fill: number | null;
  areas: Range[];
}

export interface CommentState {
  cell: CellRef;
  text: string;
}

export interface ValidationState {
  area: Range;
  type: number;
  alert: number;
  formula: string;
  formula2: string;
  operator: number;
  ignoreBlank: boolean;
  dropdown: boolean;
  inputTitle: string;
  inputMessage: string;
  errorTitle: string;
  errorMessage: string;
  showError: boolean;
  showInput: boolean;
}

export type PageState = Record<string, string | number | boolean>;

const PAGE: PageState = {
  Orientation: 1,
  PaperSize: 9,
  TopMargin: 54,
  RightMargin: 50,
  BottomMargin: 54,
  LeftMargin: 50,
  PrintArea: '',
  PrintTitleRows: '',
  Zoom: 100,
  FitToPagesWide: 1,
  FitToPagesTall: 1,
  CenterFooter: '',
};

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
export const WHOLE: Range = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };

export interface EtEvent {
  readonly name: string;
  readonly sheet: SheetState;
  readonly range?: Range;
}

/** One sheet of the stand-in, with those of WPS's manners that an add-in stumbles over. */
export class SheetState {
  readonly rows = new Map<number, Map<number, CellState>>();
  visible = -1;
  merges: Range[] = [];
  conditions: Condition[] = [];
  comments: CommentState[] = [];
  validations: ValidationState[] = [];
  charts: ChartState[] = [];
  hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  rowHeights = new Map<number, number>();
  readonly columnWidths = new Map<number, number>();
  readonly page: PageState = { ...PAGE };
  protected = false;
  private readonly index = new Map<number, Range>();
  private indexed: readonly Range[] = this.merges;

  constructor(
    readonly book: BookState,
    public name: string,
  ) {}

  at({ row, column }: CellRef): CellState | undefined {
    return this.rows.get(row)?.get(column);
  }

  /** The merged area around a cell. */
  areaAt({ row, column }: CellRef): Range | undefined {
    if (this.indexed !== this.merges) {
      this.indexed = this.merges;
      this.index.clear();
      for (const area of this.merges) {
        for (let r = area.top; r <= area.bottom; r += 1) {
          for (let c = area.left; c <= area.right; c += 1) this.index.set(r * MAX_COLUMNS + c, area);
        }
      }
    }
    return this.index.get(row * MAX_COLUMNS + column);
  }

  looks(cell: CellRef): Looks {
    return this.at(cell)?.looks ?? LOOKS;
  }

  ensure({ row, column }: CellRef): CellState {
    let cells = this.rows.get(row);
    if (!cells) this.rows.set(row, (cells = new Map()));
    let cell = cells.get(column);
    if (!cell) cells.set(column, (cell = { value: null, formula: null, isError: false, looks: { ...LOOKS } }));
    return cell;
  }

  /** Also what only looks of its own; A1 on an empty sheet. */
  used(): Range {
    let range: Range | null = null;
    const grow = (more: Range) => {
      range = range
        ? {
            top: Math.min(range.top, more.top),
            left: Math.min(range.left, more.left),
            bottom: Math.max(range.bottom, more.bottom),
            right: Math.max(range.right, more.right),
          }
        : more;
    };
    for (const [row, cells] of this.rows) {
      for (const column of cells.keys()) grow({ top: row, bottom: row, left: column, right: column });
    }
    this.merges.forEach(grow);
    return range ?? { top: 0, left: 0, bottom: 0, right: 0 };
  }

  /** What a person types, or an add-in writes. A covered cell swallows it without a word. */
  put(cell: CellRef, input: unknown): void {
    this.refuseLocked(cell);
    const area = this.areaAt(cell);
    if (area && (area.top !== cell.row || area.left !== cell.column)) return;
    const state = this.ensure(cell);
    if (input === null || input === undefined || input === '') {
      Object.assign(state, { value: null, formula: null, isError: false });
      return;
    }
    const { format, value, formula, isError } = enter(input, state.looks.format);
    Object.assign(state, { value: value === '' ? null : value, formula, isError });
    if (format && state.looks.format === 'General') state.looks.format = format;
  }

  refuseLocked(cell: CellRef): void {
    if (this.protected && this.looks(cell).locked) throw new EtError('单元格受保护');
  }

  refuseProtected(): void {
    if (this.protected) throw new EtError('工作表受保护');
  }

  merge(range: Range): void {
    this.refuseProtected();
    const filled = [...this.cellsIn(range)].filter(([, { value }]) => value !== null);
    if (filled.length > 1 && this.book.alerts) throw new EtError('a dialog waits: 合并后仅保留左上角的值');
    this.merges = [...this.merges.filter((area) => !intersects(area, range)), range];
    const first = filled[0]?.[1];
    const kept = first && { value: first.value, formula: first.formula, isError: first.isError };
    for (const [, cell] of filled) Object.assign(cell, { value: null, formula: null, isError: false });
    const corner = this.ensure({ row: range.top, column: range.left });
    if (kept) Object.assign(corner, kept);
  }

  unmerge(range: Range): void {
    this.refuseProtected();
    this.merges = this.merges.filter((area) => !intersects(area, range));
  }

  *cellsIn(range: Range): Iterable<readonly [CellRef, CellState]> {
    const rows = [...this.rows.keys()].filter((row) => row >= range.top && row <= range.bottom).sort((a, b) => a - b);
    for (const row of rows) {
      const cells = this.rows.get(row) as Map<number, CellState>;
      for (const column of [...cells.keys()].sort((a, b) => a - b)) {
        if (column >= range.left && column <= range.right) yield [{ row, column }, cells.get(column) as CellState];
      }
    }
  }

  /** Opens rows above `before`; a negative count closes them. */
  shiftRows(before: number, count: number): void {
    this.refuseProtected();
    const gone = (row: number) => count < 0 && row >= before && row < before - count;
    const moved = (row: number) => (row < before ? row : row + count);
    const rows = [...this.rows].filter(([row]) => !gone(row)).map(([row, cells]) => [moved(row), cells] as const);
    this.rows.clear();
    for (const [row, cells] of rows) this.rows.set(row, cells);
    const move = (area: Range): Range[] => {
      if (gone(area.top) && gone(area.bottom)) return [];
      if (area.top >= before) return [{ ...area, top: area.top + count, bottom: area.bottom + count }];
      return [before <= area.bottom ? { ...area, bottom: area.bottom + count } : area];
    };
    this.merges = this.merges.flatMap(move);
    this.conditions = this.conditions
      .map((condition) => ({ ...condition, areas: condition.areas.flatMap(move) }))
      .filter(({ areas }) => areas.length > 0);
    this.validations = this.validations.flatMap((one) => move(one.area).map((area) => ({ ...one, area })));
    this.comments = this.comments
      .filter(({ cell }) => !gone(cell.row))
      .map((comment) => ({ ...comment, cell: { ...comment.cell, row: moved(comment.cell.row) } }));
    this.hiddenRows = new Set([...this.hiddenRows].filter((row) => !gone(row)).map(moved));
    this.rowHeights = new Map(
      [...this.rowHeights].filter(([row]) => !gone(row)).map(([row, height]) => [moved(row), height]),
    );
  }
}

/** A workbook in memory as WPS holds it. No formula is computed. */
export class BookState {
  sheets: SheetState[] = [];
  active: SheetState;
  selection: Range = { top: 0, left: 0, bottom: 0, right: 0 };
  alerts = true;
  /** The structure is protected: no sheet comes or goes. */
  locked = false;
  screen = true;
  events = true;
  /** Grows with everything that is written. */
  writes = 0;
  private failing = 0;
  private readonly listeners = new Set<(event: EtEvent) => void>();

  constructor(snapshots: readonly SheetSnapshot[] = [], active?: string) {
    for (const snapshot of snapshots) this.lay(snapshot);
    if (this.sheets.length === 0) this.sheets.push(new SheetState(this, 'Sheet1'));
    this.active = ((active === undefined ? undefined : this.find(active)) ?? this.sheets[0]) as SheetState;
  }

  find(name: string): SheetState | undefined {
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  }

  /** The `at`-th write from now on fails, having done nothing. */
  failWrite(at: number): void {
    this.failing = at;
  }

  writing(): void {
    if (this.failing > 0) {
      this.failing -= 1;
      if (this.failing === 0) throw new EtError('cut');
    }
    this.writes += 1;
  }

  onEvent(listener: (event: EtEvent) => void): void {
    this.listeners.add(listener);
  }

  tell(event: EtEvent): void {
    if (this.events) for (const listener of [...this.listeners]) listener(event);
  }

  activate(sheet: SheetState): void {
    if (sheet.visible !== -1) throw new EtError('工作表已隐藏');
    if (this.active === sheet) return;
    this.active = sheet;
    this.tell({ name: 'SheetActivate', sheet });
  }

  private lay(snapshot: SheetSnapshot): void {
    const sheet = new SheetState(this, snapshot.name);
    this.sheets.push(sheet);
    sheet.visible = snapshot.visible ? -1 : 0;
    const used = usedRange(snapshot);
    for (let row = used?.top ?? 0; used && row <= used.bottom; row += 1) {
      snapshot.cells[row]?.forEach((cell, column) => {
        if (!cell) return;
        const state = sheet.ensure({ row, column });
        const { value } = cell;
        state.isError = typeof value === 'object';
        state.value = typeof value === 'object' ? value.error : value === '' ? null : value;
        state.formula = cell.formula ?? null;
        state.looks.format = cell.numberFormat ?? 'General';
      });
    }
    sheet.merges = [...snapshot.merges];
    for (const row of snapshot.hiddenRows) sheet.hiddenRows.add(row);
    for (const column of snapshot.hiddenColumns) sheet.hiddenColumns.add(column);
    sheet.protected = snapshot.protected;
  }
}
