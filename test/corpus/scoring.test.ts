import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, evaluate, type Actual, type ActualValue, type Standard } from '../../src/core/scoring';

/** Real standards with worked cases; not part of the project (see docs/testing.md). */
const FILE = join(__dirname, '../../../shared/corpus/standards.jsonl');
const PERFORMANCE = new Set(['fiscal_rule', 'budget_disclosure', 'org_dept_staffing', 'county_river_chief']);

interface Entry {
  readonly id: string;
  readonly domain: string;
  readonly indicator?: string;
  readonly weight?: number;
  readonly text: string;
  readonly actual_kind?: string;
  readonly cases?: readonly { readonly actual: unknown; readonly score: number }[];
}

interface Tally {
  right: number;
  wrong: string[];
  refused: number;
}

/** The corpus names its inputs in its own way; they go to the compiled inputs by what they are. */
function toInputs(standard: Standard, actual: unknown, kind: string): Actual {
  const { inputs } = standard;
  if (kind.startsWith('pct_points_below') && inputs.length === 2 && inputs.every((input) => input.kind === 'value')) {
    // So many points below a mean that the sentence only names: any mean will do.
    return [100 - Number(actual), 100];
  }
  if (actual === null || typeof actual !== 'object' || Array.isArray(actual)) return actual as Actual;
  const { weight, ...named } = actual as Record<string, unknown>;
  void weight;
  if (Array.isArray(named.elements)) {
    const met = named.elements as readonly number[];
    return inputs.map((_, index) => met.includes(index + 1));
  }
  if ('times3' in named) {
    const missing = [Number(named.missing12), 4 - Number(named.times3)];
    return inputs.map((input) => (input.kind === 'boolean' ? false : (missing.shift() ?? 0)));
  }
  const kindOf = (name: string, value: unknown): string =>
    typeof value === 'boolean' ? 'boolean' : /count|missing|elements_met/u.test(name) ? 'count' : 'value';
  const pool = Object.entries(named).map(([name, value]) => ({
    kind: kindOf(name, value),
    value: value as ActualValue,
  }));
  const values = inputs.map((input) => {
    const at = pool.findIndex((item) => item.kind === input.kind);
    return at < 0 ? null : (pool.splice(at, 1)[0]?.value ?? null);
  });
  return values.length === 1 ? (values[0] ?? null) : values;
}

function judge(entries: readonly Entry[]): Tally {
  const tally: Tally = { right: 0, wrong: [], refused: 0 };
  for (const entry of entries) {
    const deducts = entry.actual_kind?.includes('-> deduction') ?? false;
    for (const { actual, score } of entry.cases ?? []) {
      const own = (actual as { weight?: number } | null)?.weight;
      const compiled = compile({
        standard: entry.text,
        weight: own ?? entry.weight ?? null,
        name: entry.indicator ?? null,
      });
      if (!compiled.ok) {
        tally.refused += 1;
        continue;
      }
      const found = evaluate(compiled.standard, toInputs(compiled.standard, actual, entry.actual_kind ?? ''));
      const value =
        found.status === 'invalid'
          ? null
          : deducts
            ? found.deduction === null
              ? null
              : -found.deduction
            : found.status === 'scored'
              ? found.score
              : null;
      if (value === null) tally.refused += 1;
      else if (Math.abs(value - score) < 0.006) tally.right += 1;
      else
        tally.wrong.push(
          `${entry.id}: ${JSON.stringify(actual)} should earn ${String(score)}, earned ${String(value)}`,
        );
    }
  }
  return tally;
}

const present = existsSync(FILE);
const entries: readonly Entry[] = present
  ? readFileSync(FILE, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Entry)
  : [];

(present ? describe : describe.skip)(`real standards${present ? '' : ' (skipped: the corpus is not here)'}`, () => {
  test('of performance texts at least 90 % of the cases are right and none is wrong', () => {
    const { right, wrong, refused } = judge(entries.filter(({ domain }) => PERFORMANCE.has(domain)));
    expect(wrong).toEqual([]);
    expect(right / (right + refused)).toBeGreaterThanOrEqual(0.9);
  });

  test('of all others at least 70 % are right and at most 1 % wrong', () => {
    const { right, wrong, refused } = judge(entries.filter(({ domain }) => !PERFORMANCE.has(domain)));
    const all = right + wrong.length + refused;
    expect(right / all).toBeGreaterThanOrEqual(0.7);
    expect(wrong.length / all).toBeLessThanOrEqual(0.01);
  });

  test('whatever is refused names its reason', () => {
    for (const { text, weight } of entries) {
      const compiled = compile({ standard: text, weight: weight ?? null });
      if (!compiled.ok) expect(compiled.refusal.code).not.toBe('');
    }
  });
});
