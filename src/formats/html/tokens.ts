import { unescapeHtml } from './entities';

/** Elements whose content is text up to their own closing tag. */
const RAW = new Set(['script', 'style', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes']);

/**
 * Walks over the tags and texts of a web page in one pass, as browsers cut them: nothing nests, so that no page can make
 * it slow or deep, and nothing is loaded or run. Names are in lower case.
 */
export class HtmlTokens {
  /** What the last `next` came to. */
  kind: 'text' | 'open' | 'close' = 'text';
  /** Name of the tag. */
  name = '';
  /** The text, references not yet resolved; for raw elements, all that stands in them. */
  text = '';
  private at = 0;
  private attributes = '';
  /** The raw element that is open. */
  private raw: string | null = null;

  constructor(private readonly source: string) {}

  next(): boolean {
    const { source } = this;
    if (this.raw !== null) return this.readRaw(this.raw);
    for (;;) {
      if (this.at >= source.length) return false;
      const open = this.findTag(this.at);
      if (open > this.at) {
        this.kind = 'text';
        this.text = source.slice(this.at, open);
        this.at = open;
        return true;
      }
      const second = source[open + 1] ?? '';
      if (second === '!' || second === '?' || (second === '/' && !isLetter(source.charCodeAt(open + 2)))) {
        this.at = this.afterComment(open);
      } else {
        this.readTag(open);
        return true;
      }
    }
  }

  /** The value of an attribute of the opening tag; undefined where it has none of that name. */
  attribute(name: string): string | undefined {
    const pattern = /([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>][^\s>]*)))?/g;
    for (const [, key = '', double, single, bare] of this.attributes.matchAll(pattern)) {
      if (key.toLowerCase() === name) return unescapeHtml(double ?? single ?? bare ?? '');
    }
    return undefined;
  }

  /** Where the next tag or comment begins; a lone `<` is text. */
  private findTag(from: number): number {
    const { source } = this;
    for (let open = source.indexOf('<', from); open >= 0; open = source.indexOf('<', open + 1)) {
      const second = source.charCodeAt(open + 1);
      if (isLetter(second) || second === 33 || second === 47 || second === 63) return open;
    }
    return source.length;
  }

  private afterComment(open: number): number {
    const { source } = this;
    const comment = source.startsWith('<!--', open);
    const mark = comment ? '-->' : '>';
    const close = source.indexOf(mark, comment ? open + 2 : open);
    return close < 0 ? source.length : close + mark.length;
  }

  private readTag(open: number): void {
    const { source } = this;
    const closing = source[open + 1] === '/';
    const start = open + (closing ? 2 : 1);
    let at = start;
    while (at < source.length && !/[\s/>]/.test(source[at] as string)) at++;
    this.name = source.slice(start, at).toLowerCase();
    this.kind = closing ? 'close' : 'open';
    const from = at;
    // A `>` in quotes does not end the tag; quotes count after `=` alone.
    let quote = '';
    let afterEquals = false;
    for (; at < source.length; at++) {
      const char = source[at] as string;
      if (quote) {
        if (char === quote) quote = '';
      } else if (char === '>') break;
      else if ((char === '"' || char === "'") && afterEquals) {
        quote = char;
        afterEquals = false;
      } else if (char === '=') afterEquals = true;
      else if (!/\s/.test(char)) afterEquals = false;
    }
    if (at >= source.length && quote) {
      // The quote is never closed: what follows is not thrown away with it.
      const close = source.indexOf('>', from);
      at = close < 0 ? source.length : close;
    }
    this.attributes = source.slice(from, at);
    this.at = at + 1;
    if (!closing && RAW.has(this.name)) this.raw = this.name;
  }

  private readRaw(name: string): boolean {
    const { source } = this;
    this.raw = null;
    const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
    end.lastIndex = this.at;
    const close = end.exec(source)?.index ?? source.length;
    this.kind = 'text';
    this.text = source.slice(this.at, close);
    this.at = close;
    return true;
  }
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}
