import { wpsApplication, wpsMember } from '../hosts/wps';
import type { WpsRoot } from '../hosts/wps';
import { WpsService } from './service';
import { say, text } from './site';
import type { Site } from './site';

export interface Finding {
  readonly label: string;
  readonly words: string;
  /** Undefined where it is neither good nor bad. */
  readonly fine?: boolean;
}

export type Test = { readonly label: string; run(): Promise<Omit<Finding, 'label'>> };

/** What the engine of WPS on Linux is taken to be, and what the grid of the workbench is written for. */
const WPS_ENGINE = 69;
const WORKBENCH_ENGINE = 94;

const words = text.checks;
const root = window as WpsRoot;

const SYSTEMS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/Windows NT 10/, 'Windows 10 / 11'],
  [/Windows NT 6\.1/, 'Windows 7'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/UOS|Uos/, 'UOS'],
  [/Kylin/i, 'Kylin'],
  [/Linux/, 'Linux'],
];

function system(): string {
  const found = SYSTEMS.find(([pattern]) => pattern.test(navigator.userAgent))?.[1] ?? navigator.platform;
  const processor = /aarch64|loongarch64|mips64|sw_64|x86_64|WOW64|Win64/.exec(navigator.userAgent)?.[0];
  return processor ? `${found}, ${processor}` : found;
}

/** The Chromium that everything here runs in; null for browsers of other kinds. */
function chromium(): number | null {
  const version = /(?:Chrome|Chromium)\/(\d+)/.exec(navigator.userAgent)?.[1];
  return version ? Number(version) : null;
}

function engine(): Omit<Finding, 'label'> {
  const version = chromium();
  if (version === null) return { words: words.engineUnknown };
  const name = `Chromium ${version}`;
  if (version < WPS_ENGINE) return { words: say(words.engineOld, { version: name }), fine: false };
  if (version < WORKBENCH_ENGINE)
    return { words: say(words.engineNewer, { version: name, need: `Chromium ${WORKBENCH_ENGINE}` }) };
  return { words: say(words.engineOk, { version: name }), fine: true };
}

function host(): Omit<Finding, 'label'> {
  const app = wpsApplication(root) as { Build?: unknown; Version?: unknown } | null;
  if (!app) return { words: words.hostBrowser };
  return { words: say(words.hostWps, { version: String(app.Build ?? app.Version ?? '') }), fine: true };
}

function functions(): Omit<Finding, 'label'> {
  if (!root.wps) return { words: words.functionsHere };
  return wpsMember(root, 'AddCustomFunction')
    ? { words: words.functionsOk, fine: true }
    : { words: words.functionsMissing, fine: false };
}

/** Whether anything answers at an address; what it is cannot be seen across origins, and is not run. */
async function answers(address: string, init: RequestInit = {}): Promise<boolean> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), 10_000);
  try {
    const response = await fetch(address, { cache: 'no-store', signal: abort.signal, ...init });
    return response.ok || response.type === 'opaque';
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

async function siteFiles(site: Site): Promise<Omit<Finding, 'label'>> {
  const files = ['wps/ribbon.xml', 'wps/pane.html', 'workbench/index.html'];
  if (site.officeJs !== null) files.push('excel/taskpane.html', 'excel/functions.json');
  const found = await Promise.all(files.map((file) => answers(file, { method: 'HEAD' })));
  return found.every(Boolean) ? { words: words.siteOk, fine: true } : { words: words.siteFailed, fine: false };
}

async function officeJs({ officeJs: address }: Site): Promise<Omit<Finding, 'label'>> {
  if (address === null) return { words: words.officeJsNone };
  const fine = await answers(address, { mode: 'no-cors' });
  const { host: name } = new URL(address, location.href);
  return { words: say(fine ? words.officeJsOk : words.officeJsFailed, { address: name }), fine };
}

async function wpsService(): Promise<Omit<Finding, 'label'>> {
  const fine = await WpsService.connect().then(
    () => true,
    () => false,
  );
  return fine ? { words: words.wpsServiceOk, fine } : { words: words.wpsServiceFailed };
}

/** What is asked of this computer, in the order in which it is shown. */
export function testsOf(site: Site): readonly Test[] {
  const isServed = location.protocol !== 'file:';
  const secure = location.protocol === 'https:';
  const at = (label: string, finding: () => Omit<Finding, 'label'> | Promise<Omit<Finding, 'label'>>): Test => ({
    label,
    run: async () => finding(),
  });
  return [
    at(words.system, () => ({ words: system() })),
    at(words.host, host),
    at(words.engine, engine),
    at(words.functions, functions),
    ...(isServed
      ? [
          at(words.https, () => ({
            words: secure ? words.httpsOk : words.httpsNone,
            ...(secure ? { fine: true } : {}),
          })),
          at(words.site, () => siteFiles(site)),
          at(words.officeJs, () => officeJs(site)),
          at(words.wpsService, wpsService),
        ]
      : []),
  ];
}
