import type { FocusEvent } from 'react';

/** The style of what scrolls in the pane: what has the focus comes into view with its ring, or with the line below it. */
export const scroller = { overflowY: 'auto', overscrollBehavior: 'contain', scrollPaddingBlock: '8px' } as const;

/**
 * Browsers show the line that is typed in, and may leave the rest of its box out of sight, and what shows there that it
 * has the focus. Buttons stay where they are: they must not move away from under a click.
 */
export function showWhole({ target }: FocusEvent): void {
  if (target.matches('textarea, input:not([type=checkbox], [type=radio])')) target.scrollIntoView({ block: 'nearest' });
}
