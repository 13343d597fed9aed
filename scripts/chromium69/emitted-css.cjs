/**
 * Newer CSS that Fluent UI writes in the pane of WPS, by what an engine without it shows instead. Of our own there is none.
 * A new one fails the build until its effect is known; one that has gone is an error too.
 */
module.exports = {
  inset:
    'Dialogs and what dims the pane behind them would lose their places: src/wps/pane.html gives them by top, right, bottom, left.',
  ':focus-visible':
    'None: the focus is drawn by an attribute that Fluent UI sets itself; rules with this selector are left out.',
  'forced-color-adjust': 'None: high contrast of Windows came to the engine later.',
  'scrollbar-gutter': 'Content of a dialog moves by the width of the scrollbar where one appears.',
  'text-decoration-thickness': 'The line under a link is as thick as the engine likes.',
  'color-mix()': 'The safe area of submenus is not drawn; it is for debugging alone.',
  'max()': 'Fields have no coloured line at their bottom while they have the focus; their border still changes.',
  appearance: 'None: the prefixed form stands beside it.',
};
