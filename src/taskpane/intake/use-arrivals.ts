import { useEffect, type RefObject } from 'react';
import { pastedFrom } from '../parts/clipboard';
import { useFileDrop, type FileDrop } from '../parts/file-drop';
import type { Arrival } from './arrival';

const FIELDS = 'input, textarea, select, [contenteditable]';

/** Files dropped anywhere on the pane, and what is pasted while no field has the focus. */
export function useArrivals(pane: RefObject<HTMLElement | null>, take: (arrival: Arrival) => void): FileDrop {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const target = event.target as Element;
      if (event.defaultPrevented || target.closest(FIELDS) || !isOurs(target, pane.current)) return;
      const pasted = pastedFrom(event.clipboardData);
      if (!pasted) return;
      event.preventDefault();
      take('file' in pasted ? { kind: 'file', file: pasted.file, more: false } : { kind: 'copied', ...pasted });
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [pane, take]);
  return useFileDrop(([file, ...others]) => file && take({ kind: 'file', file, more: others.length > 0 }));
}

/**
 * Where the pane is all of the page, so is everything that is pasted; beside a grid only what is pasted in the pane: with
 * the focus nowhere nobody can say for which of the two it is.
 */
function isOurs(target: Element, pane: HTMLElement | null): boolean {
  if (!pane) return false;
  if (pane.contains(target)) return true;
  return target.contains(pane) && pane.closest('aside') === null;
}
