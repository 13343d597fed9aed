import { formMark } from '../indicator';
import { formatCell, type CellFormat, type CellRef, type PageSetupEdit, type Range } from '../sheet';
import { drawBlocks, type BlockContext } from './blocks';
import { Canvas, type DrawnCell, type DrawnValidation } from './canvas';
import type { FormContent } from './content';
import type { ScoreFormulas } from './formulas';
import { drawGrid } from './grid';
import { heightOf, MARK_LOOK } from './looks';
import { widthsOf, type Form } from './model';
import { unplacedOf, type Unplaced } from './unplaced';

export interface BuildOptions {
  /** The form's top left cell; A1 by default. */
  readonly at?: CellRef;
  /** PERF functions by default. */
  readonly scores?: ScoreFormulas;
  /** Lock labels and headings; what people fill in stays open. */
  readonly protect?: boolean;
}

/** A form with its content, ready to be written: nothing is left to be decided. */
export interface DrawnForm {
  readonly form: Form;
  /** All that is printed. */
  readonly range: Range;
  /** Cell of the form's mark, outside of `range`. */
  readonly mark: CellRef;
  readonly cells: readonly DrawnCell[];
  readonly merges: readonly Range[];
  readonly formats: readonly { readonly range: Range; readonly format: CellFormat }[];
  /** In characters, from the first column on. */
  readonly columnWidths: readonly number[];
  /** In points, from the first row on. */
  readonly rowHeights: readonly number[];
  readonly validations: readonly DrawnValidation[];
  readonly pageSetup: Omit<PageSetupEdit, 'kind' | 'sheet'>;
  readonly protect: boolean;
  /** Rows of the indicators, both included; null in the review form. */
  readonly rows: { readonly top: number; readonly bottom: number } | null;
  /** What the content has and the form has no place for. */
  readonly unplaced: readonly Unplaced[];
}

const ORIGIN: CellRef = { row: 0, column: 0 };

/** Draws a form with its content; `BLANK_CONTENT` gives the empty form. Pure. */
export function drawForm(form: Form, content: FormContent, options: BuildOptions = {}): DrawnForm {
  const widths = widthsOf(form);
  const canvas = new Canvas(options.at ?? ORIGIN, widths);
  const context: BlockContext = { content, scores: options.scores ?? 'functions', open: [] };
  let row = drawBlocks(canvas, form.head, 0, context);
  const grid = form.columns.length > 0 ? drawGrid(canvas, form, row, context) : null;
  row = drawBlocks(canvas, form.foot, grid?.end ?? row, context);

  const mark = canvas.at(0, widths.length);
  canvas.cells.push({ cell: mark, content: { text: formMark({ formId: form.id, version: form.version }) } });
  canvas.format(canvas.range(0, widths.length, 0, widths.length), MARK_LOOK);
  const protect = options.protect ?? false;
  if (protect) {
    for (const area of context.open) {
      canvas.format(canvas.range(area.row, area.left, area.row, area.right), { locked: false });
    }
  }
  const range = canvas.range(0, 0, row - 1, widths.length - 1);
  const headings = grid && canvas.range(grid.headings.top, 0, grid.headings.bottom, 0);
  const rows = grid && canvas.range(grid.rows.top, 0, grid.rows.bottom, 0);
  return {
    form,
    range,
    mark,
    cells: lastOfEach(canvas.cells),
    merges: canvas.merges,
    formats: canvas.formats,
    columnWidths: widths,
    rowHeights: Array.from({ length: row }, (_, index) => canvas.heights[index] ?? heightOf(1, 11)),
    validations: canvas.validations,
    pageSetup: {
      orientation: form.orientation,
      paper: 'A4',
      margins: { top: 1.5, right: 1.3, bottom: 1.5, left: 1.3 },
      printArea: range,
      ...(headings ? { titleRows: { top: headings.top, bottom: headings.bottom } } : {}),
      pageNumbers: true,
    },
    protect,
    rows: rows && { top: rows.top, bottom: rows.bottom },
    unplaced: unplacedOf(form, content),
  };
}

/** A formula written into a cell takes the place of the words printed there. */
function lastOfEach(cells: readonly DrawnCell[]): readonly DrawnCell[] {
  return [...new Map(cells.map((drawn) => [formatCell(drawn.cell), drawn])).values()];
}
