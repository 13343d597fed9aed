import { FormatError } from '../error';
import { ownText } from '../own-text';

const LT = 60;
const GT = 62;
const SLASH = 47;
const EQUALS = 61;
const COLON = 58;

/**
 * Walks over the tags of a part. Names are local: which prefix a producer chose does not matter. Nothing is expanded
 * and nothing nests on the stack, so no document can make it grow; a DOCTYPE, which spreadsheets never write, is
 * refused. Positions are offsets into `text`, for those who change the part in place.
 */
export class XmlReader {
  /** Local name of the current tag. */
  name = '';
  /** The current tag: `text.slice(start, end)`. */
  start = 0;
  end: number;
  closing = false;
  /** `<a/>`: no closing tag follows. */
  empty = false;

  private attributeCount = 0;
  /** Four positions an attribute: name start and end, value start and end. */
  private readonly attributes: number[] = [];

  constructor(
    readonly text: string,
    readonly part: string,
    from = 0,
    private readonly limit = text.length,
  ) {
    this.end = from;
  }

  /** To the next tag; false at the end. */
  next(): boolean {
    const { text } = this;
    for (;;) {
      const open = text.indexOf('<', this.end);
      if (open < 0 || open >= this.limit) return false;
      const second = text.charCodeAt(open + 1);
      if (second === 33) this.end = this.skipDeclaration(open);
      else if (second === 63) this.end = this.after('?>', open);
      else {
        this.readTag(open, second === SLASH);
        return true;
      }
    }
  }

  /** The next opening tag of this name; false at the end. */
  find(name: string): boolean {
    while (this.next()) if (!this.closing && this.name === name) return true;
    return false;
  }

  /** The value of an attribute of the current tag by its local name, entities resolved. */
  attribute(name: string): string | undefined {
    const { text, attributes } = this;
    for (let i = 0; i < this.attributeCount; i++) {
      const from = attributes[4 * i] as number;
      const to = attributes[4 * i + 1] as number;
      if (!text.startsWith(name, to - name.length)) continue;
      const length = to - from;
      if (length !== name.length) {
        if (length < name.length || text.charCodeAt(to - name.length - 1) !== COLON) continue;
        if (text.startsWith('xmlns', from)) continue;
      }
      return ownText(unescapeXml(text.slice(attributes[4 * i + 2], attributes[4 * i + 3])));
    }
    return undefined;
  }

  /** Past the closing tag that belongs to the current opening one. */
  skip(): void {
    if (this.empty || this.closing) return;
    const { name } = this;
    let depth = 1;
    while (this.next()) {
      if (this.closing) depth--;
      else if (!this.empty) depth++;
      if (depth > 0) continue;
      // What closes another element would have us read on in the middle of something else.
      if (this.name === name) return;
      break;
    }
    throw this.broken('unclosed');
  }

  /** The characters of the current element, its children's included, and past its closing tag. */
  content(): string {
    if (this.empty) return '';
    const { text, name } = this;
    const from = this.end;
    const plain = text.indexOf('<', from);
    if (plain >= 0 && text.charCodeAt(plain + 1) === SLASH) {
      this.readTag(plain, true);
      if (this.name !== name) throw this.broken('unclosed');
      return ownText(unescapeXml(text.slice(from, plain)));
    }
    this.skip();
    return ownText(characters(text.slice(from, this.start)));
  }

  broken(reason: string): FormatError {
    return new FormatError('bad-xml', { part: this.part, reason });
  }

