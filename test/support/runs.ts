const factor = Number(process.env.PERF_RUNS ?? '1');

/**
 * fast-check parameters: a fixed seed and at most 1,000 cases in the ordinary suite; `PERF_RUNS` times as many in the
 * long one, from a seed of its own.
 */
export function runs(cases: number, seed = 20_250_101): { numRuns: number; seed: number } {
  return factor > 1
    ? { numRuns: cases * factor, seed: Date.now() & 0x7fffffff }
    : { numRuns: Math.min(cases, 1000), seed };
}
