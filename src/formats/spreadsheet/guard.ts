import type { CFB } from '@e965/xlsx';
import { FormatError } from '../error';
import type { Zip } from '../xlsx/zip';

/**
 * The reader believes what binary records say of themselves: a damaged one makes it run without end, or through millions
 * of cells that are not there. What it is given has been walked through before.
 */

const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;
/** Cells of an area that the reader goes through one by one. */
const MOST_AREA = 1_000_000;

function damaged(detail: string, found: 'xls' | 'xlsb' = 'xlsb'): FormatError {
  return new FormatError('damaged', { found }, { cause: new Error(detail) });
}

/** Bytes that a record of .xls has at least, where the reader looks for a length or a count in them. */
const LEAST: Readonly<Record<number, number>> = {
  0x0002: 9,
  0x0003: 15,
  0x0004: 8,
  0x0005: 9,
  0x0006: 17,
  0x0007: 2,
  0x0009: 2,
  0x0018: 7,
  0x001e: 2,
  0x0031: 5,
  0x0055: 2,
  0x007d: 8,
  0x0085: 7,
  0x00bd: 12,
  0x00be: 8,
  0x00d6: 9,
  0x00e0: 10,
  0x00e5: 2,
  0x00fc: 8,
  0x00fd: 10,
  0x01b8: 8,
  0x0200: 8,
  0x0203: 14,
  0x0204: 8,
  0x0205: 8,
  0x0206: 18,
  0x0207: 2,
  0x0208: 6,
  0x0218: 14,
  0x0221: 12,
  0x0231: 7,
  0x027e: 10,
  0x0406: 18,
  0x041e: 4,
  0x04bc: 10,
};
/** As above, in workbooks of Excel 5 and after. */
const LEAST_SINCE_1995: Readonly<Record<number, number>> = { 0x0006: 22, 0x0018: 14, 0x0031: 15 };
/** Records of .xls that begin with a row and a column. */
const CELLS = new Set([1, 2, 3, 4, 5, 6, 0xbd, 0xbe, 0xd6, 0xfd, 0x201, 0x203, 0x204, 0x205, 0x206, 0x27e, 0x406]);
const COLUMNS_OF_XLS = 0x3fff;
const PASSWORD = 0x002f;
const MERGED = 0x00e5;
const LINK = 0x01b8;

/** Throws FormatError damaged where a record of .xls is shorter than what it holds. */
export function guardXls(bytes: Uint8Array, compound: typeof CFB): void {
  const stream = workbookOf(bytes, compound);
  if (!stream) return;
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let version = 0;
  let ended = false;
  // The reader looks for a record wherever two bytes are left.
  for (let at = 0; at + 2 <= stream.length && !ended;) {
    if (at + 4 > stream.length) throw damaged('cut', 'xls');
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    const start = at + 4;
    at = start + length;
    // What follows is encrypted.
    if (type === PASSWORD) return;
    // A workbook ends in zeros up to the end of its sector.
    ended = type === 0 && length === 0 && stream.subarray(start, start + 64).every((byte) => byte === 0);
    if (at > stream.length) throw damaged('beyond the end', 'xls');
    if (length < (LEAST[type] ?? 0)) throw damaged(`${type} of ${length}`, 'xls');
    if ((type & 0xff) === 9 && version === 0)
      version = view.getUint16(start, true) >= 0x600 ? 8 : type === 0x809 ? 5 : 2;
    if (version >= 5 && length < (LEAST_SINCE_1995[type] ?? 0)) throw damaged(`${type} of ${length}`, 'xls');
    if (CELLS.has(type) && (length < 4 || view.getUint16(start + 2, true) > COLUMNS_OF_XLS))
      throw damaged('cell', 'xls');
    if (type === MERGED && 2 + 8 * view.getUint16(start, true) > length) throw damaged('merged areas', 'xls');
    if (type === LINK) {
      const [top, bottom, left, right] = [0, 2, 4, 6].map((offset) => view.getUint16(start + offset, true));
      guardArea([top, bottom, left, right] as Area);
    }
  }
}

/** The stream of the workbook in a compound file; the file itself where it is none; null where there is no stream. */
function workbookOf(bytes: Uint8Array, compound: typeof CFB): Uint8Array | null {
  if (bytes[0] !== 0xd0) return bytes;
  const file = compound.read(bytes, { type: 'array' });
  const found = compound.find(file, '/Workbook') ?? compound.find(file, '/Book');
  return found?.content ? Uint8Array.from(found.content) : null;
}

