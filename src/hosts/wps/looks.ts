import type { CellFormat } from '../../core/sheet';
import type { EtBorder, EtRange } from './et';

export type Look = Exclude<keyof CellFormat, undefined>;

/** Reads and sets one thing about how cells look. Null where they differ; `isCell`: there is only one to ask. */
interface LookAccess {
  get(range: EtRange, isCell: boolean): unknown;
  set(range: EtRange, value: unknown): void;
}

const NONE = -4142;
const THIN_LINE = { style: 1, weight: 2, color: 0 };
const NO_LINE = { style: NONE, weight: null, color: null };
/** Left, top, bottom, right. */
const EDGES = [7, 8, 9, 10];

const HORIZONTAL = { left: -4131, center: -4108, right: -4152 } as const;
const VERTICAL = { top: -4160, middle: -4108, bottom: -4107 } as const;

interface Line {
  readonly style: number | null;
  readonly weight: number | null;
  readonly color: number | null;
}

/** A line that is not there has neither weight nor colour. */
function lineOf(border: EtBorder): Line {
  const style = border.LineStyle;
  return style === NONE ? NO_LINE : { style, weight: border.Weight, color: border.Color };
}

function drawLine(border: EtBorder, { style, weight, color }: Line): void {
  border.LineStyle = style;
  if (style === NONE) return;
  if (weight !== null) border.Weight = weight;
  if (color !== null) border.Color = color;
}

export const LOOKS: Readonly<Record<Look, LookAccess>> = {
  font: { get: ({ Font: font }) => font.Name, set: ({ Font: font }, value) => (font.Name = value as string) },
  size: { get: ({ Font: font }) => font.Size, set: ({ Font: font }, value) => (font.Size = value as number) },
  bold: { get: ({ Font: font }) => font.Bold, set: ({ Font: font }, value) => (font.Bold = value as boolean) },
  color: { get: ({ Font: font }) => font.Color, set: ({ Font: font }, value) => (font.Color = value as number) },
  fill: {
    get({ Interior: interior }) {
      const pattern = interior.Pattern;
      return pattern === null ? null : pattern === NONE ? 'none' : interior.Color;
    },
    set({ Interior: interior }, value) {
      if (value === 'none') interior.Pattern = NONE;
      else interior.Color = value as number;
    },
  },
  horizontal: {
    get: (range) => range.HorizontalAlignment,
    set: (range, value) => (range.HorizontalAlignment = value as number),
  },
  vertical: {
    get: (range) => range.VerticalAlignment,
    set: (range, value) => (range.VerticalAlignment = value as number),
  },
  wrap: { get: (range) => range.WrapText, set: (range, value) => (range.WrapText = value as boolean) },
  borders: {
    get({ Borders: borders }, isCell) {
      if (borders.LineStyle === NONE) return NO_LINE;
      if (!isCell) return null;
      return EDGES.map((edge) => lineOf(borders.Item(edge)));
    },
    set({ Borders: borders }, value) {
      if (!Array.isArray(value)) drawLine(borders, value as Line);
      else EDGES.forEach((edge, index) => drawLine(borders.Item(edge), value[index] as Line));
    },
  },
  numberFormat: {
    get: (range) => range.NumberFormat,
    set: (range, value) => (range.NumberFormat = value as string),
  },
  locked: { get: (range) => range.Locked, set: (range, value) => (range.Locked = value as boolean) },
};

/** `#RRGGBB` → blue, green, red in one number. */
export function bgr(color: string): number {
  const rgb = Number.parseInt(color.slice(1), 16);
  return ((rgb & 0xff) << 16) | (rgb & 0xff00) | (rgb >> 16);
}

/** What a format says, in the values of the object model. */
export function etLooks(format: CellFormat): Partial<Record<Look, unknown>> {
  const { font, size, bold, color, fill, horizontal, vertical, wrap, borders, numberFormat, locked } = format;
  const all: Record<Look, unknown> = {
    font,
    size,
    bold,
    color: color === undefined ? undefined : bgr(color),
    fill: fill === undefined ? undefined : bgr(fill),
    horizontal: horizontal && HORIZONTAL[horizontal],
    vertical: vertical && VERTICAL[vertical],
    wrap,
    borders: borders === undefined ? undefined : borders ? THIN_LINE : NO_LINE,
    numberFormat,
    locked,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
