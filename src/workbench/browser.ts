import type { Locale } from '../i18n';
import type { Appearance } from '../taskpane/theme';

const DARK = '(prefers-color-scheme: dark)';

/** Chinese wherever the browser's user reads it; English for those who read English alone. */
export function hostLocale(): Locale {
  const languages = navigator.languages.length > 0 ? navigator.languages : [navigator.language];
  const reads = (code: string) => languages.some((language) => language.toLowerCase().startsWith(code));
  return reads('zh') || !reads('en') ? 'zh-CN' : 'en-US';
}

export function hostAppearance(): Appearance {
  return matchMedia(DARK).matches ? 'dark' : 'light';
}

/** The system's looks may change while the page is open: at sunset, with many. */
export function onHostAppearance(listener: () => void): void {
  matchMedia(DARK).addEventListener('change', listener);
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Milliseconds after which a browser has surely begun to fetch what it was given. */
const FETCHED = 60_000;

/** What browsers have that let pages work on files in place; the types that come with TypeScript lack it. */
interface FilePicking {
  showOpenFilePicker?(): Promise<FileSystemFileHandle[]>;
}
interface Permitting {
  requestPermission?(wanted: { readonly mode: 'read' | 'readwrite' }): Promise<PermissionState>;
}
interface Dropped {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

/** Where a file lies, and when it was last changed there as far as we know, in milliseconds since 1970. */
export interface FilePlace {
  readonly handle: FileSystemFileHandle;
  readonly modified: number;
}

/** Whether the browser tells a page where a chosen file lies. */
export function canPick(): boolean {
  return 'showOpenFilePicker' in window;
}

/** The file that the person chooses; null where they choose none. */
export async function pickFile(): Promise<FileSystemFileHandle | null> {
  try {
    const [handle] = (await (window as FilePicking).showOpenFilePicker?.()) ?? [];
    return handle ?? null;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

/** Where a dropped file lies, in browsers that tell. To be asked while the event lasts. */
export async function droppedHandle(item: DataTransferItem | undefined): Promise<FileSystemFileHandle | null> {
  const handle = await (item as Dropped | undefined)?.getAsFileSystemHandle?.().catch(() => null);
  return handle?.kind === 'file' ? (handle as FileSystemFileHandle) : null;
}

interface Launching {
  readonly launchQueue?: {
    setConsumer(consumer: (launch: { readonly files?: readonly FileSystemFileHandle[] }) => void): void;
  };
}

/** Calls the listener with a file that the installed workbench was started for. */
export function onLaunch(listener: (handle: FileSystemFileHandle) => void): void {
  (window as Launching).launchQueue?.setConsumer(({ files = [] }) => files[0] && listener(files[0]));
}

/** Asks the person where it has not been allowed yet. */
export async function isPermitted(handle: FileSystemFileHandle, mode: 'read' | 'readwrite'): Promise<boolean> {
  return ((await (handle as Permitting).requestPermission?.({ mode })) ?? 'granted') === 'granted';
}

/** Writes a file in place, whole or not at all. */
export async function writeFile(handle: FileSystemFileHandle, bytes: Uint8Array): Promise<void> {
  const writable = await handle.createWritable();
  try {
    await writable.write(bytes.slice());
    await writable.close();
  } catch (error) {
    await writable.abort().catch(() => undefined);
    throw error;
  }
}

/** A name that no other workbook has. Pages on plain http lack `randomUUID`. */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Hands bytes to the person as a file. */
export function download(bytes: Uint8Array, name: string): void {
  const address = URL.createObjectURL(new Blob([bytes.slice()], { type: XLSX }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), FETCHED);
}
