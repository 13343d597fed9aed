import { squash } from '../../text';

/** Steps that a check may take on one sheet; more is a check that nobody wants to wait for. */
export const MOST_STEPS = 20_000_000;

/** Counted in steps and not in time, so that the same table gives the same findings on every machine. */
export class Effort {
  private left = MOST_STEPS;

  /** Throws where it is too much: the check then fails, and says so, instead of holding up all others. */
  spend(steps: number): void {
    this.left -= steps;
    if (this.left < 0) throw new Error('too much to compare');
  }
}

/** Full-width and half-width, capitals and blanks make no difference to a comparison. */
export function folded(text: string): string {
  return squash(text).toLowerCase();
}

type Part = { readonly kind: 'any' | 'one' } | { readonly kind: 'letter'; readonly letter: string };

/** A pattern as spreadsheets have them: `*` for any words, `?` for one letter, `~` before either for itself. */
export function wildcard(pattern: string): (text: string, effort: Effort) => boolean {
  const parts: Part[] = [];
  const letters = [...folded(pattern)];
  for (let i = 0; i < letters.length; i++) {
    const letter = letters[i] as string;
    const next = letters[i + 1];
    if (letter === '~' && (next === '*' || next === '?' || next === '~')) {
      parts.push({ kind: 'letter', letter: next });
      i++;
    } else if (letter === '*') {
      if (parts.at(-1)?.kind !== 'any') parts.push({ kind: 'any' });
    } else {
      parts.push(letter === '?' ? { kind: 'one' } : { kind: 'letter', letter });
    }
  }
  return (text, effort) => matches(parts, [...text], effort);
}

/** Goes back to the last `*` alone: at most as many steps as text times pattern. `text` is folded. */
function matches(parts: readonly Part[], text: readonly string[], effort: Effort): boolean {
  let [at, part, star, resume] = [0, 0, -1, 0];
  let steps = 0;
  try {
    while (at < text.length) {
      steps++;
      const wanted = parts[part];
      if (wanted && (wanted.kind === 'one' || (wanted.kind === 'letter' && wanted.letter === text[at]))) {
        at++;
        part++;
      } else if (wanted?.kind === 'any') {
        star = part++;
        resume = at;
      } else if (star >= 0) {
        part = star + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    while (parts[part]?.kind === 'any') part++;
    return part === parts.length;
  } finally {
    effort.spend(steps + 1);
  }
}
