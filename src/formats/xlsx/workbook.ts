import type { SheetSnapshot } from '../../core/sheet';
import { FormatError, type FoundFormat } from '../error';
import { Parts } from './parts';
import { isTrue, readSheet } from './sheet';
import { readNumberFormats, readSharedStrings } from './styles';
import { XmlReader } from './xml';
import { Zip, type ZipOptions } from './zip';

/** Where a sheet of the workbook is kept. */
export interface SheetPart {
  readonly name: string;
  readonly part: string;
  readonly visible: boolean;
}

/** What is known of a workbook before any sheet is read. */
export interface WorkbookIndex {
  readonly workbookPart: string;
  /** Worksheets in order; chart sheets and macro sheets are none. */
  readonly sheets: readonly SheetPart[];
  readonly active: string;
  readonly date1904: boolean;
  readonly sharedStringsPart: string | null;
  readonly stylesPart: string | null;
}

/** A workbook file, read; it never changes. `patchWorkbook` gives another one. */
export interface WorkbookFile {
  readonly sheets: readonly SheetSnapshot[];
  /** Name of the sheet that is shown first. */
  readonly active: string;
  readonly date1904: boolean;
  /** Digitally signed: it may be read, not written. */
  readonly signed: boolean;
  readonly macros: boolean;
  /** For the patcher alone. */
  readonly zip: Zip;
  readonly index: WorkbookIndex;
}

/** Reads a workbook from the bytes of an .xlsx, .xlsm, .xltx or .xltm. Throws FormatError. */
export function readWorkbook(bytes: Uint8Array, options: ZipOptions = {}): WorkbookFile {
  const found = sniff(bytes);
  if (found === 'encrypted') throw new FormatError('encrypted');
  if (found !== 'zip') throw new FormatError('not-xlsx', { found });
  return readZip(Zip.open(bytes, options));
}

/** The same for an archive already open; a file that it came from lends the sheets whose parts did not change. */
export function readZip(zip: Zip, from?: { file: WorkbookFile; changed: ReadonlySet<string> }): WorkbookFile {
  const parts = new Parts(zip);
  const index = readIndex(parts);
  const { sharedStringsPart, stylesPart } = index;
  const strings = sharedStringsPart ? parts.text(sharedStringsPart) : undefined;
  const styles = stylesPart ? parts.text(stylesPart) : undefined;
  const context = {
    strings: strings ? readSharedStrings(strings, sharedStringsPart as string) : [],
    formats: styles ? readNumberFormats(styles, stylesPart as string) : [],
    date1904: index.date1904,
  };
  const lent = (part: string): SheetSnapshot | undefined =>
    from && !from.changed.has(part)
      ? from.file.sheets[from.file.index.sheets.findIndex((sheet) => sheet.part === part)]
      : undefined;
  return {
    sheets: index.sheets.map(
      ({ name, part, visible }) => lent(part) ?? readSheet(name, visible, parts.needText(part), part, context),
    ),
    active: index.active,
    date1904: index.date1904,
    signed: zip.names().some((name) => /^_xmlsignatures\//i.test(name)),
    macros: zip.names().some((name) => /vbaProject\.bin$/i.test(name)),
    zip,
    index,
  };
}

export function readIndex(parts: Parts): WorkbookIndex {
  const root = parts.relationships('').find(({ type }) => type === 'officeDocument')?.target;
  const workbookPart = root ?? 'xl/workbook.xml';
  if (!parts.zip.has(workbookPart)) throw new FormatError('not-xlsx', { found: otherPackage(parts.zip) });
  if (/\.bin$/i.test(workbookPart)) throw new FormatError('not-xlsx', { found: 'xlsb' satisfies FoundFormat });
  const related = parts.relationships(workbookPart);
  const partOf = (type: string) =>
    related.find((relation) => relation.type === type && !relation.external)?.target ?? null;

  const reader = new XmlReader(parts.needText(workbookPart), workbookPart);
  if (!reader.find('workbook')) throw new FormatError('not-xlsx', { found: otherPackage(parts.zip) });
  const all: (SheetPart | null)[] = [];
  let active = 0;
  let date1904 = false;
  while (reader.next()) {
    if (reader.closing) continue;
    if (reader.name === 'sheet') {
      const id = reader.attribute('id');
      const relation = related.find((candidate) => candidate.id === id);
      const state = reader.attribute('state');
      all.push(
        relation?.type === 'worksheet'
          ? {
              name: reader.attribute('name') ?? '',
              part: relation.target,
              visible: state === undefined || state === 'visible',
            }
          : null,
      );
    } else if (reader.name === 'workbookView') active = Number(reader.attribute('activeTab') ?? 0);
    else if (reader.name === 'workbookPr') date1904 = isTrue(reader.attribute('date1904'));
  }
  const sheets = all.filter((sheet) => sheet !== null);
  return {
    workbookPart,
    sheets,
    active: (all[active] ?? sheets.find(({ visible }) => visible) ?? sheets[0])?.name ?? '',
    date1904,
    sharedStringsPart: partOf('sharedStrings'),
    stylesPart: partOf('styles'),
  };
}

function otherPackage(zip: Zip): FoundFormat {
  if (zip.has('xl/workbook.bin')) return 'xlsb';
  if (zip.has('word/document.xml')) return 'docx';
  if (zip.has('ppt/presentation.xml')) return 'pptx';
  if (zip.has('content.xml') && zip.has('mimetype')) return 'ods';
  return 'zip';
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** What the first bytes say a file is; its name's extension is never believed. */
export function sniff(bytes: Uint8Array): FoundFormat | 'encrypted' {
  if (bytes.length === 0) return 'empty';
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'zip';
  if (OLE.every((byte, index) => bytes[index] === byte)) return oleKind(bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 512)).replace(/^(?:\xef\xbb\xbf|\s)+/, '');
  if (head.startsWith('%PDF')) return 'pdf';
  if (/^<(?:!doctype\s+html|html|table|head|body|meta)/i.test(head)) return 'html';
  if (head.startsWith('<?xml')) return /<html/i.test(head) ? 'html' : 'xml';
  return head.includes('\0') ? 'unknown' : 'text';
}

/** By the names of the streams in the compound file's directory. */
function oleKind(bytes: Uint8Array): FoundFormat | 'encrypted' {
  const has = (name: string) => indexOf(bytes, utf16(name)) >= 0;
  if (has('EncryptedPackage')) return 'encrypted';
  return has('Workbook') || has('Book') ? 'xls' : 'ole';
}

function utf16(text: string): number[] {
  return [...text].flatMap((char) => [char.charCodeAt(0), 0]);
}

function indexOf(bytes: Uint8Array, wanted: readonly number[]): number {
  const [first] = wanted;
  for (let at = bytes.indexOf(first as number); at >= 0; at = bytes.indexOf(first as number, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
}
