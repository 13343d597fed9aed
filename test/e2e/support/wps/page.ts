import { makeSheet } from '../../../../src/core/sheet';
import type { SheetSnapshot } from '../../../../src/core/sheet';
import { startWps } from '../../../support/wps';
import type { WpsOptions, WpsStandIn } from '../../../support/wps';

/** A sheet as the tests send it to a page: sets do not travel. */
export interface SentSheet extends Omit<SheetSnapshot, 'hiddenRows' | 'hiddenColumns'> {
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

interface Control {
  readonly Id: string;
}

/** What ribbon.xml calls in the background page. */
interface Background extends Window {
  OnAddinLoad?(ribbon: unknown): unknown;
  OnAction?(control: Control): unknown;
  GetImage?(control: Control): unknown;
}

function frame(id: string, address: string): HTMLIFrameElement {
  const made = document.createElement('iframe');
  made.id = id;
  made.src = address;
  document.body.append(made);
  return made;
}

/** Plays WPS around the pages of the add-in: the background page in a frame that nobody sees, panes beside it. */
export class WpsPage {
  wps: WpsStandIn | null = null;
  private background: Background | null = null;

  /** Lays the sheets out and loads the add-in as WPS does when it starts; the roots are taken up by the frames. */
  async start(sheets: readonly SentSheet[], options: WpsOptions, address: string): Promise<void> {
    this.install(sheets, options);
    const ribbon = await (await fetch(new URL('ribbon.xml', address))).text();
    if (!ribbon.startsWith('<customUI')) throw new Error('ribbon.xml is not one');
    const page = frame('background', address);
    await new Promise((resolve) => page.addEventListener('load', resolve));
    this.background = page.contentWindow as Background;
    this.background.OnAddinLoad?.({});
    setInterval(() => this.showPanes(), 20);
  }

  /** For a page that WPS itself is around: lays the sheets out and gives what such a page finds at its window. */
  install(sheets: readonly SentSheet[], options: WpsOptions = {}): WpsStandIn['root'] {
    this.wps = startWps(
      sheets.map((sheet) => makeSheet(sheet.name, sheet.cells, sheet)),
      options,
    );
    return this.wps.root;
  }

  /** A click on a button of the ribbon. What a callback gives must not be a promise. */
  click(id: string): string {
    const given = this.background?.OnAction?.({ Id: id });
    return typeof given;
  }

  image(id: string): unknown {
    return this.background?.GetImage?.({ Id: id });
  }

  private showPanes(): void {
    for (const pane of this.wps?.panes ?? []) {
      const id = `pane${pane.ID}`;
      const shown = document.getElementById(id) ?? frame(id, pane.url);
      shown.hidden = !pane.Visible;
    }
  }
}

declare global {
  interface Window {
    wpsPage: WpsPage;
  }
}

window.wpsPage = new WpsPage();
