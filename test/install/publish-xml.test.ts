import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { entryOf, withAddIn, withoutAddIn } from '../../src/install/publish-xml';
import { runs } from '../support/runs';
import { OURS, PUBLISH_CASES } from './publish-xml-cases';

const NAME = 'PerfTable';
const URL = 'https://intranet.example/perf/wps/';
const VERSION = '0.1.0';
const ONLINE = { name: NAME, url: URL };
const INSTALLERS = join(__dirname, '../../scripts/installers');

const has = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;

/** The same in shell and PowerShell, where a machine has them. */
const SHELLS = [
  { script: 'install.sh', command: 'sh', before: [], there: has('sh', '-c', 'true') },
  {
    script: 'install.ps1',
    command: 'pwsh',
    before: ['-NoProfile', '-File'],
    there: has('pwsh', '-NoProfile', '-Command', 'exit 0'),
  },
] as const;

describe('the merge', () => {
  test('writes an entry for the web and one for a folder', () => {
    expect(entryOf(ONLINE)).toBe(OURS);
    expect(entryOf({ name: NAME, version: VERSION })).toBe(
      '<jsplugin name="PerfTable" type="et" url="PerfTable_0.1.0" version="0.1.0" enable="enable_dev"/>',
    );
    expect(entryOf({ name: 'a"&<', url: 'https://a/?b&c' })).toBe(
      '<jspluginonline name="a&quot;&amp;&lt;" type="et" url="https://a/?b&amp;c"/>',
    );
  });

  test.each(PUBLISH_CASES)('$name', ({ text, installed, removed, reason }) => {
    const merged = withAddIn(text, ONLINE);
    const without = withoutAddIn(text, NAME);
    if (installed === null || removed === null) {
      expect(merged).toEqual({ status: 'refused', reason });
      expect(without).toEqual({ status: 'refused', reason });
      return;
    }
    expect(merged).toEqual({ status: installed === text ? 'unchanged' : 'changed', text: installed });
    expect(without).toEqual({ status: removed === text ? 'unchanged' : 'changed', text: removed });
    expect(withAddIn(installed, ONLINE)).toEqual({ status: 'unchanged', text: installed });
  });

  test('whatever others have there stays, byte for byte, in and out again', () => {
    const name = fc
      .string({ unit: fc.constantFrom(...'aMzZ甲丟'), minLength: 1, maxLength: 6 })
      .filter((found) => found !== NAME);
    const other = fc
      .tuple(name, fc.constantFrom('\n', '\r\n', '\n\t', ' '))
      .map(([found, space]) => ({ found, space }));
    fc.assert(
      fc.property(fc.array(other, { maxLength: 6 }), fc.constantFrom('\n', '\r\n', ''), (others, line) => {
        const list = others.map(({ found, space }) => `${space}<jsplugin name="${found}" type="et"/>`).join('');
        const text = `<jsplugins>${list}${line}</jsplugins>`;
        const merged = withAddIn(text, ONLINE);
        if (merged.status !== 'changed') throw new Error(merged.status);
        expect(merged.text.split(OURS)).toHaveLength(2);
        expect(merged.text).toContain(list);
        const out = withoutAddIn(merged.text, NAME);
        expect(out).toMatchObject({ status: 'changed' });
        if (out.status === 'changed') expect(out.text.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
      runs(300),
    );
  });

  test('never throws, and a file that is cut off anywhere is refused or empty', () => {
    const [, , , , { text }] = PUBLISH_CASES as [unknown, unknown, unknown, unknown, { text: string }];
    for (let length = 1; length < text.trimEnd().length; length += 1)
      expect([length, withAddIn(text.slice(0, length), ONLINE).status]).toEqual([length, 'refused']);
  });
});

describe.each(SHELLS)('$script', ({ script, command, before, there }) => {
  if (!there) {
    test.skip(`skipped: there is no ${command} on this machine`, () => undefined);
    return;
  }

  let home: string;
  let dir: string;
  let file: string;

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'publish-'));
    dir = join(home, 'jsaddons');
    file = join(dir, 'publish.xml');
    fill(URL);
  });
  afterEach(() => {
    chmodSync(dir, 0o755);
    rmSync(home, { recursive: true });
  });

  function fill(url: string): void {
    const text = readFileSync(join(INSTALLERS, script), 'utf8');
    const filled = text.replaceAll('@NAME@', NAME).replaceAll('@VERSION@', VERSION).replaceAll('@URL@', url);
    writeFileSync(join(home, script), filled);
  }

  function run(...args: string[]): { status: number | null; said: string } {
    const flags = script === 'install.ps1' ? args.map((arg) => arg.replace(/^--/, '-')) : args;
    const { status, stdout, stderr } = spawnSync(command, [...before, join(home, script), ...flags, ...dirFlag()], {
      encoding: 'utf8',
    });
    return { status, said: stdout + stderr };
  }
  const dirFlag = () => [script === 'install.ps1' ? '-Dir' : '--dir', dir];
  const put = (text: string) => {
    mkdirSync(dir, { recursive: true });
    writeFileSync(file, text);
  };
  const backups = () => readdirSync(dir).filter((name) => name.endsWith('.bak'));

  test('makes the folder and the file where there are none, once', () => {
    expect(run()).toMatchObject({ status: 0, said: expect.stringContaining('已安装') });
    expect(withAddIn(readFileSync(file, 'utf8'), ONLINE).status).toBe('unchanged');
    expect(run()).toMatchObject({ status: 0, said: expect.stringContaining('没有改动') });
    expect(readdirSync(dir)).toEqual(['publish.xml']);
  });

  test.each(PUBLISH_CASES)('installs: $name', ({ text, installed }) => {
    put(text);
    const { status, said } = run();
    expect(readFileSync(file, 'utf8')).toBe(installed ?? text);
    expect(status).toBe(installed === null ? 1 : 0);
    if (installed === null) expect(said).toContain('没有改动');
    const isChanged = installed !== null && installed !== text;
    expect(backups().map((name) => readFileSync(join(dir, name), 'utf8'))).toEqual(isChanged ? [text] : []);
    expect(readdirSync(dir)).toHaveLength(isChanged ? 2 : 1);
  });

  test.each(PUBLISH_CASES)('removes: $name', ({ text, removed }) => {
    put(text);
    const { status } = run('--uninstall');
    expect(readFileSync(file, 'utf8')).toBe(removed ?? text);
    expect(status).toBe(removed === null ? 1 : 0);
  });

  test('leaves a file alone that is read-only', () => {
    put('<jsplugins></jsplugins>');
    chmodSync(file, 0o444);
    expect(run()).toMatchObject({ status: 1, said: expect.stringContaining('只读') });
    expect(readFileSync(file, 'utf8')).toBe('<jsplugins></jsplugins>');
    expect(readdirSync(dir)).toEqual(['publish.xml']);
  });

  test('leaves a folder alone that cannot be written to, and a link', () => {
    put('<jsplugins></jsplugins>');
    chmodSync(dir, 0o555);
    expect(run().status).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe('<jsplugins></jsplugins>');
    chmodSync(dir, 0o755);
    rmSync(file);
    const elsewhere = join(home, 'elsewhere.xml');
    writeFileSync(elsewhere, '<jsplugins></jsplugins>');
    symlinkSync(elsewhere, file);
    expect(run().status).toBe(1);
    expect(readFileSync(elsewhere, 'utf8')).toBe('<jsplugins></jsplugins>');
  });

  test('keeps every backup, of changes within one second too', () => {
    const first = '<jsplugins></jsplugins>';
    put(first);
    run();
    const installed = readFileSync(file, 'utf8');
    run('--uninstall');
    const removed = readFileSync(file, 'utf8');
    run();
    expect(
      backups()
        .map((name) => readFileSync(join(dir, name), 'utf8'))
        .sort(),
    ).toEqual([first, installed, removed].sort());
  });

  test('keeps who may read the file', () => {
    put('<jsplugins></jsplugins>');
    chmodSync(file, 0o640);
    run();
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  test('nothing installed is nothing to remove', () => {
    mkdirSync(dir);
    expect(run('--uninstall')).toMatchObject({ status: 0, said: expect.stringContaining('没有安装过') });
    expect(readdirSync(dir)).toEqual([]);
  });

  describe('without a server', () => {
    const folder = `${NAME}_${VERSION}`;

    beforeEach(() => {
      fill('');
      mkdirSync(join(home, folder));
      for (const name of ['index.html', 'ribbon.xml']) writeFileSync(join(home, folder, name), name);
    });

    test('brings the program, updates it, and takes it away', () => {
      mkdirSync(join(dir, 'PerfTable_0.0.9'), { recursive: true });
      writeFileSync(join(dir, 'PerfTable_0.0.9/ribbon.xml'), '');
      mkdirSync(join(dir, 'PerfTable_notes'));
      put('<jsplugins>\n  <jsplugin name="PerfTable" type="et" url="PerfTable_0.0.9" version="0.0.9"/>\n</jsplugins>');
      expect(run().status).toBe(0);
      expect(readFileSync(file, 'utf8')).toContain(entryOf({ name: NAME, version: VERSION }));
      expect(readFileSync(join(dir, folder, 'ribbon.xml'), 'utf8')).toBe('ribbon.xml');
      expect(existsSync(join(dir, 'PerfTable_0.0.9'))).toBe(false);
      expect(existsSync(join(dir, 'PerfTable_notes'))).toBe(true);
      writeFileSync(join(home, folder, 'ribbon.xml'), 'mended');
      expect(run().status).toBe(0);
      expect(readFileSync(join(dir, folder, 'ribbon.xml'), 'utf8')).toBe('mended');
      expect(run('--uninstall').status).toBe(0);
      expect(existsSync(join(dir, folder))).toBe(false);
      expect(readFileSync(file, 'utf8')).not.toContain(NAME);
    });

    test('says that the archive was not unpacked', () => {
      rmSync(join(home, folder), { recursive: true });
      put('<jsplugins></jsplugins>');
      expect(run().status).toBe(1);
      expect(readFileSync(file, 'utf8')).toBe('<jsplugins></jsplugins>');
    });

    test('a refused list brings no program', () => {
      put('<jsplugins>');
      expect(run().status).toBe(1);
      expect(readdirSync(dir)).toEqual(['publish.xml']);
    });
  });
});
