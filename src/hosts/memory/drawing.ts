import { contains, present, shiftRange, shiftRow } from '../../core/sheet';
import type { CellFormat, CellRef, PageSetupEdit, Range, ValidationEdit } from '../../core/sheet';
import type { DrawEdit } from '../plan';

export type Validation = Omit<ValidationEdit, 'kind' | 'sheet'>;
export type PageSetup = Omit<PageSetupEdit, 'kind' | 'sheet'>;

/** How a sheet is drawn. Of areas that overlap the later one wins. Never changed: every step makes a new one. */
export interface Drawing {
  readonly formats: readonly { readonly range: Range; readonly format: CellFormat }[];
  /** In characters, by column. */
  readonly columnWidths: ReadonlyMap<number, number>;
  /** In points, by row. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly validations: readonly Validation[];
  readonly pageSetup: PageSetup | null;
}

export const NO_DRAWING: Drawing = {
  formats: [],
  columnWidths: new Map(),
  rowHeights: new Map(),
  validations: [],
  pageSetup: null,
};

function sized(old: ReadonlyMap<number, number>, first: number, sizes: readonly number[]): ReadonlyMap<number, number> {
  return new Map([...old, ...sizes.map((size, index) => [first + index, size] as const)]);
}

export function draw(drawing: Drawing, edit: DrawEdit): Drawing {
  switch (edit.kind) {
    case 'format':
      return { ...drawing, formats: [...drawing.formats, { range: edit.range, format: edit.format }] };
    case 'columnWidths':
      return { ...drawing, columnWidths: sized(drawing.columnWidths, edit.first, edit.sizes) };
    case 'rowHeights':
      return { ...drawing, rowHeights: sized(drawing.rowHeights, edit.first, edit.sizes) };
    case 'validation': {
      const { kind: _, sheet: __, ...validation } = edit;
      return { ...drawing, validations: [...drawing.validations, validation] };
    }
    case 'pageSetup': {
      const { kind: _, sheet: __, ...pageSetup } = edit;
      return { ...drawing, pageSetup };
    }
  }
}

/** All that was said of a cell's looks. */
export function formatAt({ formats }: Drawing, cell: CellRef): CellFormat {
  return formats.reduce<CellFormat>(
    (format, area) => (contains(area.range, cell) ? { ...format, ...area.format } : format),
    {},
  );
}

/** What may be entered in a cell; null where anything may, without a hint. */
export function validationAt({ validations }: Drawing, cell: CellRef): Validation | null {
  const found = validations.filter(({ range }) => contains(range, cell)).at(-1);
  return found && (found.source !== null || found.prompt) ? found : null;
}

export function shiftDrawing(drawing: Drawing, before: number, count: number): Drawing {
  if (drawing === NO_DRAWING) return drawing;
  const move = <T extends { readonly range: Range }>(area: T): T | null => {
    const range = shiftRange(area.range, before, count);
    return range && range.bottom >= range.top ? { ...area, range } : null;
  };
  const heights = [...drawing.rowHeights].map(([row, height]) => [shiftRow(row, before, count), height] as const);
  return {
    ...drawing,
    formats: drawing.formats.map(move).filter(present),
    rowHeights: new Map(heights.flatMap(([row, height]) => (row === null ? [] : [[row, height] as const]))),
    validations: drawing.validations.map(move).filter(present),
  };
}

/** A drawing in edits, for a sheet that is drawn as another is. */
export function drawsOf(sheet: string, drawing: Drawing): DrawEdit[] {
  const sizes = (kind: 'columnWidths' | 'rowHeights', lines: ReadonlyMap<number, number>) =>
    [...lines].map(([first, size]): DrawEdit => ({ kind, sheet, first, sizes: [size] }));
  return [
    ...sizes('columnWidths', drawing.columnWidths),
    ...sizes('rowHeights', drawing.rowHeights),
    ...drawing.formats.map((area): DrawEdit => ({ kind: 'format', sheet, ...area })),
    ...drawing.validations.map((validation): DrawEdit => ({ kind: 'validation', sheet, ...validation })),
    ...(drawing.pageSetup ? [{ kind: 'pageSetup', sheet, ...drawing.pageSetup } as const] : []),
  ];
}
