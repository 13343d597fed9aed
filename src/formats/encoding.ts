/** Bytes looked at to tell an encoding. */
const SAMPLE = 1 << 16;

/** Breaks, tabs, spaces, quotes and separators: no Chinese character has one of these bytes beside a zero. */
const COMMON = new Set([0x09, 0x0a, 0x0d, 0x20, 0x22, 0x2c, 0x3b]);

/** UTF-16 with a byte order mark, or without one where breaks and separators have their zeros on one side alone. */
export function looksUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const end = Math.min(bytes.length, SAMPLE) & ~1;
  let little = 0;
  let big = 0;
  for (let i = 0; i < end; i += 2) {
    const [first, second] = [bytes[i] as number, bytes[i + 1] as number];
    if (second === 0 && COMMON.has(first)) little++;
    else if (first === 0 && COMMON.has(second)) big++;
  }
  const many = Math.max(2, end / 400);
  if (little >= many && big <= little / 20) return 'utf-16le';
  return big >= many && little <= big / 20 ? 'utf-16be' : null;
}

/**
 * Bytes as text: by the byte order mark, else UTF-16 by its zeros, else what the document itself declares, else UTF-8
 * where it is valid (a character cut off at the very end aside), else GB18030, as Chinese systems write without saying.
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const utf16 = looksUtf16(bytes);
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder('utf-8').decode(bytes);
  const utf8 = strict(bytes) ?? strict(bytes.subarray(0, wholeCharacters(bytes)));
  if (utf8 !== null) return utf8;
  return decoderFor(declared).decode(bytes);
}

function strict(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Where the last character begins, should it be one of several bytes. */
function wholeCharacters(bytes: Uint8Array): number {
  let at = bytes.length - 1;
  for (let back = 0; back < 3 && at > 0 && ((bytes[at] as number) & 0xc0) === 0x80; back++) at--;
  return ((bytes[at] ?? 0) & 0xc0) === 0xc0 ? at : bytes.length;
}

/** A document that says UTF-8 but is not was put into another encoding by a system that left the words as they were. */
function decoderFor(declared: string | undefined): TextDecoder {
  if (declared && !/^utf-?8$/i.test(declared)) {
    try {
      return new TextDecoder(/^gb/i.test(declared) ? 'gb18030' : declared);
    } catch {
      // Not an encoding that anyone knows.
    }
  }
  return new TextDecoder('gb18030');
}
