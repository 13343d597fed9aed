import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { RULES } from '../core/rules';
import type { RuleSettings, Severity } from '../core/rules/rule';
import { UsageError } from './errors';

export const SEVERITY_CHOICES = ['off', 'info', 'warning', 'error'] as const;
export type SeverityChoice = (typeof SEVERITY_CHOICES)[number];

const known = new Set(RULES.flatMap(({ rule }) => [rule.code, rule.name] as string[]));

/** Whether a rule goes by this code or readable name. */
export function isRule(name: string): boolean {
  return known.has(name);
}

/** First and last month, counted from January of the table's year. */
const MONTHS = z.tuple([z.int(), z.int()]);

/** 审核口径: thresholds and severities as an office has agreed on them. */
const PROFILE = z.strictObject({
  name: z.string().optional(),
  settings: z
    .strictObject({
      audience: z.enum(['clerk', 'reviewer', 'publication']).optional(),
      central: z.boolean().optional(),
      sumTolerance: z.number().nonnegative().optional(),
      signingMonths: z.strictObject({ target: MONTHS, monitoring: MONTHS, 'self-evaluation': MONTHS }).optional(),
    })
    .optional(),
  rules: z
    .record(z.string().refine(isRule, { error: ({ input }) => `${String(input)}?` }), z.enum(SEVERITY_CHOICES))
    .optional(),
});

export interface Profile {
  readonly settings: Partial<RuleSettings>;
  readonly overrides: Readonly<Record<string, Severity | 'off'>>;
}

/** Throws UsageError. */
export async function readProfile(path: string, cwd: string): Promise<Profile> {
  let contents: unknown;
  try {
    contents = JSON.parse((await readFile(resolve(cwd, path), 'utf8')).replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UsageError('profileRead', { path, detail: error instanceof Error ? error.message : String(error) });
  }
  const parsed = PROFILE.safeParse(contents);
  if (!parsed.success) throw new UsageError('profileShape', { path, detail: z.prettifyError(parsed.error) });
  return { settings: parsed.data.settings ?? {}, overrides: parsed.data.rules ?? {} };
}
