const { spawn } = require('node:child_process');
const { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '../../..');
const PRODUCTS = [
  'dist/excel/taskpane.html',
  'dist/workbench/index.html',
  'dist/wps/index.html',
  'dist/install/index.html',
  'dist/cli.js',
  'build/contract/index.html',
  'build/stand-in/index.html',
];
const SOURCES = [
  'src',
  'assets',
  'test/contract',
  'test/support/wps',
  'test/e2e/support/wps',
  'webpack.config.js',
  'package-lock.json',
];

/** What takes about as long to build as the rest: webpack computes on one core. */
const HALVES = [
  ['workbench', 'contract', 'stand-in', 'install'],
  ['wps', 'taskpane', 'cli'],
];

/** Says when the bundles were last built: webpack leaves a file alone whose content is the same. */
const STAMP = join(root, 'build/journeys');

/** The journeys run the production bundles: built once, and again only after a source has changed. */
module.exports = async function build() {
  const complete = [...PRODUCTS.map((file) => join(root, file)), STAMP].every(existsSync);
  if (complete && statSync(STAMP).mtimeMs > Math.max(...SOURCES.map((place) => newest(join(root, place))))) return;
  console.log('\nBuilding the production bundles for the journeys…');
  const started = new Date();
  const webpack = join(root, 'node_modules/webpack/bin/webpack.js');
  await Promise.all(HALVES.map((names) => run(webpack, ...names.flatMap((name) => ['--config-name', name]))));
  mkdirSync(join(root, 'build'), { recursive: true });
  writeFileSync(STAMP, '');
  // A source that changed while the build ran is newer than the stamp.
  utimesSync(STAMP, started, started);
};

function run(webpack, ...args) {
  const building = spawn(process.execPath, [webpack, '--mode', 'production', '--env', 'tests', ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    building.once('error', reject);
    building.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${args.join(' ')} could not be built`)),
    );
  });
}

function newest(place) {
  if (!existsSync(place)) return 0;
  const { mtimeMs } = statSync(place);
  if (!statSync(place).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(place).map((name) => newest(join(place, name))));
}
