/**
 * 打开工作台: serves a development build of the workbench on this machine alone and opens the browser where there is a
 * desktop. `PORT` asks for a port; the next free one is taken where it is in use.
 */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';

const require = createRequire(import.meta.url);
const webpack = require('webpack');
const DevServer = require('webpack-dev-server');
const configurations = require('../webpack.config.js');

const HOST = '127.0.0.1';
const FIRST_PORT = 4400;
const PORTS = 100;

/** Whether nobody listens there yet. */
function free(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: HOST, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

async function freePort() {
  const asked = Number(process.env.PORT);
  const first = Number.isInteger(asked) && asked > 0 && asked < 65_536 ? asked : FIRST_PORT;
  for (let port = first; port < Math.min(first + PORTS, 65_536); port += 1) if (await free(port)) return port;
  throw new Error(`没有空闲端口 / no free port: ${first}–${first + PORTS - 1}`);
}

/** Opens the address in the person's browser; a machine without a desktop simply shows none. */
function openBrowser(address) {
  const { platform, env } = process;
  const desktop = platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
  if (!desktop || !process.stdout.isTTY || env.CI) return;
  const [command, ...args] =
    platform === 'win32'
      ? ['cmd', '/c', 'start', '""', address]
      : platform === 'darwin'
        ? ['open', address]
        : ['xdg-open', address];
  const child = spawn(command, args, { stdio: 'ignore', detached: true, windowsVerbatimArguments: true });
  child.on('error', () => undefined);
  child.unref();
}

const started = Date.now();
const configuration = configurations({}, { mode: 'development' }).find(({ name }) => name === 'workbench');
const compiler = webpack({ ...configuration, infrastructureLogging: { level: 'warn' } });
const port = await freePort();
const address = `http://${HOST}:${port}/`;
const server = new DevServer(
  {
    host: HOST,
    port,
    hot: false,
    liveReload: true,
    setupExitSignals: true,
    client: { logging: 'error', overlay: { errors: true, warnings: false, runtimeErrors: false } },
    devMiddleware: { stats: 'errors-warnings' },
    static: false,
  },
  compiler,
);

console.log('正在准备工作台… / Preparing the workbench…');
let told = false;
compiler.hooks.done.tap('address', (stats) => {
  if (told) return;
  if (stats.hasErrors()) {
    console.error('构建出错，改正后会自动重试。 / The build failed; it is tried again once a file changes.');
    return;
  }
  told = true;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`\n  工作台已就绪（${seconds} 秒），请在浏览器中打开： ${address}`);
  console.log(`  The workbench is ready (${seconds} s); open in a browser: ${address}`);
  console.log('  按 Ctrl+C 结束。 / Press Ctrl+C to stop.\n');
  openBrowser(address);
});

try {
  await server.start();
} catch (error) {
  console.error(
    `工作台没能启动。 / The workbench could not be started.\n${error instanceof Error ? error.message : error}`,
  );
  process.exit(1);
}
