import {
  type CellContent,
  type CellValue,
  type CellRef,
  contains,
  formatCell,
  formatRange,
  intersects,
  parseRange,
  type Range,
  rangeOf,
} from '../../core/sheet';
import { FormatError } from '../error';
import { formulaToFile, shiftFormula } from './formula';
import { asOpenTag, splice, type Splice, withAttribute } from './package-editor';
import { columnOf, rowOf } from './sheet';
import { decodeText, encodeText, escapeXml, XmlReader } from './xml';

/**
 * What is written into a cell of the part, or null where it keeps what it holds; `style` turns the cell's style number
 * into the one it shall have.
 */
export interface CellWrite {
  readonly cell: CellRef;
  readonly to: CellContent | null;
  readonly style?: (old: number) => number;
  /** What a formula comes to. */
  readonly result?: CellValue;
}

export interface CellsWritten {
  readonly text: string;
  /** A formula came, went or changed: calculation chains no longer fit. */
  readonly formulas: boolean;
}

interface FoundCell {
  readonly column: number;
  readonly start: number;
  /** After the opening tag. */
  readonly openEnd: number;
  readonly end: number;
  readonly style: number;
  readonly formula: boolean;
}

interface FoundRow {
  readonly row: number;
  readonly start: number;
  /** After the opening tag. */
  readonly openEnd: number;
  readonly empty: boolean;
  /** Of the closing tag. */
  closeStart: number;
  readonly cells: FoundCell[];
}

/** Writes cells into a worksheet part and leaves every other character as it is. Throws FormatError. */
export function writeCells(text: string, part: string, prefix: string, writes: readonly CellWrite[]): CellsWritten {
  return new CellEditor(text, part, prefix, writes).run();
}

class CellEditor {
  private readonly wanted = new Map<number, Map<number, CellWrite>>();
  private readonly rows: FoundRow[] = [];
  private readonly splices: Splice[] = [];
  private formulas = false;
  private dataStart = -1;
  private dataEnd = -1;
  private dataEmpty = false;
  private dataClose = -1;
  private dimension: { start: number; end: number; range: Range } | null = null;

  constructor(
    private readonly text: string,
    private readonly part: string,
    private readonly prefix: string,
    private readonly writes: readonly CellWrite[],
  ) {
    for (const write of writes) {
      const row = this.wanted.get(write.cell.row) ?? new Map<number, CellWrite>();
      row.set(write.cell.column, write);
      this.wanted.set(write.cell.row, row);
    }
  }

  run(): CellsWritten {
    if (this.writes.length === 0) return { text: this.text, formulas: false };
    this.locate();
    const found = new Set<number>();
    for (const row of this.rows) {
      const writes = this.wanted.get(row.row);
      if (!writes) continue;
      if (found.has(row.row)) throw this.twice();
      found.add(row.row);
      this.writeRow(row, [...writes.values()]);
    }
    const missing = [...this.wanted].filter(([row]) => !found.has(row)).sort(([a], [b]) => a - b);
    this.addRows(missing.map(([row, writes]) => [row, [...writes.values()]]));
    this.widenDimension();
    return { text: splice(this.text, this.splices), formulas: this.formulas };
  }

  /** Finds the rows, and the cells of those that are written to. */
  private locate(): void {
    const reader = new XmlReader(this.text, this.part);
    while (reader.next()) {
      if (reader.closing) continue;
      if (reader.name === 'dimension') {
        const range = parseRange(reader.attribute('ref') ?? '');
        if (range) this.dimension = { start: reader.start, end: reader.end, range };
      } else if (reader.name === 'sheetData') {
        this.dataStart = reader.start;
        this.dataEnd = reader.end;
        this.dataEmpty = reader.empty;
        if (!reader.empty) this.locateRows(reader);
        return;
      } else if (reader.name !== 'worksheet') reader.skip();
    }
    throw reader.broken('root');
  }

