import {
  type Cell,
  type CellRef,
  type CellValue,
  makeSheet,
  parseRange,
  type Range,
  type SheetSnapshot,
} from '../../core/sheet';
import { FormatError } from '../error';
import { formulaFromFile, shiftFormula } from './formula';
import { DAYS_1904, serialOf } from './date-format';
import { formatNumber, formatText, isDateFormat } from './number-format';
import { readRichText } from './styles';
import { decodeText, XmlReader } from './xml';

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
/** Cells with contents on one sheet; ten times the largest that people work with. */
const MAX_CELLS = 6_000_000;

/** What the sheets of a workbook share. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly formats: readonly (string | undefined)[];
  readonly date1904: boolean;
}

/** Short decimals stand in the file as they are shown. */
const PLAIN = /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/;

interface SharedFormula {
  readonly text: string;
  readonly at: CellRef;
}

/** A worksheet part as a snapshot. Throws FormatError. */
export function readSheet(
  name: string,
  visible: boolean,
  text: string,
  part: string,
  context: SheetContext,
): SheetSnapshot {
  return new SheetReader(text, part, context).read(name, visible);
}

class SheetReader {
  private readonly reader: XmlReader;
  private readonly rows: (Cell | null)[][] = [];
  private readonly shared = new Map<string, SharedFormula>();
  private readonly merges: Range[] = [];
  private readonly hiddenRows = new Set<number>();
  private readonly hiddenColumns: [number, number][] = [];
  private protected = false;
  private cells = 0;
  private lastColumn = 0;

  constructor(
    text: string,
    private readonly part: string,
    private readonly context: SheetContext,
  ) {
    this.reader = new XmlReader(text, part);
  }

  read(name: string, visible: boolean): SheetSnapshot {
    const { reader } = this;
    if (!reader.find('worksheet')) throw reader.broken('root');
    while (reader.next()) {
      if (reader.closing) continue;
      switch (reader.name) {
        case 'sheetData':
          if (!reader.empty) this.readData();
          break;
        case 'col':
          this.readColumn();
          break;
        case 'mergeCell':
          this.readMerge();
          break;
        case 'sheetProtection':
          this.protected = isTrue(reader.attribute('sheet'));
          break;
        case 'cols':
        case 'mergeCells':
          break;
        default:
          reader.skip();
      }
    }
    const hiddenColumns = new Set<number>();
    for (const [first, last] of this.hiddenColumns) {
      for (let column = first; column <= Math.min(last, this.lastColumn + 1); column++) hiddenColumns.add(column);
    }
    return makeSheet(name, this.rows, {
      merges: this.merges,
      hiddenRows: this.hiddenRows,
      hiddenColumns,
      protected: this.protected,
      visible,
    });
  }

  private readColumn(): void {
    const { reader } = this;
    const width = reader.attribute('width');
    if (!isTrue(reader.attribute('hidden')) && !(width !== undefined && Number(width) === 0)) return;
    const first = Number(reader.attribute('min')) - 1;
    const last = Number(reader.attribute('max')) - 1;
    if (first >= 0 && last < MAX_COLUMNS) this.hiddenColumns.push([first, last]);
  }

  private readMerge(): void {
    const range = parseRange(this.reader.attribute('ref') ?? '');
    if (!range || range.bottom >= MAX_ROWS || range.right >= MAX_COLUMNS) return;
    if (range.top !== range.bottom || range.left !== range.right) this.merges.push(range);
  }

  private readData(): void {
    const { reader } = this;
    let row = -1;
    let column = -1;
    while (reader.next()) {
      if (reader.closing) {
        if (reader.name === 'sheetData') return;
        if (reader.name !== 'row') throw reader.broken('unclosed');
        continue;
      }
      if (reader.name === 'c') {
        const ref = reader.attribute('r');
        if (ref === undefined) column++;
        else column = columnOf(ref);
        const at = ref === undefined ? row : rowOf(ref);
        if (!(at >= 0 && at < MAX_ROWS && column >= 0 && column < MAX_COLUMNS)) throw reader.broken('reference');
        row = at;
        this.readCell(row, column);
      } else if (reader.name === 'row') {
        const ref = reader.attribute('r');
        row = ref === undefined ? row + 1 : Number(ref) - 1;
        column = -1;
        if (!(Number.isInteger(row) && row >= 0 && row < MAX_ROWS)) throw reader.broken('reference');
        if (isTrue(reader.attribute('hidden')) || Number(reader.attribute('ht') ?? 1) === 0) this.hiddenRows.add(row);
      } else reader.skip();
    }
    throw reader.broken('unclosed');
  }

