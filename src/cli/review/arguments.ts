import { parseArgs } from 'node:util';
import { NO_PROFILE, type Profile } from '../../core/check/profile';
import { LOCALES, type Locale } from '../../i18n';
import { UsageError } from '../errors';
import { readProfile } from '../profile';
import { reviewWording, type ReviewWording } from './wording';

type ArgOptions = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

/** The arguments of a command, each by its kind. Complaints are UsageErrors in the language asked for. */
export class Arguments {
  readonly locale: Locale;
  readonly words: ReviewWording;
  readonly paths: readonly string[];
  private readonly values: Readonly<Record<string, unknown>>;

  constructor(args: readonly string[], texts: readonly string[], flags: readonly string[] = []) {
    const options: ArgOptions = { lang: { type: 'string', default: 'zh-CN' } };
    for (const name of texts) options[name] = { type: 'string' };
    for (const name of flags) options[name] = { type: 'boolean' };
    try {
      const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
      this.values = values;
      this.paths = positionals;
    } catch (error) {
      throw new UsageError('option', { detail: error instanceof Error ? error.message : String(error) });
    }
    const locale = LOCALES.find((known) => known === this.values['lang']);
    if (!locale) throw new UsageError('lang', { value: String(this.values['lang']) });
    this.locale = locale;
    this.words = reviewWording(locale);
  }

  text(name: string): string | null {
    return (this.values[name] as string | undefined) ?? null;
  }

  is(name: string): boolean {
    return this.values[name] === true;
  }

  /** Throws UsageError where it is left out. */
  needed(name: string, complaint: 'outMissing'): string {
    return this.text(name) ?? this.refuse(complaint);
  }

  onePath(): string {
    const [path, ...more] = this.paths;
    if (path === undefined || more.length > 0) throw new UsageError('onePath');
    return path;
  }

  oneOf<T extends string>(name: string, known: readonly T[], fallback: T): T {
    const value = this.text(name) ?? fallback;
    return known.find((one) => one === value) ?? this.refuse('oneOf', { name: `--${name}`, known: known.join(' ') });
  }

  /** A round of review, from 1. */
  round(): number | null {
    const value = this.text('round');
    if (value === null) return null;
    return /^[1-9]\d{0,2}$/u.test(value) ? Number(value) : this.refuse('round', { value });
  }

  /** `YYYY-MM-DD`, a day that there is. */
  day(name: string): string | null {
    const value = this.text(name);
    if (value === null) return null;
    const time = /^\d{4}-\d{2}-\d{2}$/u.test(value) ? Date.parse(`${value}T00:00:00Z`) : NaN;
    const isDay = !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === value;
    return isDay ? value : this.refuse('day', { name: `--${name}`, value });
  }

  async profile(cwd: string): Promise<Profile> {
    const path = this.text('profile');
    return path === null ? NO_PROFILE : readProfile(path, cwd, this.locale);
  }

  refuse(key: keyof ReviewWording['usage'], data: Readonly<Record<string, string>> = {}): never {
    const detail = this.words.usage[key].replace(/\{(\w+)\}/gu, (whole, name: string) => data[name] ?? whole);
    throw new UsageError('option', { detail });
  }
}
