import type { SheetSnapshot } from '../../core/sheet';
import { FormatError, type FoundFormat } from '../error';
import { sniff } from '../sniff';
import { Parts } from './parts';
import { isTrue, readSheet } from './sheet';
import { readNumberFormats, readSharedStrings } from './styles';
import { decodeText, XmlReader } from './xml';
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
  let active: number | null = null;
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
              name: decodeText(reader.attribute('name') ?? ''),
              part: relation.target,
              visible: state === undefined || state === 'visible',
            }
          : null,
      );
    } else if (reader.name === 'workbookView') active ??= Number(reader.attribute('activeTab') ?? 0);
    else if (reader.name === 'workbookPr') date1904 = isTrue(reader.attribute('date1904'));
    // Extensions have elements of the same names, which say other things.
    else if (reader.name === 'extLst') reader.skip();
  }
  const sheets = all.filter((sheet) => sheet !== null);
  return {
    workbookPart,
    sheets,
    active: (all[active ?? 0] ?? sheets.find(({ visible }) => visible) ?? sheets[0])?.name ?? '',
    date1904,
    sharedStringsPart: partOf('sharedStrings'),
    stylesPart: partOf('styles'),
  };
}

/** What an archive without a workbook is. */
export function otherPackage(zip: Zip): FoundFormat {
  if (zip.has('xl/workbook.bin')) return 'xlsb';
  if (zip.has('word/document.xml')) return 'docx';
  if (zip.has('ppt/presentation.xml')) return 'pptx';
  if (zip.has('content.xml') && zip.has('mimetype')) {
    return new TextDecoder().decode(zip.bytes('mimetype')).includes('opendocument.text') ? 'odt' : 'ods';
  }
  return 'zip';
}
