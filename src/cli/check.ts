import { mkdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Leftovers } from '../hosts/file/disk';
import { fill } from '../i18n';
import { Tally } from '../report';
import { PATIENCE } from './batch/options';
import { ordered } from './batch/ordered';
import type { Outcome, Task } from './batch/outcome';
import { Output } from './batch/output';
import { Progress } from './batch/progress';
import { defaultJobs, OwnThread, Pool, type Runner } from './batch/runner';
import { saveSummary, type Summary } from './batch/summary';
import { isFolder, Targets } from './batch/targets';
import { UsageError } from './errors';
import { findInputs, TABLE, type InputFile, type MissingInput } from './files';
import { linesOf, type Io } from './io';
import { Journal, JOURNAL, stampOf } from './journal';
import { checkOptions, type CheckOptions } from './options';
import { cliText } from './text';

type Input = InputFile | MissingInput;

/** A run's own paths, absolute. */
interface Places {
  readonly out: string | null;
  /** Copies go into a folder, not into one file. */
  readonly folder: boolean;
  readonly save: string | null;
  readonly summaries: readonly string[];
  readonly journal: string | null;
}

/** `check PATH…`: exit status 2 if a file could not be read, else 1 if an error remains, else 0. */
export async function checkCommand(args: readonly string[], io: Io): Promise<number> {
  const options = await checkOptions(args, io.cwd);
  const places = await placesOf(options, io.cwd);
  const { inputs, runner } = await begin(inputsOf(options, places, io), options, io);
  const journal = await openJournal(options, places, io);
  const progress = io.terminal ? new Progress(io.terminal, options.locale) : null;
  const say = (line: string): void => {
    progress?.clear();
    io.stderr(`${line}\n`);
  };
  const summary: Summary = { files: 0, unreadable: 0, error: 0, warning: 0, info: 0 };
  const tally = new Tally();
  let remaining = 0;
  let ended = false;
  const output = await Output.open(options, places.save, io);
  try {
    if (progress && !options.fromStdin) void count(options, places, io, progress);
    const targets = new Targets(places.out, places.folder, options.inPlace);
    const tasks = (async function* (): AsyncGenerator<Task> {
      for await (const input of inputs) yield { input, target: 'error' in input ? null : targets.of(input) };
    })();
    const leftovers = options.resume ? new Leftovers() : null;
    const work = async (task: Task): Promise<Outcome> => {
      const known = await knownOutcome(task, journal);
      if (known === null && task.target !== null) await leftovers?.clear(task.target);
      const outcome = known ?? (await done(task, runner, journal));
      progress?.step(outcome.facts.error !== null, known !== null);
      return outcome;
    };
    for await (const outcome of ordered(tasks, runner.width, work)) {
      const { facts } = outcome;
      summary.files++;
      if (facts.error) summary.unreadable++;
      for (const severity of ['error', 'warning', 'info'] as const) summary[severity] += facts.counts[severity];
      remaining += outcome.remaining;
      if (places.summaries.length > 0) tally.add(facts);
      outcome.said.forEach(say);
      if (io.terminal?.shared) progress?.clear();
      await output.file(outcome);
    }
    progress?.clear();
    await output.end(summary);
    for (const path of places.summaries) {
      await mkdir(dirname(path), { recursive: true });
      await leftovers?.clear(path);
      const backup = await saveSummary(path, tally, options.locale);
      const text = cliText(options.locale);
      if (backup) say(fill(text.backup, { path: backup }, options.locale));
      say(fill(text.written, { path }, options.locale));
    }
    ended = true;
  } finally {
    progress?.clear();
    await runner.close();
    await output.close();
    await (ended ? journal?.finish() : journal?.close());
  }
  return summary.unreadable > 0 ? 2 : remaining > 0 ? 1 : 0;
}

