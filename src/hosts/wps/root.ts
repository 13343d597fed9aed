import type { EtApiEvent, EtApplication } from './et';

/** Where WPS hangs its object model: the window of a pane or of the add-in's background page. */
export interface WpsRoot {
  readonly wps?: unknown;
  readonly Application?: unknown;
}

type Members = Readonly<Record<string, unknown>>;

function isThing(value: unknown): value is Members {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** A member of something that may lack it, or refuse to say. */
function member(of: unknown, name: string): unknown {
  try {
    return isThing(of) ? (of[name] ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}

function* places({ wps, Application }: WpsRoot): Iterable<unknown> {
  yield Application;
  yield wps;
  yield member(wps, 'Application');
  const make = member(wps, 'EtApplication');
  if (typeof make === 'function') {
    try {
      yield (wps as { EtApplication(): unknown }).EtApplication();
    } catch {
      // A build that has the name and not the thing.
    }
  }
}

/**
 * The application, from whichever root has workbooks; null outside of WPS 表格. Its name is no help: it is called
 * “Microsoft Excel”.
 */
export function wpsApplication(root: WpsRoot): EtApplication | null {
  if (!isThing(root.wps)) return null;
  for (const place of places(root)) if (isThing(member(place, 'Workbooks'))) return place as unknown as EtApplication;
  return null;
}

/** What has a member, of the two roots: on one build of macOS events were at `wps` alone. */
export function wpsMember(root: WpsRoot, name: string): { readonly holder: unknown; readonly value: unknown } | null {
  for (const holder of [root.wps, root.Application]) {
    const value = member(holder, name);
    if (value !== undefined) return { holder, value };
  }
  return null;
}

export function wpsEvents(root: WpsRoot): EtApiEvent | null {
  return (wpsMember(root, 'ApiEvent')?.value ?? null) as EtApiEvent | null;
}
