import { open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { HTML_FOOT, htmlHead } from '../../report';
import type { Io } from '../io';
import type { CheckOptions } from '../options';
import { summaryText } from '../plain';
import type { Outcome } from './outcome';
import type { Summary } from './summary';

/** Where the output of a run goes, in pieces. */
interface Sink {
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Characters that are gathered before they are written. */
const PIECE = 1 << 16;

class FileSink implements Sink {
  private gathered = '';

  private constructor(private readonly handle: FileHandle) {}

  static async open(path: string): Promise<FileSink> {
    return new FileSink(await open(path, 'w'));
  }

  async write(text: string): Promise<void> {
    this.gathered += text;
    if (this.gathered.length >= PIECE) await this.flush();
  }

  async close(): Promise<void> {
    await this.flush();
    await this.handle.close();
  }

  private async flush(): Promise<void> {
    const text = this.gathered;
    this.gathered = '';
    if (text !== '') await this.handle.writeFile(text);
  }
}

/** Writes each file as it is done, so that memory does not grow with their number. */
export class Output {
  private first = true;
  /** The page says first what comes of the whole: its sections wait on the disk. */
  private sections: { readonly path: string; readonly sink: Sink } | null = null;

  private constructor(
    private readonly options: CheckOptions,
    private readonly sink: Sink,
  ) {}

  /** On standard output, or in a file. */
  static async open(options: CheckOptions, save: string | null, io: Io): Promise<Output> {
    const sink = save === null ? { write: (text: string) => io.stdout(text), close: async () => {} } : null;
    const output = new Output(options, sink ?? (await FileSink.open(save as string)));
    await output.begin();
    return output;
  }

  private async begin(): Promise<void> {
    const { format } = this.options;
    if (format === 'json') await this.sink.write('{"version":1,"files":[');
    if (format !== 'html') return;
    const path = join(tmpdir(), `perf-addin-${randomBytes(8).toString('hex')}.html`);
    this.sections = { path, sink: await FileSink.open(path) };
  }

  async file({ output }: Outcome): Promise<void> {
    const { format } = this.options;
    if (this.sections) await this.sections.sink.write(output);
    else if (format === 'json') await this.sink.write(`${this.first ? '\n' : ',\n'}${output}`);
    else await this.sink.write(format === 'ndjson' ? `${output}\n` : output);
    this.first = false;
  }

  async end(summary: Summary): Promise<void> {
    const { format, locale } = this.options;
    if (format === 'json') await this.sink.write(`\n],"summary":${JSON.stringify(summary)}}\n`);
    if (format === 'text') await this.sink.write(summaryText(summary, locale));
    if (this.sections) {
      await this.sections.sink.close();
      await this.sink.write(htmlHead(summary, locale));
      const handle = await open(this.sections.path, 'r');
      for await (const piece of handle.createReadStream({ encoding: 'utf8' })) await this.sink.write(String(piece));
      await this.sink.write(HTML_FOOT);
    }
  }

  async close(): Promise<void> {
    if (this.sections) {
      await this.sections.sink.close().catch(() => undefined);
      await rm(this.sections.path, { force: true });
    }
    await this.sink.close();
  }
}
