import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import fs, { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCell, makeSheet } from '../../../src/core/sheet';
import { writeWorkbook } from '../../../src/formats/xlsx';
import { DiskError, Leftovers, loadBytes, openWorkbook, saveBytes } from '../../../src/hosts/file/disk';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perf-addin-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('a new file is written whole, and nothing else is left', async () => {
  expect(await saveBytes(at('新.xlsx'), bytes('甲'))).toBeNull();
  expect(readFileSync(at('新.xlsx'), 'utf8')).toBe('甲');
  expect(readdirSync(folder)).toEqual(['新.xlsx']);
});

test('a file is not replaced unasked', async () => {
  writeFileSync(at('表.xlsx'), '原');
  await expect(saveBytes(at('表.xlsx'), bytes('新'))).rejects.toMatchObject({ code: 'exists' });
  expect([readFileSync(at('表.xlsx'), 'utf8'), readdirSync(folder)]).toEqual(['原', ['表.xlsx']]);
});

test('what is replaced is kept, each time under another name, with its rights', async () => {
  writeFileSync(at('表.xlsx'), '一', { mode: 0o640 });
  expect(await saveBytes(at('表.xlsx'), bytes('二'), { replace: true })).toBe(at('表.bak.xlsx'));
  expect(await saveBytes(at('表.xlsx'), bytes('三'), { replace: true })).toBe(at('表.bak2.xlsx'));
  expect(['表.xlsx', '表.bak.xlsx', '表.bak2.xlsx'].map((name) => readFileSync(at(name), 'utf8'))).toEqual([
    '三',
    '一',
    '二',
  ]);
  expect(statSync(at('表.xlsx')).mode & 0o777).toBe(0o640);
});

test('the same contents are not written again', async () => {
  writeFileSync(at('表.xlsx'), '一');
  expect(await saveBytes(at('表.xlsx'), bytes('一'), { replace: true })).toBeNull();
  expect(readdirSync(folder)).toEqual(['表.xlsx']);
});

test('a failed write leaves the old file and nothing beside it', async () => {
  mkdirSync(at('目录.xlsx'));
  await expect(saveBytes(at('目录.xlsx'), bytes('x'), { replace: true })).rejects.toMatchObject({ code: 'is-folder' });
  await expect(saveBytes(at('无/表.xlsx'), bytes('x'))).rejects.toMatchObject({ code: 'not-found' });
  expect(readdirSync(folder)).toEqual(['目录.xlsx']);
});

test.each<[string, () => string, string]>([
  ['missing', () => at('无.xlsx'), 'not-found'],
  ['a folder', () => folder, 'is-folder'],
  ['a link that leads nowhere', () => (symlinkSync(at('无'), at('链接.xlsx')), at('链接.xlsx')), 'not-found'],
  ['below a file', () => (writeFileSync(at('文件'), ''), at('文件/表.xlsx')), 'not-found'],
])('%s', async (_, path, code) => {
  const error = await loadBytes(path()).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(DiskError);
  expect(error).toMatchObject({ code });
});

// The superuser may read and write everything.
(process.getuid?.() === 0 ? test.skip : test)('no permission', async () => {
  writeFileSync(at('表.xlsx'), '原');
  chmodSync(at('表.xlsx'), 0o000);
  await expect(loadBytes(at('表.xlsx'))).rejects.toMatchObject({ code: 'no-permission' });
});

test('a full disk leaves the old file', async () => {
  writeFileSync(at('表.xlsx'), '原');
  const handle = await open(at('表.xlsx'), 'r');
  const writing = jest
    .spyOn(Object.getPrototypeOf(handle) as { writeFile(): Promise<void> }, 'writeFile')
    .mockRejectedValue(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }));
  try {
    await expect(saveBytes(at('表.xlsx'), bytes('新'), { replace: true })).rejects.toMatchObject({ code: 'disk-full' });
  } finally {
    writing.mockRestore();
    await handle.close();
  }
  expect([readFileSync(at('表.xlsx'), 'utf8'), readdirSync(folder)]).toEqual(['原', ['表.xlsx']]);
});

test('a workbook is opened from its path', async () => {
  writeFileSync(at('表.xlsx'), writeWorkbook([makeSheet('表', [[makeCell('甲')]])]));
  expect((await openWorkbook(at('表.xlsx'))).sheets[0]?.cells[0]?.[0]?.value).toBe('甲');
});

