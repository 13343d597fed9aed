import * as z from 'zod/mini';
import { FULL_POINTS, TARGET_POINTS } from '../../indicator';
import { RULES } from '../../rules';
import type { RuleSettings, Severity } from '../../rules/rule';
import { pointsOf } from '../../rules/weights';
import { ownChecks, type OwnCheck } from '../own';
import { problemsOf, refuse, type ProfileProblem, type ProfileProblemCode } from './problem';

/**
 * 审核口径: what an office has agreed on for its checks, to be given from hand to hand as a file or in a workbook.
 * Severities, thresholds, the documents to cite and checks of its own; nothing in it changes a score.
 */
export const PROFILE_VERSION = 1;
/** Characters of a profile as text: a hundred long checks, and less than a spreadsheet would choke on. */
const LONGEST = 300_000;

const known = new Set(RULES.flatMap(({ rule }) => [rule.code, rule.name] as string[]));

/** Whether a rule of the catalogue goes by this code or readable name. */
export function isRule(name: string): boolean {
  return known.has(name);
}

const severity = z.enum(['off', 'info', 'warning', 'error']);
const months = z.tuple([monthOf(-24, 36), monthOf(-24, 36)]);
const share = z.number().check(z.minimum(0), z.maximum(100));
const points = z.optional(share);
const words = z.string().check(z.minLength(1), z.maxLength(60));
const ruleName = z.string().check(
  z.superRefine((name, context) => {
    if (!isRule(name)) refuse(context, name, [], 'unknown-rule', name);
  }),
);

function monthOf(least: number, most: number) {
  return z.number().check(z.int(), z.minimum(least), z.maximum(most));
}

/** Thresholds and what else rules go by: any part of `RuleSettings`. */
const settings = z.strictObject({
  audience: z.optional(z.enum(['clerk', 'reviewer', 'publication'])),
  central: z.optional(z.boolean()),
  sumTolerance: z.optional(z.number().check(z.minimum(0), z.maximum(1e6))),
  signingMonths: z.optional(z.strictObject({ target: months, monitoring: months, 'self-evaluation': months })),
  overAchievement: z.optional(z.number().check(z.minimum(1), z.maximum(100))),
  underspending: z.optional(z.number().check(z.minimum(0), z.maximum(1))),
  executionByMonth: z.optional(
    z.array(z.tuple([monthOf(1, 12), share])).check(
      z.maxLength(12),
      z.superRefine((list, context) => {
        const wrong = list.findIndex(([month], index) => index > 0 && month <= (list[index - 1]?.[0] ?? 0));
        if (wrong > 0) refuse(context, list, [wrong], 'not-ascending');
      }),
    ),
  ),
  tree: z.optional(z.nullable(z.enum(['2015', '2021', 'county']))),
  weightSchemes: z.optional(
    z
      .array(
        z.strictObject({ cost: points, output: points, benefit: points, satisfaction: points }).check(
          z.superRefine((scheme, context) => {
            const sum = pointsOf(scheme);
            if (!sum.eq(TARGET_POINTS) && !sum.eq(FULL_POINTS)) {
              refuse(context, scheme, [], 'points-sum', sum.toString());
            }
          }),
        ),
      )
      .check(z.maxLength(20)),
  ),
  localSources: z.optional(
    z
      .array(
        z.strictObject({
          instead: z.optional(words),
          rules: z.optional(z.array(ruleName).check(z.maxLength(100))),
          document: words,
          clause: z.optional(z.string().check(z.maxLength(60))),
        }),
      )
      .check(z.maxLength(50)),
  ),
});

const profile = z
  .strictObject({
    version: z.optional(z.literal(PROFILE_VERSION)),
    name: z.optional(z.string().check(z.maxLength(40))),
    settings: z.optional(settings),
    rules: z.optional(z.record(z.string().check(z.maxLength(60)), severity)),
    checks: z.optional(ownChecks),
  })
  .check(
    z.superRefine((found, context) => {
      const own = new Set((found.checks ?? []).map(({ code }) => code));
      for (const name of Object.keys(found.rules ?? {})) {
        if (!isRule(name) && !own.has(name)) refuse(context, found, ['rules', name], 'unknown-rule', name);
      }
    }),
  );

export type ProfileFile = z.infer<typeof profile>;

