import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

interface Newer {
  readonly syntax: string | null;
  readonly names: readonly { readonly name: string; readonly since: number }[];
}

/* eslint-disable @typescript-eslint/no-require-imports -- scripts of Node, outside of the program */
const { newerInScript } = require('../../scripts/chromium69/scripts.cjs') as { newerInScript(code: string): Newer };
const { newerInCss, newerInStyleObjects } = require('../../scripts/chromium69/styles.cjs') as {
  newerInCss(css: string): Set<string>;
  newerInStyleObjects(script: string): Set<string>;
};
const { complaints } = require('../../scripts/chromium69/plugin.cjs') as {
  complaints(scripts: Record<string, string>): string[];
};
const excused = require('../../scripts/chromium69/excused.cjs') as Record<string, string>;
const { suppliedNames } = require('../../scripts/chromium69/supplied.cjs') as {
  suppliedNames(source: string): string[];
};
/* eslint-enable @typescript-eslint/no-require-imports */

const SOURCES = join(__dirname, '../../src');

describe('syntax', () => {
  test.each([
    ['a?.b'],
    ['a ?? b'],
    ['a ??= b'],
    ['class A { x = 1 }'],
    ['class A { #x }'],
    ['try {} catch {}'],
    ['1n'],
    ['1_000'],
    ['import("./a")'],
    ['export {}'],
    ['/a/v'],
    ['/a/d'],
    ['/(?<a>x)|(?<a>y)/'],
    ['/(?i:a)/'],
    ['async () => { for await (const a of b) {} ; await using c = d }'],
  ])('%s is refused', (code) => {
    expect(newerInScript(code).syntax).not.toBeNull();
  });

  test.each([
    ['const { a, ...b } = { ...c }'],
    ['async function* f() { for await (const a of b) yield a }'],
    ['/(?<=a)(?<b>.)\\k<b>/su'],
    ['/\\p{Script=Han}/u'],
    ['`a${b}`; a ** b; async () => await c'],
  ])('%s is taken', (code) => {
    expect(newerInScript(code)).toEqual({ syntax: null, names: [] });
  });
});

describe('names', () => {
  test.each([
    ['structuredClone(a)', 'structuredClone'],
    ['f(globalThis)', 'globalThis'],
    ['new WeakRef(a)', 'WeakRef'],
    ['Object.fromEntries(a)', 'Object.fromEntries'],
    ['Object["hasOwn"](a)', 'Object.hasOwn'],
    ['Promise.any([])', 'Promise.any'],
    ['crypto.randomUUID()', 'crypto.randomUUID'],
    ['new Intl.Segmenter()', 'Intl.Segmenter'],
    ['a.at(-1)', '.at'],
    ['"".replaceAll("a", "b")', '.replaceAll'],
    ['element.replaceChildren()', '.replaceChildren'],
    ['element.inert = true', '.inert'],
    ['new RegExp(a, "gv")', 'RegExp flag v'],
  ])('%s has %s', (code, name) => {
    expect(newerInScript(code).names.map((found) => found.name)).toEqual([name]);
  });

  test.each([
    ['typeof structuredClone'],
    ['typeof Object.fromEntries'],
    ['const at = a.at; at'],
    ['({ globalThis: 1, at() {} }).b'],
    ['function f(navigation) { return navigation.x }'],
    ['a.flatMap(f).flat()'],
    ['new RegExp(a, "gsu")'],
  ])('%s has none', (code) => {
    expect(newerInScript(code).names).toEqual([]);
  });
});

describe('styles', () => {
  test.each([
    ['.a{inset:0;}', ['inset']],
    ['.a{color:red;aspect-ratio:1}', ['aspect-ratio']],
    ['.a:focus-visible{color:red;}', [':focus-visible']],
    ['.a:hover{width:min(1px,2px);}', ['min()']],
    ['@container (width > 1px){.a{color:red;}}', ['@container']],
    ['.a{overflow-wrap:anywhere;}', ['overflow-wrap: anywhere']],
    ['.a{top:0;content:"inset:0";grid-gap:1px;clip-path:inset(50%);}', []],
  ])('%s', (css, names) => {
    expect([...newerInCss(css)]).toEqual(names);
  });
});

describe('styles as objects', () => {
  test.each([
    ['s({a:{accentColor:t.x,inset:"0 auto 0 0"}})', ['accent-color', 'inset']],
    ['s({a:{overflowWrap:"anywhere",":has(:checked)":{color:"red"}}})', ['overflow-wrap: anywhere', ':has']],
    ['s({a:{width:"min(420px, 100%)",gridTemplateColumns:"minmax(0, 1fr)"}})', ['min()']],
    ['n={containIntrinsicSize:[-1,["a"]],inset:[-1,["b"]]},m={inset:0,overflowWrap:"break-word"}', []],
  ])('%s', (script, names) => {
    expect([...newerInStyleObjects(script)]).toEqual(names);
  });
});

test('a build is told of what nothing supplies, and of excuses without need', () => {
  const said = complaints({ 'a.js': 'structuredClone(a.at(0)); var s = ".fabc123{translate:1px;}"', 'b.js': 'a?.b' });
  expect(said).toEqual(
    expect.arrayContaining([
      expect.stringContaining('structuredClone came with Chromium 98: a.js'),
      expect.stringContaining('the CSS translate has no known effect: a.js'),
      expect.stringContaining('b.js is no ES2018'),
      'reportError is excused and stands nowhere',
    ]),
  );
  expect(said.join()).not.toContain('.at came');
});

test('polyfills are known by their imports', () => {
  const source = ['array/find-last', 'global-this', 'object/from-entries', 'string/at'].map(
    (path) => `import 'core-js/actual/${path}';`,
  );
  expect(suppliedNames([...source, "import './weak-ref';"].join('\n'))).toEqual([
    '.findLast',
    'globalThis',
    'Object.fromEntries',
    '.at',
    'WeakRef',
  ]);
});

test('what libraries are excused for is called nowhere in our own code', () => {
  const elsewhere = /^(?:cli|hosts\/(?:file|workbench)|install|workbench)\//;
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.tsx?$/.test(file) && !elsewhere.test(file));
  // The parts of a package are read by a method of this name, of our own.
  const names = Object.keys(excused).filter((name) => name !== '.text');
  const called = files.flatMap((file) => {
    const source = readFileSync(join(SOURCES, file), 'utf8');
    return names.filter((name) => source.includes(`${name}(`)).map((name) => `${file}: ${name}`);
  });
  expect(called).toEqual([]);
  expect(files.length).toBeGreaterThan(300);
});
