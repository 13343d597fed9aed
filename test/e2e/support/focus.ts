import type { BrowserContext, Locator, Page } from 'playwright-core';

/** Around what has the focus: its ring lies outside of it. */
const MARGIN = 5;

/** Where the focus is, as it is seen. */
interface Stop {
  readonly name: string;
  /** Whether something else lies over it, or it is out of sight. */
  readonly covered: boolean;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Of its sides, the shorter. */
  readonly side: number;
}

/** Which walk has been there last. */
type Marked = Element & { walk?: string };

/** In the page: what has the focus now; null where it has left the region or has been there before. */
function stop(root: Element, [margin, walk]: readonly [number, string]): Stop | null {
  const element: Marked | null = root.ownerDocument.activeElement;
  if (!element || !root.contains(element) || element.walk === walk) return null;
  element.walk = walk;
  const input = element as HTMLInputElement;
  const label = (
    input.labels?.[0]?.textContent ??
    element.getAttribute('aria-label') ??
    element.textContent ??
    ''
  ).trim();
  // A ring may be drawn around the words as well.
  const around = Array.from(input.labels ?? []).find((words) => words.contains(element)) ?? element;
  const box = around.getBoundingClientRect();
  const left = Math.max(0, box.left - margin);
  const top = Math.max(0, box.top - margin);
  const width = Math.min(innerWidth, box.right + margin) - left;
  const height = Math.min(innerHeight, box.bottom + margin) - top;
  const seen = document.elementFromPoint(
    Math.min(innerWidth - 1, Math.max(0, (box.left + box.right) / 2)),
    Math.min(innerHeight - 1, Math.max(0, (Math.max(0, box.top) + Math.min(innerHeight, box.bottom)) / 2)),
  );
  const within =
    seen !== null && (element.contains(seen) || seen.contains(element) || input.labels?.[0]?.contains(seen));
  return {
    name: `${element.tagName.toLowerCase()} “${label.slice(0, 30)}”`,
    covered: !within || width <= 0 || height <= 0,
    box: { x: left, y: top, width: Math.max(1, width), height: Math.max(1, height) },
    side: Math.min(box.width, box.height),
  };
}

/** In a page: how many pixels of two pictures are at least 3 : 1 apart. */
async function apart(pictures: readonly string[]): Promise<number> {
  const [one = [], other = []] = await Promise.all(
    pictures.map(async (picture) => {
      const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes]));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      canvas?.drawImage(bitmap, 0, 0);
      return canvas?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [];
    }),
  );
  const linear = (channel: number) => (channel <= 10 ? channel / 3294.6 : ((channel / 255 + 0.055) / 1.055) ** 2.4);
  const light = (data: ArrayLike<number>, at: number) =>
    0.2126 * linear(data[at] ?? 0) + 0.7152 * linear(data[at + 1] ?? 0) + 0.0722 * linear(data[at + 2] ?? 0);
  let count = 0;
  for (let at = 0; at < one.length; at += 4) {
    const [a, b] = [light(one, at), light(other, at)];
    if ((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) >= 3) count++;
  }
  return count;
}

/**
 * Goes by Tab through a region, from where the focus is, and gives what has the focus without showing it: a picture with
 * it and one without must differ, 3 : 1 in contrast, by as many pixels as a line along its shorter sides has.
 */
export async function unseenFocus(
  page: Page,
  region: Locator,
  most = 80,
): Promise<{ stops: number; unseen: string[] }> {
  const blank = await blankOf(page.context());
  // A line that grows into view counts as it is when it has grown.
  const picture = async (clip: Stop['box']): Promise<string> =>
    (await page.screenshot({ clip, animations: 'disabled' })).toString('base64');
  const walk = `${Math.random()}`;
  const unseen: string[] = [];
  let stops = 0;
  for (; stops < most; stops++) {
    await page.keyboard.press('Tab');
    const at = await region.evaluate(stop, [MARGIN, walk] as const);
    if (!at) break;
    if (at.covered) unseen.push(`lies under something: ${at.name}`);
    const focused = await picture(at.box);
    const element = await page.evaluateHandle(() => document.activeElement as HTMLElement);
    await element.evaluate((now) => now.blur());
    const plain = await picture(at.box);
    await element.evaluate((now) => now.focus({ preventScroll: true }));
    const changed = await blank.evaluate(apart, [focused, plain]);
    if (changed < 2 * at.side) unseen.push(`shows no focus (${changed} of ${Math.round(2 * at.side)}): ${at.name}`);
  }
  return { stops, unseen };
}

const blanks = new WeakMap<BrowserContext, Promise<Page>>();

/** A page to reckon with pictures in. */
function blankOf(context: BrowserContext): Promise<Page> {
  const blank = blanks.get(context) ?? context.newPage();
  blanks.set(context, blank);
  return blank;
}
