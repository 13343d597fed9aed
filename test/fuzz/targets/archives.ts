import { Zip } from '../../../src/formats/xlsx/zip';
import { mutateBytes, mutateText } from '../mutate';
import type { Random } from '../random';

/** An archive with its parts unpacked, to be packed again with some of them spoilt. */
export interface Archive {
  readonly bytes: Uint8Array;
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

export function archiveOf(bytes: Uint8Array): Archive {
  const zip = Zip.open(bytes);
  return { bytes, parts: new Map(zip.names().map((name) => [name, zip.bytes(name) as Uint8Array])) };
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();
const NAMES = [
  '../x',
  '/xl/workbook.xml',
  'XL/WORKBOOK.XML',
  'a\\b',
  '',
  'C:/x',
  'xl//x',
  'mimetype',
  '\0',
  '[trash]/0.dat',
];

/** The archive's own bytes spoilt, or, in a sound archive, its parts: spoilt, lost, under other names, one for another. */
export function mutateArchive(random: Random, archive: Archive, words: readonly string[]): Uint8Array {
  if (random.chance(0.15)) return mutateBytes(random, archive.bytes);
  const parts = new Map(archive.parts);
  const texts = [...archive.parts.values()].map((part) => decoder.decode(part.subarray(0, 20_000)));
  for (let stroke = 0; stroke <= random.few(4); stroke++) {
    const name = random.pick([...archive.parts.keys()]);
    const part = parts.get(name) ?? new Uint8Array();
    const kind = random.below(20);
    if (kind === 0) parts.delete(name);
    else if (kind === 1) parts.set(random.pick(NAMES), part);
    else if (kind === 2) parts.set(name, random.pick([...archive.parts.values()]));
    else if (kind <= 5) parts.set(name, mutateBytes(random, part));
    else parts.set(name, encoder.encode(mutateText(random, decoder.decode(part), words, texts)));
  }
  const packed = Zip.empty().with(parts).save();
  return random.chance(0.02) ? mutateBytes(random, packed) : packed;
}

/** Pieces of the markup of spreadsheets and documents, sound and not. */
export const MARKUP: readonly string[] = [
  ...['<', '>', '/>', '</', '<!--', '-->', '<![CDATA[', ']]>', '<?xml version="1.0"?>', '&amp;', '&#0;', '&#x110000;'],
  ...[
    '&lt',
    '&#xD800;',
    '<!DOCTYPE x>',
    '="',
    "='",
    ' xml:space="preserve"',
    ' xmlns="x"',
    '_x000D_',
    '_xD800_',
    'xmlns:',
  ],
  ...['<row r="1048576">', '<row r="0">', '<c r="XFD1">', '<c r="A1" t="s"><v>-1</v></c>', '<c t="inlineStr"><is><t>'],
  ...[
    '<f t="shared" si="0"/>',
    '<f t="shared" si="0" ref="A1:XFD1048576">A1+1</f>',
    '<f t="array" ref="A1:B2">1</f>',
    '<v>1e999</v>',
  ],
  ...[
    '<mergeCell ref="A1:XFD1048576"/>',
    '<mergeCell ref="B2:A1"/>',
    '<cols><col min="1" max="16384" hidden="1"/></cols>',
  ],
  ...[
    '<sheetProtection sheet="1"/>',
    ' hidden="1"',
    ' s="99999"',
    ' t="e"',
    ' t="b"',
    ' t="d"',
    ' date1904="1"',
    ' state="veryHidden"',
  ],
  ...[
    '<sheetData/>',
    '</sheetData>',
    '<si><t>',
    '<si><r><t>',
    '<x:row',
    '<rPh sb="0" eb="9"><t>',
    '<extLst><ext>',
    '<AlternateContent>',
  ],
  ...['<numFmt numFmtId="164" formatCode="[Red][&lt;0]0.0;&quot;"/>', '<cellXfs count="0"/>', '<xf numFmtId="-1"/>'],
  ...[
    '<w:tbl>',
    '</w:tbl>',
    '<w:tr>',
    '<w:tc>',
    '</w:tc>',
    '<w:gridSpan w:val="16385"/>',
    '<w:vMerge/>',
    '<w:p><w:r><w:t>甲</w:t></w:r></w:p>',
  ],
  ...[
    '<w:br/>',
    '<w:tab/>',
    '<w:del>',
    '<w:ins>',
    '<w:sdt>',
    '<w:txbxContent>',
    '<mc:Fallback>',
    '<w:gridBefore w:val="9"/>',
  ],
  ...[
    '<table>',
    '</table>',
    '<tr>',
    '<td colspan=1000 rowspan=0>',
    '<th rowspan="65535">',
    '<br>',
    '<script>',
    '<style>',
    '<p>',
    '<div><table><td>',
  ],
  ...[
    '<table:table-row table:number-rows-repeated="1048576">',
    '<table:table-cell table:number-columns-repeated="16384"/>',
    '<Row ss:Index="99">',
  ],
];
