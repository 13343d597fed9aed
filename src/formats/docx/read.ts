import type { SheetSnapshot } from '../../core/sheet';
import { cellOf, sheetsOf, type Block } from '../document';
import { FormatError } from '../error';
import { Parts } from '../xlsx/parts';
import { XmlReader } from '../xlsx/xml';
import type { Zip } from '../xlsx/zip';
import { WordTable } from './table';

/** Tables inside tables. */
const MAX_DEPTH = 50;
/** Content that is deleted, replaced by something beside it, or not part of the running text. */
const UNREAD = new Set(
  'del moveFrom Fallback instrText delText pPr tblPr tblGrid sectPr tcPrChange trPrChange'.split(' '),
);

/** The tables of a Word document (.docx, .docm) as sheets, with the paragraphs around them. Throws FormatError. */
export function readDocx(zip: Zip, name: string): SheetSnapshot[] {
  const parts = new Parts(zip);
  const part = parts.relationships('').find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml';
  return sheetsOf(new DocumentReader(new XmlReader(parts.needText(part), part)).read(), name);
}

/**
 * One pass over the tags, on a stack of our own: Word's tables have merged cells in two ways (gridSpan, vMerge), rows
 * that begin later (gridBefore), tables in cells, and content controls or tracked changes around all of it.
 */
class DocumentReader {
  private readonly blocks: Block[] = [];
  private readonly tables: WordTable[] = [];
  private paragraph = '';
  /** Hidden text (w:vanish) of the current run. */
  private hidden = false;

  constructor(private readonly reader: XmlReader) {}

  read(): Block[] {
    const { reader } = this;
    if (!reader.find('body')) throw reader.broken('root');
    while (reader.next()) {
      if (reader.closing) this.close();
      else this.open();
    }
    if (this.tables.length > 0) throw reader.broken('unclosed');
    this.endParagraph();
    return this.blocks;
  }

  private get table(): WordTable | undefined {
    return this.tables[this.tables.length - 1];
  }

  private open(): void {
    const { reader, table } = this;
    switch (reader.name) {
      case 't':
        if (this.hidden) reader.skip();
        else this.paragraph += reader.content();
        break;
      case 'tab':
        this.paragraph += '\t';
        break;
      case 'br':
      case 'cr':
        this.paragraph += '\n';
        break;
      case 'noBreakHyphen':
        this.paragraph += '-';
        break;
      case 'sym':
        this.paragraph += symbol(reader.attribute('font'), reader.attribute('char'));
        break;
      case 'r':
        this.hidden = false;
        break;
      case 'rPr':
        this.hidden = this.isHidden();
        break;
      case 'tbl':
        if (this.tables.length >= MAX_DEPTH) throw new FormatError('too-large', { limit: 'depth' });
        if (!reader.empty) this.tables.push(new WordTable());
        break;
      case 'tr':
        table?.startRow();
        break;
      case 'gridBefore':
        table?.skip(Number(reader.attribute('val') ?? 0));
        break;
      case 'tc':
        table?.startCell();
        break;
      case 'gridSpan':
        table?.span(Number(reader.attribute('val') ?? 1));
        break;
      case 'vMerge':
        table?.merge('down', reader.attribute('val') === 'restart');
        break;
      case 'hMerge':
        table?.merge('right', reader.attribute('val') === 'restart');
        break;
      default:
        if (UNREAD.has(reader.name)) reader.skip();
    }
  }

  private close(): void {
    switch (this.reader.name) {
      case 'p':
        this.endParagraph();
        break;
      case 'tc':
        this.table?.endCell(cellOf);
        break;
      case 'tbl':
        this.endTable();
    }
  }

  private endParagraph(): void {
    const line = this.paragraph;
    this.paragraph = '';
    const { table } = this;
    if (table) table.paragraph(line);
    else if (line.trim() !== '') this.blocks.push({ line });
  }

  private endTable(): void {
    const table = this.tables.pop();
    if (!table) return;
    const outer = this.table;
    if (!outer) this.blocks.push({ table: table.finish() });
    else for (const line of table.lines()) outer.paragraph(line);
  }

  /** Past the properties of a run. */
  private isHidden(): boolean {
    const { reader } = this;
    if (reader.empty) return false;
    let hidden = false;
    while (reader.next()) {
      if (reader.closing) {
        if (reader.name === 'rPr') break;
      } else if (reader.name === 'vanish') hidden = !/^(?:0|false|off)$/.test(reader.attribute('val') ?? '');
      else if (reader.name === 'rPrChange') reader.skip();
    }
    return hidden;
  }
}

/** The signs that Word's 插入符号 takes from symbol fonts, as far as tables have them. */
const SYMBOLS: Readonly<Record<string, string>> = {
  F0B3: '≥',
  F0A3: '≤',
  F0B9: '≠',
  F0B1: '±',
  F0B4: '×',
  F0B8: '÷',
  F0A5: '∞',
  F0B0: '°',
};

function symbol(font: string | undefined, char: string | undefined): string {
  if (char === undefined) return '';
  if (/^wingdings/i.test(font ?? '')) return { F0FC: '√', F0FE: '☑', F0A8: '□', F06F: '□' }[char.toUpperCase()] ?? '';
  return SYMBOLS[char.toUpperCase()] ?? '';
}
