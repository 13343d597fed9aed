import { UsageError } from '../errors';
import { SUMMARY_ENDINGS } from './summary';

/** How a run over many files is carried out; none of it changes what is said of a file. */
export interface BatchOptions {
  /** Files done at once; null for as many as there are processors. */
  readonly jobs: number | null;
  /** Seconds that a file may take; null where nothing was said. */
  readonly timeout: number | null;
  /** Where the results go instead of standard output. */
  readonly save: string | null;
  readonly summaries: readonly string[];
}

/** Seconds: a document on its way through LibreOffice may take two minutes by itself. */
export const PATIENCE = 180;

/** As `parseArgs` takes them. */
export const BATCH_OPTIONS = {
  jobs: { type: 'string' },
  timeout: { type: 'string' },
  save: { type: 'string' },
  summary: { type: 'string', multiple: true },
} as const;

/** Throws UsageError. */
export function batchOptions(values: Readonly<Record<string, unknown>>): BatchOptions {
  const jobs = values['jobs'] as string | undefined;
  const timeout = values['timeout'] as string | undefined;
  const summaries = (values['summary'] ?? []) as string[];
  if (jobs !== undefined && !isWithin(jobs, 256)) throw new UsageError('jobs', { value: jobs });
  if (timeout !== undefined && !isWithin(timeout, 86_400)) throw new UsageError('timeout', { value: timeout });
  const other = summaries.find((path) => !SUMMARY_ENDINGS.test(path));
  if (other !== undefined) throw new UsageError('summaryEnding', { value: other });
  return {
    jobs: jobs === undefined ? null : Number(jobs),
    timeout: timeout === undefined ? null : Number(timeout),
    save: (values['save'] as string | undefined) ?? null,
    summaries,
  };
}

function isWithin(text: string, most: number): boolean {
  return /^\d{1,6}$/u.test(text) && Number(text) >= 1 && Number(text) <= most;
}
