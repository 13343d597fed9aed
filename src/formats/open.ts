import { usedRange, type SheetSnapshot } from '../core/sheet';
import { freeName } from './document';
import { readDocx } from './docx';
import { FormatError } from './error';
import { pageOf, readHtml, readHtmlBytes } from './html';
import { decodeText } from './encoding';
import { sniff } from './sniff';
import { guardXlsb, guardXml, readSpreadsheet } from './spreadsheet';
import { readText, type TextForm } from './text';
import { otherPackage, readWorkbook, readZip, type WorkbookFile } from './xlsx/workbook';
import { writeWorkbook, type SheetLayout } from './xlsx/write';
import { Zip, type ZipOptions } from './xlsx/zip';

/** What a file was read as. */
export type FileForm = 'xlsx' | 'xls' | 'xlsb' | 'ods' | 'xml-spreadsheet' | 'docx' | 'mhtml' | TextForm;

/** Something about a file that its reader should know: its name says another form than its contents. */
export interface FileNote {
  readonly code: 'wrong-extension';
  readonly data: { readonly extension: string; readonly form: FileForm };
}

/** A file of any form, read. */
export interface OpenedFile {
  readonly form: FileForm;
  readonly sheets: readonly SheetSnapshot[];
  /** Name of the sheet that is shown first. */
  readonly active: string;
  /** The file itself, where it can be written without loss: .xlsx and its kin. */
  readonly workbook: WorkbookFile | null;
  readonly notes: readonly FileNote[];
}

const EXTENSIONS: Readonly<Record<FileForm, RegExp>> = {
  xlsx: /^xl[st][xm]$/,
  xls: /^(?:xl[ast]|ett?)$/,
  xlsb: /^xlsb$/,
  ods: /^[fo][dt]s$/,
  'xml-spreadsheet': /^(?:xml|xls)$/,
  docx: /^do[ct][xm]$/,
  mhtml: /^mht(?:ml)?$/,
  html: /^(?:x?html?|txt|md)$/,
  markdown: /^(?:md|markdown|txt)$/,
  csv: /^(?:csv|tsv|tab|txt|md)$/,
  text: /^(?:txt|text|csv|tsv|md|markdown|log)$/,
};

/**
 * Reads a file of any form by its contents; its name gives the sheet's where there is no better one. Large readers come
 * when they are first needed. Throws FormatError.
 */
export async function openBytes(name: string, bytes: Uint8Array, options: ZipOptions = {}): Promise<OpenedFile> {
  const { stem, extension } = nameParts(name);
  const opened = await read(stem, bytes, options);
  const expected = EXTENSIONS[opened.form];
  if (extension === '' || expected.test(extension)) return opened;
  return { ...opened, notes: [{ code: 'wrong-extension', data: { extension, form: opened.form } }] };
}

/** What the clipboard holds: HTML where it has a table, else the text. Throws FormatError. */
export function openPasted(
  { html, text }: { readonly html?: string; readonly text?: string },
  name: string,
): OpenedFile {
  if (html && /<table[\s>]/i.test(html)) return fromSheets('html', readHtml(html, name));
  if (!text || text.trim() === '') throw new FormatError('not-xlsx', { found: 'empty' });
  return fromText(name, text);
}

/** A file that is only read, as a new workbook that can be written. */
export function asWorkbook({ sheets, active, workbook }: OpenedFile): WorkbookFile {
  return workbook ?? readWorkbook(writeWorkbook(sheets, { active, layout: layoutOf }));
}

