import { ExcelHost } from '../../../src/hosts/excel';
import { DRAWING, REVIEWING } from '../../support/fault-journeys';
import type { FaultJourney, Step } from '../../support/fault-journeys';
import { startOffice } from '../../support/officejs/excel';
import { fillWorkbook } from '../../support/officejs/fill';
import { addNotes } from '../../support/officejs/notes';
import { contentsOf, marksOf, pictureOf } from '../../support/officejs/picture';
import type { RichApi } from '../../support/officejs/rich-api';
import { Workbook } from '../../support/officejs/workbook';

interface Journey {
  readonly workbook: Workbook;
  readonly api: RichApi;
  readonly steps: readonly Step[];
}

function begin({ sheets, steps }: FaultJourney): Journey {
  const workbook = new Workbook();
  fillWorkbook(workbook, sheets);
  const { api } = startOffice(workbook);
  return { workbook, api, steps: steps(new ExcelHost((version) => Number(version.split('.')[1]) <= 18)) };
}

interface Clean {
  readonly pictures: readonly string[];
  /** What each step asked for, action by action. */
  readonly logs: readonly (readonly string[])[];
}

async function cleanRun(journey: FaultJourney): Promise<Clean> {
  const { workbook, api, steps } = begin(journey);
  const pictures = [pictureOf(workbook)];
  const logs: string[][] = [];
  for (const { name, run } of steps) {
    const from = api.log.length;
    expect([name, await run()]).toMatchObject([name, { done: true }]);
    pictures.push(pictureOf(workbook));
    logs.push(api.log.slice(from));
  }
  return { pictures, logs };
}

async function upTo(journey: FaultJourney, step: number): Promise<Journey> {
  const begun = begin(journey);
  for (const { run } of begun.steps.slice(0, step)) await run();
  return begun;
}

const WRITES = /^set|^call (?:Add|Clear|Delete|Insert|Merge|Protect|Unmerge|Unprotect)/;

/** All actions in the long suite; else a third of those that write, and every 29th of the others. */
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

let takeNotesAway: () => void;
beforeAll(() => (takeNotesAway = addNotes()));
afterAll(() => takeNotesAway());

describe.each([REVIEWING, DRAWING])('$name', (journey) => {
  let clean: Clean;
  beforeAll(async () => void (clean = await cleanRun(journey)));

  test('does something at each step, and ends where it began', () => {
    expect(clean.pictures.at(-1)).toBe(clean.pictures[0]);
    expect(new Set(clean.pictures).size).toBeGreaterThanOrEqual(3);
  });

  test.each([false, true])(
    'an action that fails once (having done its work: %s) leaves the workbook as before or as after',
    async (after) => {
      for (const [step, log] of clean.logs.entries()) {
        const [before, then] = [clean.pictures[step], clean.pictures[step + 1]];
        for (const n of samples(log, step)) {
          const { workbook, api, steps } = await upTo(journey, step);
          api.fail(n, { after });
          const { done } = await (steps[step] as Step).run();
          api.fail(null);
          const now = pictureOf(workbook);
          const where = `${steps[step]?.name}, action ${n}: ${log[n - 1]}`;
          expect([where, now === before || now === then ? null : now]).toEqual([where, null]);
          if (before !== then && done) expect([where, now]).toEqual([where, then]);
        }
      }
    },
  );

  test('where every action from one on fails, the report names the cells touched, with what they held', async () => {
    let broken = 0;
    for (const [step, log] of clean.logs.entries()) {
      for (const n of samples(log, step + 1)) {
        const { workbook, api, steps } = await upTo(journey, step);
        const [contents, marks] = [contentsOf(workbook), marksOf(workbook)];
        const sheets = new Set(workbook.sheets.map(({ name }) => name));
        api.fail(n, { forGood: true });
        const { done, restored, touched } = await (steps[step] as Step).run();
        const where = `${steps[step]?.name}, action ${n}: ${log[n - 1]}`;
        const now = pictureOf(workbook);
        if (now === clean.pictures[step]) continue;
        if (done) expect([where, now]).toEqual([where, clean.pictures[step + 1]]);
        if (now === clean.pictures[step + 1]) continue;
        broken += 1;
        expect([where, restored]).toEqual([where, false]);
        // Where rows have moved, cells stand elsewhere: the report leads to where that begins.
        if (journey.movesRows && log.slice(0, n).some((action) => /^call (?:Insert|Delete)$/.test(action))) continue;
        const changed = (was: ReadonlyMap<string, string>, is: ReadonlyMap<string, string>) =>
          [...new Set([...was.keys(), ...is.keys()])].filter((cell) => was.get(cell) !== is.get(cell));
        const wasThere = (cell: string) => sheets.has(cell.slice(0, cell.indexOf('!')));
        for (const cell of [...changed(contents, contentsOf(workbook)), ...changed(marks, marksOf(workbook))].filter(
          wasThere,
        ))
          expect([where, cell, touched.get(cell)]).toEqual([where, cell, contents.get(cell) ?? 'null']);
      }
    }
    expect(broken).toBeGreaterThan(3);
  });
});
