import { contains, formatRange, intersects, parseRange } from '../../../src/core/sheet';
import type { CellRef, Range } from '../../../src/core/sheet';
import { formatNumber } from '../../../src/formats/xlsx/number-format';
import { EtObject } from './bridge';
import { EtComment, EtFormatConditions, EtList, EtValidation } from './parts';
import { EtBorders, EtFont, EtInterior } from './looks';
import { EtError, MAX_COLUMNS, MAX_ROWS, WHOLE } from './state';
import type { Looks, SheetState } from './state';
import type { EtWorksheet, World } from './model';

const ERROR_BASE = -2146828288;
export const ERROR_CODES: Readonly<Record<string, number>> = {
  '#NULL!': 2000,
  '#DIV/0!': 2007,
  '#VALUE!': 2015,
  '#REF!': 2023,
  '#NAME?': 2029,
  '#NUM!': 2036,
  '#N/A': 2042,
};

/** Cells that one answer carries. */
const CELLS_AT_MOST = 1_000_000;

const width = (range: Range) => range.right - range.left + 1;
const height = (range: Range) => range.bottom - range.top + 1;

/** `A1:B2`, `A:C`, `3:4` and several of them with commas; 255 characters at most. */
export function areasOf(text: string): Range[] {
  if (text.length > 255) throw new EtError('地址过长');
  return text.split(',').map((part) => {
    const plain = part.replaceAll('$', '').trim();
    const rows = /^(\d+):(\d+)$/.exec(plain);
    if (rows) return { ...WHOLE, top: Number(rows[1]) - 1, bottom: Number(rows[2]) - 1 };
    const columns = /^([A-Z]+):([A-Z]+)$/i.exec(plain);
    const range = parseRange(columns ? `${columns[1]}1:${columns[2]}1` : plain);
    if (!range) throw new EtError(`地址无效: ${text}`);
    return columns ? { ...range, bottom: MAX_ROWS - 1 } : range;
  });
}

export class EtRange extends EtObject {
  constructor(
    readonly world: World,
    readonly sheet: SheetState,
    readonly areas: readonly Range[],
    private readonly unit: 'cells' | 'rows' | 'columns' = 'cells',
  ) {
    super();
  }

  private get first(): Range {
    return this.areas[0] as Range;
  }

  private get isCell(): boolean {
    return this.areas.length === 1 && width(this.first) === 1 && height(this.first) === 1;
  }

  private get corner(): CellRef {
    return { row: this.first.top, column: this.first.left };
  }

  private sub(range: Range, unit: 'cells' | 'rows' | 'columns' = 'cells'): EtRange {
    return new EtRange(this.world, this.sheet, [range], unit);
  }

  private get wholeRows(): boolean {
    return this.areas.every(({ left, right }) => left === 0 && right === MAX_COLUMNS - 1);
  }

  private get wholeColumns(): boolean {
    return this.areas.every(({ top, bottom }) => top === 0 && bottom === MAX_ROWS - 1);
  }

  *cells(): Iterable<CellRef> {
    for (const { top, left, bottom, right } of this.areas) {
      for (let row = top; row <= bottom; row += 1)
        for (let column = left; column <= right; column += 1) yield { row, column };
    }
  }

  /** One cell gives a scalar, a block an array of rows. */
  private block(of: (cell: CellRef) => unknown): unknown {
    if (this.isCell) return of(this.corner);
    const { top, left } = this.first;
    if (height(this.first) * width(this.first) > CELLS_AT_MOST) throw new EtError('内存不足');
    return Array.from({ length: height(this.first) }, (_, r) =>
      Array.from({ length: width(this.first) }, (__, c) => of({ row: top + r, column: left + c })),
    );
  }

  /** Null where the cells differ. */
  uniform<T>(of: (cell: CellRef) => T): T | null {
    let found: T | undefined;
    const asked = this.world.build.areas === 'all' ? this : this.sub(this.first);
    for (const cell of asked.cells()) {
      const value = of(cell);
      if (found === undefined) found = value;
      else if (found !== value) return null;
    }
    return found ?? null;
  }

  look<K extends keyof Looks>(key: K): Looks[K] | null {
    return this.uniform((cell) => this.sheet.looks(cell)[key]);
  }

  dress<K extends keyof Looks>(key: K, value: Looks[K]): void {
    this.sheet.book.writing();
    this.sheet.refuseProtected();
    for (const cell of this.cells()) this.sheet.ensure(cell).looks[key] = value;
  }

