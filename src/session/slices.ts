/** How long to go on before the interface has its turn, in milliseconds. */
export const SLICE_MS = 8;

export interface Pacing {
  /** Milliseconds from any start. */
  clock(): number;
  /** Runs the function once the interface had its turn. */
  schedule(fn: () => void): void;
}

export interface Watch<P> {
  cancelled(): boolean;
  progress(step: P): void;
}

/** Drives a generator in short slices to its end; null where it was cancelled on the way. */
export async function drive<P, R>(work: Generator<P, R>, pacing: Pacing, watch: Watch<P>): Promise<R | null> {
  for (;;) {
    const start = pacing.clock();
    let last: P | undefined;
    do {
      const step = work.next();
      if (step.done) return step.value;
      last = step.value;
    } while (pacing.clock() - start < SLICE_MS);
    if (watch.cancelled()) return null;
    watch.progress(last);
    await new Promise<void>((resolve) => pacing.schedule(resolve));
    if (watch.cancelled()) return null;
  }
}
