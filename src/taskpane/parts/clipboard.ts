/** What was copied in a document, a web page or a viewer. */
export interface Copied {
  readonly html: string;
  readonly text: string;
}

/** A file or a copy from what is being pasted; null where there is neither, or the page is told nothing. */
export function pastedFrom(data: DataTransfer | null): { readonly file: File } | { readonly copied: Copied } | null {
  if (!data) return null;
  const copied = { html: data.getData('text/html'), text: data.getData('text/plain') };
  // Office programs put a picture beside the words.
  if (copied.html !== '' || copied.text.trim() !== '') return { copied };
  const file = data.files[0];
  return file ? { file } : null;
}
