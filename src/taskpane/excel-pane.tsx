import { useSyncExternalStore, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { Pane, type PaneProps } from './Pane';
import type { Appearance } from './theme';

/** Shows the pane in Excel's looks. */
export function renderPane(root: HTMLElement, props: PaneProps): void {
  const { platform } = Office.context;
  // Their web views let a page hand out no files.
  const downloads = platform !== Office.PlatformType.Mac && platform !== Office.PlatformType.iOS;
  createRoot(root).render(<ThemedPane {...props} downloads={downloads} />);
}

/** Excel has no event for it: its theme is looked at again when somebody comes back to the pane. */
function ThemedPane(props: PaneProps): ReactNode {
  const theme = useSyncExternalStore(onReturn, () => appearanceOf(Office.context.officeTheme));
  return <Pane {...props} theme={theme} />;
}

function onReturn(listener: () => void): () => void {
  window.addEventListener('focus', listener);
  document.addEventListener('visibilitychange', listener);
  return () => {
    window.removeEventListener('focus', listener);
    document.removeEventListener('visibilitychange', listener);
  };
}

/** Excel tells its colours, not whether they are dark; undefined where it does not tell. */
function appearanceOf(theme: Office.OfficeTheme | undefined): Appearance | undefined {
  const match = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})/iu.exec(theme?.bodyBackgroundColor ?? '');
  if (!match) return undefined;
  const [red, green, blue] = match.slice(1).map((part) => parseInt(part, 16)) as [number, number, number];
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128 ? 'dark' : 'light';
}
