/** Draws the icons of the add-in and its buttons into assets/: a table with a tick of the red pen. `node scripts/icons.mjs` */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';

/** The add-in itself is shown in more sizes than its buttons. */
export const FILES = [
  ...[16, 32, 64, 80, 128].map((size) => ['icon', size]),
  ['app', 192],
  ['app', 512],
  ['maskable', 512],
  ...['mark', 'clear', 'pane', 'forms', 'library'].flatMap((name) => [16, 32, 80].map((size) => [name, size])),
];

const GREEN = [0x1e, 0x6b, 0x43];
const LINE = [0xa9, 0xcb, 0xb8];
const WHITE = [0xff, 0xff, 0xff];
const BLUE = [0x0f, 0x6c, 0xbd];
/** White lines, a little of the blue shining through. */
const PALE = [0xc3, 0xda, 0xee];
const RED = [0xd1, 0x34, 0x38];
const AMBER = [0xff, 0xb9, 0x2e];

/** Samples a pixel's side: smooth slants; the straight edges lie on the grid of 16 and stay sharp. */
const SAMPLES = 8;

const inRect = (x, y, left, top, right, bottom) => x >= left && x < right && y >= top && y < bottom;

function inRounded(x, y, left, top, right, bottom, radius) {
  if (!inRect(x, y, left, top, right, bottom)) return false;
  const dx = Math.max(left + radius - x, 0, x - (right - radius));
  const dy = Math.max(top + radius - y, 0, y - (bottom - radius));
  return dx * dx + dy * dy <= radius * radius;
}

function distance(x, y, [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

const TICK = [
  [6.5, 10.5],
  [9.4, 13.6],
  [14.6, 6.6],
];

const CROSS = [
  [
    [8, 8],
    [14, 14],
  ],
  [
    [14, 8],
    [8, 14],
  ],
];

const nearPath = (x, y, points) => Math.min(...points.slice(1).map((point, at) => distance(x, y, points[at], point)));

function table(x, y) {
  if (!inRounded(x, y, 1, 1, 14, 14, 1)) return null;
  if (!inRect(x, y, 2, 5, 13, 13)) return GREEN;
  const onLine = inRect(y, 0, 8, 0, 9, 1) || inRect(y, 0, 10.5, 0, 11, 1) || inRect(x, 0, 5, 0, 6, 1);
  return onLine ? LINE : WHITE;
}

/** Lines of a form. */
function sheet(x, y) {
  if (inRect(x, y, 6, 4, 13, 6)) return GREEN;
  return inRect(y, 0, 8, 0, 9, 1) || inRect(y, 0, 11, 0, 12, 1) || inRect(x, 0, 8, 0, 9, 1) ? LINE : WHITE;
}

/** Something in front of the table, with a gap of white around it where it crosses the table. */
function inFront(away, width, colour, behind) {
  if (away <= width) return colour;
  return away <= width + 0.9 && behind ? WHITE : behind;
}

/** The mark of the workbench, in its field of 22 × 22: a form with a tick. */
function mark(x, y) {
  if (
    nearPath(x, y, [
      [11.5, 13.8],
      [13.7, 16],
      [17.7, 11.4],
    ]) <= 0.95
  )
    return WHITE;
  const lines = [
    [17, 6.5],
    [10, 11],
    [9, 15.5],
  ];
  return lines.some(([end, at]) => distance(x, y, [5, at], [end, at]) <= 0.8) ? PALE : BLUE;
}

/** Pictures by name: the colour at a point of the 16 × 16 field, null where there is nothing. */
const PICTURES = {
  app: (x, y) => (inRounded(x, y, 0.7, 0.7, 15.3, 15.3, 3.3) ? mark((x * 22) / 16, (y * 22) / 16) : null),
  /** Systems cut it to their own shapes: the mark keeps to the middle. */
  maskable: (x, y) => mark(11 + ((x - 8) * 22) / 12, 11 + ((y - 8) * 22) / 12),
  icon: (x, y) => inFront(nearPath(x, y, TICK), 1.1, RED, table(x, y)),
  mark: (x, y) => {
    const cell = inRect(x, y, 6, 9, 13, 13) || inRect(x, y, 2, 5, 5, 8);
    return cell ? AMBER : table(x, y);
  },
  clear: (x, y) => inFront(Math.min(nearPath(x, y, CROSS[0]), nearPath(x, y, CROSS[1])), 1, RED, table(x, y)),
  /** A blank sheet behind, a filled one before it. */
  forms: (x, y) => {
    if (inRect(x, y, 5, 3, 14, 15)) return inRect(x, y, 6, 4, 13, 14) ? sheet(x, y) : GREEN;
    return inRect(x, y, 2, 1, 11, 13) ? (inRect(x, y, 3, 2, 10, 12) ? WHITE : GREEN) : null;
  },
  /** Three volumes, one of them in use. */
  library: (x, y) => {
    const spine = (left, top, colour) =>
      inRect(x, y, left, top, left + 4, 14)
        ? inRect(x, y, left + 1, top + 2, left + 3, top + 4)
          ? WHITE
          : colour
        : null;
    return spine(1, 3, GREEN) ?? spine(6, 1, RED) ?? spine(11, 4, GREEN);
  },
  pane: (x, y) => {
    if (!inRounded(x, y, 1, 2, 15, 14, 1)) return null;
    if (inRect(x, y, 2, 5, 9, 13)) return inRect(y, 0, 8, 0, 9, 1) || inRect(x, 0, 5, 0, 6, 1) ? LINE : WHITE;
    if (!inRect(x, y, 10, 5, 14, 13)) return GREEN;
    const lines = [6, 8, 10].some((top) => inRect(x, y, 11, top, 13, top + 1));
    return lines ? RED : WHITE;
  },
};

function pixels(name, size) {
  const colourAt = PICTURES[name];
  const rows = [];
  for (let row = 0; row < size; row += 1) {
    const line = Buffer.alloc(1 + size * 4);
    for (let column = 0; column < size; column += 1) {
      const sum = [0, 0, 0, 0];
      for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
        const x = ((column + ((sample % SAMPLES) + 0.5) / SAMPLES) * 16) / size;
        const y = ((row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) * 16) / size;
        const colour = colourAt(x, y);
        if (!colour) continue;
        colour.forEach((value, channel) => (sum[channel] += value));
        sum[3] += 1;
      }
      const [red, green, blue, hits] = sum;
      const shade = (value) => (hits === 0 ? 0 : Math.round(value / hits));
      const alpha = Math.round((hits * 255) / (SAMPLES * SAMPLES));
      line.set([shade(red), shade(green), shade(blue), alpha], 1 + column * 4);
    }
    rows.push(line);
  }
  return Buffer.concat(rows);
}

function crc32(data) {
  let crc = ~0;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** A part of a PNG. */
export function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

/** A PNG of a picture: 8 bits a channel, with transparency. */
export function draw(name, size) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(pixels(name, size), { level: 9 });
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'assets');
  mkdirSync(folder, { recursive: true });
  for (const [name, size] of FILES) writeFileSync(join(folder, `${name}-${size}.png`), draw(name, size));
}
