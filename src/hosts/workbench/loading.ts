import { BooleanNumber, BorderStyleTypes, HorizontalAlign, VerticalAlign, WrapStrategy } from '@univerjs/core';
import type { IBorderStyleData, ICellData, IStyleData, IWorkbookData, IWorksheetData } from '@univerjs/core';
import { usedRange, type SheetSnapshot } from '../../core/sheet';
import type { Border, BorderLine, CellLooks, SheetLooks } from '../../formats/looks';
import type { Mark, Note } from '../memory/state';
import { gridCell } from './cells';
import { gridRange, PROTECTED } from './reading';

/** A sheet to be shown in the grid. */
export interface GridSheet {
  readonly snapshot: SheetSnapshot;
  readonly looks?: SheetLooks;
  readonly marks?: readonly Mark[];
  readonly notes?: readonly Note[];
}

export interface GridWorkbook {
  /** Told from all others that the grid has had. */
  readonly id: string;
  readonly name: string;
  readonly sheets: readonly GridSheet[];
  /** Name of the sheet that is shown first. */
  readonly active: string;
}

/** Empty rows and columns beyond the contents, to write into. */
const SPARE = { rows: 30, columns: 6 };
const SMALLEST = { rows: 60, columns: 20 };

const LINES: Readonly<Record<BorderLine, BorderStyleTypes>> = {
  thin: BorderStyleTypes.THIN,
  medium: BorderStyleTypes.MEDIUM,
  thick: BorderStyleTypes.THICK,
  double: BorderStyleTypes.DOUBLE,
  dotted: BorderStyleTypes.DOTTED,
  dashed: BorderStyleTypes.DASHED,
  hair: BorderStyleTypes.HAIR,
};
const HORIZONTAL = { left: HorizontalAlign.LEFT, center: HorizontalAlign.CENTER, right: HorizontalAlign.RIGHT };
const VERTICAL = { top: VerticalAlign.TOP, middle: VerticalAlign.MIDDLE, bottom: VerticalAlign.BOTTOM };
/** Room beside wrapped text, in pixels: what spreadsheets leave of a column's width, so that lines break where theirs do. */
const PADDING = { t: 1, r: 2, b: 1, l: 2 };
const ON = { s: BooleanNumber.TRUE };

function gridBorder(border: Border): IBorderStyleData {
  return { s: LINES[border.line], cl: { rgb: border.color } };
}

/** Looks in the grid's own words. */
export function gridStyle(looks: CellLooks): IStyleData {
  const { top, right, bottom, left } = looks;
  return {
    ...(looks.bold && { bl: BooleanNumber.TRUE }),
    ...(looks.italic && { it: BooleanNumber.TRUE }),
    ...(looks.underline && { ul: ON }),
    ...(looks.strike && { st: ON }),
    ...(looks.font && { ff: looks.font }),
    ...(looks.size && { fs: looks.size }),
    ...(looks.color && { cl: { rgb: looks.color } }),
    ...(looks.fill && { bg: { rgb: looks.fill } }),
    ...(looks.horizontal && { ht: HORIZONTAL[looks.horizontal] }),
    ...(looks.vertical && { vt: VERTICAL[looks.vertical] }),
    ...(looks.wrap && { tb: WrapStrategy.WRAP, pd: PADDING }),
    ...((top || right || bottom || left) && {
      bd: {
        ...(top && { t: gridBorder(top) }),
        ...(right && { r: gridBorder(right) }),
        ...(bottom && { b: gridBorder(bottom) }),
        ...(left && { l: gridBorder(left) }),
      },
    }),
  };
}

/** A workbook as the grid takes it. Styles are shared: many cells, few looks. */
export function gridData({ id, name, sheets }: GridWorkbook): Partial<IWorkbookData> {
  const styles = new StyleTable();
  const data = sheets.map(
    (sheet, index) => [`sheet${index + 1}`, sheetData(`sheet${index + 1}`, sheet, styles)] as const,
  );
  return {
    id,
    name,
    sheetOrder: data.map(([sheetId]) => sheetId),
    sheets: Object.fromEntries(data),
    styles: styles.all,
  };
}

class StyleTable {
  readonly all: Record<string, IStyleData> = {};
  private readonly known = new Map<string, string>();

