import { createRoot } from 'react-dom/client';
import { registerCommands } from '../commands/register';
import { createExcelHost } from '../hosts/excel';
import { uiText } from '../i18n/ui';
import { localeOf } from './host-locale';
import { Pane } from './Pane';
import type { Appearance } from './theme';

/** On its way while Office gets ready. */
const parts = import('./pane-session');

const root = createRoot(document.getElementById('root') as HTMLElement);

start().catch((error: unknown) => {
  const { title, hint } = uiText(localeOf(navigator.language)).boundary;
  const name = error instanceof Error ? error.name : String(error);
  root.render(<Plain title={title} hint={`${hint} ${process.env.PERF_VERSION} ${name}`} />);
});

async function start(): Promise<void> {
  const { noOffice, outside } = uiText(localeOf(navigator.language));
  // Its server may be out of reach: on closed networks that is the rule.
  if (typeof Office === 'undefined') return root.render(<Plain {...noOffice} />);
  const { host: where } = await Office.onReady();
  if (where !== Office.HostType.Excel) return root.render(<Plain {...outside} />);
  const { createPaneSession } = await parts;
  const host = createExcelHost();
  const session = createPaneSession(host, localeOf(Office.context.displayLanguage));
  registerCommands(session);
  const speak = (): void => void (document.documentElement.lang = session.getState().locale);
  session.subscribe(speak);
  speak();
  root.render(<Pane host={host} session={session} theme={appearanceOf(Office.context.officeTheme)} />);
}

/** What can be said without Office, or when starting failed. */
function Plain({ title, hint }: { readonly title: string; readonly hint: string }) {
  return (
    <div role="alert" style={{ padding: 16, fontFamily: 'system-ui, sans-serif', lineHeight: 1.5 }}>
      <h1 style={{ fontSize: 16 }}>{title}</h1>
      <p>{hint}</p>
    </div>
  );
}

/** Excel tells its colours, not whether they are dark; undefined where it does not tell. */
function appearanceOf(theme: Office.OfficeTheme | undefined): Appearance | undefined {
  const match = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})/iu.exec(theme?.bodyBackgroundColor ?? '');
  if (!match) return undefined;
  const [red, green, blue] = match.slice(1).map((part) => parseInt(part, 16)) as [number, number, number];
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128 ? 'dark' : 'light';
}
