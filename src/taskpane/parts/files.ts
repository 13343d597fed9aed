/** Milliseconds after which a browser has surely begun to fetch what it was given. */
const FETCHED = 60_000;

/** Hands a file to the person. */
export function saveFile(bytes: Uint8Array | string, name: string, type: string): void {
  const content = typeof bytes === 'string' ? bytes : bytes.slice();
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), FETCHED);
}

/** Asks for a file; null where the person thinks better of it. */
export function askForFile(accept: string): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}

/** A file's bytes; by the reader, since the engine of older WPS has no other way. */
export function bytesOf(file: File): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.onerror = () => reject(reader.error ?? new Error(file.name));
    reader.readAsArrayBuffer(file);
  });
}

export async function textOf(file: File): Promise<string> {
  const { decodeText } = await import('../../formats/encoding');
  return decodeText(await bytesOf(file));
}

/** False where the browser does not let pages write to the clipboard: the text is then shown, to be copied by hand. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
