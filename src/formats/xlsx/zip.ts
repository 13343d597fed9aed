import { deflateSync, Inflate } from 'fflate';
import { FormatError } from '../error';

/** Bounds on what an archive may unfold to. Sizes are in bytes. */
export interface ZipLimits {
  readonly entries: number;
  /** One entry, unpacked. */
  readonly part: number;
  /** Everything that is unpacked, together. */
  readonly total: number;
  /** Unpacked to packed, for entries of more than a megabyte: repetitive sheets reach 60, bombs 1,000. */
  readonly ratio: number;
}

export interface ZipOptions {
  readonly limits?: ZipLimits;
  /** A faster one than what works everywhere, where the platform has it. */
  readonly inflater?: Inflater;
}

export const DEFAULT_LIMITS: ZipLimits = { entries: 20_000, part: 256e6, total: 512e6, ratio: 300 };

/** Unpacks deflated bytes to `size` bytes, and throws rather than give more. */
export type Inflater = (packed: Uint8Array, size: number) => Uint8Array;

interface Entry {
  readonly name: string;
  /** As it stands in the archive; names are not always UTF-8. */
  readonly rawName: Uint8Array;
  readonly utf8: boolean;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  /** The packed bytes, a view on the archive. */
  readonly packed: Uint8Array;
  readonly time: number;
  readonly madeBy: number;
  readonly attributes: number;
}

const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const UTF8_FLAG = 0x800;
const ENCRYPTED_FLAG = 1;
/** 1 January 1980: new parts carry no clock time, so that the same edits give the same bytes. */
const EPOCH = 0x00210000;
const RATIO_FREE = 1e6;
const SLICE = 1 << 16;

const utf8 = new TextDecoder('utf-8');
const encoder = new TextEncoder();

/** Four tables: four bytes are taken at a time. */
const CRC_TABLES = [0, 1, 2, 3].map(() => new Uint32Array(256));
for (let index = 0; index < 256; index++) {
  let crc = index;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  (CRC_TABLES[0] as Uint32Array)[index] = crc;
}
for (let table = 1; table < 4; table++) {
  const before = CRC_TABLES[table - 1] as Uint32Array;
  for (let index = 0; index < 256; index++) {
    const crc = before[index] as number;
    (CRC_TABLES[table] as Uint32Array)[index] = ((CRC_TABLES[0] as Uint32Array)[crc & 255] as number) ^ (crc >>> 8);
  }
}

function crc32(bytes: Uint8Array): number {
  const [one, two, three, four] = CRC_TABLES as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  const { length } = bytes;
  let crc = -1;
  let i = 0;
  for (; i + 4 <= length; i += 4) {
    crc ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
    crc = four[crc & 255]! ^ three[(crc >>> 8) & 255]! ^ two[(crc >>> 16) & 255]! ^ one[crc >>> 24]!;
  }
  for (; i < length; i++) crc = one[(crc ^ bytes[i]!) & 255]! ^ (crc >>> 8);
  return ~crc >>> 0;
}

/**
 * A zip archive that is never changed: `with` gives another one. Entries that were not replaced keep their place and
 * their packed bytes. Names are found whatever their case, as spreadsheets do.
 */
export class Zip {
  private constructor(
    private readonly entries: ReadonlyMap<string, Entry>,
    readonly limits: ZipLimits,
    /** Shared by all archives that came from one file. */
    private readonly spent: { bytes: number; readonly counted: WeakSet<Entry> },
    private readonly inflater: Inflater,
  ) {}

  static empty(): Zip {
    return new Zip(new Map(), DEFAULT_LIMITS, { bytes: 0, counted: new WeakSet() }, inflateInSlices);
  }

  /** Throws FormatError: truncated, bad-archive, too-large, encrypted. */
  static open(bytes: Uint8Array, { limits = DEFAULT_LIMITS, inflater = inflateInSlices }: ZipOptions = {}): Zip {
    return new Zip(readDirectory(bytes, limits), limits, { bytes: 0, counted: new WeakSet() }, inflater);
  }

