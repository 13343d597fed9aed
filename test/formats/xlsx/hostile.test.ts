import fc from 'fast-check';
import { FormatError, readWorkbook, writeWorkbook } from '../../../src/formats/xlsx';
import { renderFormatError } from '../../../src/formats';
import { DEFAULT_LIMITS } from '../../../src/formats/xlsx/zip';
import { makeCell, makeSheet } from '../../../src/core/sheet';
import { partsOf, rawWorkbook, withParts, zipOf } from '../../support/xlsx';
import { runs } from '../../support/runs';

const GOOD = writeWorkbook([makeSheet('表', [[makeCell('绩效目标'), makeCell(0.95, { numberFormat: '0%' })]])]);

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Changes bytes of the central directory's entry of a part. */
function tamper(file: Uint8Array, part: string, change: (view: DataView, at: number) => void): Uint8Array {
  const copy = file.slice();
  const view = new DataView(copy.buffer);
  const name = bytes(part);
  for (let at = 0; at < copy.length - 46; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    if (name.every((byte, i) => copy[at + 46 + i] === byte)) {
      change(view, at);
      return copy;
    }
  }
  throw new Error(`no ${part}`);
}

function ole(stream: string): Uint8Array {
  const out = new Uint8Array(2048);
  out.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  [...stream].forEach((char, i) => (out[1024 + 2 * i] = char.charCodeAt(0)));
  return out;
}

/** 40 MB in as many kilobytes. */
function bomb(): Uint8Array {
  const zeros = new Uint8Array(40e6);
  return withParts(GOOD, { 'xl/sharedStrings.xml': zeros });
}

const sheet = (inner: string) => rawWorkbook({ sheets: { 表: inner } });
const lol = '<!DOCTYPE lolz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>';

