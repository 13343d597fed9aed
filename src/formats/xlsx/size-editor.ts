import { splice, type Splice, asOpenTag, withAttribute } from './package-editor';
import { XmlReader } from './xml';

/** Pixels of a digit of the usual font, and those beside the characters of a column. */
const DIGIT = 7;
const PADDING = 5;

/** A width in characters as the file has it, its margins included (ECMA-376, 18.3.1.13). */
export function fileWidth(characters: number): number {
  return Math.trunc(((characters * DIGIT + PADDING) / DIGIT) * 256) / 256;
}

interface Columns {
  readonly min: number;
  readonly max: number;
  readonly tag: string;
}

function closed(tag: string): string {
  return tag.endsWith('/>') ? tag : `${tag.slice(0, -1)}/>`;
}

/** Widths of columns, in characters by column from 0. Columns that are not named keep their element as it is. */
export function changeWidths(
  text: string,
  part: string,
  prefix: string,
  widths: ReadonlyMap<number, number>,
  insert: (text: string, element: string) => string,
): string {
  if (widths.size === 0) return text;
  const reader = new XmlReader(text, part);
  const old: Columns[] = [];
  let list: { start: number; end: number } | null = null;
  while (reader.next()) {
    if (reader.name === 'sheetData') break;
    if (reader.name === 'cols' && !reader.closing) list = { start: reader.start, end: reader.end };
    else if (reader.name === 'cols' && list) list.end = reader.end;
    else if (reader.name === 'col' && !reader.closing) {
      const { start, end } = reader;
      const [min, max] = [Number(reader.attribute('min')), Number(reader.attribute('max'))];
      reader.skip();
      old.push({ min, max, tag: closed(text.slice(start, end)) });
    }
  }
  const wanted = [...widths.keys()].map((column) => column + 1).sort((a, b) => a - b);
  const pieces: Columns[] = [];
  for (const columns of old) {
    let from = columns.min;
    for (const column of wanted) {
      if (column < from || column > columns.max) continue;
      if (column > from) pieces.push({ ...columns, min: from, max: column - 1 });
      from = column + 1;
    }
    if (from <= columns.max) pieces.push({ ...columns, min: from });
  }
  for (const column of wanted) {
    const tag = old.find(({ min, max }) => min <= column && column <= max)?.tag ?? `<${prefix}col/>`;
    const width = String(fileWidth(widths.get(column - 1) as number));
    const plain = withAttribute(withAttribute(tag, 'bestFit', null), 'hidden', null);
    const sized = withAttribute(withAttribute(plain, 'width', width), 'customWidth', '1');
    pieces.push({ min: column, max: column, tag: sized });
  }
  const tags = pieces
    .sort((a, b) => a.min - b.min)
    .map(({ min, max, tag }) => withAttribute(withAttribute(tag, 'min', String(min)), 'max', String(max)));
  const element = `<${prefix}cols>${tags.join('')}</${prefix}cols>`;
  return list ? splice(text, [{ ...list, text: element }]) : insert(text, element);
}

/** Attributes of a row that say how high it is. */
export type RowSize = Readonly<Record<'ht' | 'customHeight', string | null>>;

export function rowSize(points: number): RowSize {
  return { ht: String(points), customHeight: '1' };
}

function sized(tag: string, { ht, customHeight }: RowSize): string {
  return withAttribute(withAttribute(tag, 'ht', ht), 'customHeight', customHeight);
}

/** Heights of rows, by row from 0. A row that is not there is made. */
export function changeHeights(
  text: string,
  part: string,
  prefix: string,
  heights: ReadonlyMap<number, RowSize>,
): string {
  if (heights.size === 0) return text;
  const reader = new XmlReader(text, part);
  if (!reader.find('sheetData')) throw reader.broken('root');
  const data = { start: reader.start, end: reader.end, empty: reader.empty };
  const missing = [...heights].sort(([a], [b]) => a - b);
  const splices: Splice[] = [];
  const fresh = (before: number): string => {
    let xml = '';
    while (missing[0] && missing[0][0] < before) {
      const [row, size] = missing.shift() as (typeof missing)[number];
      if (size.ht !== null) xml += sized(`<${prefix}row r="${row + 1}"/>`, size);
    }
    return xml;
  };
  let row = -1;
  let close = data.end;
  while (!data.empty && reader.next()) {
    if (reader.closing) {
      close = reader.start;
      break;
    }
    const { start, end } = reader;
    const ref = reader.attribute('r');
    row = ref === undefined ? row + 1 : Number(ref) - 1;
    reader.skip();
    const before = fresh(row);
    if (before !== '') splices.push({ start, end: start, text: before });
    if (missing[0]?.[0] !== row) continue;
    const [, size] = missing.shift() as (typeof missing)[number];
    splices.push({ start, end, text: sized(text.slice(start, end), size) });
  }
  const rest = fresh(Infinity);
  if (rest === '') return splice(text, splices);
  if (!data.empty) return splice(text, [...splices, { start: close, end: close, text: rest }]);
  const head = asOpenTag(text.slice(data.start, data.end));
  return splice(text, [{ start: data.start, end: data.end, text: `${head}${rest}</${prefix}sheetData>` }]);
}