  /** The name of a style; undefined for one that says nothing. */
  add(style: IStyleData): string | undefined {
    const key = JSON.stringify(style);
    if (key === '{}') return undefined;
    let id = this.known.get(key);
    if (id === undefined) {
      id = `s${this.known.size}`;
      this.known.set(key, id);
      this.all[id] = style;
    }
    return id;
  }
}

function sheetData(id: string, { snapshot, looks }: GridSheet, styles: StyleTable): Partial<IWorksheetData> {
  const cellData = new CellTable(styles, looks);
  looks?.cells.forEach((row, r) => row?.forEach((_, c) => cellData.looks(r, c)));
  snapshot.cells.forEach((row, r) =>
    row?.forEach((cell, c) => {
      if (cell) cellData.put(r, c, gridCell(cell), cell.numberFormat);
    }),
  );
  const used = usedRange(snapshot);
  const lastRow = Math.max(used?.bottom ?? 0, ...snapshot.merges.map(({ bottom }) => bottom));
  const lastColumn = Math.max(used?.right ?? 0, ...snapshot.merges.map(({ right }) => right));
  const { frozen } = looks ?? {};
  return {
    id,
    name: snapshot.name,
    hidden: snapshot.visible ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    rowCount: Math.max(lastRow + 1 + SPARE.rows, SMALLEST.rows),
    columnCount: Math.max(lastColumn + 1 + SPARE.columns, SMALLEST.columns),
    mergeData: snapshot.merges.map(gridRange),
    cellData: cellData.rows,
    rowData: lines(looks?.rowHeights, snapshot.hiddenRows, 'h'),
    columnData: lines(looks?.columnWidths, snapshot.hiddenColumns, 'w'),
    ...(looks && { defaultColumnWidth: looks.defaultColumnWidth, defaultRowHeight: looks.defaultRowHeight }),
    ...(looks && { showGridlines: looks.gridlines ? BooleanNumber.TRUE : BooleanNumber.FALSE }),
    ...(frozen &&
      (frozen.rows > 0 || frozen.columns > 0) && {
        freeze: { xSplit: frozen.columns, ySplit: frozen.rows, startRow: frozen.rows, startColumn: frozen.columns },
      }),
    custom: snapshot.protected ? { [PROTECTED]: true } : {},
  };
}

/** Cells with their styles. */
class CellTable {
  readonly rows: Record<number, Record<number, ICellData>> = {};
  private readonly ids = new Map<string, string | undefined>();

  constructor(
    private readonly styles: StyleTable,
    private readonly sheet: SheetLooks | undefined,
  ) {}

  looks(row: number, column: number): void {
    const style = this.style(row, column, undefined);
    if (style) (this.rows[row] ??= {})[column] = { s: style };
  }

  put(row: number, column: number, data: ICellData, numberFormat: string | undefined): void {
    const style = this.style(row, column, numberFormat);
    (this.rows[row] ??= {})[column] = style ? { ...data, s: style } : data;
  }

  private style(row: number, column: number, numberFormat: string | undefined): string | undefined {
    const number = this.sheet?.cells[row]?.[column];
    const key = `${number ?? ''} ${numberFormat ?? ''}`;
    if (this.ids.has(key)) return this.ids.get(key);
    const looks = number === undefined ? undefined : this.sheet?.looks[number];
    const id = this.styles.add({
      ...(looks && gridStyle(looks)),
      ...(numberFormat !== undefined && { n: { pattern: numberFormat } }),
    });
    this.ids.set(key, id);
    return id;
  }
}

/** Rows or columns with a size of their own, or hidden. */
function lines(
  sizes: ReadonlyMap<number, number> | undefined,
  hidden: ReadonlySet<number>,
  size: 'h' | 'w',
): Record<number, { h?: number; w?: number; hd?: BooleanNumber; ia?: BooleanNumber }> {
  const data: Record<number, { h?: number; w?: number; hd?: BooleanNumber; ia?: BooleanNumber }> = {};
  for (const [index, value] of sizes ?? []) {
    data[index] = size === 'h' ? { h: value, ia: BooleanNumber.FALSE } : { w: value };
  }
  for (const index of hidden) data[index] = { ...data[index], hd: BooleanNumber.TRUE };
  return data;
}
