import { appendFile, readFile, rm, stat } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import type { InputFile } from './files';

/** Name of the journal, in the folder of the output, else in the current one. */
export const JOURNAL = '.perf-addin-resume.ndjson';

interface Entry {
  readonly path: string;
  /** Size and time of the file when it was done: a file that changed since is done again. */
  readonly stamp: string;
  readonly result: unknown;
}

/**
 * What a run has done so far, a line a file: a run that was stopped goes on from there, and its output is that of a run
 * that was not. A journal of other options is none.
 */
export class Journal {
  private constructor(
    private readonly path: string,
    private readonly done: Map<string, Entry>,
  ) {}

  static async open(path: string, options: unknown): Promise<Journal> {
    const signature = createHash('sha256').update(JSON.stringify(options)).digest('hex');
    const done = new Map<string, Entry>();
    const text = await readFile(path, 'utf8').catch(() => '');
    const [head = '', ...lines] = text.split('\n');
    if (parse<{ signature?: string }>(head)?.signature === signature) {
      // The last line may have been cut short when the run was stopped.
      for (const line of lines) {
        const entry = parse<Entry>(line);
        if (entry?.path) done.set(entry.path, entry);
      }
      if (!text.endsWith('\n')) await appendFile(path, '\n');
    } else {
      await rm(path, { force: true });
      await appendFile(path, `${JSON.stringify({ signature })}\n`);
    }
    return new Journal(path, done);
  }

  /** The result of a file that was done and has not changed since. */
  async find(input: InputFile): Promise<unknown> {
    const entry = this.done.get(input.path);
    return entry && entry.stamp === (await stampOf(input)) ? entry.result : undefined;
  }

  async add(input: InputFile, stamp: string, result: unknown): Promise<void> {
    const entry: Entry = { path: input.path, stamp, result };
    await appendFile(this.path, `${JSON.stringify(entry)}\n`);
  }

  /** All is done: nothing is left to go on from. */
  async close(): Promise<void> {
    await rm(this.path, { force: true });
  }
}

export async function stampOf(input: InputFile): Promise<string> {
  const found = await stat(input.absolute).catch(() => null);
  return found ? `${found.size} ${found.mtimeMs}` : '';
}

function parse<T>(line: string): T | null {
  try {
    return JSON.parse(line) as T;
  } catch {
    return null;
  }
}
