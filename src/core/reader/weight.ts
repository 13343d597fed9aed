import { squash } from '../text';

const NUMBER = '(\\d+(?:\\.\\d+)?)';
const STATED = new RegExp(`(?:满分|总分|最高|上限|共|合计)[为得计]?${NUMBER}分`, 'g');
const EARNED = new RegExp(`(?:得满分|[得计记赋])${NUMBER}分`, 'g');
const BRACKETED = new RegExp(`^[^(]*\\(${NUMBER}分\\)`);
const TIMES = new RegExp(`[*×x]${NUMBER}分`, 'gi');
const LISTED = /[①②③④⑤⑥⑦⑧⑨]|(?:^|[;。])\(?\d[.、)](?!\d)/g;

/**
 * The full mark that a scoring standard states (达到计划值得满分2分), in points; null where it states none or where
 * parts add up in a way that is not said. The highest of several grades or bands is meant.
 */
export function fullMarkOf(standard: string): number | null {
  // Circled numbers would become plain digits when full-width forms are made half-width: they are counted first.
  const parts = (standard.replace(/\s+/g, '').match(LISTED) ?? []).length;
  const text = squash(standard);
  const stated = pointsOf(text, STATED);
  if (stated.length > 0) return Math.max(...stated);
  const earned = pointsOf(text, EARNED);
  if (parts > 1 && earned.length > 1) return null;
  if (earned.length > 0) return Math.max(...earned);
  const bracketed = BRACKETED.exec(text);
  if (bracketed) return Number(bracketed[1]);
  const times = pointsOf(text, TIMES);
  return times.length > 0 ? Math.max(...times) : null;
}

function pointsOf(text: string, pattern: RegExp): number[] {
  const found: number[] = [];
  for (const match of text.matchAll(pattern)) {
    if (isStep(text, match.index)) continue;
    found.push(Number(match[1]));
  }
  return found;
}

/** A clause that gives points for each of something (每完成1次得0.5分) states a step, not the full mark. */
function isStep(text: string, at: number): boolean {
  const start = Math.max(...[',', ';', '。'].map((mark) => text.lastIndexOf(mark, at)));
  return text.slice(start + 1, at).includes('每');
}
