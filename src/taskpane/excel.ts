import { registerCommands } from '../commands/register';
import { createExcelHost } from '../hosts/excel';
import { uiText } from '../i18n/ui';
import { localeOf } from './host-locale';

const root = document.getElementById('root') as HTMLElement;

/** On its way while Office gets ready. */
const parts = import('./pane-session');
/** Cells are calculated and the ribbon works in a page that nobody sees: its interface comes when somebody does. */
const pane = shown(root).then(() => import(/* webpackChunkName: "pane" */ './excel-pane'));

start().catch((error: unknown) => {
  const { title, hint } = uiText(localeOf(navigator.language)).boundary;
  const name = error instanceof Error ? error.name : String(error);
  say({ title, hint: `${hint} ${process.env.PERF_VERSION} ${name}` });
});

async function start(): Promise<void> {
  const { noOffice, outside } = uiText(localeOf(navigator.language));
  // Its server may be out of reach: on closed networks that is the rule.
  if (typeof Office === 'undefined') return say(noOffice);
  const { host: where } = await Office.onReady();
  if (where !== Office.HostType.Excel) return say(outside);
  const { createPaneSession } = await parts;
  const host = createExcelHost();
  const session = createPaneSession(host, localeOf(Office.context.displayLanguage));
  registerCommands(session);
  const speak = (): void => void (document.documentElement.lang = session.getState().locale);
  session.subscribe(speak);
  speak();
  const { renderPane } = await pane;
  renderPane(root, { host, session });
}

function shown(element: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(element);
  });
}

/** What can be said without Office, or when starting failed: with nothing that would have to be fetched for it. */
function say({ title, hint }: { readonly title: string; readonly hint: string }): void {
  const heading = document.createElement('h1');
  heading.textContent = title;
  heading.style.fontSize = '16px';
  const line = document.createElement('p');
  line.textContent = hint;
  const message = document.createElement('div');
  message.setAttribute('role', 'alert');
  message.style.cssText = 'padding: 16px; font-family: system-ui, sans-serif; line-height: 1.5';
  message.append(heading, line);
  root.replaceChildren(message);
}
