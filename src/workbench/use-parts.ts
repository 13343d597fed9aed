import { useEffect } from 'react';

const STOPS = 'button, input, select, textarea, [contenteditable="true"], [tabindex]';

/** What in a part takes the focus: what had it last, else what is current, else the first that Tab stops at. */
function entryOf(part: HTMLElement, last: Element | undefined): HTMLElement | undefined {
  if (last && last !== part && part.contains(last)) return last as HTMLElement;
  const stops = Array.from(part.querySelectorAll<HTMLElement>(STOPS)).filter(
    (stop) => stop.tabIndex >= 0 && !(stop as HTMLButtonElement).disabled && stop.getClientRects().length > 0,
  );
  return stops.find((stop) => stop.hasAttribute('aria-current')) ?? stops[0];
}

/**
 * F6 goes from title bar to grid to pane and round, Shift+F6 the other way, as between the parts of Excel: in the grid
 * Tab goes from cell to cell, so that it leads nowhere else. The parts bear `data-part`.
 */
export function useParts(): void {
  useEffect(() => {
    const last = new Map<Element, Element>();
    const parts = () => Array.from(document.querySelectorAll<HTMLElement>('[data-part]'));
    const partOf = (element: EventTarget | null) =>
      element instanceof Element ? element.closest('[data-part]') : null;
    const onFocus = ({ target }: FocusEvent): void => {
      const part = partOf(target);
      if (part && target instanceof Element) last.set(part, target);
    };
    const onPress = (event: KeyboardEvent): void => {
      if (event.key !== 'F6' || event.altKey || event.ctrlKey || event.metaKey) return;
      // A dialog keeps the focus inside.
      if (document.querySelector('[aria-modal="true"], dialog[open]')) return;
      event.preventDefault();
      event.stopPropagation();
      const all = parts();
      const now = all.findIndex((part) => part === partOf(document.activeElement));
      const step = event.shiftKey ? -1 : 1;
      for (let distance = 1; distance <= all.length; distance++) {
        const part = all[(Math.max(now, 0) + step * distance + all.length * 2) % all.length];
        const entry = part && entryOf(part, last.get(part));
        if (!entry) continue;
        entry.focus();
        return;
      }
    };
    window.addEventListener('focusin', onFocus);
    window.addEventListener('keydown', onPress, true);
    return () => {
      window.removeEventListener('focusin', onFocus);
      window.removeEventListener('keydown', onPress, true);
    };
  }, []);
}