async function read(stem: string, bytes: Uint8Array, options: ZipOptions): Promise<OpenedFile> {
  const found = sniff(bytes);
  switch (found) {
    case 'encrypted':
      throw new FormatError('encrypted');
    case 'zip':
      return readPackage(stem, Zip.open(bytes, options));
    case 'xls':
    case 'xml-spreadsheet':
      if (found === 'xml-spreadsheet') refuseDoctype(new TextDecoder().decode(bytes.subarray(0, 4096)), `${stem}.xml`);
      return { form: found, ...(await readSpreadsheet(bytes, found)), workbook: null, notes: [] };
    case 'html':
      return fromSheets('html', readHtmlBytes(bytes, stem));
    case 'mhtml':
      return fromSheets('mhtml', readHtml(pageOf(bytes), stem));
    case 'text':
      return fromText(stem, decodeText(bytes));
    case 'doc':
    case 'rtf':
    case 'pdf':
      throw new FormatError('needs-office', { found });
    default:
      throw new FormatError('not-xlsx', { found });
  }
}

async function readPackage(stem: string, zip: Zip): Promise<OpenedFile> {
  const found = otherPackage(zip);
  if (found === 'docx') return fromSheets('docx', readDocx(zip, stem));
  if (found === 'xlsb' || found === 'ods') {
    // The reader unpacks for itself: it gets what has been unpacked once within the limits, and nothing else.
    for (const name of zip.names()) {
      const part = zip.bytes(name);
      if (/\.xml$/i.test(name) && part) refuseDoctype(new TextDecoder().decode(part.subarray(0, 4096)), name);
    }
    const manifest = new TextDecoder().decode(zip.bytes('META-INF/manifest.xml') ?? new Uint8Array());
    if (manifest.includes('encryption-data')) throw new FormatError('encrypted');
    if (found === 'xlsb') guardXlsb(zip);
    else guardXml(new TextDecoder().decode(zip.bytes('content.xml') ?? new Uint8Array()), 'content.xml');
    return { form: found, ...(await readSpreadsheet(zip.save(), found)), workbook: null, notes: [] };
  }
  if (found === 'odt') throw new FormatError('needs-office', { found });
  const workbook = readZip(zip);
  return { form: 'xlsx', sheets: workbook.sheets, active: workbook.active, workbook, notes: [] };
}

function refuseDoctype(head: string, part: string): void {
  if (/<!DOCTYPE/i.test(head)) throw new FormatError('bad-xml', { part, reason: 'doctype' });
}

/** Words in one column are no table, whatever the file is called. */
function fromText(stem: string, source: string): OpenedFile {
  const { form, sheets } = readText(source, stem);
  if (form === 'text' && sheets.every(isColumn)) throw new FormatError('not-xlsx', { found: 'text' });
  return fromSheets(form, sheets);
}

function fromSheets(form: FileForm, sheets: readonly SheetSnapshot[]): OpenedFile {
  return { form, sheets, active: sheets[0]?.name ?? '', workbook: null, notes: [] };
}

function isColumn(sheet: SheetSnapshot): boolean {
  return (usedRange(sheet)?.right ?? 0) === 0;
}

/** `报表/附件1.csv` → 附件1, csv. */
function nameParts(name: string): { stem: string; extension: string } {
  const base = name.replace(/^.*[/\\]/, '');
  const dot = base.lastIndexOf('.');
  const extension = dot > 0 ? base.slice(dot + 1).toLowerCase() : '';
  return { stem: freeName(dot > 0 ? base.slice(0, dot) : base, new Set()), extension };
}

/** Widths by the longest text of each column, within reason; in characters. */
function layoutOf(sheet: SheetSnapshot): SheetLayout {
  const across = new Set(
    sheet.merges.filter(({ left, right }) => right > left).map(({ top, left }) => `${top},${left}`),
  );
  const widths: number[] = [];
  sheet.cells.forEach((row, r) =>
    row?.forEach((cell, c) => {
      if (!cell || across.has(`${r},${c}`)) return;
      const longest = Math.max(...cell.text.split('\n').map((line) => [...line].length));
      widths[c] = Math.max(widths[c] ?? 8, Math.min(40, 2 + 2 * longest));
    }),
  );
  return { columnWidths: widths, wrap: true, borders: true };
}