  names(): string[] {
    return [...this.entries.values()].map((entry) => entry.name);
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** Undefined where there is no such entry. Throws FormatError. */
  bytes(name: string): Uint8Array | undefined {
    const entry = this.entries.get(name.toLowerCase());
    return entry && this.unpack(entry);
  }

  /** Another archive with these entries replaced, added at the end, or (null) taken out. */
  with(changes: ReadonlyMap<string, Uint8Array | null>): Zip {
    const entries = new Map(this.entries);
    for (const [name, bytes] of changes) {
      const key = name.toLowerCase();
      if (bytes === null) entries.delete(key);
      else entries.set(key, pack(entries.get(key)?.name ?? name, bytes));
    }
    return new Zip(entries, this.limits, this.spent, this.inflater);
  }

  save(): Uint8Array {
    const chunks: Uint8Array[] = [];
    const directory: Uint8Array[] = [];
    let offset = 0;
    for (const entry of this.entries.values()) {
      const local = header(LOCAL, 30, entry, 4);
      chunks.push(local, entry.rawName, entry.packed);
      const central = header(CENTRAL, 46, entry, 6);
      const view = new DataView(central.buffer);
      view.setUint16(4, entry.madeBy, true);
      view.setUint32(38, entry.attributes, true);
      view.setUint32(42, offset, true);
      directory.push(central, entry.rawName);
      offset += local.length + entry.rawName.length + entry.packed.length;
    }
    const length = directory.reduce((sum, chunk) => sum + chunk.length, 0);
    const end = new DataView(new ArrayBuffer(22));
    end.setUint32(0, END, true);
    end.setUint16(8, this.entries.size, true);
    end.setUint16(10, this.entries.size, true);
    end.setUint32(12, length, true);
    end.setUint32(16, offset, true);
    return join([...chunks, ...directory, new Uint8Array(end.buffer)], offset + length + 22);
  }

  private unpack(entry: Entry): Uint8Array {
    const { limits } = this;
    if (entry.size > limits.part) throw new FormatError('too-large', { limit: 'part', part: entry.name });
    if (entry.size > RATIO_FREE && entry.size > entry.packed.length * limits.ratio) {
      throw new FormatError('too-large', { limit: 'ratio', part: entry.name });
    }
    if (!this.spent.counted.has(entry)) this.spent.bytes += entry.size;
    this.spent.counted.add(entry);
    if (this.spent.bytes > limits.total) throw new FormatError('too-large', { limit: 'total', part: entry.name });
    const bytes = entry.method === STORED ? entry.packed : this.inflate(entry);
    if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) {
      throw new FormatError('bad-archive', { reason: 'checksum', part: entry.name });
    }
    return bytes;
  }

  private inflate({ packed, size, name }: Entry): Uint8Array {
    try {
      return this.inflater(packed, size);
    } catch (cause) {
      const reason = cause instanceof OversizeError ? 'size' : 'deflate';
      throw new FormatError('bad-archive', { reason, part: name }, { cause });
    }
  }
}

/** More came out than was declared. */
export class OversizeError extends Error {}

/** In slices, so that an entry that unfolds to more than it declares is stopped soon after. */
function inflateInSlices(packed: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  let length = 0;
  let finished = false;
  const stream = new Inflate((chunk, final) => {
    if (length + chunk.length > size) throw new OversizeError();
    out.set(chunk, length);
    length += chunk.length;
    finished = final;
  });
  for (let start = 0; start < packed.length; start += SLICE) {
    stream.push(packed.subarray(start, start + SLICE), start + SLICE >= packed.length);
  }
  if (!finished) throw new Error('unfinished');
  return out.subarray(0, length);
}

function readDirectory(bytes: Uint8Array, limits: ZipLimits): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readEntries(bytes, view, limits);
  } catch (cause) {
    // An offset beyond the end of the file.
    if (cause instanceof RangeError) throw new FormatError('truncated', {}, { cause });
    throw cause;
  }
}

