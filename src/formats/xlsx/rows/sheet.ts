import { columnName } from '../../../core/sheet';
import { FormatError } from '../../error';
import { splice, type Splice, withAttribute } from '../package-editor';
import { columnOf, MAX_ROWS, rowOf } from '../sheet';
import { encodeText, decodeText, escapeXml, XmlReader } from '../xml';
import { CellFormulas, tagName } from './formulas';
import { movedRow, type RowShift, shiftAreas, shiftReferences } from './references';

/** Attributes that say where something lies; where nothing is left of it, the element goes. */
const AREAS: Readonly<Record<string, string>> = {
  autoFilter: 'ref',
  sortState: 'ref',
  sortCondition: 'ref',
  mergeCell: 'ref',
  hyperlink: 'ref',
  protectedRange: 'sqref',
  conditionalFormatting: 'sqref',
  dataValidation: 'sqref',
  ignoredError: 'sqref',
  scenarios: 'sqref',
  inputCells: 'r',
  cellWatch: 'r',
  webPublishItem: 'sourceRef',
};
/** The same of what is only shown: it always stays. */
const VIEWS: Readonly<Record<string, readonly string[]>> = {
  dimension: ['ref'],
  sheetView: ['topLeftCell'],
  customSheetView: ['topLeftCell'],
  pane: ['topLeftCell'],
  selection: ['activeCell', 'sqref'],
};
/** Elements that must not be empty; some count what they hold. */
const LISTS = new Set([
  'mergeCells',
  'dataValidations',
  'hyperlinks',
  'protectedRanges',
  'cellWatches',
  'ignoredErrors',
  'rowBreaks',
]);
const FORMULAS = new Set(['f', 'formula', 'formula1', 'formula2']);
/** What a new row takes over from the one above it, as in the spreadsheet. */
const ROW_LOOKS = ['s', 'customFormat', 'ht', 'customHeight'];

/** A sheet's part with its rows moved, and what it says of other sheets followed. Throws FormatError. */
export function shiftSheet(text: string, part: string, shift: RowShift, own: boolean): string {
  return new SheetShift(text, part, shift, own).run();
}

interface List {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  kept: number;
  gone: number;
  readonly from: number;
}

class SheetShift {
  private readonly reader: XmlReader;
  private readonly splices: Splice[] = [];
  private readonly formulas: CellFormulas;
  private list: List | null = null;
  /** The first row that is shown, to which a frozen pane is counted. */
  private top = 0;

  constructor(
    private readonly text: string,
    part: string,
    private readonly shift: RowShift,
    private readonly own: boolean,
  ) {
    this.reader = new XmlReader(text, part);
    this.formulas = new CellFormulas(shift, own);
  }

  run(): string {
    const { reader } = this;
    while (reader.next()) {
      if (reader.closing) this.close();
      else if (reader.name === 'sheetData') {
        if (!reader.empty) this.readData();
      } else this.open();
    }
    return splice(this.text, [...this.splices, ...this.formulas.splices()]);
  }

  private open(): void {
    const { reader } = this;
    if (FORMULAS.has(reader.name)) return this.formula();
    if (reader.name === 'cfvo') this.attribute('val', (value) => this.followed(value));
    if (reader.name === 'dataRef') return this.dataRef();
    if (reader.name === 'hyperlink') this.attribute('location', (place) => this.followed(place));
    if (!this.own) return;
    if (LISTS.has(reader.name) && !reader.empty) {
      const { name, start, end } = reader;
      this.list = { name, start, end, kept: 0, gone: 0, from: this.splices.length };
      return;
    }
    const area = AREAS[reader.name];
    if (area !== undefined) return this.area(area);
    if (reader.name === 'sqref') return this.areaText();
    if (reader.name === 'brk' && this.list?.name === 'rowBreaks') return this.pageBreak();
    if (reader.name === 'pane') this.freeze();
    if (reader.name === 'sheetView') this.top = Math.max(0, rowOf(reader.attribute('topLeftCell') ?? 'A1'));
    for (const view of VIEWS[reader.name] ?? []) {
      this.attribute(view, (old) => shiftAreas(old, this.shift) || old);
    }
  }

