import { createContext, use, useSyncExternalStore } from 'react';
import type { UiText } from '../i18n';
// Not by way of the index: the shell is shown before the rules and their wording are loaded.
import { fill, type Locale } from '../i18n/fill';
import { uiText } from '../i18n/ui';
import type { Session, SessionState } from '../session';

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('no session');
  return session;
}

/** A part of the state; `select` must give the same object while that part is the same. */
export function useSessionState<T>(select: (state: SessionState) => T): T {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, () => select(session.getState()));
}

export function useLocale(): Locale {
  return useSessionState((state) => state.locale);
}

/** The interface's words, and how to fill them in. */
export function useText(): UiText {
  return uiText(useLocale());
}

/** Fills `{name}` in one of the interface's sentences. */
export function say(template: string, data: Readonly<Record<string, string | number>>): string {
  return fill(template, data, 'zh-CN');
}
