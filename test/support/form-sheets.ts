import { applyEdits } from '../../src/core/check';
import { readTables } from '../../src/core/reader';
import { makeSheet, type FixEdit, type SheetSnapshot } from '../../src/core/sheet';
import {
  BLANK_CONTENT,
  drawForm,
  editsFor,
  type BuildOptions,
  type DrawnForm,
  type Form,
  type FormContent,
} from '../../src/core/templates';
import type { IndicatorTable, SheetReading } from '../../src/core/indicator';

/** A form on a sheet of its own, in memory, as a host would write it; formulas stay without values. */
export function sheetOfForm(
  form: Form,
  content: FormContent = BLANK_CONTENT,
  options: BuildOptions = {},
): { readonly drawn: DrawnForm; readonly sheet: SheetSnapshot } {
  const drawn = drawForm(form, content, options);
  const edits = editsFor(drawn, { sheet: '表样', newSheet: false, dictionary: null });
  const fixes = edits.filter((edit): edit is FixEdit => edit.kind === 'set' || edit.kind === 'merge');
  const { sheet, conflicts } = applyEdits(makeSheet('表样', []), fixes);
  if (conflicts.length > 0) throw new Error(`conflicts: ${JSON.stringify(conflicts)}`);
  return { drawn, sheet: withFormats(sheet, drawn) };
}

/** Number formats reach the cells' contents: the reader goes by them. */
function withFormats(sheet: SheetSnapshot, drawn: DrawnForm): SheetSnapshot {
  const formatAt = (row: number, column: number): string | undefined =>
    drawn.formats
      .filter(
        ({ range, format }) =>
          format.numberFormat !== undefined &&
          row >= range.top &&
          row <= range.bottom &&
          column >= range.left &&
          column <= range.right,
      )
      .at(-1)?.format.numberFormat;
  return {
    ...sheet,
    cells: sheet.cells.map((cells, row) =>
      cells?.map((cell, column) => {
        const numberFormat = formatAt(row, column);
        return cell && numberFormat !== undefined && numberFormat !== 'General' ? { ...cell, numberFormat } : cell;
      }),
    ),
  };
}

/** The one table of a form's sheet, blank or not. */
export function tableOfForm(sheet: SheetSnapshot): { readonly table: IndicatorTable; readonly reading: SheetReading } {
  const reading = readTables(sheet);
  const all = [...reading.tables, ...(reading.blank ?? []), ...(reading.lists ?? [])];
  if (all.length !== 1) throw new Error(`${all.length} tables: ${JSON.stringify(reading.unread)}`);
  return { table: all[0] as IndicatorTable, reading };
}
