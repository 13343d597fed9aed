import { type Border, type BorderLine, type CellLooks, type SheetLooks } from '../looks';
import { Colours } from './colours';
import { Parts } from './parts';
import { columnOf, isTrue, rowOf } from './sheet';
import type { WorkbookFile } from './workbook';
import { XmlReader } from './xml';

/** Pixels of a character of the usual font, and of a point. */
const CHARACTER = 7;
const POINT = 4 / 3;
const DEFAULT = { columnWidth: 64, rowHeight: 20 };

const LINES: Readonly<Record<string, BorderLine>> = {
  thin: 'thin',
  medium: 'medium',
  thick: 'thick',
  double: 'double',
  dotted: 'dotted',
  hair: 'hair',
  dashed: 'dashed',
  mediumDashed: 'dashed',
  dashDot: 'dashed',
  mediumDashDot: 'dashed',
  dashDotDot: 'dotted',
  mediumDashDotDot: 'dotted',
  slantDashDot: 'dashed',
};
const SIDES = ['top', 'right', 'bottom', 'left'] as const;

/** How the sheets of a file look; null for one that has no looks of its own: no line, fill, bold or wrapped text. */
export function readLooks(file: WorkbookFile): (SheetLooks | null)[] {
  return [...looksOf(file)];
}

/** The same sheet by sheet, each when it is asked for. */
export function* looksOf(file: WorkbookFile): Generator<SheetLooks | null, void> {
  const parts = new Parts(file.zip);
  const { stylesPart, workbookPart, sheets } = file.index;
  const theme = parts.relationships(workbookPart).find(({ type }) => type === 'theme')?.target;
  const colours = new Colours(theme ? parts.text(theme) : undefined);
  const styles = stylesPart ? parts.text(stylesPart) : undefined;
  const looks = styles && stylesPart ? readStyles(styles, stylesPart, colours) : [];
  for (const { part } of sheets) yield readSheetLooks(parts.needText(part), part, looks);
}

/** The looks of each cell style, by its number. */
function readStyles(text: string, part: string, colours: Colours): CellLooks[] {
  const reader = new XmlReader(text, part);
  const fonts: CellLooks[] = [];
  const fills: CellLooks[] = [];
  const borders: CellLooks[] = [];
  const looks: CellLooks[] = [];
  let list = '';
  while (reader.next()) {
    if (['fonts', 'fills', 'borders', 'cellXfs'].includes(reader.name))
      list = reader.closing || reader.empty ? '' : reader.name;
    else if (reader.closing) continue;
    else if (list === 'fonts' && reader.name === 'font') fonts.push(readFont(reader, colours));
    else if (list === 'fills' && reader.name === 'fill') fills.push(readFill(reader, colours));
    else if (list === 'borders' && reader.name === 'border') borders.push(readBorder(reader, colours));
    else if (list === 'cellXfs' && reader.name === 'xf') {
      const of = (items: readonly CellLooks[], id: string) => items[Number(reader.attribute(id) ?? 0)];
      const own = { ...of(fonts, 'fontId'), ...of(fills, 'fillId'), ...of(borders, 'borderId') };
      looks.push({ ...own, ...readAlignment(reader) });
    }
  }
  return looks;
}

/** Goes through the children of the current element; the reader stands behind it then. */
function* children(reader: XmlReader): Iterable<string> {
  if (reader.empty) return;
  const parent = reader.name;
  let depth = 0;
  while (reader.next()) {
    if (reader.closing) {
      if (depth === 0 && reader.name === parent) return;
      depth -= 1;
      continue;
    }
    const { empty } = reader;
    yield reader.name;
    if (!empty) depth += 1;
  }
}

function readFont(reader: XmlReader, colours: Colours): CellLooks {
  const font: { -readonly [K in keyof CellLooks]: CellLooks[K] } = {};
  for (const name of children(reader)) {
    const value = reader.attribute('val');
    const on = value === undefined || isTrue(value);
    if (name === 'b' && on) font.bold = true;
    else if (name === 'i' && on) font.italic = true;
    else if (name === 'strike' && on) font.strike = true;
    else if (name === 'u' && value !== 'none') font.underline = true;
    else if (name === 'sz' && value) font.size = Number(value);
    else if (name === 'name' && value) font.font = value;
    else if (name === 'color') {
      const color = colours.read(reader);
      // Black is every grid's own colour for text, and the one that it can turn white in dark mode.
      if (color && color !== '#000000') font.color = color;
    }
  }
  return font;
}

function readFill(reader: XmlReader, colours: Colours): CellLooks {
  let solid = false;
  let color: string | null = null;
  for (const name of children(reader)) {
    if (name === 'patternFill') solid = (reader.attribute('patternType') ?? 'none') === 'solid';
    else if (name === 'fgColor' && solid) color = colours.read(reader);
  }
  return color && color !== '#FFFFFF' ? { fill: color } : {};
}

