const { execFileSync } = require('node:child_process');
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

/** Says when the bundles were last built: webpack leaves a file alone whose content is the same. */
const STAMP = join(root, 'build/journeys');

/** The journeys run the production bundles: built once, and again only after a source has changed. */
module.exports = function build() {
  const complete = [...PRODUCTS.map((file) => join(root, file)), STAMP].every(existsSync);
  if (complete && statSync(STAMP).mtimeMs > Math.max(...SOURCES.map((place) => newest(join(root, place))))) return;
  console.log('\nBuilding the production bundles for the journeys…');
  const started = new Date();
  const webpack = join(root, 'node_modules/webpack/bin/webpack.js');
  execFileSync(process.execPath, [webpack, '--mode', 'production', '--env', 'tests'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  mkdirSync(join(root, 'build'), { recursive: true });
  writeFileSync(STAMP, '');
  // A source that changed while the build ran is newer than the stamp.
  utimesSync(STAMP, started, started);
};

function newest(place) {
  if (!existsSync(place)) return 0;
  const { mtimeMs } = statSync(place);
  if (!statSync(place).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(place).map((name) => newest(join(place, name))));
}
