import type { CellFormat, PageSetupEdit, Range } from '../../../src/core/sheet';
import { parseRange } from '../../../src/core/sheet';
import type { SeenDrawing } from '../../contract/driver';
import { STANDARD } from './drawing';
import type { Sheet } from './workbook';

const CENTIMETRES = 2.54 / 72;
const MARGINS = ['top', 'right', 'bottom', 'left'] as const;

function formatAt(sheet: Sheet, row: number, column: number): CellFormat {
  const look = (key: string) => sheet.lookAt(row, column, key);
  const word = (key: string) => {
    const value = String(look(key)).toLowerCase();
    return value === 'general' ? undefined : value;
  };
  const sides = ['top', 'bottom', 'left', 'right'].map((side) => look(`borders.${side}.style`) === 'Continuous');
  return {
    font: look('font.name'),
    size: look('font.size'),
    bold: look('font.bold'),
    color: look('font.color'),
    fill: look('fill.pattern') === 'None' ? undefined : look('fill.color'),
    horizontal: word('horizontalAlignment'),
    vertical: word('verticalAlignment') === 'center' ? 'middle' : word('verticalAlignment'),
    wrap: look('wrapText'),
    borders: sides.every(Boolean),
    numberFormat: sheet.at(row, column)?.format ?? 'General',
    locked: look('protection.locked'),
  } as CellFormat;
}

/** How a sheet of the stand-in is drawn. */
export function drawingOn(sheet: Sheet): SeenDrawing {
  const { page } = sheet;
  const widthOf = (column: number) => ((sheet.columnWidths.get(column) ?? STANDARD.columnWidth) / 0.75 - 5) / 7;
  return {
    formatAt: ({ row, column }) => formatAt(sheet, row, column),
    widthOf,
    heightOf: (row) => sheet.rowHeights.get(row) ?? STANDARD.rowHeight,
    validationAt: ({ row, column }) => {
      const { rule, prompt, errorAlert } = sheet.validationAt(row, column);
      const source = (rule as { list?: { source: string } }).list?.source;
      const hinted = prompt.showPrompt && prompt.message !== '';
      if (source === undefined && !hinted) return null;
      return {
        source:
          source === undefined ? null : source.startsWith('=') ? { formula: source } : { list: source.split(',') },
        strict: source !== undefined && (errorAlert as { showAlert: boolean }).showAlert,
        ...(hinted ? { prompt: { title: prompt.title, text: prompt.message } } : {}),
      };
    },
    pageSetup: JSON.stringify(page.zoom) === '{"scale":100}' ? null : pageSetupOf(page),
  };
}

function pageSetupOf(page: Sheet['page']): PageSetupEdit | null {
  const margins = Object.fromEntries(
    MARGINS.map((side) => [side, page[`${side}Margin`] * CENTIMETRES]),
  ) as unknown as PageSetupEdit['margins'];
  const rows = page.titleRows?.split(':').map(Number);
  const setup = {
    orientation: page.orientation.toLowerCase(),
    paper: page.paperSize,
    margins,
    ...(page.printArea === null ? {} : { printArea: parseRange(page.printArea) as Range }),
    ...(rows ? { titleRows: { top: (rows[0] ?? 0) - 1, bottom: (rows[1] ?? 0) - 1 } } : {}),
    pageNumbers: page.centerFooter === '第 &P 页，共 &N 页',
  };
  return setup as PageSetupEdit;
}
