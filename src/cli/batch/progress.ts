import { fill, type Locale } from '../../i18n';
import { cliText } from '../text';

/** A terminal on standard error. */
export interface Terminal {
  readonly columns: number;
  /** Standard output is the same terminal: the bar must give way to it. */
  readonly shared: boolean;
  write(text: string): void;
  /** Milliseconds on a clock that only goes forward. */
  now(): number;
}

/** How far a run is. */
export interface State {
  readonly done: number;
  /** Null while it is not known how many there are. */
  readonly total: number | null;
  readonly unreadable: number;
  /** Files done by this run itself, in so many seconds: what was done before it says nothing of its speed. */
  readonly own: number;
  readonly seconds: number;
}

const BAR = 24;
/** Milliseconds between two drawings. */
const PAUSE = 200;

/** `[########----------------] 3334/10000  33%  85.2 个/秒  剩余 1:18  读不出 2`, no wider than the terminal. */
export function barText({ done, total, unreadable, own, seconds }: State, columns: number, locale: Locale): string {
  const { progress } = cliText(locale);
  const rate = seconds > 0 ? own / seconds : 0;
  const share = total === null || total === 0 ? null : Math.min(1, done / total);
  const filled = share === null ? 0 : Math.floor(share * BAR);
  const left = total === null || rate === 0 ? null : Math.max(0, total - done) / rate;
  const parts = [
    ...(share === null ? [] : [`[${'#'.repeat(filled)}${'-'.repeat(BAR - filled)}]`]),
    total === null ? String(done) : `${done}/${total}`,
    ...(share === null ? [] : [`${Math.floor(share * 100)}%`]),
    ...(rate === 0 ? [] : [fill(progress.rate, { rate: rate.toFixed(rate < 10 ? 1 : 0) }, locale)]),
    ...(left === null || done === total ? [] : [fill(progress.left, { time: clock(left) }, locale)]),
    ...(unreadable === 0 ? [] : [fill(progress.unreadable, { count: unreadable }, locale)]),
  ];
  // Too narrow a terminal loses what is at the end, and then the bar.
  while (parts.length > 1 && widthOf(parts.join('  ')) >= columns) {
    if (parts.length <= 3 && parts[0]?.startsWith('[')) parts.shift();
    else parts.pop();
  }
  return parts.join('  ');
}

function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1), 0);
}

/** 4:05, 1:02:09. */
function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** The bar on the last line of the terminal, drawn anew a few times a second. */
export class Progress {
  total: number | null = null;
  private done = 0;
  private own = 0;
  private unreadable = 0;
  private shown = false;
  private last = -Infinity;
  private readonly start: number;

  constructor(
    private readonly terminal: Terminal,
    private readonly locale: Locale,
  ) {
    this.start = terminal.now();
  }

  /** A file is done; `known` where an earlier run did it. */
  step(unreadable: boolean, known: boolean): void {
    this.done++;
    if (!known) this.own++;
    if (unreadable) this.unreadable++;
    const now = this.terminal.now();
    if (now - this.last < PAUSE) return;
    this.last = now;
    this.draw(now);
  }

  /** Takes the bar away, so that a line can be written. */
  clear(): void {
    if (!this.shown) return;
    this.terminal.write('\r\u001b[K');
    this.shown = false;
  }

  private draw(now: number): void {
    const { done, total, unreadable, own } = this;
    const seconds = (now - this.start) / 1000;
    const text = barText({ done, total, unreadable, own, seconds }, this.terminal.columns, this.locale);
    this.terminal.write(`\r${text}\u001b[K`);
    this.shown = true;
  }
}
