import { parseTarget } from '../core/text';
import { fill } from '../i18n';
import { linesOf, type Io } from './io';
import { targetJson } from './json';
import { localeOf, parseOptions } from './options';
import { cliText, type CliText } from './text';

type Fault = 'notJson' | 'noText' | 'badHint';

interface Question {
  readonly id?: unknown;
  readonly text: string;
  readonly operator?: string | null;
  readonly unit?: string | null;
}

/** `parse`: JSON lines in, one answer a line; malformed lines are told of on standard error, and the rest goes on. */
export async function parseCommand(args: readonly string[], io: Io): Promise<number> {
  parseOptions(args);
  const locale = localeOf(args);
  const text: CliText = cliText(locale);
  let number = 0;
  let faults = 0;
  for await (const line of linesOf(io.stdin)) {
    number++;
    if (line.trim() === '') continue;
    const question = read(line);
    if (typeof question === 'string') {
      faults++;
      io.stderr(`${fill(text.line, { line: number, detail: text[question] }, locale)}\n`);
      continue;
    }
    const { id, operator, unit } = question;
    const target = parseTarget(question.text, { operator, unit });
    await io.stdout(`${JSON.stringify({ ...(id === undefined ? {} : { id }), ...targetJson(target) })}\n`);
  }
  return faults > 0 ? 2 : 0;
}

function read(line: string): Question | Fault {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    return 'notJson';
  }
  if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string')
    return 'noText';
  const { text, id, operator, unit } = value as { text: string; id?: unknown; operator?: unknown; unit?: unknown };
  if (!isHint(operator) || !isHint(unit)) return 'badHint';
  return { text, ...(id === undefined ? {} : { id }), operator, unit };
}

function isHint(value: unknown): value is string | null | undefined {
  return value === undefined || value === null || typeof value === 'string';
}
