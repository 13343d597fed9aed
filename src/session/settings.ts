import * as z from 'zod/mini';
import type { OwnCheck } from '../core/check/own';
import { parseProfile, readChecks } from '../core/check/profile';
import type { RuleSettings } from '../core/rules/rule';
import { LOCALES } from '../i18n';

/** 设置: a person's own, kept apart from the workbook. They cover display and severity; none changes a score. */
const schema = z.object({
  /** `auto`: the host's. */
  locale: z.catch(z.enum(['auto', ...LOCALES]), 'auto'),
  theme: z.catch(z.enum(['auto', 'light', 'dark']), 'auto'),
  /** Checks again after each change. */
  live: z.catch(z.boolean(), true),
  /** The two sentences of the first start have been read. */
  welcomed: z.catch(z.boolean(), false),
  /** 概览 is unfolded. */
  overview: z.catch(z.boolean(), false),
  /** The name under which decisions are recorded. */
  user: z.catch(z.string().check(z.maxLength(40)), ''),
  /** 审核口径. */
  audience: z.catch(z.enum(['clerk', 'reviewer', 'publication']), 'clerk'),
  /** Clauses for central departments bind. */
  central: z.catch(z.boolean(), false),
  /** Severity by rule code. */
  overrides: z.catch(z.record(z.string(), z.enum(['error', 'warning', 'info', 'off'])), {}),
  /** Thresholds, tree and local documents, those that differ from the usual ones. */
  thresholds: z.catch(
    z.custom<Thresholds>((found) => found !== undefined && parseProfile({ settings: found }).ok),
    {},
  ),
  /** Checks of the person's own. */
  checks: z.catch(
    z.custom<readonly OwnCheck[]>((found) => found !== undefined && readChecks(found).ok),
    [],
  ),
  /** Under which name all this is given away. */
  profileName: z.catch(z.string().check(z.maxLength(40)), ''),
  /** Profiles found in workbooks, as they stood there, and what became of them. */
  decided: z.catch(z.array(z.object({ text: z.string(), as: z.enum(['accepted', 'refused']) })), []),
});

export type Thresholds = Partial<Omit<RuleSettings, 'audience' | 'central'>>;

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

/** Whether a change of settings calls for another check. */
export function concernsCheck(a: Settings, b: Settings): boolean {
  return (
    a.audience !== b.audience ||
    a.central !== b.central ||
    a.overrides !== b.overrides ||
    a.thresholds !== b.thresholds ||
    a.checks !== b.checks ||
    a.decided !== b.decided
  );
}
