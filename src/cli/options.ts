import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { isRule, NO_PROFILE, type Profile } from '../core/check/profile';
import type { Severity } from '../core/rules/rule';
import { formOf, type Form, type ScoreFormulas } from '../core/templates';
import { LOCALES, type Locale } from '../i18n';
import { BATCH_OPTIONS, batchOptions, type BatchOptions } from './batch/options';
import { UsageError } from './errors';
import { readProfile, SEVERITY_CHOICES } from './profile';

export const FORMATS = ['text', 'json', 'ndjson', 'html'] as const;
export type Format = (typeof FORMATS)[number];

export interface CheckOptions {
  readonly paths: readonly string[];
  readonly fromStdin: boolean;
  readonly format: Format;
  readonly locale: Locale;
  readonly sheet: string | null;
  readonly profile: Profile;
  readonly suppress: boolean;
  readonly fix: boolean;
  readonly annotate: boolean;
  readonly out: string | null;
  readonly inPlace: boolean;
  readonly resume: boolean;
  readonly batch: BatchOptions;
}

/** The language asked for, before anything else is understood: complaints are made in it too. */
export function localeOf(args: readonly string[]): Locale {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const value = args[at]?.includes('=') ? args[at].slice('--lang='.length) : args[at + 1];
  return at >= 0 && value === 'en-US' ? 'en-US' : 'zh-CN';
}

/** Throws UsageError. */
export async function checkOptions(args: readonly string[], cwd: string): Promise<CheckOptions> {
  const { values, positionals } = parse(args, {
    format: { type: 'string', default: 'text' },
    lang: { type: 'string', default: 'zh-CN' },
    sheet: { type: 'string' },
    rule: { type: 'string', multiple: true },
    profile: { type: 'string' },
    'no-suppress': { type: 'boolean' },
    fix: { type: 'boolean' },
    annotate: { type: 'boolean' },
    out: { type: 'string' },
    'in-place': { type: 'boolean' },
    'files-from': { type: 'string' },
    resume: { type: 'boolean' },
    ...BATCH_OPTIONS,
  });
  const text = (name: string): string | undefined => values[name] as string | undefined;
  const is = (name: string): boolean => values[name] === true;
  const format = FORMATS.find((known) => known === text('format'));
  if (!format) throw new UsageError('format', { value: text('format') ?? '' });
  const fromStdin = text('files-from') !== undefined;
  if (fromStdin && text('files-from') !== '-') throw new UsageError('filesFrom');
  if (positionals.length === 0 && !fromStdin) throw new UsageError('noPath');
  const out = text('out') ?? null;
  if (out !== null && is('in-place')) throw new UsageError('outTwice');
  if (is('fix') && out === null && !is('in-place')) throw new UsageError('fixTarget');
  if (is('annotate') && out === null) throw new UsageError('annotateTarget');
  if (out !== null && !is('fix') && !is('annotate')) throw new UsageError('outAlone');
  if (is('in-place') && !is('fix')) throw new UsageError('inPlaceAlone');
  const language = locale(text('lang') ?? 'zh-CN');
  const path = text('profile');
  const profile = path === undefined ? NO_PROFILE : await readProfile(path, cwd, language);
  return {
    paths: positionals,
    fromStdin,
    format,
    locale: language,
    sheet: text('sheet') ?? null,
    profile: {
      ...profile,
      overrides: { ...profile.overrides, ...overrides((values['rule'] ?? []) as string[], profile) },
    },
    suppress: !is('no-suppress'),
    fix: is('fix'),
    annotate: is('annotate'),
    out,
    inPlace: is('in-place'),
    resume: is('resume'),
    batch: batchOptions(values),
  };
}

/** Throws UsageError. */
export function tablePath(args: readonly string[]): string {
  const { values, positionals } = parse(args, { lang: { type: 'string', default: 'zh-CN' } });
  locale(String(values['lang']));
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new UsageError('onePath');
  return path;
}

/** Throws UsageError. */
export function parseOptions(args: readonly string[]): void {
  const { values, positionals } = parse(args, { lang: { type: 'string', default: 'zh-CN' } });
  locale(String(values['lang']));
  if (positionals.length > 0) throw new UsageError('option', { detail: positionals.join(' ') });
}

/** One question for `score` from its options; null where questions come on standard input. Throws UsageError. */
export function scoreOptions(args: readonly string[]): Record<string, unknown> | null {
  const names = ['standard', 'actual', 'target', 'operator', 'unit', 'options'] as const;
  const { values, positionals } = parse(args, {
    lang: { type: 'string', default: 'zh-CN' },
    weight: { type: 'string' },
    ...Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
  });
  locale(String(values['lang']));
  if (positionals.length > 0) throw new UsageError('option', { detail: positionals.join(' ') });
  if (values['standard'] === undefined) {
    const stray = [...names, 'weight'].find((name) => values[name] !== undefined);
    if (stray !== undefined) throw new UsageError('option', { detail: `--${stray}` });
    return null;
  }
  const plain = (value: unknown): unknown =>
    typeof value === 'string' && /^-?\d+(?:\.\d+)?$/u.test(value) ? Number(value) : value;
  return {
    ...Object.fromEntries(names.map((name) => [name, values[name]])),
    actual: plain(values['actual']),
    target: plain(values['target']),
    weight: plain(values['weight']),
  };
}

