import * as SheetJs from '@e965/xlsx';
import { makeCell, makeSheet } from '../../src/core/sheet';
import type { FormatErrorCode } from '../../src/formats';
import { writeWorkbook } from '../../src/formats/xlsx';
import { spreadsheetOf } from './forms';
import { withParts, zipOf } from './xlsx';

const SHEET = makeSheet('表', [[makeCell('绩效目标'), makeCell('≥95%')]]);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const document = (body: string, head = '') => `${head}<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`;
const DOCX = zipOf({ 'word/document.xml': document('<w:p><w:r><w:t>甲</w:t></w:r></w:p>') });
const XLSX = writeWorkbook([SHEET]);
const BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';

/** A compound file with these streams, as office programs lay it out. */
function compound(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const file = SheetJs.CFB.utils.cfb_new();
  for (const [name, bytes] of Object.entries(streams)) SheetJs.CFB.utils.cfb_add(file, `/${name}`, Array.from(bytes));
  return Uint8Array.from(SheetJs.CFB.write(file, { type: 'array' }) as number[]);
}

/** BIFF8: the beginning of a workbook, then FILEPASS with RC4 encryption. */
function withPassword(): Uint8Array {
  const bof = [0x09, 0x08, 16, 0, 0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  const filePass = [0x2f, 0, 54, 0, 1, 0, 1, 0, 1, 0, ...Array.from({ length: 48 }, (_, i) => i)];
  return compound({ Workbook: Uint8Array.from([...bof, ...filePass, ...Array(5000).fill(7)]) });
}

/** Marks the first entry of an archive as encrypted. */
function withLockedEntry(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at < copy.length - 46; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    view.setUint16(at + 8, view.getUint16(at + 8, true) | 1, true);
    return copy;
  }
  throw new Error('no entry');
}

const nested = (open: string, close: string, times: number) => open.repeat(times) + close.repeat(times);

export interface HostileFile {
  readonly name: string;
  readonly bytes: () => Uint8Array;
  readonly code: FormatErrorCode;
  /** What it says in Chinese and in English. */
  readonly zh: RegExp;
  readonly en: RegExp;
}

const file = (name: string, bytes: () => Uint8Array, code: FormatErrorCode, zh: RegExp, en: RegExp): HostileFile => ({
  name,
  bytes,
  code,
  zh,
  en,
});

