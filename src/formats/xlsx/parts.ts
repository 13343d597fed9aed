import { FormatError } from '../error';
import { XmlReader } from './xml';
import type { Zip } from './zip';

export interface Relationship {
  readonly id: string;
  /** The last step of the type's address, the same in transitional and strict files: `worksheet`, `comments` … */
  readonly type: string;
  /** Part name, or an address outside the package. */
  readonly target: string;
  readonly external: boolean;
}

/** The parts of a package: their texts and how they refer to each other. */
export class Parts {
  constructor(readonly zip: Zip) {}

  /** Undefined where there is no such part. Throws FormatError. */
  text(part: string): string | undefined {
    const bytes = this.zip.bytes(part);
    return bytes && decode(bytes).text;
  }

  /** Throws FormatError missing-part. */
  needText(part: string): string {
    const text = this.text(part);
    if (text === undefined) throw new FormatError('missing-part', { part });
    return text;
  }

  /** For changing: refuses text that would not come back as the same bytes. */
  editableText(part: string): string {
    const bytes = this.zip.bytes(part);
    if (!bytes) throw new FormatError('missing-part', { part });
    const { text, exact } = decode(bytes);
    if (!exact) throw new FormatError('bad-xml', { part, reason: 'encoding' });
    return text;
  }

  /** The relationships of a part, or of the package itself for `''`. */
  relationships(part: string): Relationship[] {
    const name = relationshipsPart(part);
    const text = this.text(name);
    if (text === undefined) return [];
    const found: Relationship[] = [];
    const reader = new XmlReader(text, name);
    while (reader.find('Relationship')) {
      const target = reader.attribute('Target') ?? '';
      const external = reader.attribute('TargetMode') === 'External';
      found.push({
        id: reader.attribute('Id') ?? '',
        type: (reader.attribute('Type') ?? '').replace(/^.*\//, ''),
        target: external ? target : resolvePart(part, target),
        external,
      });
    }
    return found;
  }
}

/** `xl/worksheets/sheet1.xml` → `xl/worksheets/_rels/sheet1.xml.rels`. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** A target as written, relative to its part or absolute, as a part name. */
export function resolvePart(from: string, target: string): string {
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of target.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  const path = steps.join('/');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Byte order marks stay in the text, so that changed parts keep them. */
function decode(bytes: Uint8Array): { text: string; exact: boolean } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), exact: false };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), exact: false };
  const declared = declaredEncoding(bytes);
  if (declared) return { text: declared.decode(bytes), exact: false };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), exact: true };
  } catch {
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), exact: false };
  }
}

/** A decoder for the encoding that the first line names, where it is neither UTF-8 nor unknown. */
function declaredEncoding(bytes: Uint8Array): TextDecoder | null {
  const head = String.fromCharCode(...bytes.subarray(0, 120));
  const label = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w-]+)["']/.exec(head)?.[1];
  if (!label || /^(?:utf-?8|us-ascii)$/i.test(label)) return null;
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}
