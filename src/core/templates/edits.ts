import {
  cellAt,
  contentOf,
  DICTIONARY_SHEET,
  freeSheetName,
  intersects,
  sameContent,
  type CellRef,
  type Edit,
  type SheetSnapshot,
} from '../sheet';
import type { DrawnForm } from './build';
import { dictionarySheet } from './lists';

export interface PlaceOptions {
  readonly sheet: string;
  /** Whether the sheet is made for the form; else the form goes onto a sheet that is there. */
  readonly newSheet: boolean;
  /** 绩效字典 as it stands in the workbook; null where there is none yet. */
  readonly dictionary: SheetSnapshot | null;
  /**
   * Whether column widths and print setup of the sheet may be set. By default only on a new sheet: they would change
   * what already stands on another.
   */
  readonly layOut?: boolean;
}

/**
 * The edits that write a drawn form. Every cell is expected to be blank, so that nothing existing is overwritten: where
 * something stands, the host answers with a conflict (`occupied` tells before).
 */
export function editsFor(drawn: DrawnForm, options: PlaceOptions): Edit[] {
  const { sheet, newSheet } = options;
  const { top, left } = drawn.range;
  const layOut = options.layOut ?? newSheet;
  return [
    ...(drawn.validations.some(({ source }) => source !== null && 'formula' in source)
      ? dictionaryEdits(options.dictionary)
      : []),
    ...(newSheet ? [{ kind: 'addSheet', sheet, visible: true } as const] : []),
    ...drawn.cells.map(({ cell, content }): Edit => ({ kind: 'set', sheet, cell, from: { blank: true }, to: content })),
    ...drawn.merges.map((range): Edit => ({ kind: 'merge', sheet, range })),
    ...drawn.formats.map((area): Edit => ({ kind: 'format', sheet, ...area })),
    ...(layOut ? [{ kind: 'columnWidths', sheet, first: left, sizes: drawn.columnWidths } as const] : []),
    { kind: 'rowHeights', sheet, first: top, sizes: drawn.rowHeights },
    ...drawn.validations.map((validation): Edit => ({ kind: 'validation', sheet, ...validation })),
    ...(layOut ? [{ kind: 'pageSetup', sheet, ...drawn.pageSetup } as const] : []),
    ...(drawn.protect ? [{ kind: 'protect', sheet } as const] : []),
  ];
}

/** 绩效字典 with all lists: made where there is none, brought up to date where an older version wrote it. */
function dictionaryEdits(present: SheetSnapshot | null): Edit[] {
  const wanted = dictionarySheet();
  const sheet = DICTIONARY_SHEET;
  const edits: Edit[] = present ? [] : [{ kind: 'addSheet', sheet, visible: false }];
  wanted.cells.forEach((cells, row) =>
    cells?.forEach((cell, column) => {
      const to = contentOf(cell ?? null);
      const from = contentOf(present ? cellAt(present, { row, column }) : null);
      if (!sameContent(from, to)) edits.push({ kind: 'set', sheet, cell: { row, column }, from, to });
    }),
  );
  return edits;
}

/** Cells that hold something where the form would be written: to be shown before anything is. */
export function occupied(drawn: DrawnForm, sheet: SheetSnapshot): CellRef[] {
  const { range, mark } = drawn;
  const found: CellRef[] = [];
  for (let row = range.top; row <= range.bottom; row++) {
    for (let column = range.left; column <= range.right; column++) {
      if (cellAt(sheet, { row, column })) found.push({ row, column });
    }
  }
  if (cellAt(sheet, mark)) found.push(mark);
  for (const merge of sheet.merges) {
    if (intersects(merge, range)) found.push({ row: merge.top, column: merge.left });
  }
  return [...new Map(found.map((cell) => [`${cell.row},${cell.column}`, cell])).values()];
}

/** A name for a new sheet that no sheet has yet: the form's, without what it says in brackets, numbered where taken. */
export function sheetNameFor(drawn: DrawnForm, taken: readonly string[]): string {
  return freeSheetName(drawn.form.title.zh.replace(/（[^（）]*）/gu, ''), taken);
}
