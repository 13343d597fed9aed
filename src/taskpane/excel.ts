import { registerCommands } from '../commands/register';
import { createExcelHost } from '../hosts/excel';
import { uiText } from '../i18n/ui';
import { localeOf } from './host-locale';
import { sayPlainly } from './say-plainly';

const root = document.getElementById('root') as HTMLElement;

/** On its way while Office gets ready. */
const parts = import('./pane-session');
/** Cells are calculated and the ribbon works in a page that nobody sees: its interface comes when somebody does. */
const pane = shown(root).then(() => import(/* webpackChunkName: "pane" */ './excel-pane'));

start().catch((error: unknown) => {
  const { title, hint } = uiText(localeOf(navigator.language)).boundary;
  const name = error instanceof Error ? error.name : String(error);
  sayPlainly(root, { title, hint: `${hint} ${process.env.PERF_VERSION} ${name}` });
});

async function start(): Promise<void> {
  const { noOffice, outside } = uiText(localeOf(navigator.language));
  // Its server may be out of reach: on closed networks that is the rule.
  if (typeof Office === 'undefined') return sayPlainly(root, noOffice);
  const { host: where } = await Office.onReady();
  if (where !== Office.HostType.Excel) return sayPlainly(root, outside);
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
