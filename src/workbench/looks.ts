import { usedRange, type Cell, type Range, type SheetSnapshot } from '../core/sheet';
import type { CellLooks, SheetLooks } from '../formats/looks';

const FONT_SIZE = 10;
/** Pixels of a line of text and of a full-width character at that size; half-width characters take about half. */
const LINE = 18;
const CHARACTER = 13.6;
const PADDING = { x: 14, y: 8 };
const SMALLEST_ROW = 28;
const COLUMN = { smallest: 56, widest: 300 };
/** Beyond this, a sheet is data rather than a form: it is shown without looks of our making. */
const MOST_CELLS = 60_000;

/** Rows looked at between two pauses. */
const SLICE = 200;

const LINE_COLOUR = '#C9CED6';
const HEAD_FILL = '#F1F4F8';
const BORDER = { line: 'thin', color: LINE_COLOUR } as const;
const BOXED = { top: BORDER, right: BORDER, bottom: BORDER, left: BORDER };
const LINE_OF_TEXT: CellLooks = { size: FONT_SIZE, vertical: 'middle' };
const TEXT: CellLooks = { ...LINE_OF_TEXT, wrap: true };

/** The parts of a form, as far as they are to be told apart by eye. */
const LOOKS = {
  title: { ...TEXT, size: 16, bold: true, horizontal: 'center' },
  /** Text that may run on over the empty cells beside it. */
  looseTitle: { ...LINE_OF_TEXT, size: 16, bold: true, horizontal: 'left' },
  loose: { ...LINE_OF_TEXT, horizontal: 'left' },
  centredLine: { ...TEXT, horizontal: 'center' },
  head: { ...TEXT, ...BOXED, bold: true, fill: HEAD_FILL, horizontal: 'center' },
  short: { ...TEXT, ...BOXED, horizontal: 'center' },
  long: { ...TEXT, ...BOXED, horizontal: 'left' },
} as const satisfies Record<string, CellLooks>;
type Part = keyof typeof LOOKS;
const PARTS = Object.keys(LOOKS) as Part[];

/** Words of headings; a row with three short cells of them is a heading. */
const HEADING =
  /级指标|指标名称|指标类型|指标性质|指标值|指标解释|指标说明|类型|单位|分标准|备注|分值|权重|得分|完成值/;
const HEADING_LENGTH = 10;
/** Characters up to which a text is centred. */
const SHORT = 12;

/** Full-width characters that a text takes up. */
function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += (char.codePointAt(0) as number) > 0xff ? 1 : 0.55;
  return width;
}

function lineCount(text: string, pixels: number, size: number): number {
  const perLine = Math.max(1, (pixels - PADDING.x) / (CHARACTER * (size / FONT_SIZE)));
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / perLine)), 0);
}

function columnWidth(widest: number): number {
  return Math.round(Math.min(COLUMN.widest, Math.max(COLUMN.smallest, widest * CHARACTER + PADDING.x)));
}

/** Columns as wide as their own texts ask for, within reason; texts across columns do not count. */
function* fittedWidths(sheet: SheetSnapshot, used: Range): Generator<undefined, number[]> {
  const across = new Set(
    sheet.merges.filter(({ left, right }) => right > left).map(({ top, left }) => `${top},${left}`),
  );
  const widest = new Array<number>(used.right + 1).fill(0);
  for (const [r, row] of sheet.cells.entries()) {
    if (r % SLICE === SLICE - 1) yield;
    if (!row || row.filter(Boolean).length < 2) continue;
    row.forEach((cell, column) => {
      if (!cell || column > used.right || across.has(`${r},${column}`)) return;
      for (const line of cell.text.split('\n')) widest[column] = Math.max(widest[column] ?? 0, widthOf(line));
    });
  }
  return widest.map(columnWidth);
}

