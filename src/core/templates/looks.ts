import type { CellFormat } from '../sheet';
import type { GridField, Look } from './model';

/**
 * Fonts that every Chinese office has: 方正小标宋 is usual for titles but stands on few machines, and Excel, WPS and
 * LibreOffice each put something else in its place.
 */
const TITLE_FONT = '黑体';
const FONT = '宋体';

/** In points. */
const SIZES: Readonly<Record<Look, number>> = {
  title: 18,
  subtitle: 11,
  plain: 10.5,
  'plain-right': 10.5,
  label: 10.5,
  entry: 10.5,
  text: 10.5,
  amount: 10.5,
  note: 9,
};

export const AMOUNT_FORMAT = '#,##0.00';
export const RATE_FORMAT = '0.00%';

/** The mark of form and version: there to be read by machines. */
export const MARK_LOOK: CellFormat = { font: FONT, size: 8, color: '#A6A6A6', horizontal: 'left', vertical: 'middle' };

export function formatOf(look: Look): CellFormat {
  const base: CellFormat = { font: FONT, size: SIZES[look], vertical: 'middle', wrap: true };
  switch (look) {
    case 'title':
      return { ...base, font: TITLE_FONT, horizontal: 'center' };
    case 'subtitle':
      return { ...base, horizontal: 'center' };
    case 'plain':
      return { ...base, horizontal: 'left' };
    case 'plain-right':
      return { ...base, horizontal: 'right' };
    case 'label':
      return { ...base, horizontal: 'center', borders: true };
    case 'entry':
      return { ...base, horizontal: 'center', borders: true };
    case 'text':
      return { ...base, horizontal: 'left', borders: true };
    case 'amount':
      return { ...base, horizontal: 'right', borders: true, numberFormat: AMOUNT_FORMAT };
    case 'note':
      return { ...base, horizontal: 'left', vertical: 'top' };
  }
}

export function fontSize(look: Look): number {
  return SIZES[look];
}

const PROSE: ReadonlySet<GridField> = new Set([
  'name',
  'explanation',
  'standard',
  'deviation',
  'remark',
  'check-reason',
  'evidence',
  'evidence-reference',
  'evidence-place',
  'change-reason',
]);

export const HEADING: CellFormat = { ...formatOf('label'), bold: true };

/** How the cells under a heading look: prose to the left, all else in the middle. */
export function columnFormat(field: GridField): CellFormat {
  return formatOf(PROSE.has(field) ? 'text' : 'entry');
}

/** Text as wide as it prints, in characters of half width. */
function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += (char.codePointAt(0) as number) > 0xff ? 2 : 1;
  return width;
}

/** Lines that a text takes in a cell so many characters wide. */
export function linesOf(text: string, width: number, size: number): number {
  // A column so many digits wide takes half as many Chinese characters of 10.5 points; its padding comes on top.
  const room = Math.max(2, Math.floor((width * 10.5) / size));
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOf(line) / room)), 0);
}

/** Excel's greatest row height. */
const HIGHEST = 409;
const PADDING = 7;

/** Height in points of so many lines. */
export function heightOf(lines: number, size: number): number {
  return Math.min(HIGHEST, Math.round(lines * size * 1.45 + PADDING));
}
