/**
 * Excel with the add-in in it, for development: serves a development build on https://localhost:3000 and lets
 * office-addin-dev-settings put the manifest in place. Windows and macOS only: elsewhere there is no Excel.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from './package/options.mjs';

const require = createRequire(import.meta.url);

if (process.platform !== 'win32' && process.platform !== 'darwin') {
  console.log(`这台电脑上没有 Excel（只有 Windows 和 macOS 有）。可以这样做：
  npm start                 在浏览器工作台里打开，功能相同
  npm run package -- --base-url https://…   打包后放到网站上，用 Excel 网页版或别的电脑加载
  docs/install/excel.md     各种加载办法
There is no Excel on this system: npm start opens the workbench; docs/install/excel.md tells the other ways.`);
  process.exit(0);
}

const webpack = require('webpack');
const DevServer = require('webpack-dev-server');
const configurations = require('../webpack.config.js');

const settings = require.resolve('office-addin-dev-settings/cli.js');
const manifest = join(ROOT, 'manifest.xml');
const run = (...args) => spawnSync(process.execPath, [settings, ...args], { stdio: 'inherit' }).status === 0;

const configuration = configurations({}, { mode: 'development' }).find(({ name }) => name === 'taskpane');
const server = new DevServer(
  { server: 'https', host: 'localhost', port: 3000, hot: false, static: false, client: { overlay: false } },
  webpack({ ...configuration, infrastructureLogging: { level: 'warn' } }),
);

try {
  await server.start();
} catch (error) {
  console.error(`端口 3000 用不了：${error instanceof Error ? error.message : error} / Port 3000 can’t be used.`);
  process.exit(1);
}
console.log('先在浏览器里打开 https://localhost:3000/taskpane.html 并信任证书，再用 Excel。按 Ctrl+C 结束。');
console.log('Open that address in the browser and trust its certificate first. Press Ctrl+C to stop.');
if (!run('sideload', manifest, 'desktop', '--app', 'Excel')) {
  console.error(
    '没能自动加载，请按 docs/install/excel.md 用共享文件夹加载。 / See docs/install/excel.md for other ways.',
  );
}
process.on('SIGINT', () => {
  run('unregister', manifest);
  server.stop().finally(() => process.exit(0));
});
