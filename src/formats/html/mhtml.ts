import { decodeText } from '../encoding';
import { FormatError } from '../error';

/** Parts of a saved page: more than this is no page. */
const MAX_PARTS = 1000;

/** The page in a 单个文件网页 (.mht, MIME with its pictures): its first part of HTML that has a table, else its first. */
export function pageOf(bytes: Uint8Array): string {
  const source = new TextDecoder('latin1').decode(bytes);
  const boundary = /boundary="?([^"\r\n;]{1,200})"?/i.exec(source)?.[1];
  const parts = boundary ? source.split(`--${boundary}`).slice(1, MAX_PARTS) : [source];
  const pages = parts.flatMap((part) => pageIn(part.replace(/^\r?\n/, '')) ?? []);
  const page = pages.find((text) => /<table[\s>]/i.test(text)) ?? pages[0];
  if (page === undefined) throw new FormatError('damaged', { found: 'mhtml' });
  return page;
}

function pageIn(part: string): string | null {
  const end = /\r?\n\r?\n/.exec(part);
  if (!end) return null;
  const head = part.slice(0, end.index).replace(/\r?\n[ \t]+/g, ' ');
  if (!/^content-type:\s*text\/html/im.test(head)) return null;
  const body = part.slice(end.index + end[0].length);
  const encoding = /^content-transfer-encoding:\s*([\w-]+)/im.exec(head)?.[1]?.toLowerCase();
  const bytes =
    encoding === 'base64' ? fromBase64(body) : latin1(encoding === 'quoted-printable' ? unquote(body) : body);
  const declared = /charset\s*=\s*["']?([\w-]{2,30})/i;
  return decodeText(
    bytes,
    (declared.exec(head) ?? declared.exec(body.replace(/=\r?\n/g, '').replace(/=3D/gi, '=')))?.[1],
  );
}

function unquote(text: string): string {
  return text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

function fromBase64(text: string): Uint8Array {
  try {
    return latin1(atob(text.replace(/[^A-Z0-9+/]/gi, '')));
  } catch (cause) {
    throw new FormatError('damaged', { found: 'mhtml' }, { cause });
  }
}
