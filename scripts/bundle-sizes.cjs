/** How much a page fetches before it can do something, gzipped. Bytes are the same on every machine: a build may fail for them. */
const { mkdirSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');
const { gzipSync } = require('node:zlib');
const { WebpackError } = require('webpack');

/** The scripts of entries and of parts loaded later, by their chunks' names; a script that two share counts once. */
function scriptsOf(compilation, names) {
  const files = names.flatMap((name) => {
    const group = compilation.entrypoints.get(name) ?? compilation.namedChunkGroups.get(name);
    if (!group) throw new Error(`no part of the bundle is called ${name}`);
    return group.getFiles();
  });
  return [...new Set(files)].filter((file) => file.endsWith('.js'));
}

/**
 * Fails a build in which something grew beyond its limit. `budgets` are `{what, parts, limit}` in KB; the figures
 * go to `report` for the bench.
 */
class BundleSizes {
  constructor(budgets, report) {
    this.budgets = budgets;
    this.report = report;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('BundleSizes', (compilation) =>
      compilation.hooks.afterProcessAssets.tap('BundleSizes', () => {
        // A build that failed has parts missing, which is said already.
        if (compilation.errors.length > 0 || compilation.compiler.isChild()) return;
        const figures = this.budgets.map(({ what, parts, limit }) => {
          const bytes = scriptsOf(compilation, parts).map(
            (file) => gzipSync(compilation.getAsset(file).source.buffer()).length,
          );
          return { what, size: bytes.reduce((sum, size) => sum + size, 0) / 1024, limit };
        });
        for (const { what, size, limit } of figures.filter((figure) => figure.size > figure.limit)) {
          const message = `${what}: ${size.toFixed(1)} KB gzip, more than ${limit} KB. What was added that could be loaded later?`;
          compilation.errors.push(new WebpackError(message));
        }
        mkdirSync(dirname(this.report), { recursive: true });
        writeFileSync(this.report, JSON.stringify(figures, null, 1));
      }),
    );
  }
}

module.exports = { BundleSizes };
