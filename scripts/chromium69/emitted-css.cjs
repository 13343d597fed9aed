/**
 * Newer CSS that the pane of WPS writes, by what an engine without it shows instead. Space between the items of a flexbox
 * is said by margins there (src/wps/flex-gap.ts), and no place of our own by `inset`. A new one fails the build until its
 * effect is known; one that has gone is an error too.
 */
module.exports = {
  // Of Fluent UI.
  inset:
    'Dialogs and what dims the pane behind them would lose their places: src/wps/pane.html gives them by top, right, bottom, left.',
  ':focus-visible':
    'Rules with this selector are left out: the focus is drawn by an attribute that Fluent UI sets itself, or by the engine.',
  'forced-color-adjust': 'None: high contrast of Windows came to the engine later.',
  'scrollbar-gutter': 'Content of a dialog moves by the width of the scrollbar where one appears.',
  'text-decoration-thickness': 'The line under a link is as thick as the engine likes.',
  'color-mix()': 'The safe area of submenus is not drawn; it is for debugging alone.',
  'max()': 'Fields have no coloured line at their bottom while they have the focus; their border still changes.',
  appearance: 'None: the prefixed form stands beside it.',
  // Of our own.
  'overflow-wrap: anywhere':
    'None: src/wps/older-styles.ts writes it as word-break: break-word. In the sentence after a crash long words stick out.',
  'content-visibility': 'None: items out of sight are laid out as well, which long lists take longer for.',
  'contain-intrinsic-size': 'None: goes with content-visibility.',
  'accent-color': 'Radio buttons and boxes have the colour of the engine.',
  ':has':
    'The choice that is taken has no coloured frame; its radio button shows it. Of the focus src/wps/older-styles.ts says it by :focus-within.',
  'color-scheme': 'Scrollbars and fields of the engine itself stay light in a dark pane.',
};