async function placesOf(options: CheckOptions, cwd: string): Promise<Places> {
  const absolute = (path: string | null): string | null => (path === null ? null : resolve(cwd, path));
  const { batch, format } = options;
  const out = absolute(options.out);
  const save = absolute(batch.save);
  const summaries = batch.summaries.map((path) => resolve(cwd, path));
  const written = [...(out === null ? [] : [out]), ...(save === null ? [] : [save]), ...summaries];
  const given = new Set(options.paths.map((path) => resolve(cwd, path)));
  const isPage = format === 'html' && /\.html?$/iu.test(save ?? '');
  if (
    new Set(written).size < written.length ||
    [save, ...summaries].some((path) => path !== null && given.has(path)) ||
    // Results under the name of a table are a slip, and would take its place.
    (save !== null && TABLE.test(save) && !isPage)
  ) {
    throw new UsageError('savePlace');
  }
  const folder = out !== null && (await isFolder(out));
  const kept = out === null ? cwd : folder ? out : dirname(out);
  const journal = save !== null ? `${save}.progress` : options.resume ? join(kept, JOURNAL) : null;
  return { out, folder, save, summaries, journal };
}

async function* inputsOf(options: CheckOptions, places: Places, io: Io): AsyncGenerator<Input> {
  yield* findInputs(pathsOf(options, io), io.cwd, ownPaths(places));
}

/** What the run itself writes: no table of anyone's, though it may lie in a folder that is checked. */
function ownPaths({ out, save, summaries }: Places): ReadonlySet<string> {
  return new Set([out, save, ...summaries].filter((path) => path !== null));
}

async function* pathsOf(options: CheckOptions, io: Io): AsyncGenerator<string> {
  yield* options.paths;
  if (!options.fromStdin) return;
  for await (const line of linesOf(io.stdin)) if (line.trim() !== '') yield line;
}

/** Files are shared among workers. So is a single one: a thread that does not end, or eats all memory, cannot say so. */
async function begin(
  inputs: AsyncGenerator<Input>,
  options: CheckOptions,
  io: Io,
): Promise<{ readonly inputs: AsyncIterable<Input>; readonly runner: Runner }> {
  const single = options.out !== null && !(await isFolder(resolve(io.cwd, options.out)));
  const { jobs, timeout } = options.batch;
  const pool = (width: number): Runner =>
    io.worker === undefined
      ? new OwnThread(options)
      : new Pool(width, io.worker, options, 1000 * (timeout ?? PATIENCE));
  const width = jobs ?? defaultJobs();
  // Paths may come slowly: the first is not kept waiting for the second.
  if (options.fromStdin && !single) return { inputs, runner: pool(width) };
  const first: Input[] = [];
  while (first.length < 2) {
    const { value, done } = await inputs.next();
    if (done) break;
    first.push(value);
  }
  if (single && first.length > 1) throw new UsageError('outManyFiles');
  const all = (async function* (): AsyncGenerator<Input> {
    yield* first;
    yield* inputs;
  })();
  return { inputs: all, runner: pool(first.length > 1 ? width : 1) };
}

async function openJournal(options: CheckOptions, { journal: path }: Places, io: Io): Promise<Journal | null> {
  if (path === null) return null;
  const { paths: _, fromStdin: __, batch: ___, resume, ...relevant } = options;
  // Without a journal the run is done all the same.
  const complain = (error: unknown): void => {
    const detail = error instanceof Error ? error.message : String(error);
    io.stderr(`${fill(cliText(options.locale).journalBusy, { path, detail }, options.locale)}\n`);
  };
  try {
    await mkdir(dirname(path), { recursive: true });
    return await Journal.open(path, relevant, resume, complain);
  } catch (error) {
    complain(error);
    return null;
  }
}

/** What an earlier run made of the file, if the file and its copy are as that run left them. */
async function knownOutcome({ input, target }: Task, journal: Journal | null): Promise<Outcome | null> {
  if (!journal || 'error' in input) return null;
  const known = (await journal.find(input)) as Outcome | undefined;
  if (!known || (known.written !== null && (known.written !== target || !(await isThere(known.written))))) return null;
  return known;
}

async function done(task: Task, runner: Runner, journal: Journal | null): Promise<Outcome> {
  const { input } = task;
  if (!journal || 'error' in input) return runner.run(task);
  const before = await stampOf(input);
  const outcome = await runner.run(task);
  // What failed is tried again by the next run: its reason may have gone.
  if (outcome.facts.error) return outcome;
  await journal.add(input, outcome.written === input.absolute ? await stampOf(input) : before, outcome);
  return outcome;
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}

/** Says how many files there are to be, as soon as it is known. */
async function count(options: CheckOptions, places: Places, io: Io, progress: Progress): Promise<void> {
  let total = 0;
  for await (const _ of findInputs(options.paths, io.cwd, ownPaths(places))) total++;
  progress.total = total;
}
