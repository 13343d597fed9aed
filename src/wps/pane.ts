import './polyfills';
import { COMMANDS, type CommandId } from '../commands/register';
import { createWpsHost } from '../hosts/wps';
import type { WpsRoot } from '../hosts/wps';
import { uiText } from '../i18n/ui';
import { createPaneSession } from '../taskpane/pane-session';
import { sayPlainly } from '../taskpane/say-plainly';
import { Mailbox } from './mailbox';
import { hidePane } from './task-pane';

/** How often the pane looks for a command of the ribbon, in milliseconds: one call over the bridge each time. */
const LOOK = 250;

/** WPS does not tell its language, and the engine inside speaks English whatever WPS speaks. */
const LOCALE = 'zh-CN';

const root = window as WpsRoot;
const element = document.getElementById('root') as HTMLElement;
const mailbox = new Mailbox(root);

start().catch((error: unknown) => {
  const { title, hint } = uiText(LOCALE).boundary;
  const name = error instanceof Error ? error.name : String(error);
  sayPlainly(element, { title, hint: `${hint} ${process.env.PERF_VERSION} ${name}` });
});

async function start(): Promise<void> {
  if (!root.wps) return sayPlainly(element, uiText(LOCALE).noWps);
  const host = createWpsHost(root);
  const session = createPaneSession(host, LOCALE);
  const { renderPane } = await import(/* webpackChunkName: "view" */ './render');
  renderPane(element, { host, session, onHide: () => hidePane(root, mailbox) }, mailbox.functions);
  await carryOut((command) => COMMANDS[command](session));
}

/** Commands of the ribbon, one after another, for as long as the page lives. Several panes: the one that is seen. */
async function carryOut(run: (command: CommandId) => Promise<void>): Promise<never> {
  for (;;) {
    const command = document.visibilityState === 'hidden' ? null : mailbox.take();
    if (command) await run(command);
    await new Promise((resolve) => setTimeout(resolve, LOOK));
  }
}
