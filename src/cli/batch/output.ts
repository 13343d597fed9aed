import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onDisk } from '../../hosts/file/disk';
import { HTML_FOOT, htmlHead } from '../../report';
import type { Io } from '../io';
import type { CheckOptions } from '../options';
import { summaryText } from '../plain';
import type { Outcome } from './outcome';
import type { Summary } from './summary';

/** Where the output of a run goes, in pieces. */
interface Sink {
  write(text: string): Promise<void>;
  /** All is written. */
  finish(): Promise<void>;
  /** The run came to nothing; after `finish`, nothing is left to do. */
  discard(): Promise<void>;
}

/** Characters that are gathered before they are written. */
const PIECE = 1 << 16;

/** A file, under its name only once it is whole. Throws DiskError. */
class FileSink implements Sink {
  private gathered = '';

  private constructor(
    private readonly path: string,
    private readonly temporary: string,
    private readonly handle: FileHandle,
  ) {}

  static open(path: string): Promise<FileSink> {
    const temporary = `${path}.partial`;
    return onDisk(path, async () => {
      await mkdir(dirname(path), { recursive: true });
      return new FileSink(path, temporary, await open(temporary, 'w'));
    });
  }

  async write(text: string): Promise<void> {
    this.gathered += text;
    if (this.gathered.length >= PIECE) await this.flush();
  }

  /** What was written so far, from its beginning. */
  async *read(): AsyncGenerator<string> {
    await this.flush();
    const handle = await open(this.temporary, 'r');
    for await (const piece of handle.createReadStream({ encoding: 'utf8' })) yield String(piece);
  }

  async finish(): Promise<void> {
    await this.flush();
    await onDisk(this.path, async () => {
      await this.handle.sync();
      await this.handle.close();
      await rename(this.temporary, this.path);
    });
  }

  async discard(): Promise<void> {
    await this.handle.close().catch(() => undefined);
    await rm(this.temporary, { force: true }).catch(() => undefined);
  }

  private async flush(): Promise<void> {
    const text = this.gathered;
    this.gathered = '';
    if (text !== '') await onDisk(this.path, () => this.handle.writeFile(text));
  }
}

/** Writes each file as it is done, so that memory does not grow with their number. */
export class Output {
  private first = true;
  /** The page says first what comes of the whole: its sections wait on the disk. */
  private sections: FileSink | null = null;

  private constructor(
    private readonly options: CheckOptions,
    private readonly sink: Sink,
  ) {}

  /** On standard output, or in a file. Throws DiskError, as all that follows. */
  static async open(options: CheckOptions, save: string | null, io: Io): Promise<Output> {
    const nothing = async (): Promise<void> => undefined;
    const sink: Sink =
      save === null
        ? { write: (text) => io.stdout(text), finish: nothing, discard: nothing }
        : await FileSink.open(save);
    const output = new Output(options, sink);
    await output.begin(save ?? join(tmpdir(), `perf-addin-${randomBytes(8).toString('hex')}`));
    return output;
  }

  /** `place` begins the name under which the sections wait: beside the results, so that the next run clears up. */
  private async begin(place: string): Promise<void> {
    const { format } = this.options;
    if (format === 'json') await this.sink.write('{"version":1,"files":[');
    if (format === 'html') this.sections = await FileSink.open(`${place}.sections`);
  }

  async file({ output }: Outcome): Promise<void> {
    const { format } = this.options;
    if (this.sections) await this.sections.write(output);
    else if (format === 'json') await this.sink.write(`${this.first ? '\n' : ',\n'}${output}`);
    else await this.sink.write(format === 'ndjson' ? `${output}\n` : output);
    this.first = false;
  }

  async end(summary: Summary): Promise<void> {
    const { format, locale } = this.options;
    if (format === 'json') await this.sink.write(`\n],"summary":${JSON.stringify(summary)}}\n`);
    if (format === 'text') await this.sink.write(summaryText(summary, locale));
    if (this.sections) {
      await this.sink.write(htmlHead(summary, locale));
      for await (const piece of this.sections.read()) await this.sink.write(piece);
      await this.sink.write(HTML_FOOT);
    }
    await this.sink.finish();
  }

  /** To be called in any case, at the very end. */
  async close(): Promise<void> {
    await this.sections?.discard();
    await this.sink.discard();
  }
}
