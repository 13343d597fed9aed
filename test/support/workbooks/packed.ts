import { Zip } from '../../../src/formats/xlsx/zip';
import { crc32, deflateRawSync } from 'node:zlib';

interface Packing {
  /** Sizes and checksum stand after each entry's contents, as from programs that write in one go. */
  readonly descriptors?: boolean;
  /** Sizes and offsets stand in fields of 64 bits, those of 32 bits are full. */
  readonly zip64?: boolean;
}

const FULL = 0xffffffff;

/** An archive of the same entries, written in another way that readers must know. */
export function packed(bytes: Uint8Array, { descriptors = false, zip64 = false }: Packing): Uint8Array {
  const zip = Zip.open(bytes);
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  const put = (chunk: Buffer) => {
    chunks.push(chunk);
    offset += chunk.length;
  };
  for (const name of zip.names()) {
    const content = zip.bytes(name) ?? new Uint8Array();
    const data = deflateRawSync(content);
    const rawName = Buffer.from(name);
    const at = offset;
    const flags = 0x800 | (descriptors ? 8 : 0);
    const crc = crc32(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(zip64 ? 45 : 20, 4);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(8, 8);
    if (!descriptors) {
      local.writeUInt32LE(crc, 14);
      local.writeUInt32LE(zip64 ? FULL : data.length, 18);
      local.writeUInt32LE(zip64 ? FULL : content.length, 22);
    }
    local.writeUInt16LE(rawName.length, 26);
    const extra = zip64 ? field64([content.length, data.length]) : Buffer.alloc(0);
    local.writeUInt16LE(extra.length, 28);
    for (const piece of [local, rawName, extra, data]) put(piece);
    if (descriptors) {
      const after = Buffer.alloc(16);
      after.writeUInt32LE(0x08074b50, 0);
      after.writeUInt32LE(crc, 4);
      after.writeUInt32LE(data.length, 8);
      after.writeUInt32LE(content.length, 12);
      put(after);
    }
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(zip64 ? 45 : 20, 4);
    central.writeUInt16LE(zip64 ? 45 : 20, 6);
    central.writeUInt16LE(flags, 8);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(crc, 16);
    central.writeUInt32LE(zip64 ? FULL : data.length, 20);
    central.writeUInt32LE(zip64 ? FULL : content.length, 24);
    central.writeUInt16LE(rawName.length, 28);
    const sizes = zip64 ? field64([content.length, data.length, at]) : Buffer.alloc(0);
    central.writeUInt16LE(sizes.length, 30);
    central.writeUInt32LE(zip64 ? FULL : at, 42);
    directory.push(central, rawName, sizes);
  }
  const start = offset;
  for (const chunk of directory) put(chunk);
  const length = offset - start;
  const count = zip.names().length;
  if (zip64) {
    const end64 = Buffer.alloc(56);
    end64.writeUInt32LE(0x06064b50, 0);
    end64.writeBigUInt64LE(44n, 4);
    end64.writeUInt16LE(45, 12);
    end64.writeUInt16LE(45, 14);
    for (const [at, value] of [
      [24, count],
      [32, count],
      [40, length],
      [48, start],
    ] as const) {
      end64.writeBigUInt64LE(BigInt(value), at);
    }
    const locator = Buffer.alloc(20);
    locator.writeUInt32LE(0x07064b50, 0);
    locator.writeBigUInt64LE(BigInt(offset), 8);
    locator.writeUInt32LE(1, 16);
    put(end64);
    put(locator);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(zip64 ? 0xffff : count, 8);
  end.writeUInt16LE(zip64 ? 0xffff : count, 10);
  end.writeUInt32LE(zip64 ? FULL : length, 12);
  end.writeUInt32LE(zip64 ? FULL : start, 16);
  put(end);
  return new Uint8Array(Buffer.concat(chunks));
}

function field64(values: readonly number[]): Buffer {
  const field = Buffer.alloc(4 + 8 * values.length);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(8 * values.length, 2);
  values.forEach((value, i) => field.writeBigUInt64LE(BigInt(value), 4 + 8 * i));
  return field;
}
