import { run, type Io } from '../../src/cli/run';

export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line in this process: what it writes, and its exit status. */
export async function cli(
  cwd: string,
  argv: readonly string[],
  stdin = '',
  more: Pick<Io, 'worker' | 'terminal'> = {},
): Promise<CliResult> {
  let stdout = '';
  let stderr = '';
  const code = await run(argv, {
    stdin: (async function* () {
      // In pieces, as pipes do: characters and lines are cut anywhere.
      const bytes = new TextEncoder().encode(stdin);
      for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
    })(),
    stdout: async (text) => void (stdout += text),
    stderr: (text) => void (stderr += text),
    cwd,
    ...more,
  });
  return { code, stdout, stderr };
}
