import { BooleanNumber, HorizontalAlign, VerticalAlign, WrapStrategy } from '@univerjs/core';
import type { FWorkbook, FWorksheet } from '@univerjs/preset-sheets-core';
import type { CellFormat } from '../../src/core/sheet';
import type { MemoryState } from '../../src/hosts/memory/state';
import { formatAt } from '../../src/hosts/memory';
import type { SeenDrawing } from './driver';

const HORIZONTAL: Partial<Record<HorizontalAlign, string>> = {
  [HorizontalAlign.LEFT]: 'left',
  [HorizontalAlign.CENTER]: 'center',
  [HorizontalAlign.RIGHT]: 'right',
};
const VERTICAL: Partial<Record<VerticalAlign, string>> = {
  [VerticalAlign.TOP]: 'top',
  [VerticalAlign.MIDDLE]: 'middle',
  [VerticalAlign.BOTTOM]: 'bottom',
};

/** How a sheet is drawn in the grid; print setup and what is locked as the workbook keeps it for its file. */
export function drawingOnGrid(workbook: FWorkbook, sheet: FWorksheet, state: MemoryState): SeenDrawing {
  const kept = state.sheets.find(({ snapshot }) => snapshot.name === sheet.getSheetName())?.drawing;
  const worksheet = sheet.getSheet();
  return {
    formatAt: ({ row, column }) => {
      const cell = worksheet.getCellRaw(row, column);
      const style = (cell?.s && workbook.getWorkbook().getStyles().getStyleByCell(cell)) || {};
      const { t, r, b, l } = style.bd ?? {};
      return {
        font: style.ff ?? undefined,
        size: style.fs,
        bold: style.bl === BooleanNumber.TRUE,
        color: style.cl?.rgb ?? undefined,
        fill: style.bg?.rgb ?? undefined,
        horizontal: HORIZONTAL[style.ht as HorizontalAlign],
        vertical: VERTICAL[style.vt as VerticalAlign],
        wrap: style.tb === WrapStrategy.WRAP,
        borders: Boolean(t && r && b && l),
        numberFormat: style.n?.pattern,
        locked: kept && formatAt(kept, { row, column }).locked,
      } as CellFormat;
    },
    widthOf: (column) => (worksheet.getColumnWidth(column) - 5) / 7,
    heightOf: (row) => (worksheet.getRowHeight(row) * 3) / 4,
    validationAt: ({ row, column }) => {
      const rules = sheet.getDataValidations().map(({ rule }) => rule);
      const rule = rules.find(({ ranges }) =>
        (ranges as { startRow: number; endRow: number; startColumn: number; endColumn: number }[]).some(
          ({ startRow, endRow, startColumn, endColumn }) =>
            startRow <= row && row <= endRow && startColumn <= column && column <= endColumn,
        ),
      );
      if (!rule) return null;
      const { formula1, showErrorMessage, showInputMessage, promptTitle = '', prompt = '' } = rule;
      return {
        source: !formula1 ? null : formula1.startsWith('=') ? { formula: formula1 } : { list: formula1.split(',') },
        strict: showErrorMessage === true,
        ...(showInputMessage ? { prompt: { title: promptTitle, text: prompt } } : {}),
      };
    },
    pageSetup: kept?.pageSetup ?? null,
  };
}
