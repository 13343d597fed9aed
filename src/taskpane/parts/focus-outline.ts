import { createFocusOutlineStyle, type GriffelStyle } from '@fluentui/react-components';

/**
 * A ring around what has the focus. It is drawn within the nearest element that is positioned, so that this one has to be:
 * else a part of the pane far larger than it is framed. `offset` moves it outwards; inwards below 0.
 */
export const focusOutline = (offset?: string): GriffelStyle => ({
  position: 'relative',
  ...createFocusOutlineStyle(offset === undefined ? {} : { style: { outlineOffset: offset } }),
});
