import type { CellFormat, Range } from '../../core/sheet';
import { blocksOf, cellsOf } from '../excel/blocks';
import { cellKey } from '../plan';
import type { DrawEdit } from '../plan';
import { rangeIn } from './blocks';
import type { EtWorksheet } from './et';
import { LOOKS, etLooks } from './looks';
import type { Look } from './looks';
import { keepPage, putPage, setUpPage } from './page';
import type { KeptPage } from './page';
import { ofAll } from './probe';
import { keepValidations, putValidations, validate } from './validation';
import type { KeptValidation } from './validation';

/** What of a sheet's drawing an edit, or putting something back, is about to change. */
interface Places {
  readonly looks: readonly { readonly look: Look; readonly range: Range }[];
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly validations: readonly Range[];
  readonly page: boolean;
}

/** How it was there. `places` are what it can be kept of again before it is put back. */
export interface KeptDrawing {
  readonly places: Places;
  readonly looks: readonly { readonly look: Look; readonly range: Range; readonly value: unknown }[];
  readonly columns: readonly { readonly column: number; readonly width: number }[];
  readonly rows: readonly { readonly row: number; readonly height: number }[];
  readonly validations: readonly KeptValidation[];
  readonly page: KeptPage | null;
}

export function placesOf(edits: readonly DrawEdit[]): Places {
  const of = <K extends DrawEdit['kind']>(kind: K) =>
    edits.filter((edit): edit is Extract<DrawEdit, { kind: K }> => edit.kind === kind);
  const numbers = ({ first, sizes }: { readonly first: number; readonly sizes: readonly number[] }) =>
    sizes.map((_, index) => first + index);
  return {
    looks: of('format').flatMap(({ range, format }) =>
      (Object.keys(etLooks(format)) as Look[]).map((look) => ({ look, range })),
    ),
    columns: [...new Set(edits.flatMap((edit) => (edit.kind === 'columnWidths' ? numbers(edit) : [])))],
    rows: [...new Set(edits.flatMap((edit) => (edit.kind === 'rowHeights' ? numbers(edit) : [])))],
    validations: of('validation').map(({ range }) => range),
    page: of('pageSetup').length > 0,
  };
}

export function keepDrawing(sheet: EtWorksheet, all: readonly Places[]): KeptDrawing {
  const places: Places = {
    looks: all.flatMap(({ looks }) => looks),
    columns: [...new Set(all.flatMap(({ columns }) => columns))],
    rows: [...new Set(all.flatMap(({ rows }) => rows))],
    validations: all.flatMap(({ validations }) => validations),
    page: all.some(({ page }) => page),
  };
  return {
    places,
    looks: places.looks.flatMap(({ look, range }) => keepLook(sheet, look, range)),
    columns: places.columns.map((column) => ({ column, width: columnIn(sheet, column).ColumnWidth ?? 0 })),
    rows: places.rows.map((row) => ({ row, height: rowIn(sheet, row).RowHeight ?? 0 })),
    validations: places.validations.flatMap((range) => keepValidations(sheet, range)),
    page: places.page ? keepPage(sheet) : null,
  };
}

function keepLook(sheet: EtWorksheet, look: Look, range: Range): KeptDrawing['looks'][number][] {
  const cells = [...cellsOf(range)];
  // Put into text, so that what is alike is the same.
  const values = ofAll(sheet, cells, (where, piece) => {
    const isCell = piece.top === piece.bottom && piece.left === piece.right;
    const value = LOOKS[look].get(rangeIn(where, piece), isCell);
    return value === null ? null : JSON.stringify(value);
  });
  const alike = new Map<string, typeof cells>();
  for (const cell of cells) {
    const value = values.get(cellKey(cell));
    if (value !== undefined) alike.set(value, [...(alike.get(value) ?? []), cell]);
  }
  return [...alike].flatMap(([value, same]) =>
    blocksOf(same).map((block) => ({ look, range: block, value: JSON.parse(value) as unknown })),
  );
}

function columnIn(sheet: EtWorksheet, column: number) {
  return rangeIn(sheet, { top: 0, bottom: 0, left: column, right: column });
}

function rowIn(sheet: EtWorksheet, row: number) {
  return rangeIn(sheet, { top: row, bottom: row, left: 0, right: 0 });
}

/** Puts back what was kept; the places are what they were, whatever was done to them since. */
export function putDrawing(sheet: EtWorksheet, kept: KeptDrawing): void {
  for (const { column, width } of kept.columns) columnIn(sheet, column).ColumnWidth = width;
  for (const { row, height } of kept.rows) rowIn(sheet, row).RowHeight = height;
  for (const { look, range, value } of kept.looks) LOOKS[look].set(rangeIn(sheet, range), value);
  putValidations(sheet, kept.places.validations, kept.validations);
  if (kept.page) putPage(sheet, kept.page);
}

export function draw(sheet: EtWorksheet, edit: DrawEdit): void {
  switch (edit.kind) {
    case 'columnWidths':
      edit.sizes.forEach((width, index) => (columnIn(sheet, edit.first + index).ColumnWidth = width));
      return;
    case 'rowHeights':
      edit.sizes.forEach((height, index) => (rowIn(sheet, edit.first + index).RowHeight = height));
      return;
    case 'format':
      return dress(sheet, edit.range, edit.format);
    case 'validation':
      return validate(sheet, edit);
    case 'pageSetup':
      return setUpPage(sheet, edit);
  }
}

function dress(sheet: EtWorksheet, range: Range, format: CellFormat): void {
  const cells = rangeIn(sheet, range);
  for (const [look, value] of Object.entries(etLooks(format))) LOOKS[look as Look].set(cells, value);
}
