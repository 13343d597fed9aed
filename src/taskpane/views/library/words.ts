import type { LibraryEntry } from '../../../core/library';

/** `≥95%`, 12月31日前, 优秀. */
export function targetWords({ target }: Pick<LibraryEntry, 'target'>): string {
  const { operator, value, unit } = target;
  return `${typeof value === 'number' ? (operator ?? '') : ''}${value}${typeof value === 'number' ? (unit ?? '') : ''}`;
}

/**
 * A standard with its placeholders as people read them: points as shares, the target as it is usually set. The sentence is
 * Chinese in either language of the pane, and so are its points.
 */
export function standardWords({ standard, target }: Pick<LibraryEntry, 'standard' | 'target'>): string {
  return standard
    .replaceAll(/\{(\d+(?:\.\d+)?)%\}分?/gu, (_whole, share: string) => (share === '100' ? '满分' : `满分的${share}%`))
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