  private close(): void {
    const { list, reader } = this;
    if (list?.name !== reader.name) return;
    this.list = null;
    if (list.gone === 0) return;
    if (list.kept === 0) {
      this.splices.length = list.from;
      this.splices.push({ start: list.start, end: reader.end, text: '' });
      return;
    }
    const tag = this.text.slice(list.start, list.end);
    if (!/\scount=/.test(tag)) return;
    const text = withAttribute(tag, 'count', String(list.kept));
    this.splices.push({ start: list.start, end: list.end, text });
  }

  /** Several attributes of one tag may change: the splice of the tag is then changed again. */
  private attribute(name: string, change: (old: string) => string): void {
    const { reader, splices } = this;
    const old = reader.attribute(name);
    if (old === undefined) return;
    const now = change(old);
    if (now === old) return;
    const { start, end } = reader;
    const last = splices.at(-1);
    if (last?.start === start) splices[splices.length - 1] = { start, end, text: withAttribute(last.text, name, now) };
    else splices.push({ start, end, text: withAttribute(this.text.slice(start, end), name, now) });
  }

  private area(name: string): void {
    const { reader, list, splices } = this;
    const old = reader.attribute(name);
    const now = old === undefined ? undefined : shiftAreas(old, this.shift);
    // An area of one cell is no merged one.
    if (now === '' || (reader.name === 'mergeCell' && now !== old && !now?.includes(':'))) {
      const { start } = reader;
      if (splices.at(-1)?.start === start) splices.pop();
      reader.skip();
      splices.push({ start, end: reader.end, text: '' });
      if (list) list.gone++;
      return;
    }
    this.attribute(name, () => now ?? '');
    if (list) list.kept++;
  }

  private areaText(): void {
    const { reader } = this;
    if (reader.empty) return;
    const { end } = reader;
    const old = reader.content();
    const now = shiftAreas(old.trim(), this.shift);
    if (now !== '' && now !== old.trim()) this.splices.push({ start: end, end: reader.start, text: now });
  }

  private formula(): void {
    const { reader } = this;
    if (reader.empty) return;
    const { end } = reader;
    const old = decodeText(reader.content());
    const now = this.followed(old);
    if (now !== old) this.splices.push({ start: end, end: reader.start, text: escapeXml(encodeText(now)) });
  }

  private followed(formula: string): string {
    return shiftReferences(formula, this.shift, { own: this.own });
  }

  private dataRef(): void {
    const { reader, shift } = this;
    const sheet = reader.attribute('sheet');
    if (reader.attribute('id') !== undefined) return;
    const meant = sheet === undefined ? this.own : sheet.toLowerCase() === shift.sheet.toLowerCase();
    if (meant) this.attribute('ref', (ref) => shiftAreas(ref, shift) || ref);
  }

  /** A break lies above the row that it names. */
  private pageBreak(): void {
    const { list, shift } = this;
    const row = Number(this.reader.attribute('id') ?? 0);
    const now = movedRow(row, shift);
    if (list && now !== null) list.kept++;
    this.attribute('id', () => String(now ?? shift.before));
  }

  /** Rows opened among the frozen ones are frozen too, so that the same stays in sight. */
  private freeze(): void {
    const { before, count } = this.shift;
    if (!this.reader.attribute('state')?.startsWith('frozen')) return;
    const rows = Number(this.reader.attribute('ySplit') ?? 0);
    if (rows > 0 && before > this.top && before < this.top + rows) {
      this.attribute('ySplit', () => String(Math.max(1, rows + count)));
    }
  }

  private readData(): void {
    const { reader } = this;
    const rows = new RowMover(this.text, this.shift, this.splices);
    let row = -1;
    let column = -1;
    while (reader.next()) {
      if (reader.closing) {
        if (reader.name === 'sheetData') break;
        if (reader.name === 'row' && this.own) rows.close(reader);
        continue;
      }
      switch (reader.name) {
        case 'row': {
          const ref = reader.attribute('r');
          row = ref === undefined ? row + 1 : Number(ref) - 1;
          column = -1;
          if (this.own) rows.open(reader, row);
          break;
        }
        case 'c': {
          const ref = reader.attribute('r');
          column = ref === undefined ? column + 1 : columnOf(ref);
          if (ref !== undefined) row = rowOf(ref);
          if (this.own) rows.cell(reader, row, column, ref);
          break;
        }
        case 'f':
          this.formulas.see(reader, { row, column });
          break;
        default:
          reader.skip();
      }
    }
    if (this.own) rows.finish(reader.start);
  }
}

