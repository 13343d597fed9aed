const { Compilation, WebpackError } = require('webpack');
const emitted = require('./emitted-css.cjs');
const excused = require('./excused.cjs');
const { newerInScript } = require('./scripts.cjs');
const { newerInStyleObjects, newerInStylesOf } = require('./styles.cjs');
const { suppliedNames } = require('./supplied.cjs');

/** What is wrong with the scripts of a bundle that Chromium 69 is to run, by their names. */
function complaints(scripts) {
  const fine = new Set([...suppliedNames(), ...Object.keys(excused)]);
  const seen = new Set();
  const said = new Map();
  for (const [file, code] of Object.entries(scripts)) {
    for (const name of [...newerInStylesOf(code), ...newerInStyleObjects(code)]) {
      seen.add(name);
      if (!Object.hasOwn(emitted, name)) said.set(name, `the CSS ${name} has no known effect: ${file}`);
    }
    const { syntax, names } = newerInScript(code);
    if (syntax) said.set(file, `${file} is no ES2018: ${syntax}`);
    for (const { name, since, at } of names) {
      seen.add(name);
      if (!fine.has(name) && !said.has(name)) said.set(name, `${name} came with Chromium ${since}: ${file}: … ${at} …`);
    }
  }
  const idle = [...Object.keys(excused), ...Object.keys(emitted)].filter((name) => !seen.has(name));
  return [...said.values(), ...idle.map((name) => `${name} is excused and stands nowhere`)];
}

/** Fails a build whose scripts need more than Chromium 69 and src/wps/polyfills.ts have. */
class Chromium69 {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('Chromium69', (compilation) =>
      compilation.hooks.processAssets.tap(
        { name: 'Chromium69', stage: Compilation.PROCESS_ASSETS_STAGE_REPORT },
        (assets) => {
          // A build that failed is said already.
          if (compilation.errors.length > 0 || compilation.compiler.isChild()) return;
          const scripts = Object.entries(assets).filter(([file]) => file.endsWith('.js'));
          const texts = Object.fromEntries(scripts.map(([file, source]) => [file, String(source.source())]));
          compilation.errors.push(...complaints(texts).map((text) => new WebpackError(`Chromium 69: ${text}`)));
        },
      ),
    );
  }
}

module.exports = { Chromium69, complaints };
