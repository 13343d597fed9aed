import { createHash } from 'node:crypto';
import { open, rm, stat, type FileHandle } from 'node:fs/promises';
import type { InputFile } from './files';

/** Name of the journal, in the folder of the output, else in the current one. */
export const JOURNAL = '.perf-addin-resume.ndjson';

interface Entry {
  readonly path: string;
  /** Size and time of the file when it was done: a file that changed since is done again. */
  readonly stamp: string;
  readonly result: unknown;
}

/** Where the line of a file that was done stands in the journal. */
interface Place {
  readonly stamp: string;
  readonly at: number;
  readonly length: number;
}

const BREAK = 0x0a;
/** Bytes read at a time. */
const PIECE = 1 << 20;

/**
 * What a run has done so far, a line a file, in the order in which they were done: a run that was stopped goes on from
 * there, and its output is that of a run that was not. Results stay on the disk until they are asked for. A journal of
 * other options or another version of the program is none.
 */
export class Journal {
  private writing: Promise<unknown> = Promise.resolve();
  private broken = false;

  private constructor(
    private readonly path: string,
    private readonly handle: FileHandle,
    private readonly done: Map<string, Place>,
    private readonly complain: (error: unknown) => void,
  ) {}

  /** With `again`, an earlier journal is gone on with. `complain` hears of the first line that cannot be written. */
  static async open(
    path: string,
    options: unknown,
    again: boolean,
    complain: (error: unknown) => void = () => undefined,
  ): Promise<Journal> {
    const version = process.env['PERF_VERSION'] ?? '';
    const signature = createHash('sha256')
      .update(JSON.stringify([version, options]))
      .digest('hex');
    const handle = await open(path, 'a+');
    try {
      const done = again ? await placesIn(handle, signature) : null;
      if (!done) {
        await handle.truncate(0);
        await handle.appendFile(`${JSON.stringify({ signature })}\n`);
      }
      return new Journal(path, handle, done ?? new Map(), complain);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** The result of a file that was done and has not changed since. */
  async find(input: InputFile): Promise<unknown> {
    const place = this.done.get(input.path);
    if (!place || place.stamp !== (await stampOf(input))) return undefined;
    const { buffer } = await this.handle.read(Buffer.alloc(place.length), 0, place.length, place.at);
    return parse<Entry>(buffer.toString('utf8'))?.result;
  }

  /** Lines are written one after another, whoever comes with them. A full disk ends the journal, not the run. */
  add(input: InputFile, stamp: string, result: unknown): Promise<void> {
    const entry: Entry = { path: input.path, stamp, result };
    const line = `${JSON.stringify(entry)}\n`;
    const written = this.writing.then(async () => {
      if (this.broken) return;
      await this.handle.appendFile(line).catch((error: unknown) => {
        this.broken = true;
        this.complain(error);
      });
    });
    this.writing = written;
    return written;
  }

  /** All is done: nothing is left to go on from. */
  async finish(): Promise<void> {
    await this.close();
    await rm(this.path, { force: true });
  }

  async close(): Promise<void> {
    await this.writing;
    await this.handle.close();
  }
}

export async function stampOf(input: InputFile): Promise<string> {
  const found = await stat(input.absolute).catch(() => null);
  return found ? `${found.size} ${found.mtimeMs}` : '';
}

/** The places of the results; null for a journal of something else. A line that was cut short is taken off the file. */
async function placesIn(handle: FileHandle, signature: string): Promise<Map<string, Place> | null> {
  let done: Map<string, Place> | null = null;
  let end = 0;
  for await (const { at, bytes } of linesIn(handle)) {
    const text = bytes.toString('utf8');
    if (done === null) {
      if (parse<{ signature?: string }>(text)?.signature !== signature) return null;
      done = new Map();
    } else {
      const entry = parse<Entry>(text);
      if (entry?.path) done.set(entry.path, { stamp: entry.stamp, at, length: bytes.length });
    }
    end = at + bytes.length + 1;
  }
  await handle.truncate(end);
  return done;
}

/** Whole lines, without their ends, and where they begin. */
async function* linesIn(handle: FileHandle): AsyncGenerator<{ readonly at: number; readonly bytes: Buffer }> {
  let rest: Buffer = Buffer.alloc(0);
  for (let at = 0; ;) {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(PIECE), 0, PIECE, at + rest.length);
    if (bytesRead === 0) return;
    rest = Buffer.concat([rest, buffer.subarray(0, bytesRead)]);
    for (let end = rest.indexOf(BREAK); end >= 0; end = rest.indexOf(BREAK)) {
      yield { at, bytes: rest.subarray(0, end) };
      at += end + 1;
      rest = rest.subarray(end + 1);
    }
  }
}

function parse<T>(line: string): T | null {
  try {
    return JSON.parse(line) as T;
  } catch {
    return null;
  }
}
