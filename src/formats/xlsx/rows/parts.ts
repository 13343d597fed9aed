import { formatRange, parseRange } from '../../../core/sheet';
import { FormatError } from '../../error';
import { nextShape } from '../note-editor';
import { splice, type Splice, withAttribute } from '../package-editor';
import { escapeXml, XmlReader } from '../xml';
import { movedRow, movedSpan, type RowShift, shiftAreas, shiftReferences } from './references';

/** Changes attributes and contents of elements; each is asked for by the element's local name. */
function rewrite(
  text: string,
  part: string,
  attributes: Readonly<Record<string, (reader: XmlReader) => Readonly<Record<string, string>>>>,
  contents: (name: string) => ((old: string) => string) | null = () => null,
): string {
  const splices: Splice[] = [];
  const reader = new XmlReader(text, part);
  while (reader.next()) {
    if (reader.closing) continue;
    const { start, end, name } = reader;
    const tag = text.slice(start, end);
    let now = tag;
    for (const [attribute, value] of Object.entries(attributes[name]?.(reader) ?? {})) {
      if (reader.attribute(attribute) !== value) now = withAttribute(now, attribute, value);
    }
    if (now !== tag) splices.push({ start, end, text: now });
    const change = reader.empty ? null : contents(name);
    if (!change) continue;
    const old = reader.content();
    const written = change(old);
    if (written !== old) splices.push({ start: end, end: reader.start, text: escapeXml(written) });
  }
  return splice(text, splices);
}

/** One attribute that holds areas of the sheet itself. Closed rows that hold one of them are not closed. */
function area(name: string, shift: RowShift): (reader: XmlReader) => Readonly<Record<string, string>> {
  return (reader) => {
    const old = reader.attribute(name);
    if (old === undefined) return {};
    const now = shiftAreas(old, shift);
    if (now === '') throw new FormatError('unsupported', { what: 'deleteRows' });
    return { [name]: now };
  };
}

/** Notes, conversations, cells bound to XML data, filters of a sheet's views: each names its cells. */
export function shiftComments(text: string, part: string, shift: RowShift): string {
  return rewrite(text, part, {
    comment: area('ref', shift),
    threadedComment: area('ref', shift),
    singleXmlCell: area('r', shift),
    nsvFilter: area('ref', shift),
  });
}

/** A table of the sheet that is shifted, or (`own` false) one whose formulas may refer to it. */
export function shiftTable(text: string, part: string, shift: RowShift, own: boolean): string {
  const formulas = (name: string) =>
    name === 'calculatedColumnFormula' || name === 'totalsRowFormula'
      ? (old: string) => shiftReferences(old, shift, { own })
      : null;
  if (!own) return rewrite(text, part, {}, formulas);
  const ref = area('ref', shift);
  return rewrite(text, part, { table: ref, autoFilter: ref, sortState: ref, sortCondition: ref }, formulas);
}

/** A pivot table lies as one piece, its page fields above it; rows open above or below it. */
export function shiftPivotTable(text: string, part: string, shift: RowShift): string {
  return rewrite(text, part, {
    location: (reader): Readonly<Record<string, string>> => {
      const range = parseRange(reader.attribute('ref') ?? '');
      if (!range) return {};
      const pages = Number(reader.attribute('rowPageCount') ?? 0);
      const top = Math.max(0, pages > 0 ? range.top - pages - 1 : range.top);
      const span = movedSpan(top, range.bottom, shift);
      if (!span || span.bottom - span.top !== range.bottom - top) {
        throw new FormatError('cell-locked', { range: formatRange({ ...range, top }), reason: 'pivot' });
      }
      const by = span.top - top;
      return { ref: formatRange({ ...range, top: range.top + by, bottom: range.bottom + by }) };
    },
  });
}

/** Where a pivot table's data come from, as far as it is the sheet that is shifted. */
export function shiftPivotSource(text: string, part: string, shift: RowShift): string {
  const source = (reader: XmlReader): Readonly<Record<string, string>> => {
    const here = reader.attribute('sheet')?.toLowerCase() === shift.sheet.toLowerCase();
    const ref = reader.attribute('ref');
    return here && ref !== undefined && reader.attribute('id') === undefined
      ? { ref: shiftAreas(ref, shift) || ref }
      : {};
  };
  return rewrite(text, part, { worksheetSource: source, rangeSet: source });
}

/** A chart's data; in the extensions of younger programs too. */
export function shiftChart(text: string, part: string, shift: RowShift): string {
  return rewrite(text, part, {}, (name) =>
    name === 'f' || name === 'sqref' ? (old) => shiftReferences(old, shift, { own: false }) : null,
  );
}

/** The names of a workbook. Rows without `$` are distances from the cell that uses the name. */
export function shiftNames(text: string, part: string, shift: RowShift): string {
  return rewrite(text, part, {}, (name) =>
    name === 'definedName' ? (old) => shiftReferences(old, shift, { own: false, fixedOnly: true }) : null,
  );
}