/** Files that are broken, locked, or mean harm. */
export const HOSTILE_FILES: readonly HostileFile[] = [
  file('空.csv', () => new Uint8Array(), 'not-xlsx', /空的/, /empty/),
  file('截断.xlsx', () => XLSX.slice(0, -40), 'truncated', /不完整/, /incomplete/),
  file('截断.docx', () => DOCX.slice(0, -30), 'truncated', /不完整/, /incomplete/),
  file('截断.xls', () => spreadsheetOf(SHEET, 'biff8').slice(0, 600), 'truncated', /不完整/, /incomplete/),
  file(
    '加密.xlsx',
    () => compound({ EncryptionInfo: utf8('x'), EncryptedPackage: new Uint8Array(5000) }),
    'encrypted',
    /密码/,
    /password/,
  ),
  file(
    '加密.docx',
    () => compound({ EncryptionInfo: utf8('x'), EncryptedPackage: new Uint8Array(5000) }),
    'encrypted',
    /密码/,
    /password/,
  ),
  file('口令.xls', withPassword, 'encrypted', /密码/, /password/),
  file('口令.docx', () => withLockedEntry(DOCX), 'encrypted', /密码/, /password/),
  file(
    '口令.ods',
    () =>
      withParts(spreadsheetOf(SHEET, 'ods'), {
        'META-INF/manifest.xml': '<manifest:manifest><manifest:encryption-data/></manifest:manifest>',
      }),
    'encrypted',
    /密码/,
    /password/,
  ),
  file(
    '炸弹.docx',
    () => withParts(DOCX, { 'word/document.xml': new Uint8Array(40e6) }),
    'too-large',
    /压缩比异常/,
    /compressed beyond reason/,
  ),
  file(
    '炸弹.ods',
    () => withParts(spreadsheetOf(SHEET, 'ods'), { 'Pictures/1.png': new Uint8Array(40e6) }),
    'too-large',
    /压缩比异常/,
    /compressed beyond reason/,
  ),
  file(
    '实体.docx',
    () => withParts(DOCX, { 'word/document.xml': document('&b;', BOMB) }),
    'bad-xml',
    /DOCTYPE/,
    /DOCTYPE/,
  ),
  file(
    '实体.ods',
    () => withParts(spreadsheetOf(SHEET, 'ods'), { 'content.xml': `${BOMB}<office/>` }),
    'bad-xml',
    /DOCTYPE/,
    /DOCTYPE/,
  ),
  file(
    '实体.xml',
    () => utf8(`<?xml version="1.0"?>${BOMB}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>`),
    'bad-xml',
    /DOCTYPE/,
    /DOCTYPE/,
  ),
  file('越界.docx', () => withParts(DOCX, { '../../etc/cron.d/x': 'x' }), 'bad-archive', /越界路径/, /leads outside/),
  file(
    '缺件.docx',
    () =>
      withParts(DOCX, {
        '_rels/.rels':
          '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/无.xml"/></Relationships>',
      }),
    'missing-part',
    /缺少/,
    /missing/,
  ),
  file(
    '未闭合.docx',
    () => withParts(DOCX, { 'word/document.xml': document('<w:tbl><w:tr>') }),
    'bad-xml',
    /已损坏/,
    /damaged/,
  ),
  file(
    '列.html',
    () => utf8(`<table><tr>${'<td colspan=1000>甲'.repeat(20)}</table>`),
    'too-large',
    /列数超过/,
    /more columns/,
  ),
  file('列.csv', () => utf8(`甲${',甲'.repeat(16_384)}\n`), 'too-large', /列数超过/, /more columns/),
  file('行.csv', () => utf8('1,2\n'.repeat(1_048_577)), 'too-large', /(?:行数|单元格数)超过/, /more (?:rows|cells)/),
  file(
    '列.docx',
    () =>
      withParts(DOCX, {
        'word/document.xml': document(
          '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr></w:tc></w:tr></w:tbl>',
        ),
      }),
    'too-large',
    /列数超过/,
    /more columns/,
  ),
  file(
    '嵌套.html',
    () => utf8(nested('<table><tr><td>', '</td></tr></table>', 5000)),
    'too-large',
    /层层嵌套/,
    /nested/,
  ),
  file(
    '嵌套.docx',
    () =>
      withParts(DOCX, { 'word/document.xml': document(nested('<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>', 5000)) }),
    'too-large',
    /层层嵌套/,
    /nested/,
  ),
  file('全零.csv', () => new Uint8Array(4096), 'not-xlsx', /无法识别/, /unknown/),
  file('图片.xls', () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), 'not-xlsx', /图片/, /picture/),
  file('演示.xlsx', () => zipOf({ 'ppt/presentation.xml': '<p/>' }), 'not-xlsx', /演示文稿/, /presentation/),
  file('打包.xlsx', () => zipOf({ '表.xlsx': XLSX }), 'not-xlsx', /压缩包/, /archive/),
  file('说明.xlsx', () => utf8('这里没有表格'), 'not-xlsx', /文本文件/, /text file/),
  file(
    '乱码.xls',
    () => compound({ Workbook: Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) & 255) }),
    'damaged',
    /已损坏/,
    /damaged/,
  ),
  file('乱码.xlsb', () => zipOf({ 'xl/workbook.bin': 'x' }), 'damaged', /已损坏/, /damaged/),
  file(
    '缺页.mht',
    () => utf8('MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n甲'),
    'damaged',
    /已损坏/,
    /damaged/,
  ),
  file(
    '旧稿.doc',
    () => compound({ WordDocument: new Uint8Array(5000) }),
    'needs-office',
    /另存为 \.docx，或复制表格后粘贴。命令行/,
    /save it as \.docx, or copy the table and paste it\. The command line/,
  ),
  file(
    '公开稿.pdf',
    () => utf8('%PDF-1.7\n'),
    'needs-office',
    /阅读器或 WPS 打开，复制表格后粘贴/,
    /viewer or WPS, copy the table and paste it/,
  ),
];
