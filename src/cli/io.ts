import type { Terminal } from './batch/progress';

/** What a run reads and writes beside the files that it is told of. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array | string>;
  /** Resolves when the text is taken: a slow reader holds the run back instead of filling memory. */
  stdout(text: string): Promise<void>;
  stderr(text: string): void;
  /** Paths are relative to this folder. */
  readonly cwd: string;
  /** Script of a worker thread; without one all is done in this thread. */
  readonly worker?: string;
  /** Where progress is shown; absent where nobody watches. */
  readonly terminal?: Terminal;
}

/** The lines of a stream, without their ends; a byte order mark is passed over. */
export async function* linesOf(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of stream) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  rest += decoder.decode();
  if (rest !== '') yield rest.replace(/\r$/, '');
}
