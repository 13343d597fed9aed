const { execFileSync } = require('node:child_process');
const { existsSync, readdirSync, statSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '../../..');
const PRODUCTS = ['dist/excel/taskpane.html', 'dist/workbench/index.html', 'dist/cli.js'];
const SOURCES = ['src', 'assets', 'webpack.config.js', 'package-lock.json'];

/** The journeys run the production bundles: built once, and again only after a source has changed. */
module.exports = function build() {
  const built = Math.min(
    ...PRODUCTS.map((file) => (existsSync(join(root, file)) ? statSync(join(root, file)).mtimeMs : 0)),
  );
  if (built > Math.max(...SOURCES.map((place) => newest(join(root, place))))) return;
  console.log('\nBuilding the production bundles for the journeys…');
  execFileSync(process.execPath, [join(root, 'node_modules/webpack/bin/webpack.js'), '--mode', 'production'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
};

function newest(place) {
  if (!existsSync(place)) return 0;
  const { mtimeMs } = statSync(place);
  if (!statSync(place).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(place).map((name) => newest(join(place, name))));
}
