const factor = Number(process.env.PERF_RUNS ?? '1');

/** fast-check parameters: a fixed seed in the ordinary suite; many more cases in the long one, from another seed. */
export function runs(cases: number): { numRuns: number; seed: number } {
  return factor > 1
    ? { numRuns: cases * factor, seed: Date.now() & 0x7fffffff }
    : { numRuns: Math.min(cases, 1000), seed: 20250101 };
}
