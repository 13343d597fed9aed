/** The list of files that the workbench's service worker keeps, written before its script. */
const { createHash } = require('node:crypto');

const WORKER = 'service-worker.js';
const ASSIGNMENT = 'self.precache=';

/** What a page of the workbench loads; of the pictures, those that the system shows. */
function isKept(name) {
  if (name === WORKER || name.endsWith('.map')) return false;
  return !name.startsWith('assets/') || /\/(?:app|maskable)-/.test(name);
}

const hash = (content) => createHash('sha256').update(content).digest('base64');

/** The worker's script with the list of these files, by their paths; a list that it had before is replaced. */
function withPrecache(script, files) {
  const names = Object.keys(files).filter(isKept).sort();
  const hashes = Object.fromEntries(names.map((name) => [name, `sha256-${hash(files[name])}`]));
  const version = createHash('sha256').update(JSON.stringify(hashes)).digest('hex').slice(0, 16);
  const rest = script.startsWith(ASSIGNMENT) ? script.slice(script.indexOf('\n') + 1) : script;
  return `${ASSIGNMENT}${JSON.stringify({ version, files: hashes })};\n${rest}`;
}

/** Puts the list into the bundle, once the names of all files are known. */
class Precache {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('Precache', (compilation) =>
      compilation.hooks.processAssets.tap(
        { name: 'Precache', stage: Compilation.PROCESS_ASSETS_STAGE_REPORT + 1 },
        (assets) => {
          const worker = assets[WORKER];
          if (!worker) return;
          const files = Object.fromEntries(Object.entries(assets).map(([name, asset]) => [name, asset.buffer()]));
          compilation.updateAsset(WORKER, new sources.RawSource(withPrecache(String(worker.source()), files)));
        },
      ),
    );
  }
}

module.exports = { Precache, WORKER, withPrecache };
