import type { LibraryEntry } from '../../../core/library';
import { say as fill } from '../../context';

/** `≥95%`, 12月31日前, 优秀. */
export function targetWords({ target }: Pick<LibraryEntry, 'target'>): string {
  const { operator, value, unit } = target;
  return `${typeof value === 'number' ? (operator ?? '') : ''}${value}${typeof value === 'number' ? (unit ?? '') : ''}`;
}

/** How the points are called: all of them, and a share. */
export interface PointWords {
  readonly full: string;
  readonly share: string;
}

/** A standard with its placeholders as people read them: points as shares, the target as it is usually set. */
export function standardWords(
  { standard, target }: Pick<LibraryEntry, 'standard' | 'target'>,
  points: PointWords,
): string {
  return standard
    .replaceAll(/\{(\d+(?:\.\d+)?)%\}分?/gu, (_whole, share: string) =>
      share === '100' ? points.full : fill(points.share, { share }),
    )
    .replaceAll(/\{t(?:([-+*])(-?\d+(?:\.\d+)?))?\}/gu, (_whole, sign?: string, by?: string) => {
      const base = `${target.value}${typeof target.value === 'number' ? ((target.unit ?? '').split('/')[0] ?? '') : ''}`;
      if (sign === undefined || by === undefined || typeof target.value !== 'number') return base;
      const moved =
        sign === '-'
          ? target.value - Number(by)
          : sign === '+'
            ? target.value + Number(by)
            : target.value * (1 + Number(by) / 100);
      return `${Number(moved.toPrecision(12))}${(target.unit ?? '').split('/')[0] ?? ''}`;
    })
    .replaceAll('{date}', String(target.value))
    .replaceAll('{year}', '');
}
