import { builtInFormat } from './builtin-formats';
import { decodeText, XmlReader } from './xml';

/** The number format of each cell style, by its number; undefined for General. */
export function readNumberFormats(text: string, part: string): (string | undefined)[] {
  const custom = new Map<number, string>();
  const formats: (string | undefined)[] = [];
  const reader = new XmlReader(text, part);
  let inCellStyles = false;
  while (reader.next()) {
    if (reader.name === 'cellXfs') inCellStyles = !reader.closing && !reader.empty;
    else if (reader.closing) continue;
    else if (reader.name === 'numFmt' && !custom.has(Number(reader.attribute('numFmtId')))) {
      custom.set(Number(reader.attribute('numFmtId')), reader.attribute('formatCode') ?? '');
    } else if (reader.name === 'xf' && inCellStyles) {
      const id = Number(reader.attribute('numFmtId') ?? 0);
      const code = custom.get(id) ?? builtInFormat(id);
      formats.push(code === '' || code?.toLowerCase() === 'general' ? undefined : code);
    }
  }
  return formats;
}

/** Shared texts in order: rich text as plain, phonetic guides left out. */
export function readSharedStrings(text: string, part: string): string[] {
  const strings: string[] = [];
  const reader = new XmlReader(text, part);
  while (reader.next()) if (reader.name === 'si' && !reader.closing) strings.push(readRichText(reader));
  return strings;
}

/** The text of the current `si`, `is` or `text` element, and past its end. */
export function readRichText(reader: XmlReader): string {
  if (reader.empty) return '';
  const closing = reader.name;
  let result = '';
  while (reader.next()) {
    if (reader.closing) {
      if (reader.name === closing) return decodeText(result);
    } else if (reader.name === 't') result += reader.content();
    else if (reader.name === 'rPh' || reader.name === 'rPr') reader.skip();
  }
  throw reader.broken('unclosed');
}
