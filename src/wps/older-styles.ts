import type { StyleObject } from './flex-gap';

const isStyle = (value: unknown): value is StyleObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `:has` came with Chromium 105; where the focus was set by the mouse its ring is drawn as well. */
const SELECTORS: Readonly<Record<string, string>> = { ':has(:focus-visible)': ':focus-within' };

/**
 * What an older engine has another name for. `overflow-wrap: anywhere` came with Chromium 80: what it does was
 * `word-break: break-word` before. Nested rules too.
 */
export function olderStyle(style: StyleObject): StyleObject {
  return Object.fromEntries(
    Object.entries(style).map(([name, value]) => {
      if (isStyle(value)) return [SELECTORS[name] ?? name, olderStyle(value)];
      return name === 'overflowWrap' && value === 'anywhere' ? ['wordBreak', 'break-word'] : [name, value];
    }),
  );
}
