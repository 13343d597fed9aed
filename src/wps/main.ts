import './polyfills';
import type { CommandId } from '../commands/register';
import { registerWpsFunctions } from '../functions/wps';
import type { WpsRoot } from '../hosts/wps';
import { uiText } from '../i18n/ui';
import { Mailbox } from './mailbox';
import { showPane } from './task-pane';

/**
 * The page that nobody sees: WPS loads it when it starts, reads ribbon.xml beside it and calls its global functions. They
 * must be synchronous: a promise made the whole tab vanish on one build.
 */
const root = window as WpsRoot;
const mailbox = new Mailbox(root);

/** Buttons of ribbon.xml, by their ids; the pane's own button only shows it. */
const BUTTONS: Readonly<Record<string, { readonly icon: string; readonly command?: CommandId }>> = {
  perfCheck: { icon: 'icon', command: 'checkSheet' },
  perfMark: { icon: 'mark', command: 'markFindings' },
  perfClearMarks: { icon: 'clear', command: 'clearMarks' },
  perfForms: { icon: 'forms', command: 'openForms' },
  perfLibrary: { icon: 'library', command: 'openLibrary' },
  perfPane: { icon: 'pane' },
};

interface Control {
  readonly Id: string;
}

Object.assign(window, {
  OnAddinLoad(ribbon: unknown): boolean {
    const wps = root.wps as { ribbonUI?: unknown } | undefined;
    if (wps && typeof wps.ribbonUI !== 'object') wps.ribbonUI = ribbon;
    return true;
  },

  OnAction({ Id }: Control): boolean {
    const command = BUTTONS[Id]?.command;
    // Left before the pane is made: it takes it as soon as it is ready.
    if (command) mailbox.post(command);
    showPane(root, mailbox, new URL('pane.html', location.href).href, uiText('zh-CN').product);
    return true;
  },

  GetImage({ Id }: Control): string {
    return `./assets/${BUTTONS[Id]?.icon ?? 'icon'}-32.png`;
  },
});

mailbox.functions = registerWpsFunctions(root);
