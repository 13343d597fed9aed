import { type CellFormat, MARK_FILL, type MarkLevel } from '../../core/sheet';
import { builtInId } from './builtin-formats';
import { appendChild, openElement, prefixOf, splice, withAttribute, XML_HEAD } from './package-editor';
import { StyleXml } from './style-xml';
import { escapeXml, XmlReader } from './xml';

/** The least that a style part must hold. */
export function minimalStyles(namespace: string): string {
  return (
    `${XML_HEAD}<styleSheet xmlns="${namespace}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>'
  );
}

const ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];
const LEVELS: readonly MarkLevel[] = ['error', 'warning', 'info'];

/** Adds to a style part; what is there keeps its number. */
export class StyleEditor {
  private readonly prefix: string;
  private readonly known = new Map<string, number>();

  constructor(
    public text: string,
    private readonly part: string,
  ) {
    this.prefix = prefixOf(text, part, 'styleSheet');
  }

  /** The number of a cell style that is `base` with another number format (null: General). */
  withNumberFormat(base: number, code: string | null): number {
    return this.with(base, (tag) => this.formatted(tag, code));
  }

  /** The same for a cell that gets a value: no longer text whatever it begins with. The format may stay. */
  withValue(base: number, code: string | null | undefined): number {
    return this.with(base, (tag) => {
      const plain = isQuoted(tag) ? withAttribute(tag, 'quotePrefix', null) : tag;
      return code === undefined ? plain : this.formatted(plain, code);
    });
  }

  /** The number of a cell style that is `base` for text, whatever it begins with. */
  withQuotePrefix(base: number): number {
    return this.with(base, (tag) => (isQuoted(tag) ? tag : withAttribute(tag, 'quotePrefix', '1')));
  }

  private formatted(tag: string, code: string | null): string {
    const id = code === null ? 0 : this.numberFormatId(code);
    return withAttribute(withAttribute(tag, 'numFmtId', String(id)), 'applyNumberFormat', '1');
  }

  private with(base: number, change: (tag: string) => string): number {
    const styles = this.items('cellXfs', 'xf');
    const old =
      styles[base] ?? styles[0] ?? `<${this.prefix}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`;
    const tag = old.slice(0, old.indexOf('>') + 1);
    const changed = change(tag);
    if (changed === tag) return base;
    const wanted = changed + old.slice(tag.length);
    const found = styles.indexOf(wanted);
    return found >= 0 ? found : this.append('cellXfs', wanted, styles.length);
  }

  /** The number of a cell style that is `base` with other looks. */
  withFormat(base: number, format: CellFormat): number {
    const key = `${base} ${JSON.stringify(format)}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const { numberFormat } = format;
    const start =
      numberFormat === undefined ? base : this.withNumberFormat(base, numberFormat === 'General' ? null : numberFormat);
    const styles = this.items('cellXfs', 'xf');
    const old = styles[start] ?? styles[0] ?? `<${this.prefix}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`;
    const wanted = new StyleXml(old, this.prefix, this.part, (list, item, change) => this.entry(list, item, change));
    const xml = wanted.with(format);
    const found = styles.indexOf(xml);
    const number = found >= 0 ? found : this.append('cellXfs', xml, styles.length);
    this.known.set(key, number);
    return number;
  }

  /** The number of an entry of a list as it is changed from another one. */
  private entry(list: string, item: string, change: (items: readonly string[]) => string): number {
    const items = this.items(list, item);
    const xml = change(items);
    const found = items.indexOf(xml);
    return found >= 0 ? found : this.append(list, xml, items.length);
  }

  /** The number of the differential style of our marks. */
  markStyle(level: MarkLevel): number {
    const styles = this.items('dxfs', 'dxf');
    const found = styles.indexOf(this.markXml(level));
    return found >= 0 ? found : this.append('dxfs', this.markXml(level), styles.length);
  }

  /** Takes our differential styles off the end of the list, those that `isUsed` denies. */
  dropMarkStyles(isUsed: (index: number) => boolean): void {
    const styles = this.items('dxfs', 'dxf');
    const ours = LEVELS.map((level) => this.markXml(level));
    let count = styles.length;
    while (count > 0 && ours.includes(styles[count - 1] as string) && !isUsed(count - 1)) count--;
    if (count === styles.length) return;
    const reader = new XmlReader(this.text, this.part);
    reader.find('dxfs');
    const { start, end } = reader;
    const tag = this.text.slice(start, end);
    reader.skip();
    if (!/\scount=/.test(tag) && count === 0) {
      // Made by us: `append` leaves the count out then.
      this.text = splice(this.text, [{ start, end: reader.end, text: '' }]);
      return;
    }
    const inner = this.text.slice(end, reader.start);
    const tail = styles.slice(count).reduce((length, xml) => length + xml.length, 0);
    const kept = inner.slice(0, inner.length - tail);
    const counted = /\scount=/.test(tag) ? withAttribute(tag, 'count', String(count)) : tag;
    const element =
      kept === '' ? counted.replace(/>$/, '/>') : counted + kept + this.text.slice(reader.start, reader.end);
    this.text = splice(this.text, [{ start, end: reader.end, text: element }]);
  }

  private markXml(level: MarkLevel): string {
    const p = this.prefix;
    const colour = `FF${MARK_FILL[level].slice(1)}`;
    return `<${p}dxf><${p}fill><${p}patternFill><${p}bgColor rgb="${colour}"/></${p}patternFill></${p}fill></${p}dxf>`;
  }

  private numberFormatId(code: string): number {
    const declared = this.items('numFmts', 'numFmt');
    let last = 163;
    for (const item of declared) {
      const reader = new XmlReader(item, this.part);
      reader.next();
      if (reader.attribute('formatCode') === code) return Number(reader.attribute('numFmtId'));
      last = Math.max(last, Number(reader.attribute('numFmtId')) || 0);
    }
    const builtIn = builtInId(code);
    if (builtIn !== undefined) return builtIn;
    const item = `<${this.prefix}numFmt numFmtId="${last + 1}" formatCode="${escapeXml(code)}"/>`;
    this.append('numFmts', item, declared.length);
    return last + 1;
  }

  /** The direct children of a list, as they are written. */
  private items(list: string, item: string): string[] {
    const reader = new XmlReader(this.text, this.part);
    if (!reader.find(list) || reader.empty) return [];
    const items: string[] = [];
    while (reader.next() && !(reader.closing && reader.name === list)) {
      if (reader.closing) continue;
      const { start, name } = reader;
      reader.skip();
      if (name === item) items.push(this.text.slice(start, reader.end));
    }
    return items;
  }

  private append(list: string, item: string, count: number): number {
    const reader = new XmlReader(this.text, this.part);
    if (reader.find(list)) {
      const { start, end } = reader;
      const tag = this.text.slice(start, end);
      const counted = /\scount=/.test(tag) ? withAttribute(tag, 'count', String(count + 1)) : tag;
      this.text = openElement(splice(this.text, [{ start, end, text: counted }]), this.part, list);
      this.text = appendChild(this.text, this.part, list, item);
    } else {
      const element = `<${this.prefix}${list}>${item}</${this.prefix}${list}>`;
      this.text = insertInOrder(this.text, this.part, 'styleSheet', ORDER, list, element);
    }
    return count;
  }
}

function isQuoted(tag: string): boolean {
  return /\squotePrefix\s*=\s*["'](?:1|true)["']/.test(tag);
}

/** Puts `element` into the root where the schema's order of children wants it: after all of its own name. */
export function insertInOrder(
  text: string,
  part: string,
  root: string,
  order: readonly string[],
  name: string,
  element: string,
): string {
  const opened = openElement(text, part, root);
  const reader = new XmlReader(opened, part);
  if (!reader.find(root)) throw reader.broken('root');
  const rank = order.indexOf(name);
  let at = -1;
  while (reader.next()) {
    if (reader.closing) {
      if (at < 0) at = reader.start;
      break;
    }
    const { start } = reader;
    const found = order.indexOf(reader.name);
    if (found > rank) {
      at = start;
      break;
    }
    reader.skip();
    at = -1;
  }
  if (at < 0) throw reader.broken('unclosed');
  return splice(opened, [{ start: at, end: at, text: element }]);
}
