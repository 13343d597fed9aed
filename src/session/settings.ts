import * as z from 'zod/mini';
import type { RuleSettings } from '../core/rules/rule';
import { LOCALES } from '../i18n';

/** 设置: a person's own, kept apart from the workbook. They cover display and severity; none changes a score. */
const schema = z.object({
  /** `auto`: the host's. */
  locale: z.catch(z.enum(['auto', ...LOCALES]), 'auto'),
  theme: z.catch(z.enum(['auto', 'light', 'dark']), 'auto'),
  /** Checks again after each change. */
  live: z.catch(z.boolean(), true),
  /** The name under which decisions are recorded. */
  user: z.catch(z.string().check(z.maxLength(40)), ''),
  /** 审核口径. */
  audience: z.catch(z.enum(['clerk', 'reviewer', 'publication']), 'clerk'),
  /** Clauses for central departments bind. */
  central: z.catch(z.boolean(), false),
  /** Severity by rule code. */
  overrides: z.catch(z.record(z.string(), z.enum(['error', 'warning', 'info', 'off'])), {}),
});

export type Settings = z.infer<typeof schema>;

export const DEFAULT_USER_SETTINGS: Settings = schema.parse({});

/** Where a host keeps a person's settings: one text. Either may throw, where the browser refuses. */
export interface SettingsStorage {
  load(): string | null;
  save(text: string): void;
}

/** What was kept, field by field: what is missing or unknown takes its default. */
export function loadSettings(storage: SettingsStorage | undefined): Settings {
  try {
    return schema.parse(JSON.parse(storage?.load() ?? '{}'));
  } catch {
    return DEFAULT_USER_SETTINGS;
  }
}

/** False where they could not be kept: they hold until the pane is closed. */
export function saveSettings(storage: SettingsStorage | undefined, settings: Settings): boolean {
  try {
    storage?.save(JSON.stringify(settings));
    return true;
  } catch {
    return false;
  }
}

export function ruleSettings({ audience, central }: Settings): Partial<RuleSettings> {
  return { audience, central };
}

/** Whether a change of settings calls for another check. */
export function concernsCheck(a: Settings, b: Settings): boolean {
  return a.audience !== b.audience || a.central !== b.central || a.overrides !== b.overrides;
}
