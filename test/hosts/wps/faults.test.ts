import { createWpsHost } from '../../../src/hosts/wps';
import { DRAWING, REVIEWING } from '../../support/fault-journeys';
import type { FaultJourney, Step } from '../../support/fault-journeys';
import { startWps } from '../../support/wps';
import type { WpsOptions, WpsStandIn } from '../../support/wps';
import { contentsOf, marksOf, pictureOf } from '../../support/wps/picture';

interface Journey {
  readonly wps: WpsStandIn;
  readonly steps: readonly Step[];
}

function begin({ sheets, steps }: FaultJourney, options: WpsOptions = {}): Journey {
  const wps = startWps(sheets, options);
  return { wps, steps: steps(createWpsHost(wps.root)) };
}

interface Clean {
  readonly pictures: readonly string[];
  /** What each step asked for, call by call. */
  readonly logs: readonly (readonly string[])[];
}

async function cleanRun(open: () => Journey): Promise<Clean> {
  const { wps, steps } = open();
  const pictures = [pictureOf(wps.book)];
  const logs: string[][] = [];
  for (const { name, run } of steps) {
    const from = wps.bridge.log.length;
    expect([name, await run()]).toMatchObject([name, { done: true }]);
    pictures.push(pictureOf(wps.book));
    logs.push(wps.bridge.log.slice(from));
  }
  return { pictures, logs };
}

/** A journey up to a step, with nothing wrong so far. */
async function upTo(open: () => Journey, step: number): Promise<Journey> {
  const journey = open();
  for (const { run } of journey.steps.slice(0, step)) await run();
  return journey;
}

const WRITES = /=$|\.(?:Add|AddComment|Delete|Insert|Merge|UnMerge|Protect|Unprotect|Activate|SetFirstPriority)\(\)$/;

/** All calls in the long suite; else a third of those that write, and every 29th of the others. */
function samples(log: readonly string[], shift: number): number[] {
  const all = log.map((_, index) => index + 1);
  if (process.env['PERF_LONG']) return all;
  let writes = shift;
  return all.filter((n) => {
    const isWrite = WRITES.test(log[n - 1] as string);
    if (isWrite) writes += 1;
    return isWrite ? writes % 3 === 0 : n % 29 === 1;
  });
}

const JOURNEYS: readonly [string, () => Journey][] = [
  ['reviewing', () => begin(REVIEWING)],
  ['drawing', () => begin(DRAWING)],
  [
    'drawing, in a build that takes no arrays and keeps quotation marks',
    () => begin(DRAWING, { writes: 'cells', quotes: 'literal' }),
  ],
];

describe.each(JOURNEYS)('%s', (_, open) => {
  let clean: Clean;
  beforeAll(async () => void (clean = await cleanRun(open)));

  test('does something at each step, and ends where it began', () => {
    const { pictures } = clean;
    expect(pictures.at(-1)).toBe(pictures[0]);
    expect(new Set(pictures).size).toBeGreaterThanOrEqual(3);
  });

  test.each([false, true])(
    'a call that fails once (having done its work: %s) leaves the workbook as before or as after',
    async (after) => {
      for (const [step, log] of clean.logs.entries()) {
        const [before, then] = [clean.pictures[step], clean.pictures[step + 1]];
        for (const n of samples(log, step)) {
          const { wps, steps } = await upTo(open, step);
          wps.bridge.fail(n, { after });
          const { done } = await (steps[step] as (typeof steps)[number]).run();
          wps.bridge.fault = null;
          const now = pictureOf(wps.book);
          const where = `${steps[step]?.name}, call ${n}: ${log[n - 1]}`;
          expect([where, now === before || now === then ? null : now]).toEqual([where, null]);
          // A look that fails is told, though nothing was to be written.
          if (before !== then && done) expect([where, now]).toEqual([where, then]);
        }
      }
    },
  );

  test('where every call from one on fails, the report names the cells touched, with what they held', async () => {
    let broken = 0;
    for (const [step, log] of clean.logs.entries()) {
      for (const n of samples(log, step + 1)) {
        const { wps, steps } = await upTo(open, step);
        const [contents, marks] = [contentsOf(wps.book), marksOf(wps.book)];
        const sheets = new Set(wps.book.sheets.map(({ name }) => name));
        wps.bridge.fail(n, { forGood: true });
        const { done, restored, touched } = await (steps[step] as (typeof steps)[number]).run();
        const where = `${steps[step]?.name}, call ${n}: ${log[n - 1]}`;
        const now = pictureOf(wps.book);
        const quiet = (picture: string | undefined) =>
          picture?.replace(/"alerts":\w+,"screen":\w+/, '').replace(/"active":"[^"]*"/, '');
        const same = (picture: string | undefined) => quiet(now) === quiet(picture);
        if (same(clean.pictures[step])) continue;
        if (done) expect([where, quiet(now)]).toEqual([where, quiet(clean.pictures[step + 1])]);
        if (same(clean.pictures[step + 1])) continue;
        broken += 1;
        expect([where, restored]).toEqual([where, false]);
        // Where rows have moved, cells stand elsewhere: the report leads to where that begins.
        if (log.slice(0, n).some((call) => /^EtRange\.(?:Insert|Delete)\(\)$/.test(call))) continue;
        const changed = (was: ReadonlyMap<string, string>, is: ReadonlyMap<string, string>) =>
          [...new Set([...was.keys(), ...is.keys()])].filter((cell) => was.get(cell) !== is.get(cell));
        const wasThere = (cell: string) => sheets.has(cell.slice(0, cell.indexOf('!')));
        for (const cell of changed(contents, contentsOf(wps.book)).filter(wasThere)) {
          expect([where, cell, touched.get(cell)]).toEqual([where, cell, contents.get(cell) ?? 'null']);
        }
        for (const cell of changed(marks, marksOf(wps.book)).filter(wasThere)) {
          expect([where, cell, touched.get(cell)]).toEqual([where, cell, contents.get(cell) ?? 'null']);
        }
      }
    }
    expect(broken).toBeGreaterThan(5);
  });
});