  private enter(input: unknown): void {
    const { sheet, world } = this;
    sheet.book.writing();
    const many = Array.isArray(input);
    if (many && world.build.writes === 'cells' && !this.isCell) return;
    if (many && world.build.writes === 'rows' && height(this.first) > 1) return;
    for (const cell of this.cells()) sheet.refuseLocked(cell);
    for (const cell of this.cells()) {
      const [r, c] = [cell.row - this.first.top, cell.column - this.first.left];
      const row: unknown = many ? (Array.isArray(input[0]) ? input[r] : input) : null;
      const value = many ? (Array.isArray(row) && c in row ? (row[c] as unknown) : '#N/A') : input;
      const isCorner = r === 0 && c === 0;
      if (many && world.build.writes === 'corner' && height(this.first) > 1 && !isCorner) continue;
      if (world.build.quotes === 'literal' && typeof value === 'string' && value.startsWith("'")) {
        sheet.put(cell, `'${value}`);
      } else sheet.put(cell, value);
    }
    sheet.book.tell({ name: 'SheetChange', sheet, range: this.first });
  }

  get Row() {
    return this.first.top + 1;
  }
  get Column() {
    return this.first.left + 1;
  }
  get Count() {
    if (this.unit === 'rows') return height(this.first);
    if (this.unit === 'columns') return width(this.first);
    return this.areas.reduce((sum, area) => sum + height(area) * width(area), 0);
  }
  get Rows() {
    return this.sub(this.first, 'rows');
  }
  get Columns() {
    return this.sub(this.first, 'columns');
  }
  get Cells() {
    return this.sub(this.first);
  }
  get Areas() {
    return new EtList(this.areas.map((area) => this.sub(area)));
  }
  get Worksheet(): EtWorksheet {
    return this.world.sheet(this.sheet);
  }
  get Parent(): EtWorksheet {
    return this.world.sheet(this.sheet);
  }
  get EntireRow() {
    return new EtRange(
      this.world,
      this.sheet,
      this.areas.map((area) => ({ ...area, left: 0, right: MAX_COLUMNS - 1 })),
    );
  }
  get EntireColumn() {
    return new EtRange(
      this.world,
      this.sheet,
      this.areas.map((area) => ({ ...area, top: 0, bottom: MAX_ROWS - 1 })),
    );
  }

  Item(row: number, column?: number): EtRange {
    if (row < 1 || (column ?? 1) < 1) throw new EtError('从 1 数起');
    const { top, left } = this.first;
    if (this.unit === 'rows') return this.sub({ ...this.first, top: top + row - 1, bottom: top + row - 1 });
    if (this.unit === 'columns') return this.sub({ ...this.first, left: left + row - 1, right: left + row - 1 });
    const across = column ?? ((row - 1) % width(this.first)) + 1;
    const down = column === undefined ? Math.floor((row - 1) / width(this.first)) + 1 : row;
    const [r, c] = [top + down - 1, left + across - 1];
    return this.sub({ top: r, bottom: r, left: c, right: c });
  }

  Resize(rows?: number, columns?: number): EtRange {
    const { top, left } = this.first;
    return this.sub({
      top,
      left,
      bottom: top + (rows ?? height(this.first)) - 1,
      right: left + (columns ?? width(this.first)) - 1,
    });
  }

  Offset(rows = 0, columns = 0): EtRange {
    const { top, left, bottom, right } = this.first;
    return this.sub({ top: top + rows, bottom: bottom + rows, left: left + columns, right: right + columns });
  }

  Address(rowAbsolute = true, columnAbsolute = true): string {
    const dollar = (text: string) =>
      text.replace(/^([A-Z]+)(\d+)$/, `${columnAbsolute ? '$$' : ''}$1${rowAbsolute ? '$$' : ''}$2`);
    const one = (area: Range) => {
      const corners = formatRange(area).split(':').map(dollar);
      if (area.left === 0 && area.right === MAX_COLUMNS - 1) {
        return corners.map((corner) => corner.replace(/^\$?[A-Z]+/, '')).join(':');
      }
      return corners.join(':');
    };
    return this.areas.map(one).join(',');
  }