/** Gives rows and cells their new numbers, and opens or closes rows. */
class RowMover {
  private above: { readonly tag: string; readonly cells: string[] } | null = null;
  private opened: boolean;
  private closedFrom = -1;

  constructor(
    private readonly text: string,
    private readonly shift: RowShift,
    private readonly splices: Splice[],
  ) {
    this.opened = shift.count < 0;
  }

  open(reader: XmlReader, row: number): void {
    const { before } = this.shift;
    const { start, end, empty } = reader;
    if (row < before) {
      this.above = row === before - 1 ? { tag: this.text.slice(start, end), cells: [] } : null;
      return;
    }
    this.insert(start);
    const now = movedRow(row, this.shift);
    if (now === null) {
      this.refuseFilled(reader);
      this.closedFrom = start;
      if (empty) this.close(reader);
      return;
    }
    this.place(reader, String(now + 1));
  }

  cell(reader: XmlReader, row: number, column: number, ref: string | undefined): void {
    if (this.closedFrom >= 0) return;
    const { before } = this.shift;
    if (row === before - 1 && this.above && reader.attribute('s') !== undefined) {
      const name = tagName(this.text.slice(reader.start, reader.end));
      const letters = columnName(column);
      this.above.cells.push(`<${name} r="${letters}#" s="${reader.attribute('s')}"/>`);
    }
    if (row < before || ref === undefined) return;
    const now = movedRow(row, this.shift);
    if (now === null) return;
    this.place(reader, columnName(column) + String(now + 1));
  }

  /** The value alone is replaced where it stands as programs write it: large sheets have a million of them. */
  private place({ start, end }: XmlReader, value: string): void {
    const at = this.text.indexOf(' r="', start) + 4;
    const close = at < 4 || at > end ? -1 : this.text.indexOf('"', at);
    if (close >= 0 && close < end) this.splices.push({ start: at, end: close, text: value });
    else this.splices.push({ start, end, text: withAttribute(this.text.slice(start, end), 'r', value) });
  }

  close(reader: XmlReader): void {
    if (this.closedFrom < 0) return;
    this.splices.push({ start: this.closedFrom, end: reader.end, text: '' });
    this.closedFrom = -1;
  }

  finish(end: number): void {
    this.insert(end);
  }

  private insert(at: number): void {
    if (this.opened) return;
    this.opened = true;
    const { above } = this;
    if (!above) return;
    const name = tagName(above.tag);
    const attributes = ROW_LOOKS.flatMap((look) => {
      const found = new RegExp(`\\s${look}="[^"]*"`).exec(above.tag);
      return found ? [found[0]] : [];
    }).join('');
    if (above.cells.length === 0 && attributes === '') return;
    const { before, count } = this.shift;
    const rows = Array.from({ length: count }, (_, index) => {
      const number = String(before + index + 1);
      const cells = above.cells.map((cell) => cell.replace('#', number)).join('');
      return `<${name} r="${number}"${attributes}>${cells}</${name}>`;
    });
    this.splices.push({ start: at, end: at, text: rows.join('') });
  }

  /** Rows that are closed or pushed off the sheet must be empty. */
  private refuseFilled(reader: XmlReader): void {
    if (reader.empty) return;
    const inside = new XmlReader(this.text, reader.part, reader.end);
    while (inside.next() && !(inside.closing && inside.name === 'row')) {
      if (inside.name === 'v' || inside.name === 'f' || inside.name === 'is') {
        if (this.shift.count < 0) throw new FormatError('unsupported', { what: 'deleteRows' });
        throw new FormatError('too-large', { limit: 'rows', rows: MAX_ROWS });
      }
    }
  }
}