function readEntries(bytes: Uint8Array, view: DataView, limits: ZipLimits): Map<string, Entry> {
  const end = findEnd(view);
  let count = view.getUint16(end + 10, true);
  let size = view.getUint32(end + 12, true);
  let offset = view.getUint32(end + 16, true);
  let directoryEnd = end;
  if (end >= 20 && view.getUint32(end - 20, true) === LOCATOR64) {
    const end64 = number64(view, end - 12);
    if (view.getUint32(end64, true) !== END64) throw new FormatError('bad-archive', { reason: 'directory' });
    count = number64(view, end64 + 32);
    size = number64(view, end64 + 40);
    offset = number64(view, end64 + 48);
    directoryEnd = end64;
  }
  if (count > limits.entries) throw new FormatError('too-large', { limit: 'entries' });
  // Bytes put before the archive move every offset by the same amount.
  const base = directoryEnd - size - offset;
  if (base < 0) throw new FormatError('truncated');
  const entries = new Map<string, Entry>();
  let packedTotal = 0;
  let position = base + offset;
  for (let i = 0; i < count; i++) {
    if (view.getUint32(position, true) !== CENTRAL) throw new FormatError('bad-archive', { reason: 'directory' });
    const flags = view.getUint16(position + 8, true);
    const method = view.getUint16(position + 10, true);
    const nameLength = view.getUint16(position + 28, true);
    const extraLength = view.getUint16(position + 30, true);
    const rawName = bytes.slice(position + 46, position + 46 + nameLength);
    const name = utf8.decode(rawName).replaceAll('\\', '/').replace(/^\/+/, '');
    const fields = {
      size: view.getUint32(position + 24, true),
      packed: view.getUint32(position + 20, true),
      local: view.getUint32(position + 42, true),
    };
    readExtra64(view, position + 46 + nameLength, extraLength, fields);
    if (flags & ENCRYPTED_FLAG) throw new FormatError('encrypted');
    if (method !== STORED && method !== DEFLATED)
      throw new FormatError('bad-archive', { reason: 'method', part: name });
    if (/(?:^|\/)\.\.?(?:\/|$)|[:\0]/.test(name))
      throw new FormatError('bad-archive', { reason: 'path', part: printable(name) });
    if (entries.has(name.toLowerCase())) throw new FormatError('bad-archive', { reason: 'duplicate', part: name });
    const local = base + fields.local;
    if (view.getUint32(local, true) !== LOCAL) throw new FormatError('bad-archive', { reason: 'entry', part: name });
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (start + fields.packed > bytes.length) throw new FormatError('truncated');
    packedTotal += fields.packed;
    // Entries that share their bytes: one small block unfolded many times.
    if (packedTotal > bytes.length) throw new FormatError('bad-archive', { reason: 'overlap', part: name });
    entries.set(name.toLowerCase(), {
      name,
      rawName,
      utf8: (flags & UTF8_FLAG) !== 0,
      method,
      crc: view.getUint32(position + 16, true),
      size: fields.size,
      packed: bytes.subarray(start, start + fields.packed),
      time: view.getUint32(position + 12, true),
      madeBy: view.getUint16(position + 4, true),
      attributes: view.getUint32(position + 38, true),
    });
    position += 46 + nameLength + extraLength + view.getUint16(position + 32, true);
  }
  return entries;
}

function findEnd(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at >= last - 0xffff; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new FormatError('truncated');
}

function number64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}

/** The zip64 field holds, in this order, those of the three that do not fit into 32 bits. */
function readExtra64(
  view: DataView,
  start: number,
  length: number,
  fields: { size: number; packed: number; local: number },
): void {
  for (let at = start; at + 4 <= start + length;) {
    const id = view.getUint16(at, true);
    const size = view.getUint16(at + 2, true);
    if (id === 1) {
      let value = at + 4;
      for (const field of ['size', 'packed', 'local'] as const) {
        if (fields[field] !== 0xffffffff) continue;
        fields[field] = number64(view, value);
        value += 8;
      }
    }
    at += 4 + size;
  }
}

function pack(name: string, bytes: Uint8Array): Entry {
  const deflated = deflateSync(bytes, { level: 6 });
  const smaller = deflated.length < bytes.length;
  return {
    name,
    rawName: encoder.encode(name),
    utf8: true,
    method: smaller ? DEFLATED : STORED,
    crc: crc32(bytes),
    size: bytes.length,
    packed: smaller ? deflated : bytes,
    time: EPOCH,
    madeBy: 20,
    attributes: 0,
  };
}

/** The fields that local and central headers share begin at `at`. Sizes are known, so no data descriptor follows. */
function header(signature: number, length: number, entry: Entry, at: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(length));
  view.setUint32(0, signature, true);
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, entry.utf8 ? UTF8_FLAG : 0, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint32(at + 6, entry.time, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.packed.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, entry.rawName.length, true);
  return new Uint8Array(view.buffer);
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const out = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    out.set(chunk, offset);
    offset += chunk.length;
  }
  return out;
}

function printable(name: string): string {
  return name.replaceAll('\0', '\u2400');
}