  private readTag(open: number, closing: boolean): void {
    const { text, attributes } = this;
    this.start = open;
    this.closing = closing;
    this.empty = false;
    this.attributeCount = 0;
    let at = open + (closing ? 2 : 1);
    let nameStart = at;
    let code = text.charCodeAt(at);
    while (code > 32 && code !== GT && code !== SLASH) {
      if (code === COLON) nameStart = at + 1;
      code = text.charCodeAt(++at);
    }
    if (at === nameStart) throw this.broken('tag');
    this.name = text.slice(nameStart, at);
    for (;;) {
      while (code <= 32) code = text.charCodeAt(++at);
      if (code === GT) break;
      if (code === SLASH) {
        if (text.charCodeAt(at + 1) !== GT) throw this.broken('tag');
        this.empty = true;
        at++;
        break;
      }
      const from = at;
      while (code > 32 && code !== EQUALS && code !== GT && code !== LT) code = text.charCodeAt(++at);
      const to = at;
      while (code <= 32) code = text.charCodeAt(++at);
      if (code !== EQUALS) throw this.broken('attribute');
      code = text.charCodeAt(++at);
      while (code <= 32) code = text.charCodeAt(++at);
      if (code !== 34 && code !== 39) throw this.broken('attribute');
      const close = text.indexOf(code === 34 ? '"' : "'", at + 1);
      if (close < 0) throw this.broken('attribute');
      const slot = 4 * this.attributeCount++;
      attributes[slot] = from;
      attributes[slot + 1] = to;
      attributes[slot + 2] = at + 1;
      attributes[slot + 3] = close;
      at = close + 1;
      code = text.charCodeAt(at);
    }
    this.end = at + 1;
  }

  private skipDeclaration(open: number): number {
    if (this.text.startsWith('<!--', open)) return this.after('-->', open + 4);
    if (this.text.startsWith('<![CDATA[', open)) return this.after(']]>', open + 9);
    throw this.broken('doctype');
  }

  private after(mark: string, from: number): number {
    const at = this.text.indexOf(mark, from);
    if (at < 0) throw this.broken('unclosed');
    return at + mark.length;
  }
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const REPLACEMENT = '\uFFFD';

/** Resolves the five named entities and character references; anything else stays as it stands. */
export function unescapeXml(text: string): string {
  const plain = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (!plain.includes('&')) return plain;
  return plain.replace(
    /&(?:#x([0-9a-fA-F]+)|#(\d+)|([a-z]+));/g,
    (whole, hex: string, decimal: string, name: string) =>
      name === undefined ? fromCode(hex ? parseInt(hex, 16) : Number(decimal)) : (NAMED[name] ?? whole),
  );
}

function fromCode(code: number): string {
  const valid = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return valid ? String.fromCodePoint(code) : REPLACEMENT;
}

/** The text between tags, with CDATA sections taken as they are, comments and tags left out. */
function characters(inner: string): string {
  let result = '';
  let at = 0;
  for (;;) {
    const open = inner.indexOf('<', at);
    if (open < 0) return result + unescapeXml(inner.slice(at));
    result += unescapeXml(inner.slice(at, open));
    const mark = inner.startsWith('<![CDATA[', open) ? ']]>' : inner.startsWith('<!--', open) ? '-->' : '>';
    const close = inner.indexOf(mark, open + 1);
    if (close < 0) return result;
    if (mark === ']]>') result += inner.slice(open + 9, close).replace(/\r\n?/g, '\n');
    at = close + mark.length;
  }
}

/** For element content and attribute values in double quotes. */
export function escapeXml(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (char) => `&${char === '&' ? 'amp' : char === '<' ? 'lt' : char === '>' ? 'gt' : 'quot'};`,
  );
}

/** Resolves `_x000D_`: how spreadsheets write characters that XML cannot hold. */
export function decodeText(text: string): string {
  if (!text.includes('_x')) return text;
  return wellFormed(text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))));
}

/** The other way: control characters as `_x000B_`, and text that looks like such a code kept as it is. NULs go. */
export function encodeText(text: string): string {
  return wellFormed(text)
    .replaceAll('\0', '')
    .replace(/\r\n?/g, '\n')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, (char) => {
      const code = char.charCodeAt(0);
      const allowed = char === '\n' || char === '\t' || (code >= 0x7f && code < 0xa0);
      return allowed ? char : `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`;
    });
}

/** Halves of surrogate pairs, which no file can hold, become U+FFFD. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, REPLACEMENT);
}
