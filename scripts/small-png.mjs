import { deflateSync, inflateSync } from 'node:zlib';
import { chunk } from './icons.mjs';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function* chunksOf(png) {
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    yield { type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) };
    at += length + 12;
  }
}

function predicted(filter, left, up, corner) {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** The bytes of the rows, without filters. */
function pixelsOf(raw, height, stride, size) {
  const pixels = Buffer.alloc(height * stride);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x >= size ? pixels[at - size] : 0;
      const up = y > 0 ? pixels[at - stride] : 0;
      const corner = x >= size && y > 0 ? pixels[at - stride - size] : 0;
      pixels[at] = (raw[y * (stride + 1) + 1 + x] + predicted(filter, left, up, corner)) & 0xff;
    }
  }
  return pixels;
}

const channels = (rgb) => [rgb >> 16, (rgb >> 8) & 0xff, rgb & 0xff];

/**
 * A screenshot (8 bits a channel, without transparency, as browsers write them) in a third of its size: the 256 colours
 * that are most used make a palette, the rest, edges of letters, go to the nearest of them.
 */
export function smallPng(png) {
  const parts = [...chunksOf(png)];
  const header = parts.find(({ type }) => type === 'IHDR').data;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const size = { 2: 3, 6: 4 }[header[9]];
  const raw = inflateSync(Buffer.concat(parts.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
  const pixels = pixelsOf(raw, height, width * size, size);
  const counts = new Map();
  const colours = new Uint32Array(width * height);
  for (let at = 0; at < colours.length; at += 1) {
    const rgb = pixels.readUIntBE(at * size, 3);
    colours[at] = rgb;
    counts.set(rgb, (counts.get(rgb) ?? 0) + 1);
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1]).map(([rgb]) => rgb);
  const palette = ranked.slice(0, 256).map(channels);
  const places = new Map(ranked.slice(0, 256).map((rgb, place) => [rgb, place]));
  for (const rgb of ranked.slice(256)) {
    const colour = channels(rgb);
    const away = palette.map((other) => other.reduce((sum, value, at) => sum + (value - colour[at]) ** 2, 0));
    places.set(rgb, away.indexOf(Math.min(...away)));
  }
  const rows = Buffer.alloc(height * (width + 1));
  for (let at = 0; at < colours.length; at += 1) {
    rows[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = places.get(colours[at]);
  }
  const head = Buffer.from(header);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