describe('files that are none, or mean harm', () => {
  test.each<[string, () => Uint8Array, FormatError['code'], Record<string, unknown>]>([
    ['empty', () => new Uint8Array(), 'not-xlsx', { found: 'empty' }],
    ['truncated', () => GOOD.slice(0, GOOD.length - 40), 'truncated', {}],
    ['cut in the middle', () => GOOD.slice(0, 600), 'truncated', {}],
    ['encrypted', () => ole('EncryptedPackage'), 'encrypted', {}],
    ['old .xls', () => ole('Workbook'), 'not-xlsx', { found: 'xls' }],
    ['an old letter', () => ole('WordDocument'), 'not-xlsx', { found: 'doc' }],
    ['another compound file', () => ole('Contents'), 'not-xlsx', { found: 'ole' }],
    ['PDF', () => bytes('%PDF-1.7'), 'not-xlsx', { found: 'pdf' }],
    ['a web page named .xls', () => bytes('\uFEFF\n<html><table>'), 'not-xlsx', { found: 'html' }],
    ['XML', () => bytes('<?xml version="1.0"?><Workbook/>'), 'not-xlsx', { found: 'xml' }],
    ['CSV', () => bytes('一级指标,二级指标\n'), 'not-xlsx', { found: 'text' }],
    ['noise', () => new Uint8Array(500), 'not-xlsx', { found: 'unknown' }],
    ['.docx', () => zipOf({ 'word/document.xml': '<w/>' }), 'not-xlsx', { found: 'docx' }],
    ['.ods', () => zipOf({ mimetype: 'x', 'content.xml': '<o/>' }), 'not-xlsx', { found: 'ods' }],
    ['.xlsb', () => zipOf({ 'xl/workbook.bin': 'x' }), 'not-xlsx', { found: 'xlsb' }],
    ['another zip', () => zipOf({ 'a.txt': 'x' }), 'not-xlsx', { found: 'zip' }],
    ['zip bomb', bomb, 'too-large', { limit: 'ratio' }],
    [
      'an entry that unfolds to more than it says',
      () => tamper(bomb(), 'xl/sharedStrings.xml', (view, at) => view.setUint32(at + 24, 1000, true)),
      'bad-archive',
      { reason: 'size' },
    ],
    [
      'a wrong checksum',
      () => tamper(GOOD, 'xl/workbook.xml', (view, at) => view.setUint32(at + 16, 1, true)),
      'bad-archive',
      { reason: 'checksum' },
    ],
    [
      'an entry longer than the file',
      () => tamper(GOOD, 'xl/styles.xml', (view, at) => view.setUint32(at + 20, GOOD.length, true)),
      'truncated',
      {},
    ],
    [
      'entries that share their bytes',
      () =>
        ['xl/styles.xml', 'xl/workbook.xml', '_rels/.rels'].reduce(
          (file, part) =>
            tamper(file, part, (view, at) => {
              view.setUint32(at + 20, GOOD.length >> 1, true);
              view.setUint32(at + 42, 0, true);
            }),
          GOOD,
        ),
      'bad-archive',
      { reason: 'overlap' },
    ],
    [
      'an unknown compression',
      () => tamper(GOOD, 'xl/styles.xml', (view, at) => view.setUint16(at + 10, 12, true)),
      'bad-archive',
      { reason: 'method' },
    ],
    [
      'a locked entry',
      () => tamper(GOOD, 'xl/styles.xml', (view, at) => view.setUint16(at + 8, 1, true)),
      'encrypted',
      {},
    ],
    ['a path upwards', () => withParts(GOOD, { '../../etc/passwd': 'x' }), 'bad-archive', { reason: 'path' }],
    ['a path with a drive', () => withParts(GOOD, { 'C:/x': 'x' }), 'bad-archive', { reason: 'path' }],
    [
      'entities that multiply',
      () => withParts(GOOD, { 'xl/sharedStrings.xml': `${lol}<sst><si><t>&b;</t></si></sst>` }),
      'bad-xml',
      { reason: 'doctype' },
    ],
    [
      'an external entity',
      () => withParts(GOOD, { 'xl/workbook.xml': '<!DOCTYPE x SYSTEM "file:///etc/passwd"><workbook/>' }),
      'bad-xml',
      { reason: 'doctype' },
    ],
    ['an open tag', () => sheet('<sheetData><row r="1"><c r="A1"><v>1</v>'), 'bad-xml', { reason: 'unclosed' }],
    [
      'a tag cut short',
      () => withParts(GOOD, { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1' }),
      'bad-xml',
      { reason: 'attribute' },
    ],
    [
      'a cell beyond the grid',
      () => sheet('<sheetData><row r="1"><c r="XFE1"><v>1</v></c></row></sheetData>'),
      'bad-xml',
      { reason: 'reference' },
    ],
    [
      'a row beyond the grid',
      () => sheet('<sheetData><row r="1048577"/></sheetData>'),
      'bad-xml',
      { reason: 'reference' },
    ],
    [
      'a reference that is none',
      () => sheet('<sheetData><row r="1"><c r="?"><v>1</v></c></row></sheetData>'),
      'bad-xml',
      { reason: 'reference' },
    ],
    [
      'a sheet that is missing',
      () => withParts(GOOD, { 'xl/worksheets/sheet1.xml': null }),
      'missing-part',
      { part: 'xl/worksheets/sheet1.xml' },
    ],
  ])('%s', (_, make, code, data) => {
    const file = make();
    let error: unknown;
    try {
      readWorkbook(file);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(FormatError);
    expect(error).toMatchObject({ code, data });
    for (const locale of ['zh-CN', 'en-US'] as const) {
      const sentence = renderFormatError(error as FormatError, locale);
      expect(sentence).toMatch(locale === 'zh-CN' ? /。$/ : /\.$/);
      expect(sentence).not.toMatch(/\{\w+\}/);
    }
  });

  test('every limit is one', () => {
    const limits = { ...DEFAULT_LIMITS };
    for (const [limit, value] of [
      ['entries', 2],
      ['part', 100],
      ['total', 500],
    ] as const) {
      expect(() => readWorkbook(GOOD, { limits: { ...limits, [limit]: value } })).toThrow(
        expect.objectContaining({ code: 'too-large', data: expect.objectContaining({ limit }) }),
      );
    }
  });

  test('deep nesting does not reach the stack', () => {
    const deep = `${'<a>'.repeat(60_000)}${'</a>'.repeat(60_000)}`;
    expect(
      readWorkbook(sheet(`${deep}<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>`)).sheets[0]
        ?.cells[0]?.[0]?.value,
    ).toBe(1);
  });

  test.each([
    ['quotes in a formula', `<sheetData><row r="1"><c r="A1"><f>${'"'.repeat(100_001)}</f></c></row></sheetData>`],
    [
      'brackets in a formula',
      `<sheetData><row r="1"><c r="A1"><f t="shared" si="0">${'['.repeat(100_000)}</f></c><c r="B1"><f t="shared" si="0"/></c></row></sheetData>`,
    ],
    ['open comments', `<sheetData><row r="1"><c r="A1"><v>${'<!--'.repeat(50_000)}--></v></c></row></sheetData>`],
  ])('no wording holds up the reading: %s', (_, inner) => {
    // What took the square of the length would not be done before the test ends.
    expect(readWorkbook(sheet(inner)).sheets).toHaveLength(1);
  });
});

describe('damage', () => {
  const raw = rawWorkbook({
    sheets: {
      表: '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>A1&amp;"x"</f><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
    },
    strings: '<si><r><t>甲</t></r></si>',
    styles: '<numFmts><numFmt numFmtId="164" formatCode="0.0"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>',
  });
  const isTyped = (file: Uint8Array): boolean => {
    try {
      readWorkbook(file);
      return true;
    } catch (error) {
      return error instanceof FormatError;
    }
  };

  test('of the archive gives a workbook or a typed error', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(raw.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        fc.nat(raw.length),
        (changes, length) => {
          const file = raw.slice(0, Math.max(length, raw.length - 300));
          for (const [at, byte] of changes) file[at % file.length] = byte;
          return isTyped(file);
        },
      ),
      runs(1500, 20261),
    );
  });

  test.each(['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/styles.xml', 'xl/workbook.xml'])(
    'of %s gives a workbook or a typed error',
    (part) => {
      const pieces = fc.constantFrom(
        '<',
        '>',
        '/',
        '"',
        "'",
        '&',
        '&#0;',
        '<!',
        '<?',
        ']]>',
        '<c',
        'r="',
        '\0',
        '</sheetData>',
        '<row>',
        ' ',
        '=',
        '\uD800',
      );
      const whole = partsOf(raw).get(part) ?? '';
      fc.assert(
        fc.property(fc.array(fc.tuple(fc.nat(2000), fc.nat(6), pieces), { minLength: 1, maxLength: 5 }), (changes) => {
          let text = whole;
          for (const [at, length, piece] of changes) {
            const from = at % text.length;
            text = text.slice(0, from) + piece + text.slice(from + length);
          }
          return isTyped(withParts(raw, { [part]: text }));
        }),
        runs(800, 20262),
      );
    },
  );
});
