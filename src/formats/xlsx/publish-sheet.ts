import { parseCell, type CellRef } from '../../core/sheet';
import { withoutMarks } from './mark-editor';
import { splice, withAttribute, type Splice } from './package-editor';
import { XmlReader } from './xml';

/** Whether a formula may not stand in the public copy: only its value does. */
export type IsPrivate = (formula: string) => boolean;

export interface PublicSheet {
  readonly text: string;
  readonly marks: number;
  readonly formulas: number;
  /** Cells whose formula went and left no value behind it. */
  readonly valueless: readonly CellRef[];
}

/** Elements that refer to parts of the package, or to persons, that the copy does not have. */
const GONE = new Set(['customSheetViews']);
/** Lists whose entries go where they refer to what is private; the list goes with its last entry. */
const LISTS: Readonly<Record<string, string>> = {
  dataValidations: 'dataValidation',
  hyperlinks: 'hyperlink',
};

/** A worksheet part as it may be made public; all else of its text stays as it is. */
export function publicSheet(part: string, original: string, isPrivate: IsPrivate): PublicSheet {
  const unmarked = withoutMarks(original, part);
  const marks = Object.values(unmarked.areas).reduce((sum, areas) => sum + areas.length, 0);
  const cells = withoutFormulas(unmarked.text, part, isPrivate);
  const text = withoutReferences(cells.text, part, isPrivate);
  return { text, marks, formulas: cells.formulas, valueless: cells.valueless };
}

function withoutFormulas(
  text: string,
  part: string,
  isPrivate: IsPrivate,
): Pick<PublicSheet, 'text' | 'formulas' | 'valueless'> {
  const shared = sharedFormulas(text, part, isPrivate);
  const cuts: Splice[] = [];
  const valueless: CellRef[] = [];
  let formulas = 0;
  const reader = new XmlReader(text, part);
  let cell = { start: 0, end: 0, ref: '', type: '' };
  let isValued = false;
  let isCut = false;
  const close = (): void => {
    const place = parseCell(cell.ref);
    if (isCut && place && (!isValued || cell.type === 'e')) valueless.push(place);
    isCut = false;
  };
  while (reader.next()) {
    if (reader.name === 'c') {
      close();
      if (reader.closing) continue;
      const { start, end } = reader;
      cell = { start, end, ref: reader.attribute('r') ?? '', type: reader.attribute('t') ?? '' };
      isValued = false;
    } else if (reader.name === 'v' && !reader.closing) {
      isValued = reader.content() !== '';
    } else if (reader.name === 'f' && !reader.closing) {
      const { start } = reader;
      const group = reader.attribute('t') === 'shared' ? reader.attribute('si') : undefined;
      const formula = reader.content();
      if (!(group !== undefined && shared.has(group)) && !(formula !== '' && isPrivate(formula))) continue;
      cuts.push({ start, end: reader.end, text: '' });
      // The mark of an array formula speaks of the formula that went.
      const tag = text.slice(cell.start, cell.end);
      const plain = withAttribute(tag, 'cm', null);
      if (plain !== tag) cuts.push({ start: cell.start, end: cell.end, text: plain });
      formulas++;
      isCut = true;
    }
  }
  close();
  return { text: cuts.length === 0 ? text : splice(text, cuts), formulas, valueless };
}

/** Groups of cells that share a formula which may not be shown; the formula itself stands in the first of them alone. */
function sharedFormulas(text: string, part: string, isPrivate: IsPrivate): ReadonlySet<string> {
  const found = new Set<string>();
  const reader = new XmlReader(text, part);
  while (reader.find('f')) {
    const group = reader.attribute('t') === 'shared' ? reader.attribute('si') : undefined;
    if (group === undefined || reader.empty) continue;
    if (isPrivate(reader.content())) found.add(group);
  }
  return found;
}

/** Lists, rules and views that speak of what the copy does not have. */
function withoutReferences(text: string, part: string, isPrivate: IsPrivate): string {
  const cuts: Splice[] = [];
  const reader = new XmlReader(text, part);
  while (reader.next()) {
    if (reader.closing) continue;
    const { start, name, end, empty } = reader;
    const item = LISTS[name];
    if (name === 'sheetData') reader.skip();
    else if (GONE.has(name)) {
      reader.skip();
      cuts.push({ start, end: reader.end, text: '' });
    } else if (item !== undefined && !empty) {
      reader.skip();
      const own = privateItems(text, part, end, reader.start, item, isPrivate);
      if (own.kept === 0 && own.cuts.length > 0) cuts.push({ start, end: reader.end, text: '' });
      else if (own.cuts.length > 0) {
        const tag = text.slice(start, end);
        const counted = /\scount\s*=/u.test(tag) ? withAttribute(tag, 'count', String(own.kept)) : tag;
        cuts.push({ start, end, text: counted }, ...own.cuts);
      }
    } else if (name === 'conditionalFormatting' && !empty) {
      reader.skip();
      const own = privateItems(text, part, end, reader.start, 'cfRule', isPrivate);
      if (own.kept === 0 && own.cuts.length > 0) cuts.push({ start, end: reader.end, text: '' });
      else cuts.push(...own.cuts);
    } else if (name === 'pageSetup' && reader.attribute('id') !== undefined) {
      // Settings of somebody's printer, with its name.
      const tag = text.slice(start, end).replace(/\s[\w.-]+:id\s*=\s*(?:"[^"]*"|'[^']*')/u, '');
      cuts.push({ start, end, text: tag });
    }
  }
  return cuts.length === 0 ? text : splice(text, cuts);
}

function privateItems(
  text: string,
  part: string,
  from: number,
  to: number,
  item: string,
  isPrivate: IsPrivate,
): { readonly cuts: Splice[]; readonly kept: number } {
  const cuts: Splice[] = [];
  let kept = 0;
  const reader = new XmlReader(text, part, from, to);
  while (reader.next()) {
    if (reader.closing || reader.name !== item) continue;
    const { start } = reader;
    const location = reader.attribute('location');
    reader.skip();
    const inner = new XmlReader(text, part, start, reader.end);
    let speaks = location !== undefined && isPrivate(location);
    while (!speaks && inner.next()) {
      if (!inner.closing && /^(?:formula[12]?|f)$/u.test(inner.name) && !inner.empty)
        speaks = isPrivate(inner.content());
    }
    if (speaks) cuts.push({ start, end: reader.end, text: '' });
    else kept++;
  }
  return { cuts, kept };
}

/** A drawing of notes without them; null where nothing else was drawn in it. Drawings are not always well-formed. */
export function withoutNoteShapes(text: string): string | null {
  const pieces: string[] = [];
  const closing = '</v:shape>';
  let at = 0;
  let kept = 0;
  for (;;) {
    let start = text.indexOf('<v:shape', at);
    while (start >= 0 && !/[\s>]/u.test(text.charAt(start + 8))) start = text.indexOf('<v:shape', start + 8);
    const close = start < 0 ? -1 : text.indexOf(closing, start);
    if (start < 0 || close < 0) break;
    const end = close + closing.length;
    const isNote = /ObjectType\s*=\s*["']Note["']/u.test(text.slice(start, end));
    pieces.push(text.slice(at, isNote ? start : end));
    if (!isNote) kept++;
    at = end;
  }
  pieces.push(text.slice(at));
  return kept === 0 ? null : pieces.join('');
}
