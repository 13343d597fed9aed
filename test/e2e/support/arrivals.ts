import type { Locator } from 'playwright-core';

/** A file in a form that can be sent to a page. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const dataOf = ({ name, bytes }: SentFile): { readonly name: string; readonly data: string } => ({
  name,
  data: Buffer.from(bytes).toString('base64'),
});

/** Holds a file over an element; it is let go by `drop`. */
export async function drag(target: Locator, file: SentFile, kind: 'dragenter' | 'dragleave' | 'drop'): Promise<void> {
  await target.evaluate(
    (element, [type, { name, data }]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))], name));
      element.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    },
    [kind, dataOf(file)] as const,
  );
}

export async function drop(target: Locator, file: SentFile): Promise<void> {
  await drag(target, file, 'dragenter');
  await drag(target, file, 'drop');
}

/** Pastes there what the clipboard holds, by its types. */
export async function paste(target: Locator, contents: Readonly<Record<string, string>>): Promise<void> {
  await target.evaluate((element, data) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(data)) clipboardData.setData(type, text);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, contents);
}