test('a link stays one: what it leads to is replaced, and kept beside', async () => {
  mkdirSync(at('库'));
  writeFileSync(at('库/原.xlsx'), '一');
  symlinkSync(at('库/原.xlsx'), at('链接.xlsx'));
  expect(await saveBytes(at('链接.xlsx'), bytes('二'), { replace: true })).toBe(at('库/原.bak.xlsx'));
  expect([readFileSync(at('链接.xlsx'), 'utf8'), readFileSync(at('库/原.xlsx'), 'utf8')]).toEqual(['二', '二']);
  expect([readFileSync(at('库/原.bak.xlsx'), 'utf8'), lstatSync(at('链接.xlsx')).isSymbolicLink()]).toEqual([
    '一',
    true,
  ]);
});

test('a file that a spreadsheet has open on Windows is told as such', async () => {
  writeFileSync(at('表.xlsx'), '原');
  const platform = Object.getOwnPropertyDescriptor(process, 'platform') as PropertyDescriptor;
  Object.defineProperty(process, 'platform', { ...platform, value: 'win32' });
  const renaming = jest.spyOn(fs, 'rename').mockRejectedValue(Object.assign(new Error('EPERM'), { code: 'EPERM' }));
  try {
    await expect(saveBytes(at('表.xlsx'), bytes('新'), { replace: true })).rejects.toMatchObject({ code: 'locked' });
  } finally {
    renaming.mockRestore();
    Object.defineProperty(process, 'platform', platform);
  }
  expect([readFileSync(at('表.xlsx'), 'utf8'), readdirSync(folder)]).toEqual(['原', ['表.xlsx']]);
});

describe('what a run that was put an end to has left', () => {
  /** Stands in for a kill in the middle of a write: nothing is cleared up behind it. */
  async function endWhileSaving(path: string): Promise<void> {
    const renaming = jest.spyOn(fs, 'rename').mockRejectedValue(new Error('killed'));
    const clearing = jest.spyOn(fs, 'unlink').mockResolvedValue();
    await expect(saveBytes(path, bytes('半'), { replace: true })).rejects.toThrow('killed');
    renaming.mockRestore();
    clearing.mockRestore();
  }

  test.each(['表.xlsx', '[表] (2) +$^.{1}*?.xlsx', '.表\n.xlsx', `${'长'.repeat(80)}.xlsx`])(
    'of the file asked for only: %j',
    async (name) => {
      await endWhileSaving(at(name));
      await endWhileSaving(at(name));
      await endWhileSaving(at('别.xlsx'));
      expect(readdirSync(folder)).toHaveLength(3);
      await new Leftovers().clear(at(name));
      expect(readdirSync(folder)).toEqual([expect.stringMatching(/^\.别\.xlsx\.[0-9a-f]{12}\.tmp$/u)]);
    },
  );

  test('names that are only like it stay, and so does what is no file', async () => {
    const others = [
      '表.xlsx',
      '表.xlsx.0123456789ab.tmp',
      '.表.xlsx.tmp',
      '.表.xlsx.0123456789a.tmp',
      '.表.xlsx.0123456789abc.tmp',
      '.表.xlsx.0123456789AB.tmp',
      '.表.xlsx.0123456789ab.tmp.bak',
      '.表_xlsx.0123456789ab.tmp',
      '.旧表.xlsx.0123456789ab.tmp',
      '..表.xlsx.0123456789ab.tmp',
      '.表.xlsx.0123456789ab.0123456789ab.tmp',
    ].sort();
    for (const name of others) writeFileSync(at(name), '');
    mkdirSync(at('.表.xlsx.ba9876543210.tmp'));
    writeFileSync(at('.表.xlsx.0123456789ab.tmp'), '');
    await new Leftovers().clear(at('表.xlsx'));
    expect(readdirSync(folder).sort()).toEqual([...others, '.表.xlsx.ba9876543210.tmp'].sort());
  });

  test('what this run itself is writing is not taken for something left', async () => {
    const leftovers = new Leftovers();
    await leftovers.clear(at('甲.xlsx'));
    await endWhileSaving(at('乙.xlsx'));
    await leftovers.clear(at('乙.xlsx'));
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test('through a link, beside what it leads to; a folder that is not there holds nothing', async () => {
    mkdirSync(at('库'));
    writeFileSync(at('库/原.xlsx'), '一');
    symlinkSync(at('库/原.xlsx'), at('链接.xlsx'));
    await endWhileSaving(at('链接.xlsx'));
    const leftovers = new Leftovers();
    await leftovers.clear(at('无/表.xlsx'));
    await leftovers.clear(at('链接.xlsx'));
    expect(readdirSync(at('库')).sort()).toEqual(['原.bak.xlsx', '原.xlsx']);
  });
});

test('a name as long as the disk takes', async () => {
  const name = `${'长'.repeat(82)}ab.xlsx`;
  expect(Buffer.byteLength(name)).toBe(253);
  await saveBytes(at(name), bytes('一'));
  expect(readdirSync(folder)).toEqual([name]);
});