  get Left() {
    return this.lineSizes('columns', 0, this.first.left);
  }
  get Top() {
    return this.lineSizes('rows', 0, this.first.top);
  }
  get Width() {
    return this.lineSizes('columns', this.first.left, this.first.right + 1);
  }
  get Height() {
    return this.lineSizes('rows', this.first.top, this.first.bottom + 1);
  }
  /** Points of columns (of six points a character) or rows. */
  private lineSizes(of: 'columns' | 'rows', from: number, to: number): number {
    const { columnWidths, rowHeights } = this.sheet;
    const size = (at: number) => (of === 'rows' ? (rowHeights.get(at) ?? 13.5) : (columnWidths.get(at) ?? 8.38) * 6);
    return Array.from({ length: to - from }, (_, index) => size(from + index)).reduce((sum, one) => sum + one, 0);
  }

  get Value2(): unknown {
    return this.block((cell) => {
      const state = this.sheet.at(cell);
      return state?.isError ? ERROR_BASE + (ERROR_CODES[String(state.value)] ?? 2042) : (state?.value ?? null);
    });
  }
  set Value2(input: unknown) {
    this.enter(input);
  }

  Value(): never {
    throw new EtError('Value takes a kind');
  }

  get Formula(): unknown {
    return this.block((cell) => {
      const state = this.sheet.at(cell);
      const { value } = state ?? { value: null };
      return (
        state?.formula ??
        (value === null ? '' : typeof value === 'boolean' ? String(value).toUpperCase() : String(value))
      );
    });
  }
  set Formula(input: unknown) {
    this.enter(input);
  }

  get HasFormula(): boolean | null {
    return this.uniform((cell) => typeof this.sheet.at(cell)?.formula === 'string');
  }

  get Text(): string | null {
    if (!this.isCell) return null;
    const { value, looks } = this.sheet.at(this.corner) ?? {};
    if (typeof value === 'number') return formatNumber(value, looks?.format);
    return typeof value === 'boolean' ? String(value).toUpperCase() : (value ?? '');
  }

  get NumberFormat(): string | null {
    return this.look('format');
  }
  set NumberFormat(format: string) {
    if (typeof format !== 'string') throw new EtError('NumberFormat 只接受一个文本');
    this.dress('format', format);
  }
  get HorizontalAlignment() {
    return this.look('horizontal');
  }
  set HorizontalAlignment(value) {
    this.dress('horizontal', value as number);
  }
  get VerticalAlignment() {
    return this.look('vertical');
  }
  set VerticalAlignment(value) {
    this.dress('vertical', value as number);
  }
  get WrapText() {
    return this.look('wrap');
  }
  set WrapText(value) {
    this.dress('wrap', value as boolean);
  }
  get Locked() {
    return this.look('locked');
  }
  set Locked(value) {
    this.dress('locked', value as boolean);
  }
  get Font() {
    return new EtFont(this);
  }
  get Interior() {
    return new EtInterior(this);
  }
  get Borders() {
    return new EtBorders(this);
  }

  private area(cell: CellRef): Range | undefined {
    return this.sheet.areaAt(cell);
  }

  get MergeCells(): boolean | null {
    return this.uniform((cell) => this.area(cell) !== undefined);
  }
  get MergeArea(): EtRange {
    if (!this.isCell) throw new EtError('MergeArea 只能用于一个单元格');
    return this.sub(this.area(this.corner) ?? this.first);
  }
  Merge(): void {
    this.sheet.book.writing();
    this.sheet.merge(this.first);
  }
  UnMerge(): void {
    this.sheet.book.writing();
    this.sheet.unmerge(this.first);
  }

  get Hidden(): boolean | null {
    const { hiddenRows, hiddenColumns } = this.sheet;
    const of = (size: number, first: number, hidden: ReadonlySet<number>): boolean | null => {
      const count = [...hidden].filter((at) => at >= first && at < first + size).length;
      return count === 0 ? false : count === size ? true : null;
    };
    if (this.wholeRows) return of(height(this.first), this.first.top, hiddenRows);
    if (this.wholeColumns) return of(width(this.first), this.first.left, hiddenColumns);
    throw new EtError('Hidden 只能用于整行整列');
  }

  Insert(): void {
    this.sheet.book.writing();
    if (!this.wholeRows) throw new EtError('stand-in: only whole rows');
    this.sheet.shiftRows(this.first.top, height(this.first));
    this.sheet.book.tell({ name: 'SheetChange', sheet: this.sheet, range: this.first });
  }
  Delete(): void {
    this.sheet.book.writing();
    if (!this.wholeRows) throw new EtError('stand-in: only whole rows');
    this.sheet.shiftRows(this.first.top, -height(this.first));
    this.sheet.book.tell({ name: 'SheetChange', sheet: this.sheet, range: this.first });
  }

