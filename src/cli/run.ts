import { DiskError } from '../hosts/file/disk';
import { fill } from '../i18n';
import { checkCommand } from './check';
import { reportOf, UsageError } from './errors';
import type { Io } from './io';
import { nativeCommand } from './native';
import { localeOf } from './options';
import { parseCommand } from './parse';
import { compareCommand } from './review/compare';
import { ledgerCommand } from './review/ledger';
import { publishCommand } from './review/publish';
import { reportCommand } from './review/report';
import { sendBackCommand } from './review/send-back';
import { scoreCommand } from './score';
import { tableCommand } from './table';
import { fillCommand, templatesCommand } from './templates';
import { cliText } from './text';

export type { Io } from './io';

/** A command: its arguments in, its exit status out. Throws UsageError. */
type Command = (args: readonly string[], io: Io) => Promise<number>;

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['check', checkCommand],
  ['compare', compareCommand],
  ['fill', fillCommand],
  ['ledger', ledgerCommand],
  ['native', nativeCommand],
  ['parse', parseCommand],
  ['publish', publishCommand],
  ['report', reportCommand],
  ['score', scoreCommand],
  ['send-back', sendBackCommand],
  ['table', tableCommand],
  ['templates', templatesCommand],
]);

/** `perf-addin …`: data on standard output, all else on standard error. Returns the exit status; never throws. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const [name, ...args] = argv;
  const locale = localeOf(argv);
  const text = cliText(locale);
  if (name === undefined || name === '--help' || name === '-h' || name === 'help' || args.includes('--help')) {
    await io.stdout(text.usage);
    return name === undefined ? 2 : 0;
  }
  try {
    const command = COMMANDS.get(name);
    if (!command) throw new UsageError('command', { name });
    return await command(args, io);
  } catch (error) {
    const message =
      error instanceof UsageError
        ? fill(text[error.key], error.data, locale)
        : reportOf(error, locale, error instanceof DiskError ? error.path : undefined).message;
    io.stderr(`${message}\n`);
    return 2;
  }
}
