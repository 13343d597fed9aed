import { FormatError } from '../error';
import { Parts, relationshipsPart, type Relationship } from './parts';
import { escapeXml, XmlReader } from './xml';
import { Zip } from './zip';

const encoder = new TextEncoder();
const CONTENT_TYPES = '[Content_Types].xml';
const TRANSITIONAL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const NO_RELATIONSHIPS = `${XML_HEAD}<Relationships xmlns="${PACKAGE}"></Relationships>`;
/** Ids that we give: by them a relationship of ours is known and taken out again. */
const OUR_ID = 'rIdPerf';

/** A part of an element's text that is replaced. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Splices must not overlap; those at one place keep their order. */
export function splice(text: string, splices: readonly Splice[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, text: inserted } of [...splices].sort((a, b) => a.start - b.start || a.end - b.end)) {
    pieces.push(text.slice(at, start), inserted);
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

/** Changes to the parts of a package, gathered and then carried out together; until then nothing has happened. */
export class PackageEditor {
  private readonly changes = new Map<string, string | null>();
  private readonly parts: Parts;

  constructor(private readonly zip: Zip) {
    this.parts = new Parts(zip);
  }

  has(part: string): boolean {
    const changed = this.changes.get(part);
    return changed === undefined ? this.zip.has(part) : changed !== null;
  }

  /** Throws FormatError: missing-part, bad-xml. */
  text(part: string): string {
    const changed = this.changes.get(part);
    if (changed === null) throw new FormatError('missing-part', { part });
    return changed ?? this.parts.editableText(part);
  }

  /** A part given its old text again counts as untouched. */
  set(part: string, text: string): void {
    if (this.zip.has(part) && this.parts.editableText(part) === text) this.changes.delete(part);
    else this.changes.set(part, text);
  }

  remove(part: string): void {
    if (this.zip.has(part)) this.changes.set(part, null);
    else this.changes.delete(part);
  }

  /** Names of parts, those that were added included. */
  names(): string[] {
    const kept = this.zip.names().filter((name) => this.changes.get(name) !== null);
    const added = [...this.changes].filter(([name, text]) => text !== null && !this.zip.has(name));
    return [...kept, ...added.map(([name]) => name)];
  }

  /** `xl/comments1.xml`, with the first number that is free. */
  freshName(before: string, after: string): string {
    const taken = new Set(this.names().map((name) => name.toLowerCase()));
    let number = 1;
    while (taken.has(`${before}${number}${after}`.toLowerCase())) number++;
    return `${before}${number}${after}`;
  }

  relationships(part: string): Relationship[] {
    const changed = this.changes.get(relationshipsPart(part));
    if (changed === undefined) return this.parts.relationships(part);
    if (changed === null) return [];
    return new Parts(Zip.empty().with(new Map([[relationshipsPart(part), encoder.encode(changed)]]))).relationships(
      part,
    );
  }

  /** Returns its id. */
  relate(part: string, type: string, target: string, base = TRANSITIONAL): string {
    const name = relationshipsPart(part);
    const text = openElement(this.has(name) ? this.text(name) : NO_RELATIONSHIPS, name, 'Relationships');
    const prefix = prefixOf(text, name, 'Relationships');
    let number = 1;
    while (text.includes(`"${OUR_ID}${number}"`)) number++;
    const id = `${OUR_ID}${number}`;
    const item = `<${prefix}Relationship Id="${id}" Type="${base}/${type}" Target="/${escapeXml(target)}"/>`;
    this.set(name, appendChild(text, name, 'Relationships', item));
    return id;
  }

  /** Takes a relationship out, and the list with it where it was made for it. */
  unrelate(part: string, id: string): void {
    const name = relationshipsPart(part);
    const text = this.text(name);
    const reader = new XmlReader(text, name);
    while (reader.find('Relationship')) {
      if (reader.attribute('Id') !== id) continue;
      const { start } = reader;
      reader.skip();
      const rest = splice(text, [{ start, end: reader.end, text: '' }]);
      if (rest === NO_RELATIONSHIPS) this.remove(name);
      else this.set(name, rest);
      return;
    }
  }

  declareType(part: string, contentType: string): void {
    const text = this.text(CONTENT_TYPES);
    const prefix = prefixOf(text, CONTENT_TYPES, 'Types');
    const item = `<${prefix}Override PartName="/${escapeXml(part)}" ContentType="${contentType}"/>`;
    this.set(CONTENT_TYPES, appendChild(text, CONTENT_TYPES, 'Types', item));
  }

  undeclareType(part: string): void {
    const text = this.text(CONTENT_TYPES);
    const reader = new XmlReader(text, CONTENT_TYPES);
    while (reader.find('Override')) {
      if (reader.attribute('PartName')?.toLowerCase() !== `/${part}`.toLowerCase()) continue;
      const { start } = reader;
      reader.skip();
      this.set(CONTENT_TYPES, splice(text, [{ start, end: reader.end, text: '' }]));
      return;
    }
  }

  /** Whether all parts with an ending have a type. */
  knowsEnding(ending: string): boolean {
    const reader = new XmlReader(this.text(CONTENT_TYPES), CONTENT_TYPES);
    while (reader.find('Default')) if (reader.attribute('Extension')?.toLowerCase() === ending) return true;
    return false;
  }

  /** The parts that differ. */
  changed(): ReadonlySet<string> {
    return new Set(this.changes.keys());
  }

  /** The package with everything changed; the archive itself where nothing was. */
  finish(): Zip {
    if (this.changes.size === 0) return this.zip;
    return this.zip.with(
      new Map([...this.changes].map(([name, text]) => [name, text === null ? null : encoder.encode(text)])),
    );
  }
}

/** What stands before the colon of an element's name, colon included; '' where there is none. */
export function prefixOf(text: string, part: string, element: string): string {
  const reader = new XmlReader(text, part);
  if (!reader.find(element)) throw reader.broken('root');
  return text.slice(reader.start + 1, text.indexOf(element, reader.start));
}

/** `<a x="1"/>` as `<a x="1">`; other tags as they are. Blanks stay, so that it can be closed again as it was. */
export function asOpenTag(tag: string): string {
  return tag.endsWith('/>') ? `${tag.slice(0, -2)}>` : tag;
}

/** `<a x="1"/>` as `<a x="1"></a>`, for the first element of this name; the text itself where it is open already. */
export function openElement(text: string, part: string, element: string): string {
  const reader = new XmlReader(text, part);
  if (!reader.find(element) || !reader.empty) return text;
  const { start, end } = reader;
  const prefix = text.slice(start + 1, text.indexOf(element, start));
  const head = asOpenTag(text.slice(start, end));
  return splice(text, [{ start, end, text: `${head}</${prefix}${element}>` }]);
}

/** Puts `item` last into the first element of this name, which must be open. */
export function appendChild(text: string, part: string, element: string, item: string): string {
  const reader = new XmlReader(text, part);
  if (!reader.find(element)) throw reader.broken('root');
  reader.skip();
  return splice(text, [{ start: reader.start, end: reader.start, text: item }]);
}

/** The current tag with an attribute set, replaced or (null) taken out. */
export function withAttribute(tag: string, name: string, value: string | null): string {
  const pattern = new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`);
  const written = value === null ? '' : ` ${name}="${escapeXml(value)}"`;
  if (pattern.test(tag)) return tag.replace(pattern, () => written);
  if (value === null) return tag;
  const end = tag.endsWith('/>') ? '/>' : '>';
  return tag.slice(0, -end.length).trimEnd() + written + end;
}
