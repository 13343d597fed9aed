import { useSyncExternalStore } from 'react';
import { OwnLibrary, type OwnLibraryState } from '../../../session/library';

const KEY = 'perf-addin.library';

let library: OwnLibrary | null = null;

/** The person's own library, read on first use; one for all workbooks of the machine. */
export function ownLibrary(): OwnLibrary {
  library ??= new OwnLibrary({
    load: () => localStorage.getItem(KEY),
    save: (text) => localStorage.setItem(KEY, text),
  });
  return library;
}

export function useOwnLibrary(): OwnLibraryState {
  const { subscribe, getState } = ownLibrary();
  return useSyncExternalStore(subscribe, getState);
}
