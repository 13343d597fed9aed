import { parseArgs } from 'node:util';
import { LOCALES, type Locale } from '../i18n';
import { UsageError } from './errors';
import { localeOf } from './options';
import { NATIVE_WORDING } from './native-wording';

export interface NativeOptions {
  readonly path: string;
  readonly locale: Locale;
  readonly sheet: string | null;
  /** Null to write back into the file. */
  readonly out: string | null;
}

/** Throws UsageError. */
export function nativeOptions(args: readonly string[]): NativeOptions {
  const { values, positionals } = parsed(args);
  const { lang = 'zh-CN', sheet = null, out = null } = values;
  if (!LOCALES.some((known) => known === lang)) throw new UsageError('lang', { value: lang });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new UsageError('onePath');
  if (out !== null && values['in-place']) throw new UsageError('outTwice');
  const locale = localeOf(args);
  if (out === null && !values['in-place']) throw new UsageError('option', { detail: NATIVE_WORDING[locale].target });
  return { path, locale, sheet, out };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        lang: { type: 'string' },
        sheet: { type: 'string' },
        out: { type: 'string' },
        'in-place': { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError('option', { detail: error instanceof Error ? error.message : String(error) });
  }
}