  private locateRows(reader: XmlReader): void {
    const shared = new SharedFormulas(this.text, (cell) => !!this.wanted.get(cell.row)?.get(cell.column)?.to);
    const arrays: Range[] = [];
    let current: FoundRow | null = null;
    let row = -1;
    let column = -1;
    let cell: { start: number; openEnd: number; style: number; formula: boolean } | null = null;
    const finishCell = (end: number) => {
      if (cell && current && this.wanted.has(row)) current.cells.push({ column, end, ...cell });
      cell = null;
    };
    while (reader.next()) {
      if (reader.closing) {
        if (reader.name === 'c') finishCell(reader.end);
        else if (reader.name === 'row' && current) current.closeStart = reader.start;
        else if (reader.name === 'sheetData') {
          this.dataClose = reader.start;
          break;
        }
        continue;
      }
      switch (reader.name) {
        case 'row': {
          const ref = reader.attribute('r');
          row = ref === undefined ? row + 1 : Number(ref) - 1;
          column = -1;
          const { start, end, empty } = reader;
          current = { row, start, openEnd: end, empty, closeStart: end, cells: [] };
          this.rows.push(current);
          break;
        }
        case 'c': {
          const ref = reader.attribute('r');
          column = ref === undefined ? column + 1 : columnOf(ref);
          if (ref !== undefined) row = rowOf(ref);
          {
            const { start, end: openEnd } = reader;
            cell = { start, openEnd, style: Number(reader.attribute('s') ?? 0), formula: false };
          }
          if (reader.empty) finishCell(reader.end);
          break;
        }
        case 'f': {
          if (cell) cell.formula = true;
          const type = reader.attribute('t');
          const range = parseRange(reader.attribute('ref') ?? '');
          if (range && (type === 'array' || type === 'dataTable')) arrays.push(range);
          if (type === 'shared') this.splices.push(...shared.see(reader, { row, column }));
          else reader.skip();
          break;
        }
        default:
          reader.skip();
      }
    }
    if (this.dataClose < 0) throw reader.broken('unclosed');
    this.refuseArrays(arrays);
  }

  /** Parts of an array formula cannot be changed, as in the spreadsheet itself; the whole of one cell can. */
  private refuseArrays(arrays: readonly Range[]): void {
    for (const range of arrays) {
      const alone = range.top === range.bottom && range.left === range.right;
      const hit = alone ? undefined : this.writes.find(({ cell, to }) => to && contains(range, cell));
      if (hit) throw new FormatError('cell-locked', { range: formatRange(range), reason: 'array' });
    }
  }

  private writeRow(row: FoundRow, writes: readonly CellWrite[]): void {
    const fresh: CellWrite[] = [];
    for (const write of writes) {
      const [cell, again] = row.cells.filter(({ column }) => column === write.cell.column);
      if (again) throw this.twice();
      if (!cell) {
        fresh.push(write);
        continue;
      }
      if (!write.to) {
        this.restyle(cell, write);
        continue;
      }
      if (cell.formula) this.formulas = true;
      // Splices inside the cell (a shared formula of its own) give way to the whole.
      for (let i = this.splices.length - 1; i >= 0; i--) {
        const inner = this.splices[i] as Splice;
        if (inner.start >= cell.start && inner.end <= cell.end) this.splices.splice(i, 1);
      }
      this.splices.push({ start: cell.start, end: cell.end, text: this.cellXml(write, cell.style) });
    }
    const xml = this.inOrder(fresh).map((write) => ({ column: write.cell.column, text: this.cellXml(write, 0) }));
    if (xml.every(({ text }) => text === '')) return;
    if (row.empty) {
      const head = asOpenTag(this.text.slice(row.start, row.openEnd));
      const inner = xml.map(({ text }) => text).join('');
      this.splices.push({ start: row.start, end: row.openEnd, text: `${head}${inner}</${this.prefix}row>` });
      return;
    }
    for (const { column, text } of xml) {
      const at = row.cells.find((cell) => cell.column > column)?.start ?? row.closeStart;
      this.splices.push({ start: at, end: at, text });
    }
  }