  private size<T extends number>(sizes: Map<number, T>, from: number, to: number, standard: T): T | null {
    const found = new Set<T>();
    for (let at = from; at <= to; at += 1) found.add(sizes.get(at) ?? standard);
    return found.size === 1 ? ([...found][0] as T) : null;
  }
  get RowHeight() {
    return this.size(this.sheet.rowHeights, this.first.top, this.first.bottom, 13.5);
  }
  set RowHeight(points) {
    this.sheet.book.writing();
    this.sheet.refuseProtected();
    for (let at = this.first.top; at <= this.first.bottom; at += 1) this.sheet.rowHeights.set(at, points as number);
  }
  get ColumnWidth() {
    return this.size(this.sheet.columnWidths, this.first.left, this.first.right, 8.38);
  }
  set ColumnWidth(characters) {
    this.sheet.book.writing();
    this.sheet.refuseProtected();
    for (let at = this.first.left; at <= this.first.right; at += 1)
      this.sheet.columnWidths.set(at, characters as number);
  }

  get Comment(): EtComment | null {
    const { row, column } = this.corner;
    const found = this.sheet.comments.find(({ cell }) => cell.row === row && cell.column === column);
    return found ? new EtComment(this.world, this.sheet, found) : null;
  }
  AddComment(text = ''): EtComment {
    this.sheet.book.writing();
    this.sheet.refuseProtected();
    if (this.Comment) throw new EtError('已有批注');
    const comment = { cell: this.corner, text };
    this.sheet.comments.push(comment);
    return new EtComment(this.world, this.sheet, comment);
  }
  get Validation() {
    return new EtValidation(this);
  }
  get FormatConditions() {
    return new EtFormatConditions(this.world, this.sheet, this.areas);
  }

  /** 2: constants, -4123: formulas, 4: blanks, 12: visible, -4174: with a validation. */
  SpecialCells(type: number): EtRange {
    if (this.isCell) throw new EtError('SpecialCells on one cell looks at the whole sheet');
    const { sheet } = this;
    const tests: Readonly<Record<number, (cell: CellRef) => boolean>> = {
      2: (cell) => sheet.at(cell)?.formula === null && sheet.at(cell)?.value !== null,
      [-4123]: (cell) => typeof sheet.at(cell)?.formula === 'string',
      4: (cell) => (sheet.at(cell)?.value ?? null) === null && !sheet.at(cell)?.formula,
      12: ({ row, column }) => !sheet.hiddenRows.has(row) && !sheet.hiddenColumns.has(column),
      [-4174]: (cell) => sheet.validations.some(({ area }) => contains(area, cell)),
    };
    const test = tests[type];
    if (!test) throw new EtError(`stand-in: no cells of kind ${type}`);
    const used = sheet.used();
    const found = [...this.cells()].filter((cell) => (type === -4174 || contains(used, cell)) && test(cell));
    if (found.length === 0) throw new EtError('找不到单元格');
    const areas: Range[] = [];
    for (const { row, column } of found) {
      const last = areas.at(-1);
      if (last && last.top === row && last.right === column - 1) areas[areas.length - 1] = { ...last, right: column };
      else areas.push({ top: row, bottom: row, left: column, right: column });
    }
    return new EtRange(this.world, sheet, areas);
  }

  /** Only the last cell that holds anything: `Find('*', …, by rows or columns, backwards)`; null where none does. */
  Find(
    what: string,
    _after: unknown,
    _lookIn: number,
    _lookAt: number,
    order: number,
    direction: number,
  ): EtRange | null {
    if (what !== '*' || direction !== 2) throw new EtError('stand-in: only the last cell is looked for');
    let last: CellRef | null = null;
    for (const [cell, { value, formula }] of this.sheet.cellsIn(this.first)) {
      if (value === null && formula === null) continue;
      const isLater: boolean = !last || (order === 1 ? cell.row >= last.row : cell.column > last.column);
      if (isLater) last = cell;
    }
    return last && this.sub({ top: last.row, bottom: last.row, left: last.column, right: last.column });
  }

  Select(): void {
    if (this.sheet.book.active !== this.sheet) throw new EtError('工作表未激活');
    this.sheet.book.selection = this.first;
    this.sheet.book.tell({ name: 'SheetSelectionChange', sheet: this.sheet, range: this.first });
  }

  /** Validations that lie in this range. */
  get validations() {
    return this.sheet.validations.filter(({ area }) => this.areas.some((mine) => intersects(area, mine)));
  }
}
