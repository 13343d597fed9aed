import { createRequire } from 'node:module';
import { join } from 'node:path';

interface Newer {
  readonly GLOBALS: Readonly<Record<string, number>>;
  readonly STATICS: Readonly<Record<string, number>>;
  readonly METHODS: Readonly<Record<string, number>>;
}

const SCRIPTS = join(__dirname, '../../../../scripts/chromium69');
const { GLOBALS, STATICS, METHODS } = createRequire(__filename)(join(SCRIPTS, 'newer.cjs')) as Newer;

/** What happened in a page of the add-in. */
interface Aged {
  /** Every rule that was to be written. */
  readonly rules: string[];
  /** Flex containers that have a gap all the same; by their class, where they are Fluent UI's. */
  readonly flexGaps: Set<string>;
  /** Text before an element in a flex container: no margin can stand between the two. */
  readonly bareTexts: Set<string>;
}

declare global {
  interface Window {
    aged?: Aged;
  }
}

/**
 * Makes a newer engine's page forget what came after Chromium 69: APIs are deleted, newer declarations and selectors are
 * kept from its style sheets, space between flex items is closed.
 */
function age(
  names: { globals: string[]; statics: string[]; methods: string[] },
  css: { properties: string[]; functions: string[]; selectors: string[] },
): void {
  // The page around is the test's own.
  if (window === top && location.protocol !== 'file:') return;
  const aged: Aged = { rules: [], flexGaps: new Set(), bareTexts: new Set() };
  window.aged = aged;
  const scope = window as unknown as Record<string, Record<string, unknown> | undefined>;
  for (const name of names.statics) {
    const [owner = '', member = ''] = name.split('.');
    if (scope[owner]) delete scope[owner][member];
  }
  const owners = [Array, String, Set, Map, Element, Document, Animation, Blob, HTMLElement, CSSStyleSheet, ArrayBuffer];
  for (const { prototype } of [...owners, Object.getPrototypeOf(Uint8Array) as { prototype: object }])
    for (const name of names.methods) delete (prototype as Record<string, unknown>)[name];
  for (const name of names.globals) delete scope[name];

  const newer = new RegExp(`([{;]\\s*)(?:${css.properties.join('|')})\\s*:[^;}]*;?`, 'g');
  const calls = new RegExp(`([{;]\\s*)[a-z-]+\\s*:[^;}]*\\b(?:${css.functions.join('|')})\\([^;}]*;?`, 'g');
  const insert = CSSStyleSheet.prototype.insertRule;
  CSSStyleSheet.prototype.insertRule = function (rule: string, at?: number) {
    aged.rules.push(rule);
    if (css.selectors.some((selector) => rule.split('{')[0]?.includes(selector)))
      throw new DOMException('unknown selector', 'SyntaxError');
    return insert.call(this, rule.replace(newer, '$1').replace(calls, '$1'), at);
  };
  const close = (): void => {
    for (const element of document.querySelectorAll<HTMLElement>('#root *, #root ~ *, #root ~ * *')) {
      const { display, rowGap, columnGap } = getComputedStyle(element);
      if (!display.includes('flex')) continue;
      for (const node of element.childNodes)
        if (node.nodeType === Node.TEXT_NODE && node.textContent?.trim() && node.nextSibling instanceof Element)
          aged.bareTexts.add(node.textContent);
      if ((parseFloat(rowGap) || parseFloat(columnGap) || 0) === 0) continue;
      aged.flexGaps.add(
        element
          .getAttribute('class')
          ?.split(' ')
          .find((name) => name.startsWith('fui-')) ?? element.outerHTML.slice(0, 160),
      );
      element.style.setProperty('gap', '0px', 'important');
    }
  };
  setInterval(close, 100);
}

/** The same as text that a page can run before its own scripts. */
export function chromium69(): string {
  const names = {
    globals: Object.keys(GLOBALS),
    statics: Object.keys(STATICS),
    // What reads a file or an answer as text has its own name in too many places, and none of them in the pane.
    methods: Object.keys(METHODS).filter((name) => !['text', 'stream'].includes(name)),
  };
  const css = {
    properties: [
      'inset',
      'color-scheme',
      'appearance',
      'forced-color-adjust',
      'scrollbar-gutter',
      'text-decoration-thickness',
      'aspect-ratio',
      'accent-color',
    ],
    functions: ['min', 'max', 'clamp', 'color-mix'],
    selectors: [':focus-visible', ':is(', ':where(', ':has('],
  };
  return `(${age.toString()})(${JSON.stringify(names)}, ${JSON.stringify(css)})`;
}