const LIST_FORMATS = ['text', 'json'] as const;
type ListFormat = (typeof LIST_FORMATS)[number];

function listFormat(value: unknown): ListFormat {
  const found = LIST_FORMATS.find((known) => known === value);
  if (!found) throw new UsageError('listFormat', { value: String(value) });
  return found;
}

/** Throws UsageError. */
export function templatesOptions(args: readonly string[]): { readonly format: ListFormat; readonly locale: Locale } {
  const { values, positionals } = parse(args, {
    format: { type: 'string', default: 'text' },
    lang: { type: 'string', default: 'zh-CN' },
  });
  if (positionals.length > 0) throw new UsageError('option', { detail: positionals.join(' ') });
  return { format: listFormat(values['format']), locale: locale(String(values['lang'])) };
}

export interface FillChoice {
  readonly form: Form;
  readonly from: string | null;
  readonly sheet: string | null;
  /** Of the new table; null for the source's own, or none. */
  readonly year: number | null;
  /** Whether target values and budget figures are taken over. */
  readonly targets: 'keep' | 'clear';
  readonly budget: 'keep' | 'clear';
  readonly scores: ScoreFormulas;
  readonly protect: boolean;
  /** A file that is there may be replaced. */
  readonly force: boolean;
  readonly out: string;
  readonly format: ListFormat;
  readonly locale: Locale;
}

const SCORES: readonly ScoreFormulas[] = ['functions', 'native', 'none'];

/** Throws UsageError. */
export function fillOptions(args: readonly string[]): FillChoice {
  const { values, positionals } = parse(args, {
    template: { type: 'string' },
    from: { type: 'string' },
    sheet: { type: 'string' },
    year: { type: 'string' },
    'clear-targets': { type: 'boolean' },
    'clear-budget': { type: 'boolean' },
    scores: { type: 'string', default: 'functions' },
    protect: { type: 'boolean' },
    force: { type: 'boolean' },
    out: { type: 'string' },
    format: { type: 'string', default: 'text' },
    lang: { type: 'string', default: 'zh-CN' },
  });
  const text = (name: string): string | null => (values[name] as string | undefined) ?? null;
  if (positionals.length > 0) throw new UsageError('option', { detail: positionals.join(' ') });
  const template = text('template');
  if (template === null) throw new UsageError('noTemplate');
  const form = formOf(template);
  if (!form) throw new UsageError('unknownTemplate', { value: template });
  const out = text('out');
  if (out === null || extname(out).toLowerCase() !== '.xlsx') throw new UsageError('fillOut');
  const scores = SCORES.find((known) => known === text('scores'));
  if (!scores) throw new UsageError('scores', { value: text('scores') ?? '' });
  const year = text('year');
  if (year !== null && !/^(?:19|20)\d{2}$/u.test(year)) throw new UsageError('year', { value: year });
  const alone = ['sheet', 'clear-targets', 'clear-budget'].find((name) => values[name] !== undefined);
  if (alone !== undefined && text('from') === null) throw new UsageError('fromAlone', { value: `--${alone}` });
  return {
    form,
    from: text('from'),
    sheet: text('sheet'),
    year: year === null ? null : Number(year),
    targets: values['clear-targets'] === true ? 'clear' : 'keep',
    budget: values['clear-budget'] === true ? 'clear' : 'keep',
    scores,
    protect: values['protect'] === true,
    force: values['force'] === true,
    out,
    format: listFormat(values['format']),
    locale: locale(String(values['lang'])),
  };
}

type ArgOptions = NonNullable<Parameters<typeof parseArgs>[0]>['options'];

function parse(
  args: readonly string[],
  options: ArgOptions,
): { values: Record<string, unknown>; positionals: string[] } {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError('option', { detail: error instanceof Error ? error.message : String(error) });
  }
}

function locale(value: string): Locale {
  const found = LOCALES.find((known) => known === value);
  if (!found) throw new UsageError('lang', { value });
  return found;
}

function overrides(rules: readonly string[], { checks }: Profile): Record<string, Severity | 'off'> {
  const result: Record<string, Severity | 'off'> = {};
  for (const rule of rules) {
    const [name = '', choice = '', ...more] = rule.split('=');
    const severity = SEVERITY_CHOICES.find((known) => known === choice);
    if (!severity || more.length > 0) throw new UsageError('rule', { value: rule });
    if (!isRule(name) && !checks.some(({ code }) => code === name))
      throw new UsageError('unknownRule', { value: name });
    result[name] = severity;
  }
  return result;
}