/** What a profile comes to once it is read. */
export interface Profile {
  readonly name: string;
  readonly settings: Partial<RuleSettings>;
  /** Severity by code or readable name of a rule. */
  readonly overrides: Readonly<Record<string, Severity | 'off'>>;
  readonly checks: readonly OwnCheck[];
}

export const NO_PROFILE: Profile = { name: '', settings: {}, overrides: {}, checks: [] };

export type ProfileReading =
  | { readonly ok: true; readonly profile: Profile }
  | { readonly ok: false; readonly problems: readonly ProfileProblem[] };

/** Reads a profile file. All or nothing: half a profile would check by rules that nobody agreed on. Never throws. */
export function readProfileText(text: string): ProfileReading {
  const whole = (code: ProfileProblemCode, data: ProfileProblem['data'] = {}): ProfileReading => ({
    ok: false,
    problems: [{ code, path: '', check: null, data }],
  });
  if (text.length > LONGEST) return whole('too-large', { most: LONGEST });
  if (text.replace(/^\uFEFF/u, '').trim() === '') return whole('empty');
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    return whole('not-json', { detail: error instanceof Error ? error.message : '' });
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return whole('not-a-profile');
  const version = (json as { version?: unknown }).version;
  if (typeof version === 'number' && version > PROFILE_VERSION) return whole('newer-version', { version });
  return parseProfile(json);
}

/** The same from JSON that was read already. */
export function parseProfile(json: unknown): ProfileReading {
  const parsed = examined(json);
  if (!parsed) return { ok: false, problems: [{ code: 'not-a-profile', path: '', check: null, data: {} }] };
  if (parsed.success) return { ok: true, profile: profileOf(parsed.data) };
  const problems = parsed.error.issues.flatMap(problemsOf);
  // A misspelt key is what is missing: one fact is told once.
  const misspelt = new Set(problems.filter(({ code }) => code === 'unknown-key').map(({ path }) => path));
  const told = problems.filter(({ code, path }) => code === 'unknown-key' || !misspelt.has(path));
  return { ok: false, problems: told.slice(0, 20) };
}

/** Null for what zod cannot look at: it compares the `length` of whatever it is given, and some objects can't be compared. */
function examined(json: unknown): ReturnType<typeof profile.safeParse> | null {
  try {
    return profile.safeParse(json, { reportInput: true });
  } catch {
    return null;
  }
}

/** A single list of own checks, as the pane's form makes them. */
export function readChecks(
  json: unknown,
): { readonly ok: true; readonly checks: readonly OwnCheck[] } | ProfileFailure {
  const parsed = parseProfile({ checks: json });
  return parsed.ok ? { ok: true, checks: parsed.profile.checks } : parsed;
}

type ProfileFailure = Extract<ProfileReading, { ok: false }>;

function profileOf({ name, settings: found, rules, checks }: ProfileFile): Profile {
  return {
    name: (name ?? '').trim(),
    settings: Object.fromEntries(
      Object.entries(found ?? {}).filter(([, value]) => value !== undefined),
    ) as Partial<RuleSettings>,
    overrides: rules ?? {},
    checks: checks ?? [],
  };
}

/** The profile as a file: readable, and the same text for the same profile. `readProfileText` reads it back. */
export function writeProfile({ name, settings: found, overrides, checks }: Profile): string {
  const file = {
    version: PROFILE_VERSION,
    ...(name ? { name } : {}),
    ...(Object.keys(found).length > 0 ? { settings: sorted(found) } : {}),
    ...(Object.keys(overrides).length > 0 ? { rules: sorted(overrides) } : {}),
    ...(checks.length > 0 ? { checks } : {}),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function sorted(values: object): object {
  return Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Several profiles as one, the later before the earlier: a person's own, the one that was chosen, the workbook's.
 * Severities and thresholds go one by one, checks by their codes; lists of schemes and documents as a whole.
 */
export function combineProfiles(...profiles: readonly Profile[]): Profile {
  const checks = new Map(profiles.flatMap((one) => one.checks).map((own) => [own.code, own]));
  return {
    name:
      profiles
        .map(({ name }) => name)
        .filter(Boolean)
        .at(-1) ?? '',
    settings: Object.assign({}, ...profiles.map((one) => one.settings)) as Partial<RuleSettings>,
    overrides: Object.assign({}, ...profiles.map((one) => one.overrides)) as Profile['overrides'],
    checks: [...checks.values()],
  };
}
