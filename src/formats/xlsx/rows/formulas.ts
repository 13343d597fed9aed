import { type CellRef, formatRange, parseRange } from '../../../core/sheet';
import { FormatError } from '../../error';
import { shiftFormula } from '../formula';
import { type Splice, withAttribute } from '../package-editor';
import { decodeText, encodeText, escapeXml, type XmlReader } from '../xml';
import { movedRow, movedSpan, type RowShift, shiftAreas, shiftReferences } from './references';

interface Found {
  readonly cell: CellRef;
  readonly tag: string;
  readonly start: number;
  readonly end: number;
  readonly type: string | undefined;
  readonly group: string | undefined;
  readonly ref: string | undefined;
  readonly text: string;
}

/** The formulas in the cells of one sheet, gathered first: those that share a text move together or part. */
export class CellFormulas {
  private readonly found: Found[] = [];

  constructor(
    private readonly shift: RowShift,
    /** Whether the cells are on the sheet that is shifted. */
    private readonly own: boolean,
  ) {}

  /** At the opening tag; leaves the reader past the formula. */
  see(reader: XmlReader, cell: CellRef): void {
    const { start, end } = reader;
    const tag = reader.text.slice(start, end);
    const [type, group, ref] = ['t', 'si', 'ref'].map((name) => reader.attribute(name));
    if (this.own && (type === 'array' || type === 'dataTable')) this.refuseInside(ref);
    const text = decodeText(reader.content());
    this.found.push({ cell, tag, start, end: Math.max(end, reader.end), type, group, ref, text });
  }

  splices(): Splice[] {
    const groups = new Map<string, { master: Found; members: Found[] }>();
    const splices: Splice[] = [];
    for (const formula of this.found) {
      const { type, group, text } = formula;
      if (type !== 'shared' || group === undefined) splices.push(...this.rewritten(formula, this.moved(text)));
      else if (text !== '') {
        const old = groups.get(group);
        if (old) splices.push(...this.shared(old.master, old.members));
        groups.set(group, { master: formula, members: [] });
      } else groups.get(group)?.members.push(formula);
    }
    for (const { master, members } of groups.values()) splices.push(...this.shared(master, members));
    return splices;
  }

  private moved(text: string): string {
    return text === '' ? '' : shiftReferences(text, this.shift, { own: this.own });
  }

  /** As in the spreadsheet itself: rows open above or below what is calculated as one, not in it. */
  private refuseInside(ref: string | undefined): void {
    const range = parseRange(ref ?? '');
    if (!range) return;
    const span = movedSpan(range.top, range.bottom, this.shift);
    if (span && span.bottom - span.top === range.bottom - range.top) return;
    throw new FormatError('cell-locked', { range: formatRange(range), reason: 'array' });
  }

  /** The group stays where every member still follows from the first; else each gets its own text. */
  private shared(master: Found, members: readonly Found[]): Splice[] {
    const text = this.moved(master.text);
    const rowOf = ({ cell }: Found) => (this.own ? movedRow(cell.row, this.shift) : cell.row) ?? cell.row;
    const texts = members.map((member) => {
      const [rows, columns] = [member.cell.row - master.cell.row, member.cell.column - master.cell.column];
      const own = this.moved(shiftFormula(master.text, rows, columns));
      return { member, own, kept: shiftFormula(text, rowOf(member) - rowOf(master), columns) === own };
    });
    if (texts.every(({ kept }) => kept)) return this.rewritten(master, text);
    const plain = (formula: Found, own: string): Splice => {
      const name = tagName(formula.tag);
      return {
        start: formula.start,
        end: formula.end,
        text: `<${name}>${escapeXml(encodeText(own))}</${name}>`,
      };
    };
    return [plain(master, text), ...texts.map(({ member, own }) => plain(member, own))];
  }

  private rewritten({ tag, start, end, ref, text }: Found, now: string): Splice[] {
    let head = tag;
    if (this.own) {
      if (ref !== undefined) head = withAttribute(head, 'ref', shiftAreas(ref, this.shift));
      for (const input of ['r1', 'r2']) head = withInput(head, input, this.shift);
    }
    if (head === tag && now === text) return [];
    if (tag.endsWith('/>')) return [{ start, end, text: head }];
    const name = tagName(tag);
    return [{ start, end, text: `${head}${escapeXml(encodeText(now))}</${name}>` }];
  }
}

/** The cells that a what-if table puts its values into. */
function withInput(tag: string, name: string, shift: RowShift): string {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag);
  return found ? withAttribute(tag, name, shiftAreas(found[1] as string, shift)) : tag;
}

/** With its prefix. */
export function tagName(tag: string): string {
  return tag.slice(1).split(/[\s/>]/, 1)[0] as string;
}