  /** Of a row or cell that stands twice, what is written to one would be hidden by the other. */
  private twice(): FormatError {
    return new FormatError('bad-xml', { part: this.part, reason: 'twice' });
  }

  private restyle(cell: FoundCell, { style }: CellWrite): void {
    const number = style ? style(cell.style) : cell.style;
    if (number === cell.style) return;
    const tag = withAttribute(this.text.slice(cell.start, cell.openEnd), 's', number === 0 ? null : String(number));
    this.splices.push({ start: cell.start, end: cell.openEnd, text: tag });
  }

  private addRows(missing: readonly (readonly [number, readonly CellWrite[]])[]): void {
    let next = 0;
    const pieces: Splice[] = [];
    const end = this.dataEmpty ? this.dataEnd : this.dataClose;
    for (const [row, writes] of missing) {
      const inner = this.inOrder(writes)
        .map((write) => this.cellXml(write, 0))
        .join('');
      if (inner === '') continue;
      while (next < this.rows.length && (this.rows[next] as FoundRow).row < row) next++;
      const at = this.rows[next]?.start ?? end;
      pieces.push({ start: at, end: at, text: `<${this.prefix}row r="${row + 1}">${inner}</${this.prefix}row>` });
    }
    if (!this.dataEmpty || pieces.length === 0) {
      this.splices.push(...pieces);
      return;
    }
    const head = asOpenTag(this.text.slice(this.dataStart, this.dataEnd));
    const text = `${head}${pieces.map((piece) => piece.text).join('')}</${this.prefix}sheetData>`;
    this.splices.push({ start: this.dataStart, end: this.dataEnd, text });
  }

  private inOrder(writes: readonly CellWrite[]): CellWrite[] {
    return [...writes].sort((a, b) => a.cell.column - b.cell.column);
  }

  /** '' for a blank cell without looks of its own. */
  private cellXml({ cell, to, style, result }: CellWrite, old: number): string {
    const p = this.prefix;
    const number = style ? style(old) : old;
    const head = `<${p}c r="${formatCell(cell)}"${number === 0 ? '' : ` s="${number}"`}`;
    if (!to || 'blank' in to) return number === 0 ? '' : `${head}/>`;
    if ('text' in to) {
      if (to.text === '') return number === 0 ? '' : `${head}/>`;
      const text = escapeXml(encodeText(to.text));
      return `${head} t="inlineStr"><${p}is><${p}t xml:space="preserve">${text}</${p}t></${p}is></${p}c>`;
    }
    if ('number' in to && !Number.isFinite(to.number)) return `${head} t="e"><${p}v>#NUM!</${p}v></${p}c>`;
    if ('number' in to) return `${head}><${p}v>${to.number}</${p}v></${p}c>`;
    if ('boolean' in to) return `${head} t="b"><${p}v>${to.boolean ? 1 : 0}</${p}v></${p}c>`;
    if ('error' in to) return `${head} t="e"><${p}v>${escapeXml(to.error)}</${p}v></${p}c>`;
    this.formulas = true;
    const formula = `<${p}f>${escapeXml(encodeText(formulaToFile(to.formula)))}</${p}f>`;
    const { type, text } = resultXml(result);
    return `${head}${type}>${formula}${text === '' ? '' : `<${p}v>${text}</${p}v>`}</${p}c>`;
  }

  private widenDimension(): void {
    if (!this.dimension) return;
    const { start, end, range } = this.dimension;
    const wide = { ...range };
    for (const { cell, to } of this.writes) {
      if (!to || 'blank' in to) continue;
      wide.top = Math.min(wide.top, cell.row);
      wide.left = Math.min(wide.left, cell.column);
      wide.bottom = Math.max(wide.bottom, cell.row);
      wide.right = Math.max(wide.right, cell.column);
    }
    if (formatRange(wide) === formatRange(range)) return;
    this.splices.push({ start, end, text: withAttribute(this.text.slice(start, end), 'ref', formatRange(wide)) });
  }
}