/** Quiet looks for a form that has none of its own: headings, boxes, wrapped text, rows high enough to be read. */
export function plainLooks(sheet: SheetSnapshot, columnWidths?: readonly number[]): SheetLooks {
  const steps = makingPlain(sheet, columnWidths);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same with pauses. */
export function* makingPlain(sheet: SheetSnapshot, columnWidths?: readonly number[]): Generator<undefined, SheetLooks> {
  const used = usedRange(sheet);
  const widths = used ? (columnWidths ?? (yield* fittedWidths(sheet, used))) : [];
  const cells: (number | undefined)[][] = [];
  const rowHeights = new Map<number, number>();
  if (used && (used.bottom + 1) * (used.right + 1) <= MOST_CELLS) {
    const parts = new Form(sheet, used);
    const areas = areasOf(sheet);
    for (let row = used.top; row <= used.bottom; row += 1) {
      if (row % SLICE === 0) yield;
      const found = parts.row(row);
      cells[row] = found.map((part) => (part ? PARTS.indexOf(part) : undefined));
      const looksAt = (_: number, column: number) => LOOKS[found[column] ?? 'short'];
      rowHeights.set(row, rowHeight(sheet, row, areas, widths, looksAt, SMALLEST_ROW));
    }
  }
  return {
    looks: PARTS.map((part) => LOOKS[part]),
    cells,
    columnWidths: new Map(widths.entries()),
    rowHeights,
    defaultColumnWidth: 72,
    defaultRowHeight: 24,
    frozen: { rows: 0, columns: 0 },
    gridlines: true,
  };
}

/** Which cells of a form are what. */
class Form {
  private readonly covers = new Map<string, Range>();
  private readonly heads = new Set<number>();

  constructor(
    private readonly sheet: SheetSnapshot,
    private readonly used: Range,
  ) {
    for (const merge of sheet.merges) {
      for (let row = merge.top; row <= merge.bottom; row += 1) {
        for (let column = merge.left; column <= merge.right; column += 1) this.covers.set(`${row},${column}`, merge);
      }
    }
    sheet.cells.forEach((row, r) => {
      const headings =
        row?.filter((cell) => cell && cell.text.length <= HEADING_LENGTH && HEADING.test(cell.text)).length ?? 0;
      if (headings >= 3) this.heads.add(r);
    });
  }

  row(row: number): (Part | undefined)[] {
    const filled = this.sheet.cells[row]?.filter(Boolean).length ?? 0;
    const single = filled === 1 && this.alone(row);
    return Array.from({ length: this.used.right + 1 }, (_, column) => this.part(row, column, single));
  }

  /** A line across the sheet rather than a row of the form: nothing else stands in it. */
  private alone(row: number): boolean {
    const first = this.sheet.cells[row]?.findIndex(Boolean) ?? -1;
    const area = this.covers.get(`${row},${first}`);
    const last = row === this.used.bottom || row <= this.used.top + 2;
    return last && (area ? area.bottom === area.top : first === 0);
  }

  private part(row: number, column: number, single: boolean): Part | undefined {
    const area = this.covers.get(`${row},${column}`);
    const cell = this.sheet.cells[area?.top ?? row]?.[area?.left ?? column] ?? null;
    if (single) {
      const across = area !== undefined && area.right > area.left;
      if (row === this.used.top) return across ? 'title' : 'looseTitle';
      if (!cell && !area) return undefined;
      return across ? 'centredLine' : 'loose';
    }
    if (row === this.used.bottom && !this.boxedFoot(row)) return cell ? 'loose' : undefined;
    if (this.heads.has(area?.top ?? row) && this.heads.has(area?.bottom ?? row)) return 'head';
    if (!cell || !isLong(cell)) return 'short';
    // Text that runs on over the cells beside it is shown on one line.
    const runsOn = !area && this.last(row) === column && column < this.used.right / 2 && !cell.text.includes('\n');
    return runsOn ? 'loose' : 'long';
  }

  /** The last cell of a row that is filled. */
  private last(row: number): number {
    return this.sheet.cells[row]?.reduce((last, cell, column) => (cell ? column : last), -1) ?? -1;
  }

  /** The last row belongs to the table where most of its cells are filled. */
  private boxedFoot(row: number): boolean {
    const filled = this.sheet.cells[row]?.filter(Boolean).length ?? 0;
    return filled >= (this.used.right + 1) / 2 || filled > 3 || (this.covers.get(`${row},0`)?.top ?? row) < row;
  }
}

/** Short texts are centred, labels broken over two lines too. */
function isLong({ text }: Cell): boolean {
  const lines = text.split('\n');
  return lines.length > 2 || lines.some((line) => line.length > SHORT);
}

/** The looks of a file with heights for the rows that it leaves to be fitted. */
export function* fittingRows(sheet: SheetSnapshot, looks: SheetLooks): Generator<undefined, SheetLooks> {
  const used = usedRange(sheet);
  if (!used || (used.bottom + 1) * (used.right + 1) > MOST_CELLS) return looks;
  const rowHeights = new Map(looks.rowHeights);
  const widths = Array.from(
    { length: used.right + 1 },
    (_, column) => looks.columnWidths.get(column) ?? looks.defaultColumnWidth,
  );
  const looksAt = (row: number, column: number) => looks.looks[looks.cells[row]?.[column] ?? -1];
  const areas = areasOf(sheet);
  for (let row = used.top; row <= used.bottom; row += 1) {
    if (row % SLICE === 0) yield;
    if (rowHeights.has(row)) continue;
    rowHeights.set(row, rowHeight(sheet, row, areas, widths, looksAt, looks.defaultRowHeight));
  }
  return { ...looks, rowHeights };
}

/** Merged areas by their first cell. */
function areasOf({ merges }: SheetSnapshot): ReadonlyMap<string, Range> {
  return new Map(merges.map((merge) => [`${merge.top},${merge.left}`, merge]));
}

/** High enough for the longest text of the row; areas over several rows have room enough. */
function rowHeight(
  sheet: SheetSnapshot,
  row: number,
  areas: ReadonlyMap<string, Range>,
  widths: readonly number[],
  looksAt: (row: number, column: number) => CellLooks | undefined,
  smallest: number,
): number {
  let height = smallest;
  sheet.cells[row]?.forEach((cell, column) => {
    if (!cell) return;
    const looks = looksAt(row, column);
    const size = looks?.size ?? FONT_SIZE;
    const area = areas.get(`${row},${column}`);
    if (area && area.bottom > area.top) return;
    const room = widths.slice(column, (area?.right ?? column) + 1).reduce((sum, width) => sum + width, 0);
    const lines = looks?.wrap ? lineCount(cell.text, room, size) : cell.text.split('\n').length;
    height = Math.max(height, Math.round(lines * LINE * (size / FONT_SIZE)) + PADDING.y);
  });
  return height;
}
