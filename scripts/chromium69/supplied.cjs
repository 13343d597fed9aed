const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const POLYFILLS = join(__dirname, '../../src/wps/polyfills.ts');
const OF_INSTANCES = new Set(['array', 'string']);

const camel = (words) => words.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
const pascal = (words) => camel(`-${words}`);

/** The names, as scripts.cjs says them, that the imports of polyfills.ts supply. */
function suppliedNames(source = readFileSync(POLYFILLS, 'utf8')) {
  const paths = Array.from(source.matchAll(/^import '(?:core-js\/actual|\.)\/([\w/-]+)';$/gm), ([, path]) => path);
  return paths.map((path) => {
    const [owner, member] = path.split('/');
    if (member) return OF_INSTANCES.has(owner) ? `.${camel(member)}` : `${pascal(owner)}.${camel(member)}`;
    return owner === 'global-this' ? camel(owner) : pascal(owner);
  });
}

module.exports = { suppliedNames };
