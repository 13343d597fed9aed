import type { Locator, Page } from 'playwright-core';
import { expectEventually } from './workbench/page';

/** What the pane is in: the page itself, or a frame of it. */
type Within = Pick<Locator, 'getByRole' | 'locator'>;

/** Hands that know no mouse: whatever is used is gone to by Tab, from where the focus is. */
export class Keyboard {
  constructor(
    private readonly page: Page,
    private readonly pane: Within,
  ) {}

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** Whether it has the focus. */
  has(target: Locator): Promise<boolean> {
    return target.evaluate((element) => element === element.ownerDocument.activeElement);
  }

  /** Goes on, or back where it stands before, until it has the focus; every step is seen. */
  async reach(target: Locator): Promise<void> {
    await target.waitFor();
    const seen: string[] = [];
    for (let steps = 0; steps < 120; steps++) {
      const { there, back, at } = await target.evaluate((element) => {
        const now = element.ownerDocument.activeElement ?? element.ownerDocument.body;
        return {
          there: now === element,
          back: (now.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0,
          at: `${now.tagName} ${now.getAttribute('aria-label') ?? now.textContent?.trim().slice(0, 20) ?? ''}`,
        };
      });
      if (there) return;
      seen.push(at);
      await this.press(back && !at.startsWith('BODY') ? 'Shift+Tab' : 'Tab');
    }
    throw new Error(`not within reach of the Tab key: ${String(target)}: ${seen.slice(-40).join(' > ')}`);
  }

  async push(target: Locator): Promise<void> {
    await this.reach(target);
    await this.press('Enter');
  }

  button(name: string | RegExp): Promise<void> {
    return this.push(this.pane.getByRole('button', { name, exact: true }).first());
  }

  view(name: string): Promise<void> {
    return this.push(this.pane.locator('nav').getByRole('button', { name, exact: true }));
  }

  /** Goes to a box, and types over what is in it. */
  async fill(target: Locator, text: string): Promise<void> {
    await this.reach(target);
    await this.press('Control+a');
    await this.type(text);
  }

  /** Resolves when something in the pane has the focus, and not the page as a whole: where one goes on from. */
  async isKept(what: string): Promise<void> {
    const kept = () =>
      this.pane.locator('nav').evaluate((nav) => {
        const { activeElement: now } = nav.ownerDocument;
        return now !== null && now !== nav.ownerDocument.body && now.getClientRects().length > 0;
      });
    // It may come with what is drawn next.
    await expectEventually(kept, `the focus is kept: ${what}`);
  }
}
