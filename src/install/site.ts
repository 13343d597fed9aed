import { fill } from '../i18n/fill';
import { en } from './text.en-US';
import { zh } from './text.zh-CN';

/** What packaging wrote into the page's head. */
export interface Site {
  readonly version: string;
  /** The add-in's name in publish.xml. */
  readonly name: string;
  /** Where Excel's pane gets office.js from; null where this package has nothing for Excel. */
  readonly officeJs: string | null;
}

export function readSite(): Site {
  const content = document.querySelector('meta[name="site"]')?.getAttribute('content') ?? '';
  try {
    return JSON.parse(content) as Site;
  } catch {
    // As built, before packaging.
    return { version: process.env.PERF_VERSION ?? '', name: 'PerfTable', officeJs: null };
  }
}

const isChinese = /^zh\b/i.test(navigator.language) || navigator.language === '';
export const text = isChinese ? zh : en;
document.documentElement.lang = isChinese ? 'zh-CN' : 'en-US';

export function say(template: string, data: Readonly<Record<string, string>>): string {
  return fill(template, data, isChinese ? 'zh-CN' : 'en-US');
}

type Child = Node | string;

/** An element with attributes; those that are `on…` listen. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | boolean | (() => void)>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name.slice(2), value);
    else if (typeof value === 'string') made.setAttribute(name, value);
    else if (value) made.setAttribute(name, '');
  }
  made.append(...children);
  return made;
}

export function link(label: string, href: string, ...kinds: readonly ('main' | 'download')[]): HTMLAnchorElement {
  const attributes: Record<string, string | boolean> = { href, download: kinds.includes('download') };
  if (kinds.includes('main')) attributes['class'] = 'main';
  return element('a', attributes, label);
}
