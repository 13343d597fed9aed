import { accessSync, constants, existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, LaunchOptions } from 'playwright-core';

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'msedge',
];

const { env, platform } = process;

/** Where browsers are installed that put themselves on no path. */
const PLACES: readonly string[] =
  platform === 'win32'
    ? [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LocalAppData']]
        .filter((folder) => folder !== undefined)
        .flatMap((folder) => [
          join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
          join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
          join(folder, 'Chromium', 'Application', 'chrome.exe'),
        ])
    : platform === 'darwin'
      ? [
          '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
          '/Applications/Chromium.app/Contents/MacOS/Chromium',
          '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
        ]
      : ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium'];

function runnable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A browser of the machine: the one named in `CHROMIUM_PATH`, one on the path, or one in its usual place. */
function installedBrowser(): string | undefined {
  const suffix = platform === 'win32' ? '.exe' : '';
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const named = env['CHROMIUM_PATH'] ? [env['CHROMIUM_PATH']] : [];
  const onPath = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command + suffix)));
  return [...named, ...onPath, ...PLACES].find(runnable);
}

const LIBRARY_FOLDERS = ['/usr/lib', '/usr/lib64', '/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/lib64'];

/**
 * The browser inside an npm package, for machines that have none. It brings the libraries that a bare machine lacks
 * (nss, nspr, expat), but puts them in place only where it believes itself to run in the cloud that it was made for.
 */
async function packagedBrowser(): Promise<{ executablePath: string; args: string[] }> {
  if (!LIBRARY_FOLDERS.some((folder) => existsSync(join(folder, 'libnss3.so')))) {
    env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs20.x';
    // Unpacked once without the libraries, it would not be unpacked again.
    if (!existsSync(join(tmpdir(), 'al2023'))) rmSync(join(tmpdir(), 'chromium'), { force: true });
  }
  const { default: packaged } = await import('@sparticuz/chromium');
  return { executablePath: await packaged.executablePath(), args: packaged.args };
}

/** One process for all is what the packaged browser asks for; several pages at a time need more than one. */
const UNWANTED = new Set(['--single-process', '--no-zygote', '--disable-web-security', "--headless='shell'"]);

/** Starts a Chromium, Chrome or Edge without a window. */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', ...(options.args ?? [])];
  const installed = installedBrowser();
  if (installed) return chromium.launch({ ...options, executablePath: installed, args });
  const packaged = await packagedBrowser();
  return chromium.launch({
    ...options,
    executablePath: packaged.executablePath,
    args: [...packaged.args.filter((flag) => !UNWANTED.has(flag)), ...args],
  });
}
