import { availableParallelism, totalmem } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { FileFailure } from '../errors';
import type { CheckOptions } from '../options';
import { failureOf, outcomeOf, type Outcome, type Task } from './outcome';

/** Something that does files; `width` of them at once. */
export interface Runner {
  readonly width: number;
  run(task: Task): Promise<Outcome>;
  close(): Promise<void>;
}

/** In this thread, one file at a time. */
export class OwnThread implements Runner {
  readonly width = 1;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: CheckOptions) {}

  run(task: Task): Promise<Outcome> {
    const done = this.last.then(() => outcomeOf(task, this.options));
    this.last = done;
    return done;
  }

  async close(): Promise<void> {}
}

export function defaultJobs(): number {
  return availableParallelism();
}

/** What a worker is told when it begins. */
export interface WorkerData {
  readonly batch: CheckOptions;
}

/** Megabytes that a worker may use: all together leave half of the machine, or of what the scheduler grants, to others. */
function memoryOf(jobs: number): number {
  const granted = process.constrainedMemory?.() || Infinity;
  const fair = Math.min(totalmem(), granted) / 2 / jobs / 2 ** 20;
  return Math.round(Math.min(4096, Math.max(512, fair)));
}

/** Megabytes for what is new in a worker: a file makes more than this only if it is large. */
const YOUNG = 24;
/**
 * Where memory is plenty, a heap may grow to four times what is alive in it before the collector looks: a run over many
 * files would be larger than one over few, for nothing. So many percent are enough.
 */
const GROWTH = 50;

/**
 * Worker threads, each with a file at a time. They are begun when there is work for them. One that dies, or is not done
 * with its file in time, takes only that file with it: another takes its place.
 */
export class Pool implements Runner {
  private readonly idle: Worker[] = [];
  private readonly workers = new Set<Worker>();
  private readonly waiting: (() => void)[] = [];
  private running = 0;

  constructor(
    readonly width: number,
    private readonly script: string,
    private readonly options: CheckOptions,
    /** Milliseconds that a file may take. */
    private readonly patience: number,
    private readonly megabytes = memoryOf(width),
  ) {}

  async run(task: Task): Promise<Outcome> {
    // What is missing needs no thread.
    if ('error' in task.input) return failureOf(task.input.path, task.input.error, this.options);
    if (this.running >= this.width) await new Promise<void>((go) => this.waiting.push(go));
    else this.running++;
    try {
      return await this.give(this.idle.pop() ?? this.begin(), task);
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.workers].map((worker) => worker.terminate()));
  }

  private begin(): Worker {
    setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
    const workerData: WorkerData = { batch: this.options };
    const worker = new Worker(this.script, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: this.megabytes, maxYoungGenerationSizeMb: YOUNG },
    });
    // What is said by one that is being put an end to must not end the run.
    worker.on('error', () => undefined);
    this.workers.add(worker);
    return worker;
  }

  private give(worker: Worker, task: Task): Promise<Outcome> {
    return new Promise((resolve) => {
      const { path } = task.input;
      const finish = (outcome: Outcome, alive: boolean): void => {
        clearTimeout(timer);
        worker.off('message', done).off('error', failed).off('exit', ended);
        if (alive) this.idle.push(worker);
        else this.workers.delete(worker);
        resolve(outcome);
      };
      const fail = (failure: FileFailure): void => finish(failureOf(path, failure, this.options), false);
      const done = (outcome: Outcome): void => finish(outcome, true);
      const failed = (error: NodeJS.ErrnoException): void =>
        fail(
          error.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? new FileFailure('out-of-memory')
            : new FileFailure('crashed', { detail: error.message }),
        );
      const ended = (code: number): void => fail(new FileFailure('crashed', { detail: String(code) }));
      const timer = setTimeout(() => {
        void worker.terminate();
        fail(new FileFailure('timed-out', { seconds: String(Math.round(this.patience / 1000)) }));
      }, this.patience);
      worker.on('message', done).on('error', failed).on('exit', ended);
      worker.postMessage(task);
    });
  }
}
