import { XmlReader } from './xml';

/** The palette of old files, from index 8 on; the first eight are the same as the next. */
const PALETTE = (
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 ' +
  '9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF ' +
  '00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 ' +
  '003366 339966 003300 333300 993300 993366 333399 333333'
).split(' ');

/** Names of the colours of a theme in the order of their numbers in styles. */
const THEME = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];
const OFFICE: Readonly<Record<string, string>> = {
  lt1: 'FFFFFF',
  dk1: '000000',
  lt2: 'E7E6E6',
  dk2: '44546A',
  accent1: '4472C4',
  accent2: 'ED7D31',
  accent3: 'A5A5A5',
  accent4: 'FFC000',
  accent5: '5B9BD5',
  accent6: '70AD47',
  hlink: '0563C1',
  folHlink: '954F72',
};

/** Colours as styles state them: plain, by number of the old palette, or by number of the theme with a tint. */
export class Colours {
  private readonly theme = new Map(Object.entries(OFFICE));

  /** `text` is the theme part; without one it is Office's own. */
  constructor(text: string | undefined) {
    if (text === undefined) return;
    const reader = new XmlReader(text, 'theme');
    let name = '';
    while (reader.next()) {
      if (reader.closing) {
        if (reader.name === 'clrScheme') return;
      } else if (THEME.includes(reader.name)) ({ name } = reader);
      else if (name && reader.name === 'srgbClr') this.theme.set(name, reader.attribute('val') ?? '');
      else if (name && reader.name === 'sysClr')
        this.theme.set(name, reader.attribute('lastClr') ?? OFFICE[name] ?? '');
    }
  }

  /** The colour that the current element states, as `#RRGGBB`; null for an automatic one. */
  read(reader: XmlReader): string | null {
    const base = this.base(reader);
    if (base === undefined || !/^[0-9a-f]{6}$/i.test(base)) return null;
    return `#${tinted(base, Number(reader.attribute('tint') ?? 0)).toUpperCase()}`;
  }

  private base(reader: XmlReader): string | undefined {
    const rgb = reader.attribute('rgb');
    if (rgb !== undefined) return rgb.slice(-6);
    const theme = reader.attribute('theme');
    if (theme !== undefined) return this.theme.get(THEME[Number(theme)] ?? '');
    const index = Number(reader.attribute('indexed') ?? NaN);
    return PALETTE[index >= 8 ? index - 8 : index];
  }
}

/** Lighter for a positive tint, darker for a negative one; each channel moves in proportion. */
function tinted(color: string, tint: number): string {
  if (!tint || !Number.isFinite(tint)) return color;
  return [0, 2, 4]
    .map((at) => {
      const channel = parseInt(color.slice(at, at + 2), 16);
      const moved = tint < 0 ? channel * (1 + tint) : channel + (255 - channel) * tint;
      return Math.round(Math.min(255, Math.max(0, moved)))
        .toString(16)
        .padStart(2, '0');
    })
    .join('');
}
