import { useMemo, useSyncExternalStore } from 'react';
import { LAYOUTS, parseLayout, type ImportLayout } from '../../../core/templates/layouts';
import { Store } from '../../../session/state';

const KEY = 'perf-addin.layouts';

/** Layouts of a person's own, kept on the machine as settings are; one that can't be read any more is passed over. */
function load(): readonly ImportLayout[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return (Array.isArray(kept) ? kept : []).flatMap((value) => {
      const parsed = parseLayout(value);
      return parsed.ok ? [parsed.layout] : [];
    });
  } catch {
    return [];
  }
}

let store: Store<{ readonly own: readonly ImportLayout[] }> | null = null;
const layouts = (): Store<{ readonly own: readonly ImportLayout[] }> => (store ??= new Store({ own: load() }));

export function useOwnLayouts(): readonly ImportLayout[] {
  const { subscribe, getState } = layouts();
  return useSyncExternalStore(subscribe, () => getState().own);
}

/** All layouts, for what is no part of the interface. */
export function allLayouts(): readonly ImportLayout[] {
  return [...layouts().getState().own, ...LAYOUTS];
}

/** Our own layouts and the person's, theirs first: they know their system. */
export function useLayouts(): readonly ImportLayout[] {
  const own = useOwnLayouts();
  return useMemo(() => [...own, ...LAYOUTS], [own]);
}

/** Takes a layout in, which may not stand in for one that comes with the add-in; `stored` where it could be kept. */
export function takeLayout(layout: ImportLayout): { readonly layout: ImportLayout; readonly stored: boolean } {
  const taken = LAYOUTS.some((one) => one.id === layout.id);
  const own = taken ? { ...layout, id: `own-${layout.id}`.slice(0, 40) } : layout;
  return { layout: own, stored: keepLayout(own) };
}

/** In the place of one with the same id. False where it could not be kept. */
function keepLayout(layout: ImportLayout): boolean {
  return save([
    ...layouts()
      .getState()
      .own.filter(({ id }) => id !== layout.id),
    layout,
  ]);
}

export function dropLayout(id: string): boolean {
  return save(
    layouts()
      .getState()
      .own.filter((layout) => layout.id !== id),
  );
}

function save(own: readonly ImportLayout[]): boolean {
  layouts().update({ own });
  try {
    localStorage.setItem(KEY, JSON.stringify(own));
    return true;
  } catch {
    return false;
  }
}
