import { useEffect, type RefObject } from 'react';

/** What the Tab key may stop at. */
const STOPS = 'button, input, select, textarea, summary, a[href], [tabindex]';

interface Held {
  readonly element: Element;
  /** From the element upwards: what it stood in, and at which place there. */
  readonly places: readonly { readonly parent: Element; readonly at: number }[];
}

function placeOf(element: Element, root: Element): Held {
  const places: { parent: Element; at: number }[] = [];
  for (let child = element; child !== root && child.parentElement; child = child.parentElement) {
    places.push({ parent: child.parentElement, at: Array.prototype.indexOf.call(child.parentElement.children, child) });
  }
  return { element, places };
}

const isOff = (element: Element): boolean => (element as HTMLButtonElement).disabled === true;

function stopsIn(parent: Element): HTMLElement[] {
  return Array.from(parent.querySelectorAll<HTMLElement>(STOPS)).filter(
    (stop) => stop.tabIndex >= 0 && !isOff(stop) && stop.getClientRects().length > 0,
  );
}

/** What now stands where the element was, else the last before it, as near to it as there is any. */
function heir({ places }: Held): HTMLElement | undefined {
  for (const { parent, at } of places) {
    if (!parent.isConnected) continue;
    const stops = stopsIn(parent);
    const next = parent.children[at];
    const follows = (stop: Element): boolean =>
      next !== undefined &&
      (next.contains(stop) || (next.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
    const found = stops.find(follows) ?? stops[stops.length - 1];
    if (found) return found;
  }
  return undefined;
}

/**
 * Whoever works by keyboard keeps their place: where the thing that had the focus goes away (mended, answered, put
 * away) and no view gives the focus to another, what stands at its place has it. Never from the sheet.
 */
export function useKeptFocus(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = ref.current;
    if (!root) return undefined;
    let held: Held | null = null;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const isGone = (element: Element): boolean => !element.isConnected || isOff(element);
    const look = (): void => {
      if (!held || !isGone(held.element) || !document.hasFocus() || document.activeElement !== document.body) return;
      heir(held)?.focus();
    };
    // Views come first: what they do about it they do as they are drawn.
    const lookSoon = (): void => {
      clearTimeout(waiting);
      waiting = setTimeout(look, 0);
    };
    const onFocus = ({ target }: FocusEvent): void => {
      held = placeOf(target as Element, root);
    };
    const onBlur = ({ target }: FocusEvent): void => {
      // Left, not lost; some browsers tell before the element has gone. By a promise: older WPS has no queueMicrotask.
      void Promise.resolve().then(() => {
        if (held?.element === target && !isGone(held.element) && document.activeElement !== target) held = null;
      });
    };
    root.addEventListener('focusin', onFocus);
    root.addEventListener('focusout', onBlur);
    const observer = new MutationObserver(lookSoon);
    observer.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
    // Dialogs and menus are drawn beside the pane.
    observer.observe(document.body, { childList: true });
    return () => {
      clearTimeout(waiting);
      observer.disconnect();
      root.removeEventListener('focusin', onFocus);
      root.removeEventListener('focusout', onBlur);
    };
  }, [ref]);
}