/** A formula's result: the attribute that tells its type, and its text; '' where it is not known. */
function resultXml(result: CellValue | undefined): { readonly type: string; readonly text: string } {
  if (typeof result === 'number' && Number.isFinite(result)) return { type: '', text: String(result) };
  if (typeof result === 'boolean') return { type: ' t="b"', text: result ? '1' : '0' };
  if (typeof result === 'string' && result !== '') return { type: ' t="str"', text: escapeXml(encodeText(result)) };
  return typeof result === 'object' ? { type: ' t="e"', text: escapeXml(result.error) } : { type: '', text: '' };
}

/** A shared formula whose first cell is overwritten is written out in each of the others. */
class SharedFormulas {
  private readonly dissolved = new Map<string, { formula: string; at: CellRef }>();

  constructor(
    private readonly text: string,
    private readonly isWritten: (cell: CellRef) => boolean,
  ) {}

  /** At the opening tag of a shared formula; leaves the reader past it. */
  see(reader: XmlReader, cell: CellRef): Splice[] {
    const index = reader.attribute('si') ?? '';
    const { start, end } = reader;
    const prefix = this.text.slice(start + 1, this.text.indexOf('f', start));
    const formula = decodeText(reader.content());
    if (formula !== '') {
      if (this.isWritten(cell)) this.dissolved.set(index, { formula, at: cell });
      else this.dissolved.delete(index);
      return [];
    }
    const source = this.dissolved.get(index);
    if (!source || this.isWritten(cell)) return [];
    const own = shiftFormula(source.formula, cell.row - source.at.row, cell.column - source.at.column);
    const text = `<${prefix}f>${escapeXml(encodeText(own))}</${prefix}f>`;
    return [{ start, end: Math.max(end, reader.end), text }];
  }
}

/** Adds merged areas to a worksheet part and takes others out. */
export function changeMerges(
  text: string,
  part: string,
  prefix: string,
  remove: readonly Range[],
  add: readonly Range[],
  insert: (text: string, element: string) => string,
): string {
  const reader = new XmlReader(text, part);
  let list: { start: number; end: number; refs: { range: Range; xml: string }[] } | null = null;
  while (reader.next()) {
    if (reader.closing || reader.name === 'worksheet') continue;
    if (reader.name !== 'mergeCells') {
      reader.skip();
      continue;
    }
    const { start } = reader;
    const refs: { range: Range; xml: string }[] = [];
    if (!reader.empty) {
      while (reader.next() && !(reader.closing && reader.name === 'mergeCells')) {
        const range = parseRange(reader.attribute('ref') ?? '');
        const { start: from } = reader;
        reader.skip();
        if (range) refs.push({ range, xml: text.slice(from, reader.end) });
      }
    }
    list = { start, end: reader.end, refs };
    break;
  }
  const gone = [...remove, ...add];
  const kept = (list?.refs ?? []).filter(({ range }) => !gone.some((area) => intersects(area, range)));
  const all = [
    ...kept.map(({ xml }) => xml),
    ...add.map((range) => `<${prefix}mergeCell ref="${formatRange(range)}"/>`),
  ];
  const element =
    all.length === 0 ? '' : `<${prefix}mergeCells count="${all.length}">${all.join('')}</${prefix}mergeCells>`;
  if (list) return splice(text, [{ start: list.start, end: list.end, text: element }]);
  return element === '' ? text : insert(text, element);
}

/** A range without one cell: up to four ranges. */
export function subtractCell(range: Range, cell: CellRef): Range[] {
  if (!contains(range, cell)) return [range];
  const { row, column } = cell;
  const pieces = [
    { ...range, bottom: row - 1 },
    { ...range, top: row + 1 },
    { ...rangeOf(cell), left: range.left, right: column - 1 },
    { ...rangeOf(cell), left: column + 1, right: range.right },
  ];
  return pieces.filter(({ top, bottom, left, right }) => top <= bottom && left <= right);
}
