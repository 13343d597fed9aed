import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMMANDS } from '../../src/commands/register';

const ROOT = join(__dirname, '../..');
const MANIFEST = readFileSync(join(ROOT, 'manifest.xml'), 'utf8');

/** A slip, as a change of the manifest, and what is said of it. */
const SLIPS: readonly (readonly [name: string, from: string | RegExp, to: string, said: string])[] = [
  ['a tag left open', '</Hosts>', '', 'not well-formed'],
  ['another root', /OfficeApp/g, 'Manifest', 'the root is not OfficeApp'],
  ['an element missing', '<Permissions>ReadWriteDocument</Permissions>', '', 'OfficeApp lacks Permissions'],
  [
    'elements in another order',
    '<DefaultLocale>zh-CN</DefaultLocale>',
    '<DefaultLocale>zh-CN</DefaultLocale><ProviderName />',
    'OfficeApp: ProviderName stands after DefaultLocale',
  ],
  [
    'an element that Office does not know',
    '<GetStarted>',
    '<Extra /><GetStarted>',
    'DesktopFormFactor does not take Extra',
  ],
  ['an id that is no GUID', '8f4f2c1e-', '8f4f2c1e', 'Id is no GUID'],
  ['a version in words', '0.1.0.0', 'first', 'Version is not of the form 1.2.3.4'],
  ['a locale in words', 'Locale="en-US"', 'Locale="english"', 'english is no locale'],
  [
    'a name too long',
    'DefaultValue="绩效表助手"',
    `DefaultValue="${'长'.repeat(126)}"`,
    'DisplayName is longer than 125 characters',
  ],
  [
    'a tip too long',
    /id="Check.Tip" DefaultValue="[^"]*"/,
    `id="Check.Tip" DefaultValue="${'长'.repeat(251)}"`,
    'Check.Tip is longer',
  ],
  [
    'a text in one language only',
    '<bt:Override Locale="en-US" Value="Mark findings" />',
    '',
    'Mark.Label has no text in another language',
  ],
  ['a resource missing', 'resid="Pane.Tip"', 'resid="Pane.Hint"', 'Description: no resource is called Pane.Hint'],
  [
    'a resource of another kind',
    'resid="Pane.Tip"',
    'resid="Pane.Label"',
    'Description: Pane.Label is not among LongStrings',
  ],
  ['a resource left over', 'resid="Pane.Tip"', 'resid="Mark.Tip"', 'resource Pane.Tip is not used'],
  ['a resource twice', 'String id="Mark.Tip"', 'String id="Check.Tip"', 'resource Check.Tip stands twice'],
  ['an address without https', 'Url" DefaultValue="https:', 'Url" DefaultValue="http:', 'is not https'],
  ['another origin', '3000/assets/icon-80', '3001/assets/icon-80', 'more than one origin'],
  [
    'an address that is none',
    'DefaultValue="https://localhost:3000/assets/icon-16.png"',
    'DefaultValue="icon.png"',
    'icon.png is no address',
  ],
  ['an icon missing', 'assets/icon-16.png', 'assets/icon-17.png', '/assets/icon-17.png does not exist'],
  [
    'an icon of another size',
    'assets/mark-16.png',
    'assets/mark-32.png',
    '/assets/mark-32.png is 32 × 32, not 16 × 16',
  ],
  ['a size missing', /<bt:Image size="80" resid="Icon.Mark.80" \/>/, '', 'an icon lacks the size 80'],
  ['an id twice', 'id="Perf.Mark"', 'id="Perf.Check"', 'the id Perf.Check stands twice'],
  ['a short-lived runtime', 'lifetime="long"', 'lifetime="short"', 'the shared runtime does not live long'],
  [
    'functions in a page of their own',
    '<Page>\n              <SourceLocation resid="Taskpane.Url"',
    '<Page>\n              <SourceLocation resid="Functions.Script.Url"',
    'the functions do not run in the shared runtime',
  ],
  ['another namespace', 'DefaultValue="PERF"', 'DefaultValue="Perf"', 'the namespace of the functions is Perf'],
  [
    'metadata that are not built',
    'functions.en-US.json',
    'functions.en.json',
    'no metadata of functions are called functions.en.json',
  ],
  ['no functions', 'xsi:type="CustomFunctions"', 'xsi:type="Functions"', 'there are no functions for cells'],
  ['no script', /<Script>[^S]*<SourceLocation [^>]*>\s*<\/Script>/, '', 'CustomFunctions does not hold Script'],
  ['a function that is no name', '>checkSheet<', '>check sheet<', 'FunctionName check sheet is not a name'],
];

interface Result {
  readonly errors: readonly string[];
  readonly functionNames: readonly string[];
}

let own: Result;
let slips: readonly Result[];

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
  try {
    const files = SLIPS.map(([name, from, to], at) => {
      const changed = MANIFEST.replace(from, to);
      if (changed === MANIFEST) throw new Error(`${name} changes nothing`);
      const file = join(folder, `${at}.xml`);
      writeFileSync(file, changed);
      return file;
    });
    const script = join(ROOT, 'scripts/check-manifest.mjs');
    const run = (paths: readonly string[]) =>
      JSON.parse(spawnSync(process.execPath, [script, '--json', ...paths], { encoding: 'utf8' }).stdout) as Result[];
    [own, ...slips] = run([join(ROOT, 'manifest.xml'), ...files]) as [Result, ...Result[]];
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('our manifest has no errors', () => {
  expect(own.errors).toEqual([]);
});

test('every function that a button calls is there, and no other', () => {
  expect([...own.functionNames].sort()).toEqual(Object.keys(COMMANDS).sort());
});

test.each(SLIPS.map(([name, , , said], at) => ({ name, said, at })))('finds $name', ({ said, at }) => {
  expect(slips[at]?.errors).toContainEqual(expect.stringContaining(said));
});
