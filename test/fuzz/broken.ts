import { MOST_TIME, type Target } from './target';

/** Milliseconds of computing: on a busy machine a case may have had next to none of the time that went by. */
const computed = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

let at = Number(process.argv[5]) - 1;

/** Everything that a target must not do, by the number of its case: to see that the runner sees it. */
export const TARGETS: readonly Target<number>[] = [
  {
    name: 'broken',
    make: () => ++at,
    run(index) {
      const start = computed();
      const held: number[][] = [];
      if (index === 1) throw new Error('一');
      if (index === 2) while (computed() - start < 1.3 * MOST_TIME);
      if (index === 3) for (;;);
      if (index === 4) for (;;) held.push(new Array<number>(1e6).fill(held.length + 0.5));
      if (index === 5) process.exit(7);
    },
  },
];
