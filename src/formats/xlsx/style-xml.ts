import type { CellFormat } from '../../core/sheet';
import { asOpenTag, withAttribute } from './package-editor';
import { escapeXml, XmlReader } from './xml';

/** Children of a font in the order in which spreadsheets write them. */
const FONT = 'b i strike condense extend outline shadow u vertAlign sz color name family charset scheme'.split(' ');
const XF = ['alignment', 'protection', 'extLst'];
const SIDES = ['left', 'right', 'top', 'bottom'];
/** The character set of Simplified Chinese, which fonts with Chinese names are found by on other systems. */
const GB2312 = '134';

/** Gives the number of an entry of a list of the style part, made from the entries that are there. */
type Entry = (list: string, item: string, change: (items: readonly string[]) => string) => number;

/** One cell style (`xf`), and how it becomes another. */
export class StyleXml {
  constructor(
    private readonly xml: string,
    private readonly prefix: string,
    private readonly part: string,
    private readonly entry: Entry,
  ) {}

  with(format: CellFormat): string {
    const { attribute, children } = parse(this.xml, this.part);
    const values: Record<string, string> = {};
    const { font, size, bold, color, fill, borders, horizontal, vertical, wrap, locked } = format;
    if (font !== undefined || size !== undefined || bold !== undefined || color !== undefined) {
      const base = Number(attribute('fontId') ?? 0);
      values['fontId'] = String(this.entry('fonts', 'font', (fonts) => this.font(fonts[base], format)));
      values['applyFont'] = '1';
    }
    if (fill !== undefined) {
      values['fillId'] = String(this.entry('fills', 'fill', () => this.fill(fill)));
      values['applyFill'] = '1';
    }
    if (borders !== undefined) {
      values['borderId'] = String(this.entry('borders', 'border', () => this.border(borders)));
      values['applyBorder'] = '1';
    }
    if (horizontal !== undefined || vertical !== undefined || wrap !== undefined) {
      let tag = children.get('alignment') ?? `<${this.prefix}alignment/>`;
      if (horizontal !== undefined) tag = withAttribute(tag, 'horizontal', horizontal);
      if (vertical !== undefined) tag = withAttribute(tag, 'vertical', vertical === 'middle' ? 'center' : vertical);
      if (wrap !== undefined) tag = withAttribute(tag, 'wrapText', wrap ? '1' : null);
      children.set('alignment', tag);
      values['applyAlignment'] = '1';
    }
    if (locked !== undefined) {
      const tag = children.get('protection') ?? `<${this.prefix}protection/>`;
      children.set('protection', withAttribute(tag, 'locked', locked ? '1' : '0'));
      values['applyProtection'] = '1';
    }
    let tag = this.xml.slice(0, this.xml.indexOf('>') + 1);
    for (const [name, value] of Object.entries(values)) tag = withAttribute(tag, name, value);
    return this.element('xf', tag, ordered(children, XF));
  }

  private element(name: string, tag: string, inner: string): string {
    const open = asOpenTag(tag);
    return inner === '' ? open.replace(/>$/, '/>') : `${open}${inner}</${this.prefix}${name}>`;
  }

  private font(base: string | undefined, { font, size, bold, color }: CellFormat): string {
    const p = this.prefix;
    const old = base ?? `<${p}font/>`;
    const { children } = parse(old, this.part);
    const put = (name: string, attribute: string) => children.set(name, `<${p}${name} ${attribute}/>`);
    if (bold === true) children.set('b', `<${p}b/>`);
    if (bold === false) children.delete('b');
    if (size !== undefined) put('sz', `val="${size}"`);
    if (color !== undefined) put('color', `rgb="FF${color.slice(1).toUpperCase()}"`);
    if (font !== undefined) {
      put('name', `val="${escapeXml(font)}"`);
      put('charset', `val="${GB2312}"`);
      // A font of the theme would come before one by name.
      for (const name of ['family', 'scheme']) children.delete(name);
    }
    return this.element('font', old.slice(0, old.indexOf('>') + 1), ordered(children, FONT));
  }

  private fill(color: string): string {
    const p = this.prefix;
    const rgb = `FF${color.slice(1).toUpperCase()}`;
    return (
      `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${rgb}"/><${p}bgColor indexed="64"/>` +
      `</${p}patternFill></${p}fill>`
    );
  }

  private border(lines: boolean): string {
    const p = this.prefix;
    const side = (name: string) =>
      lines ? `<${p}${name} style="thin"><${p}color auto="1"/></${p}${name}>` : `<${p}${name}/>`;
    return `<${p}border>${SIDES.map(side).join('')}<${p}diagonal/></${p}border>`;
  }
}

function parse(
  xml: string,
  part: string,
): { attribute: (name: string) => string | undefined; children: Map<string, string> } {
  const head = new XmlReader(xml, part);
  head.next();
  const children = new Map<string, string>();
  const reader = new XmlReader(xml, part);
  reader.next();
  while (!head.empty && reader.next() && !reader.closing) {
    const { start, name } = reader;
    reader.skip();
    children.set(name, xml.slice(start, reader.end));
  }
  return { attribute: (name) => head.attribute(name), children };
}

function ordered(children: ReadonlyMap<string, string>, order: readonly string[]): string {
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...children]
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([, xml]) => xml)
    .join('');
}
