import type { SheetSnapshot } from '../../core/sheet';
import { decodeText } from '../encoding';
import { FormatError } from '../error';
import { cellOf, cleanText, sheetsOf, TableBuilder, textCellOf, type Block, type Table } from '../document';
import { unescapeHtml } from './entities';
import { Flow } from './flow';
import { HtmlTokens } from './tokens';

/** Tables inside tables: layouts of web pages have a dozen. */
const MAX_DEPTH = 100;
const MAX_COLSPAN = 1000;
const MAX_ROWSPAN = 65_534;

/** They begin and end a line. */
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figure figcaption footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** Nobody reads what they hold. */
const UNSEEN = new Set(['script', 'style', 'title', 'select', 'template', 'noscript', 'svg', 'object', 'xml', 'head']);
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** Bytes of a web page as sheets: its tables, with what stands above and below them. Throws FormatError. */
export function readHtmlBytes(bytes: Uint8Array, name: string): SheetSnapshot[] {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const declared = /charset\s*=\s*["']?([\w-]{2,30})/i.exec(head)?.[1];
  return readHtml(decodeText(bytes, declared), name);
}

/** The same from text: a page, or what the clipboard holds of one. Throws FormatError. */
export function readHtml(html: string, name: string): SheetSnapshot[] {
  return sheetsOf(htmlBlocks(html), name);
}

/** Whether a text is HTML with a table in it, whatever else it may be. */
export function hasHtmlTable(text: string): boolean {
  return /<table[\s>]/i.test(text) && /<t[dh][\s>]/i.test(text);
}

export function htmlBlocks(html: string): Block[] {
  return new HtmlReader(html).read();
}

/** An area that text flows into: the page, or a cell. */
class Area {
  readonly flow = new Flow();
  readonly blocks: Block[] = [];

  settle(): Block[] {
    const text = this.flow.take();
    if (cleanText(text) !== '') this.blocks.push({ line: text.trimEnd() });
    return this.blocks;
  }
}

interface OpenCell extends Area {
  readonly tag: string;
  readonly colspan: number;
  readonly rowspan: number;
  readonly asText: boolean;
}

interface FinishedCell {
  readonly blocks: readonly Block[];
  readonly colspan: number;
  readonly rowspan: number;
  readonly asText: boolean;
}

/** A table not yet closed; what stands in it between the cells is put before it. */
interface OpenTable {
  readonly rows: { readonly cells: FinishedCell[]; readonly endsGroup: boolean }[];
  row: FinishedCell[] | null;
  cell: OpenCell | null;
  hasTables: boolean;
  readonly caption: Area;
}

class HtmlReader {
  private readonly tokens: HtmlTokens;
  private readonly page = new Area();
  private readonly tables: OpenTable[] = [];
  /** Classes whose cells are text whatever they hold (`mso-number-format:"\@"`). */
  private readonly textClasses = new Set<string>();

  constructor(html: string) {
    this.tokens = new HtmlTokens(html);
  }

  read(): Block[] {
    const { tokens } = this;
    while (tokens.next()) {
      if (tokens.kind === 'text') this.area.flow.text(unescapeHtml(tokens.text));
      else if (tokens.kind === 'open') this.open();
      else this.close();
    }
    while (this.tables.length > 0) this.endTable();
    return this.page.settle();
  }

  private get table(): OpenTable | undefined {
    return this.tables[this.tables.length - 1];
  }

  private get area(): Area {
    const { table } = this;
    return table ? (table.cell ?? table.caption) : this.page;
  }

  private open(): void {
    const { tokens } = this;
    const { name } = tokens;
    if (name === 'style') this.readStyles();
    if (name === 'head') return;
    if (UNSEEN.has(name) || this.hidden()) {
      this.skip(name);
      return;
    }
    if (BLOCKS.has(name)) this.area.flow.line();
    switch (name) {
      case 'br':
        this.area.flow.break();
        break;
      case 'table':
        this.startTable();
        break;
      case 'tbody':
      case 'thead':
      case 'tfoot':
        this.endRow(true);
        break;
      case 'tr':
        this.endRow();
        if (this.table) this.table.row = [];
        break;
      case 'td':
      case 'th':
        this.startCell();
        break;
      case 'pre':
        this.area.flow.verbatim++;
    }
  }

  private close(): void {
    const { name } = this.tokens;
    switch (name) {
      case 'table':
        this.endTable();
        break;
      case 'tbody':
      case 'thead':
      case 'tfoot':
        this.endRow(true);
        break;
      case 'tr':
        this.endRow();
        break;
      case 'td':
      case 'th':
        // A heading cell is not ended by the tag of another kind.
        if (this.table?.cell?.tag === name) this.endCell();
        break;
      case 'pre':
        this.area.flow.verbatim = Math.max(0, this.area.flow.verbatim - 1);
    }
    if (BLOCKS.has(name)) this.area.flow.line();
  }

  private hidden(): boolean {
    const { tokens } = this;
    if (VOID.has(tokens.name) || tokens.name === 'body' || tokens.name === 'html') return false;
    const style = tokens.attribute('style');
    return style !== undefined && /display\s*:\s*none|mso-hide\s*:\s*all/i.test(style);
  }

  /** Past an element that nobody sees. Elements whose closing tag may be left out end with what holds them, too. */
  private skip(name: string): void {
    const { tokens } = this;
    const ends =
      name === 'p'
        ? /^(?:p|td|th|tr|table|div|body)$/
        : name === 'td' || name === 'th'
          ? /^(?:td|th|tr|table)$/
          : name === 'tr'
            ? /^(?:tr|table|tbody)$/
            : null;
    let depth = 1;
    let inner = 0;
    while (tokens.next()) {
      if (tokens.kind === 'text') continue;
      const opening = tokens.kind === 'open';
      if (tokens.name === 'table' && name !== 'table') {
        if (opening) inner++;
        else if (inner > 0) inner--;
        else if (ends) return this.close();
      } else if (inner > 0) continue;
      else if (opening && tokens.name === name && !ends) depth++;
      else if (!opening && tokens.name === name && --depth === 0) return;
      else if (ends?.test(tokens.name)) return opening ? this.open() : this.close();
    }
  }

  private readStyles(): void {
    const { tokens } = this;
    if (!tokens.next()) return;
    for (const rule of tokens.text.split('}')) {
      const [selectors = '', rules = ''] = rule.split('{');
      if (!isTextFormat(rules)) continue;
      for (const [, name = ''] of selectors.matchAll(/\.([\w-]+)/g)) this.textClasses.add(name);
    }
  }

  private startTable(): void {
    if (this.tables.length >= MAX_DEPTH) throw new FormatError('too-large', { limit: 'depth' });
    // A table between the cells of another one is not in it.
    if (this.table && !this.table.cell) this.endTable();
    this.tables.push({ rows: [], row: null, cell: null, hasTables: false, caption: new Area() });
  }

  private startCell(): void {
    const { table, tokens } = this;
    if (!table) return;
    this.endCell();
    table.row ??= [];
    const number = (name: string, most: number, least: number) => {
      const value = Number.parseInt(tokens.attribute(name) ?? '1', 10);
      return Number.isNaN(value) || value < least ? 1 : Math.min(value, most);
    };
    const classes = tokens.attribute('class')?.split(/\s+/) ?? [];
    const style = tokens.attribute('style');
    table.cell = Object.assign(new Area(), {
      tag: tokens.name,
      colspan: number('colspan', MAX_COLSPAN, 1),
      rowspan: number('rowspan', MAX_ROWSPAN, 0),
      asText: (style !== undefined && isTextFormat(style)) || classes.some((name) => this.textClasses.has(name)),
    });
  }

  private endCell(): void {
    const { table } = this;
    if (!table?.cell) return;
    const { colspan, rowspan, asText } = table.cell;
    (table.row ??= []).push({ blocks: table.cell.settle(), colspan, rowspan, asText });
    table.cell = null;
  }

  private endRow(endsGroup = false): void {
    const { table } = this;
    if (!table) return;
    this.endCell();
    if (table.row) table.rows.push({ cells: table.row, endsGroup });
    else if (endsGroup && table.rows.length > 0) table.rows.push({ cells: [], endsGroup });
    table.row = null;
  }

  private endTable(): void {
    const { table } = this;
    if (!table) return;
    this.endRow();
    this.tables.pop();
    const { area } = this;
    area.settle();
    area.blocks.push(...table.caption.settle());
    let says = table.hasTables;
    if (table.hasTables || isFrame(table)) {
      // A page's layout: what it holds stands one below the other.
      for (const { cells } of table.rows) for (const { blocks } of cells) area.blocks.push(...blocks);
    } else {
      const built = tableOf(table);
      area.blocks.push({ table: built });
      says = isData(built);
    }
    if (this.table && says) this.table.hasTables = true;
  }
}

function isTextFormat(style: string): boolean {
  return /mso-number-format:\s{0,9}["']?\\?@/.test(style);
}

/** One cell around something. */
function isFrame({ rows }: OpenTable): boolean {
  return rows.reduce((count, { cells }) => count + cells.length, 0) <= 1;
}

/** A table that says something by its rows and columns. */
function isData({ width, cells }: Table): boolean {
  return width > 1 && cells.length > 1;
}

function tableOf({ rows }: OpenTable): Table {
  const table = new TableBuilder();
  for (const { cells, endsGroup } of rows) {
    if (cells.length > 0) table.startRow();
    for (const { blocks, colspan, rowspan, asText } of cells) {
      const text = blocks.map(textOf).join('\n');
      table.add(asText ? textCellOf(text) : cellOf(text), colspan, rowspan);
    }
    if (endsGroup) table.endGroup();
  }
  return table.finish();
}

/** Small tables inside a cell are part of its text. */
function textOf(block: Block): string {
  if ('line' in block) return block.line;
  const rows = block.table.cells.map((row) => row.flatMap((cell) => (cell ? [cell.text] : [])).join(' '));
  return rows.filter((row) => row !== '').join('\n');
}