function readBorder(reader: XmlReader, colours: Colours): CellLooks {
  const border: { -readonly [K in keyof CellLooks]: CellLooks[K] } = {};
  let side: (typeof SIDES)[number] | undefined;
  for (const name of children(reader)) {
    if (name === 'color') {
      const color = side && border[side] && colours.read(reader);
      if (side && color) border[side] = { ...(border[side] as Border), color };
      continue;
    }
    side = SIDES.find(
      (candidate) => candidate === name || name === { left: 'start', right: 'end', top: '', bottom: '' }[candidate],
    );
    const line = LINES[reader.attribute('style') ?? ''];
    if (side && line) border[side] = { line, color: '#000000' };
  }
  return border;
}

function readAlignment(reader: XmlReader): CellLooks {
  const looks: { -readonly [K in keyof CellLooks]: CellLooks[K] } = {};
  for (const name of children(reader)) {
    if (name !== 'alignment') continue;
    const horizontal = reader.attribute('horizontal');
    const vertical = reader.attribute('vertical');
    if (horizontal === 'left' || horizontal === 'right') looks.horizontal = horizontal;
    else if (horizontal === 'center' || horizontal === 'centerContinuous' || horizontal === 'distributed')
      looks.horizontal = 'center';
    if (vertical === 'top' || vertical === 'bottom') looks.vertical = vertical;
    else if (vertical === 'center' || vertical === 'distributed' || vertical === 'justify') looks.vertical = 'middle';
    if (isTrue(reader.attribute('wrapText'))) looks.wrap = true;
  }
  return looks;
}

function readSheetLooks(text: string, part: string, looks: readonly CellLooks[]): SheetLooks | null {
  const reader = new XmlReader(text, part);
  const cells: (number | undefined)[][] = [];
  const columnWidths = new Map<number, number>();
  const rowHeights = new Map<number, number>();
  const frozen = { rows: 0, columns: 0 };
  let { columnWidth, rowHeight } = DEFAULT;
  let gridlines = true;
  let styled = false;
  let row = -1;
  let column = -1;
  while (reader.next()) {
    if (reader.closing) continue;
    switch (reader.name) {
      case 'sheetView':
        gridlines = reader.attribute('showGridLines') === undefined || isTrue(reader.attribute('showGridLines'));
        break;
      case 'pane':
        if (!(reader.attribute('state') ?? '').startsWith('frozen')) break;
        frozen.rows = Number(reader.attribute('ySplit') ?? 0);
        frozen.columns = Number(reader.attribute('xSplit') ?? 0);
        break;
      case 'sheetFormatPr':
        columnWidth = pixels(reader.attribute('defaultColWidth'), CHARACTER) ?? columnWidth;
        rowHeight = pixels(reader.attribute('defaultRowHeight'), POINT) ?? rowHeight;
        break;
      case 'col': {
        const width = pixels(reader.attribute('width'), CHARACTER);
        const last = Math.min(Number(reader.attribute('max')), Number(reader.attribute('min')) + 255);
        for (let at = Number(reader.attribute('min')); width && at <= last; at += 1) columnWidths.set(at - 1, width);
        break;
      }
      case 'row': {
        const ref = reader.attribute('r');
        row = ref === undefined ? row + 1 : Number(ref) - 1;
        column = -1;
        const height = pixels(reader.attribute('ht'), POINT);
        if (height) rowHeights.set(row, height);
        break;
      }
      case 'c': {
        const ref = reader.attribute('r');
        column = ref === undefined ? column + 1 : columnOf(ref);
        const at = ref === undefined ? row : rowOf(ref);
        const style = Number(reader.attribute('s') ?? 0);
        const own = looks[style];
        if (own && at >= 0 && column >= 0) (cells[at] ??= [])[column] = style;
        styled ||= own !== undefined && isStyled(own);
        if (!reader.empty) reader.skip();
        break;
      }
    }
  }
  if (!styled) return null;
  return {
    looks,
    cells,
    columnWidths,
    rowHeights,
    defaultColumnWidth: columnWidth,
    defaultRowHeight: rowHeight,
    frozen,
    gridlines,
  };
}

function isStyled({ top, bottom, left, right, wrap, fill, bold }: CellLooks): boolean {
  return !!(top || bottom || left || right || wrap || fill || bold);
}

function pixels(size: string | undefined, unit: number): number | undefined {
  const number = Number(size);
  return size !== undefined && Number.isFinite(number) && number > 0 ? Math.round(number * unit) : undefined;
}