/** Records of .xlsb by their number. */
const ROW = 0x00;
const SHEET = 0x81;
const LAST_CELL = 0x0b;
const FORMULAS: readonly number[] = [0x08, 0x09, 0x0a, 0x0b];
const COLUMNS = 0x3c;
const DIMENSION = 0x94;
const MERGE = 0xb0;
const ARRAY = 0x1aa;
const SHARED = 0x1ab;
const HYPERLINK = 0x1ee;

const METADATA = 0x33;
/** Where a record holds the number of letters of a text: a cell, shared texts, a font, a number format, a sheet. */
const TEXTS: Readonly<Record<number, number>> = {
  0x06: 8,
  0x08: 8,
  0x13: 1,
  0x2b: 21,
  0x2c: 2,
  0x3e: 9,
  0x9c: 8,
};
/** Texts with a byte before them that tells of fonts after them. */
const RICH = new Set([0x13, 0x3e]);
const NO_TEXT = 0xffff_ffff;

/** First row, last row, first column, last column. */
type Area = readonly [number, number, number, number];

function guardArea([top, bottom, left, right]: Area): void {
  if (top > bottom || left > right || bottom > LAST_ROW || right > LAST_COLUMN) throw damaged('area');
  if ((bottom - top + 1) * (right - left + 1) > MOST_AREA) throw damaged('endless area');
}

/** Throws FormatError damaged where a record of .xlsb lies outside of its part, or speaks of cells outside of the sheet. */
export function guardXlsb(zip: Zip): void {
  for (const name of zip.names()) {
    if (!/\.bin$/iu.test(name) || /vbaProject|printerSettings|oleObject|activeX/iu.test(name)) continue;
    const part = zip.bytes(name);
    if (part) guardPart(part);
  }
}

function guardPart(part: Uint8Array): void {
  const view = new DataView(part.buffer, part.byteOffset, part.byteLength);
  const byte = (at: number): number => {
    if (at >= part.length) throw damaged('cut');
    return part[at] as number;
  };
  let isSheet = false;
  for (let at = 0; at < part.length;) {
    let type = byte(at++);
    if (type & 0x80) type = (type & 0x7f) + ((byte(at++) & 0x7f) << 7);
    let length = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const piece = byte(at++);
      length += (piece & 0x7f) << shift;
      if (!(piece & 0x80)) break;
    }
    const start = at;
    at += length;
    if (at > part.length) throw damaged('beyond the end');
    const number = (offset: number): number => {
      if (offset + 4 > length) throw damaged(`${type} of ${length}`);
      return view.getUint32(start + offset, true);
    };
    const text = TEXTS[type];
    if (text !== undefined && length > text) {
      const letters = number(text);
      const end = text + 4 + (letters === NO_TEXT ? 0 : 2 * letters);
      if (end > length) throw damaged('text');
      const isRich = RICH.has(type) && ((part[start + text - 1] as number) & 1) !== 0;
      if (isRich && end + 4 + 4 * number(end) > length) throw damaged('rich text');
    }
    if (type === METADATA && 4 + 8 * number(0) > length) throw damaged('metadata');
    isSheet ||= type === SHEET;
    if (!isSheet) continue;
    const area = (): Area => [number(0), number(4), number(8), number(12)];
    if (type === ROW && number(0) > LAST_ROW) throw damaged('row');
    if (type > ROW && type <= LAST_CELL && number(0) > LAST_COLUMN) throw damaged('column');
    if (FORMULAS.includes(type) && length < 14) throw damaged('formula');
    if (type === COLUMNS && (number(0) > LAST_COLUMN || number(4) > LAST_COLUMN)) throw damaged('columns');
    if (type === HYPERLINK) guardArea(area());
    if (type === DIMENSION || type === MERGE || type === ARRAY || type === SHARED) {
      const [top, bottom, left, right] = area();
      if (top > bottom || left > right || bottom > LAST_ROW || right > LAST_COLUMN) throw damaged('area');
    }
  }
}

/** Throws FormatError too-large where XML speaks of more rows and columns than any sheet has. */
export function guardXml(text: string, part: string): void {
  const counts = /(?:Span|MergeAcross|MergeDown|Index|-repeated|-spanned)\s*=\s*["']\s*(\d{7,})/gu;
  for (const [, count] of text.matchAll(counts)) {
    if (Number(count) > LAST_ROW + 1) throw new FormatError('too-large', { limit: 'rows', part });
  }
}