  private readCell(row: number, column: number): void {
    const { reader } = this;
    if (reader.empty) return;
    const type = reader.attribute('t');
    const style = reader.attribute('s');
    let raw: string | undefined;
    let formula: string | undefined;
    while (reader.next()) {
      if (reader.closing) {
        if (reader.name !== 'c') throw reader.broken('unclosed');
        break;
      } else if (reader.name === 'v') raw = reader.content();
      else if (reader.name === 'f') formula = this.readFormula(row, column);
      else if (reader.name === 'is') raw = readRichText(reader);
      else reader.skip();
    }
    if (raw === undefined && formula === undefined) return;
    const numberFormat = this.context.formats[style === undefined ? 0 : Number(style)];
    const cell = this.makeCell(type, raw ?? '', formula, numberFormat);
    if (!cell) return;
    if (++this.cells > MAX_CELLS) throw new FormatError('too-large', { limit: 'cells', part: this.part });
    (this.rows[row] ??= [])[column] = cell;
    if (column > this.lastColumn) this.lastColumn = column;
  }

  private makeCell(
    type: string | undefined,
    raw: string,
    formula: string | undefined,
    numberFormat: string | undefined,
  ): Cell | null {
    const more = {
      ...(formula === undefined ? undefined : { formula }),
      ...(numberFormat === undefined ? undefined : { numberFormat }),
    };
    const value = this.valueOf(type, raw, numberFormat);
    if (typeof value === 'string') {
      if (value === '' && formula === undefined) return null;
      return { value, text: formatText(value, numberFormat), ...more };
    }
    if (typeof value === 'number') {
      const plain = numberFormat === undefined && value !== 0 && raw.length <= 11 && PLAIN.test(raw);
      const text = plain ? raw : formatNumber(value, numberFormat);
      return { value, text, ...more };
    }
    if (typeof value === 'boolean') return { value, text: value ? 'TRUE' : 'FALSE', ...more };
    return { value, text: value.error, ...more };
  }

  private valueOf(type: string | undefined, raw: string, numberFormat: string | undefined): CellValue {
    switch (type) {
      case 's':
        return raw === '' ? '' : (this.context.strings[Number(raw)] ?? '');
      case 'str':
        return decodeText(raw);
      case 'inlineStr':
        return raw;
      case 'b':
        return raw.trim() === '1' || raw.trim() === 'true';
      case 'e':
        return { error: raw };
      case 'd':
        return serialOf(raw) ?? raw;
      default: {
        if (raw.trim() === '') return '';
        const number = Number(raw);
        if (!Number.isFinite(number)) return raw;
        return this.context.date1904 && isDateFormat(numberFormat) ? number + DAYS_1904 : number;
      }
    }
  }

  /** Undefined for formulas that have no text of their own (what-if tables). */
  private readFormula(row: number, column: number): string | undefined {
    const { reader } = this;
    const type = reader.attribute('t');
    const index = reader.attribute('si');
    const text = decodeText(reader.content());
    if (type === 'shared' && index !== undefined) {
      if (text !== '') {
        this.shared.set(index, { text, at: { row, column } });
        return formulaFromFile(text);
      }
      const source = this.shared.get(index);
      return source && formulaFromFile(shiftFormula(source.text, row - source.at.row, column - source.at.column));
    }
    return text === '' ? undefined : formulaFromFile(text);
  }
}

/** From 0; -1 where the reference is none. */
export function columnOf(ref: string): number {
  let column = 0;
  for (let i = 0; i < ref.length; i++) {
    const code = ref.charCodeAt(i);
    if (code >= 65 && code <= 90) column = column * 26 + code - 64;
    else if (code >= 97 && code <= 122) column = column * 26 + code - 96;
    else return column - 1;
    if (column > MAX_COLUMNS) return -1;
  }
  return -1;
}

/** From 0; -1 where the reference is none. */
export function rowOf(ref: string): number {
  let row = 0;
  for (let i = 0; i < ref.length; i++) {
    const code = ref.charCodeAt(i);
    if (code >= 48 && code <= 57) row = row * 10 + code - 48;
    else if (row > 0) return -1;
  }
  return row - 1;
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