/** Form controls and parameters of queries that are bound to cells. */
export function shiftBindings(text: string, part: string, shift: RowShift): string {
  const follow = (names: readonly string[]) => (reader: XmlReader) =>
    Object.fromEntries(
      names.flatMap((name) => {
        const old = reader.attribute(name);
        return old === undefined ? [] : [[name, shiftReferences(old, shift, { own: false })]];
      }),
    );
  return rewrite(text, part, {
    formControlPr: follow(['fmlaLink', 'fmlaRange', 'fmlaTxbx', 'fmlaGroup']),
    parameter: follow(['cell']),
  });
}

interface Corner {
  readonly row: number;
  readonly offset: number;
  /** Of the number in the text. */
  readonly start: number;
  readonly end: number;
}

/** What is drawn on a sheet: pictures, charts and shapes move with their cells (`own`), and what they show is followed. */
export function shiftDrawing(before: string, part: string, shift: RowShift, own: boolean): string {
  const follow = (name: string) => (reader: XmlReader) => {
    const old = reader.attribute(name);
    return old === undefined ? {} : { [name]: shiftReferences(old, shift, { own }) };
  };
  const text = rewrite(before, part, {
    sp: follow('textlink'),
    cxnSp: follow('textlink'),
    cameraTool: follow('cellRange'),
  });
  if (!own) return text;
  const splices: Splice[] = [];
  const reader = new XmlReader(text, part);
  let anchor = '';
  let from: Corner | null = null;
  while (reader.next()) {
    if (reader.closing) continue;
    if (reader.name.endsWith('Anchor')) {
      anchor = reader.attribute('editAs') ?? (reader.name === 'oneCellAnchor' ? 'oneCell' : 'twoCell');
      from = null;
    } else if (reader.name === 'from' && anchor !== '' && !from) {
      from = corner(reader);
      if (from && anchor !== 'absolute') splices.push(...place(from, shift, false));
    } else if (reader.name === 'to' && from) {
      const to = corner(reader);
      const moves = anchor === 'twoCell' || (anchor === 'oneCell' && from.row >= shift.before);
      if (to && moves) splices.push(...place(to, shift, from.row < shift.before));
      anchor = '';
    }
  }
  return splice(text, splices);
}

function corner(reader: XmlReader): Corner | null {
  const closing = reader.name;
  let row: Corner | null = null;
  let offset = 0;
  while (reader.next() && !(reader.closing && reader.name === closing)) {
    if (reader.closing || reader.empty) continue;
    const { name, end } = reader;
    const value = Number(reader.content());
    if (name === 'row') row = { row: value, offset: 0, start: end, end: reader.start };
    else if (name === 'rowOff') offset = value;
  }
  return row && { ...row, offset };
}

/** `edge`: the lower side of what begins above; where it only touches the new rows it stays. */
function place({ row, offset, start, end }: Corner, shift: RowShift, edge: boolean): Splice[] {
  if (edge && row === shift.before && offset === 0) return [];
  const now = movedRow(row, shift) ?? shift.before;
  return now === row ? [] : [{ start, end, text: String(now) }];
}

const SHAPE_END = '</v:shape>';

/**
 * The boxes of notes, and what old form controls are bound to. Drawings of this kind are not always well-formed: they are
 * changed as text. Throws FormatError for other shapes on the sheet itself, which say in many ways where they lie.
 */
export function shiftShapes(text: string, part: string, shift: RowShift, own: boolean): string {
  const bound = text.replace(
    /(<x:Fmla\w+>)([^<]*)(?=<)/g,
    (_, tag: string, formula: string) => tag + shiftReferences(formula, shift, { own: false }),
  );
  if (!own) return bound;
  const splices: Splice[] = [];
  for (let start = nextShape(bound, 0); start >= 0;) {
    const close = bound.indexOf(SHAPE_END, start);
    if (close < 0) break;
    const end = close + SHAPE_END.length;
    splices.push({ start, end, text: movedShape(bound.slice(start, end), part, shift) });
    start = nextShape(bound, end);
  }
  return splice(bound, splices);
}

function movedShape(shape: string, part: string, shift: RowShift): string {
  if (!shape.includes('<x:ClientData')) return shape;
  if (!/ObjectType\s*=\s*["']Note["']/.test(shape)) throw new FormatError('unsupported', { what: 'insertRows', part });
  const row = Number(/<x:Row>\s*(\d+)/.exec(shape)?.[1] ?? NaN);
  const now = Number.isNaN(row) ? row : (movedRow(row, shift) ?? NaN);
  if (Number.isNaN(now) || now === row) return shape;
  return shape
    .replace(/(<x:Row>\s*)\d+/, `$1${now}`)
    .replace(/(<x:Anchor>)([^<]*)/, (_, tag: string, anchor: string) => tag + movedAnchor(anchor, now - row));
}

/** Column, offset, row, offset of the upper left corner and of the lower right one. */
function movedAnchor(anchor: string, by: number): string {
  return anchor
    .split(',')
    .map((piece, index) =>
      index % 4 === 2 ? piece.replace(/\d+/, (row) => String(Math.max(0, Number(row) + by))) : piece,
    )
    .join(',');
}
