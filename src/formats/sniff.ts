import type { FoundFormat } from './error';
import { streamsOf } from './compound';
import { looksUtf16 } from './encoding';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const HEAD = 2048;
const IMAGES = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0],
];

/** What the bytes say a file is; its name's extension is never believed. Archives are told apart by their parts. */
export function sniff(bytes: Uint8Array): FoundFormat | 'encrypted' {
  if (bytes.length === 0) return 'empty';
  if (startsWith(bytes, [0x50, 0x4b])) return 'zip';
  if (startsWith(bytes, OLE)) return compoundKind(bytes);
  // Workbooks of before 1997 are a bare stream that begins with its BOF record.
  if (bytes[0] === 0x09 && (bytes[1] ?? 9) <= 8 && (bytes[2] === 4 || bytes[2] === 6 || bytes[2] === 8)) return 'xls';
  if (IMAGES.some((head) => startsWith(bytes, head))) return 'image';
  if (looksUtf16(bytes)) return 'text';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD)).replace(/^(?:\xef\xbb\xbf|\s)+/, '');
  if (head.startsWith('%PDF')) return 'pdf';
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (/^mime-version:/i.test(head)) return 'mhtml';
  if (/^<(?:!doctype\s+html|!--|html|table|head|body|meta|style|div|script)/i.test(head)) return 'html';
  if (head.startsWith('<?xml')) {
    if (/urn:schemas-microsoft-com:office:spreadsheet/.test(head)) return 'xml-spreadsheet';
    return /<html/i.test(head) ? 'html' : 'xml';
  }
  return isBinary(bytes) ? 'unknown' : 'text';
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}

/** Text has no control characters but breaks and tabs, a stray few aside. */
function isBinary(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, 1 << 16);
  let odd = 0;
  for (let i = 0; i < end; i++) {
    const byte = bytes[i] as number;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) odd++;
  }
  return odd > end / 50;
}

function compoundKind(bytes: Uint8Array): FoundFormat | 'encrypted' {
  const streams = streamsOf(bytes);
  if (streams.has('EncryptedPackage')) return 'encrypted';
  if (streams.has('WordDocument')) return 'doc';
  return streams.has('Workbook') || streams.has('Book') ? 'xls' : 'ole';
}
