import type { Locale } from '../i18n';
import type { Appearance } from '../taskpane/theme';

/** Chinese wherever the browser's user reads it; English for those who read English alone. */
export function hostLocale(): Locale {
  const languages = navigator.languages.length > 0 ? navigator.languages : [navigator.language];
  const reads = (code: string) => languages.some((language) => language.toLowerCase().startsWith(code));
  return reads('zh') || !reads('en') ? 'zh-CN' : 'en-US';
}

export function hostAppearance(): Appearance {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Milliseconds after which a browser has surely begun to fetch what it was given. */
const FETCHED = 60_000;

/** Hands bytes to the person as a file. */
export function download(bytes: Uint8Array, name: string): void {
  const address = URL.createObjectURL(new Blob([bytes.slice()], { type: XLSX }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), FETCHED);
}
