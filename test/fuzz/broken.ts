import type { Target } from './target';

let at = Number(process.argv[5]) - 1;

/** Everything that a target must not do, by the number of its case: to see that the runner sees it. */
export const TARGETS: readonly Target<number>[] = [
  {
    name: 'broken',
    make: () => ++at,
    run(index) {
      const start = Date.now();
      const held: number[][] = [];
      if (index === 1) throw new Error('一');
      if (index === 2) while (Date.now() - start < 2200);
      if (index === 3) while (Date.now() - start < 60_000);
      if (index === 4) for (;;) held.push(new Array<number>(1e6).fill(held.length + 0.5));
      if (index === 5) process.exit(7);
    },
  },
];
