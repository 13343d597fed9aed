import { escapeHtml } from '../escape';

/** A bar in parts, one beside the other. */
export interface Bar {
  readonly label: string;
  readonly parts: readonly number[];
}

export interface PlotWords {
  /** What the plot shows, for those who do not see it. */
  readonly title: string;
  /** Names of the parts. */
  readonly parts: readonly string[];
}

/** Fills of the parts, each with a class of the page's own. */
const CLASSES = ['error', 'warning', 'info'] as const;
const WIDTH = 720;
const LABEL = 240;
const VALUE = 60;
const LINE = 22;
/** So much of a label fits before the bars; Latin letters count half. */
const LABEL_WIDTH = 18;

const fixed = (value: number): string => String(Math.round(value * 100) / 100);

/** Bars from left to right, one a line, with their sums behind them. */
export function barPlot(bars: readonly Bar[], words: PlotWords): string {
  const most = Math.max(1, ...bars.map(({ parts }) => sum(parts)));
  const height = bars.length * LINE + 4;
  const room = WIDTH - LABEL - VALUE;
  const lines = bars.map(({ label, parts }, index) => {
    const y = index * LINE;
    let x = LABEL;
    const pieces = parts.map((count, part) => {
      const width = (count / most) * room;
      const rectangle =
        count === 0
          ? ''
          : `<rect class="${partClass(part, parts)}" x="${fixed(x)}" y="${y + 3}" width="${fixed(width)}" height="${LINE - 6}"><title>${escapeHtml(`${label} ${words.parts[part] ?? ''} ${count}`)}</title></rect>`;
      x += width;
      return rectangle;
    });
    const base = y + LINE - 7;
    return (
      `<text x="${LABEL - 8}" y="${base}" text-anchor="end"><title>${escapeHtml(label)}</title>${escapeHtml(shorten(label))}</text>` +
      `${pieces.join('')}<text x="${fixed(x + 6)}" y="${base}">${sum(parts)}</text>`
    );
  });
  return svg(height, words.title, bars, lines.join('\n'));
}

/** Columns side by side on a common base, with their heights above and their labels below. */
export function columnPlot(bars: readonly Bar[], words: PlotWords): string {
  const most = Math.max(1, ...bars.map(({ parts }) => sum(parts)));
  const [top, bottom, tall] = [18, 22, 200];
  const step = WIDTH / Math.max(1, bars.length);
  const columns = bars.map(({ label, parts }, index) => {
    const middle = fixed((index + 0.5) * step);
    const count = sum(parts);
    const height = (count / most) * tall;
    const x = fixed(index * step + step * 0.1);
    return (
      `<rect class="bar" x="${x}" y="${fixed(top + tall - height)}" width="${fixed(step * 0.8)}" height="${fixed(height)}"><title>${escapeHtml(`${label}: ${count}`)}</title></rect>` +
      (count > 0
        ? `<text x="${middle}" y="${fixed(top + tall - height - 4)}" text-anchor="middle">${count}</text>`
        : '') +
      `<text class="small" x="${middle}" y="${top + tall + 15}" text-anchor="middle">${escapeHtml(label)}</text>`
    );
  });
  const base = `<line class="axis" x1="0" y1="${top + tall}" x2="${WIDTH}" y2="${top + tall}"/>`;
  return svg(top + tall + bottom, words.title, bars, `${columns.join('\n')}\n${base}`);
}

function svg(height: number, title: string, bars: readonly Bar[], inner: string): string {
  const label = `${title}: ${bars.map((bar) => `${bar.label} ${sum(bar.parts)}`).join(', ')}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escapeHtml(label)}">\n${inner}\n</svg>`;
}

function partClass(part: number, parts: readonly number[]): string {
  return parts.length === 1 ? 'bar' : (CLASSES[part] ?? 'bar');
}

function sum(parts: readonly number[]): number {
  return parts.reduce((all, count) => all + count, 0);
}

function shorten(label: string): string {
  let width = 0;
  let shown = '';
  for (const char of label) {
    width += (char.codePointAt(0) ?? 0) > 0x2e80 ? 1 : 0.55;
    if (width > LABEL_WIDTH) return `${shown}…`;
    shown += char;
  }
  return shown;
}
