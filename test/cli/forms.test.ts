import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCell, makeSheet, type SheetSnapshot } from '../../src/core/sheet';
import { marksOf, readWorkbook, writeWorkbook } from '../../src/formats/xlsx';
import { cli } from '../support/cli';
import { csvOf, docxOf, gb18030, htmlOf, spreadsheetOf } from '../support/forms';
import { HOSTILE_FILES } from '../support/hostile-files';
import { partsOf } from '../support/xlsx';

let folder = '';
const program = process.env['PERF_ADDIN_SOFFICE'];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perf-addin-forms-'));
  process.env['PERF_ADDIN_SOFFICE'] = join(folder, 'no-office');
});
afterEach(() => {
  if (program === undefined) delete process.env['PERF_ADDIN_SOFFICE'];
  else process.env['PERF_ADDIN_SOFFICE'] = program;
  rmSync(folder, { recursive: true, force: true });
});
const at = (...names: string[]): string => join(folder, ...names);

/** The weights add up to 110: one error. */
const SHEET: SheetSnapshot = makeSheet(
  '整体',
  [
    ['2026年部门整体支出绩效目标表'],
    ['部门（单位）名称', '县档案馆'],
    ['一级指标', '二级指标', '三级指标', '指标值类型', '指标值', '计量单位', '指标解释', '评（扣）分标准', '分值'],
    ['产出指标', '数量指标', '培训次数', '≥', '１０', '次', '全年培训不少于10次', '每少一次扣1分，扣完为止', 30],
    ['产出指标', '质量指标', '培训合格率', '≥', 95, '%', '参训人员合格率不低于95%', '达到95%得满分', 30],
    ['效益指标', '社会效益指标', '查档便利程度', '≥', 90, '%', '=1+1', '达到90%得满分', 20],
    ['满意度指标', '服务对象满意度指标', '查档群众满意度', '≥', 95, '%', '@SUM(A1)', '达到95%得满分', 30],
  ].map((row) => row.map((value) => makeCell(value))),
);

interface Output {
  readonly files: readonly {
    readonly path: string;
    readonly error?: { readonly code: string; readonly message: string };
    readonly notes?: readonly { readonly code: string; readonly message: string }[];
    readonly sheets: readonly { readonly findings: readonly { readonly code: string }[] }[];
  }[];
  readonly summary: Readonly<Record<string, number>>;
}
const check = async (...argv: string[]) => {
  const { code, stdout, stderr } = await cli(folder, ['check', '--format', 'json', ...argv]);
  return { ...(JSON.parse(stdout) as Output), code, stderr };
};

/** The table in every form. */
async function writeForms(): Promise<string[]> {
  const files: Record<string, Uint8Array> = {
    'a.xlsx': writeWorkbook([SHEET]),
    'b.xls': spreadsheetOf(SHEET, 'biff8'),
    'c.et': spreadsheetOf(SHEET, 'biff8'),
    'd.docx': await docxOf(SHEET),
    'e.html': new TextEncoder().encode(htmlOf(SHEET)),
    'f.csv': gb18030(csvOf(SHEET)),
    'g.ods': spreadsheetOf(SHEET, 'ods'),
  };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(at(name), bytes);
  return Object.keys(files);
}

test('a folder with files of every form', async () => {
  const names = await writeForms();
  const { files, summary, code } = await check('.');
  expect(files.map(({ path }) => path)).toEqual(names);
  const codes = files.map(({ sheets }) => sheets.flatMap(({ findings }) => findings.map((finding) => finding.code)));
  expect(codes[0]).toContain('PT401');
  for (const found of codes) expect(found).toEqual(codes[0]);
  expect([code, summary['unreadable']]).toEqual([1, 0]);
});

test('table reads them as well', async () => {
  for (const name of await writeForms()) {
    const { code, stdout } = await cli(folder, ['table', name]);
    const { sheets } = JSON.parse(stdout) as {
      sheets: { tables: { year: { value: number }; indicators: unknown[] }[] }[];
    };
    expect([code, sheets[0]?.tables[0]?.year.value, sheets[0]?.tables[0]?.indicators.length]).toEqual([0, 2026, 4]);
  }
});

test('marked and mended copies of all are .xlsx, beside one another; the files stay', async () => {
  const names = await writeForms();
  const before = names.map((name) => readFileSync(at(name)));
  expect((await check('.', '--fix', '--annotate', '--out', 'out')).code).toBe(1);
  expect(names.map((name) => Buffer.compare(readFileSync(at(name)), before[names.indexOf(name)] as Buffer))).toEqual(
    names.map(() => 0),
  );
  for (const name of names) {
    const copy = readWorkbook(readFileSync(at('out', name === 'a.xlsx' ? name : `${name}.xlsx`)));
    const [sheet] = copy.sheets;
    expect(sheet?.cells[3]?.[4]?.value).toBe(10);
    expect(marksOf(copy, sheet?.name ?? '').error.length).toBeGreaterThan(0);
    // What begins like a formula is text.
    expect([sheet?.cells[5]?.[6], sheet?.cells[6]?.[6]].map((cell) => [cell?.value, cell?.formula])).toEqual([
      ['=1+1', undefined],
      ['@SUM(A1)', undefined],
    ]);
    for (const [part, text] of partsOf(copy.zip.save())) {
      if (part.startsWith('xl/worksheets/')) expect(text).not.toMatch(/<f[\s>]/);
      expect(text).not.toMatch(/TargetMode="External"/);
    }
  }
});

test('only .xlsx is written back', async () => {
  writeFileSync(at('表.docx'), await docxOf(SHEET));
  const { files, code } = await check('表.docx', '--fix', '--in-place');
  expect([code, files[0]?.error]).toEqual([
    2,
    { code: 'read-only-form', message: '“表.docx”：只有 .xlsx 文件能写回原文件；请用 --out 另存为 .xlsx。' },
  ]);
});

test('a wrong extension is told, and no hindrance', async () => {
  writeFileSync(at('导出.xls'), htmlOf(SHEET));
  const { files, stderr, code } = await check('导出.xls');
  const message = '扩展名是 .xls，实际是“网页”，已按内容读取。';
  expect([code, files[0]?.notes, stderr]).toEqual([
    1,
    [{ code: 'wrong-extension', message }],
    `导出.xls: ${message}\n`,
  ]);
});

test.each(['zh-CN', 'en-US'] as const)(
  'files that are broken or mean harm, in %s: each its reason, all others done',
  async (lang) => {
    mkdirSync(at('文件'));
    for (const { name, bytes } of HOSTILE_FILES) {
      if (name !== '行.csv') writeFileSync(at('文件', name), bytes());
    }
    writeFileSync(at('文件', '好.xlsx'), writeWorkbook([SHEET]));
    symlinkSync(at('不在.xlsx'), at('文件', '消失.xlsx'));
    mkdirSync(at('文件', '夹.xlsx'));
    const names = HOSTILE_FILES.map(({ name }) => join('文件', name)).filter((name) => !name.endsWith('行.csv'));
    const { files, summary, code, stderr } = await check('--lang', lang, ...names, '文件/好.xlsx', '文件/消失.xlsx');
    for (const { name, code, zh, en } of HOSTILE_FILES) {
      if (name === '行.csv') continue;
      const { error } = files.find(({ path }) => path === join('文件', name)) ?? {};
      expect([name, error?.code]).toEqual([name, code]);
      expect(error?.message).toMatch(lang === 'zh-CN' ? zh : en);
      expect(error?.message).toContain(name);
      expect(stderr).toMatch(lang === 'zh-CN' ? zh : en);
    }
    expect(files.find(({ path }) => path.endsWith('消失.xlsx'))?.error?.code).toBe('not-found');
    const good = files.find(({ path }) => path.endsWith('好.xlsx'));
    expect(good?.sheets[0]?.findings.map((finding) => finding.code)).toContain('PT401');
    expect([code, summary['files'], summary['unreadable']]).toEqual([2, names.length + 2, names.length + 1]);
  },
);

(process.platform === 'win32' ? test.skip : test)('devices and pipes are not read', async () => {
  const { files, code } = await check('/dev/zero');
  expect([code, files[0]?.error?.code]).toEqual([2, 'not-file']);
});

/** LibreOffice in the tests: a script that puts a .docx where it is told to. */
async function office(script: (docx: string) => string): Promise<void> {
  writeFileSync(at('converted.docx'), await docxOf(SHEET));
  writeFileSync(at('office'), `#!/bin/sh\n${script(at('converted.docx'))}\n`);
  chmodSync(at('office'), 0o755);
  process.env['PERF_ADDIN_SOFFICE'] = at('office');
}

(process.platform === 'win32' ? describe.skip : describe)('through LibreOffice', () => {
  /** The folder that it writes to stands behind --outdir. */
  const COPY = (docx: string) => `while [ "$1" != --outdir ]; do shift; done; cp '${docx}' "$2/document.docx"`;
  const doc = () => HOSTILE_FILES.find(({ name }) => name === '旧稿.doc')?.bytes() ?? new Uint8Array();

  test.each([
    ['.doc', doc],
    ['.pdf', () => new TextEncoder().encode('%PDF-1.7\n')],
    ['.rtf', () => new TextEncoder().encode('{\\rtf1}')],
  ])('%s', async (ending, bytes) => {
    await office(COPY);
    writeFileSync(at(`表${ending}`), bytes());
    const { files, code } = await check(`表${ending}`);
    expect([code, files[0]?.error]).toEqual([1, undefined]);
    expect(files[0]?.sheets[0]?.findings.map((finding) => finding.code)).toContain('PT401');
  });

  test('what it cannot read is said', async () => {
    await office(() => 'exit 0');
    writeFileSync(at('表.doc'), doc());
    const { files, code } = await check('表.doc');
    expect([code, files[0]?.error?.code]).toEqual([2, 'office-failed']);
    expect(files[0]?.error?.message).toMatch(/“表\.doc”：LibreOffice 没能读出/);
  });
});

test('web pages of findings escape what documents say, from every form', async () => {
  const evil = makeSheet(
    'x',
    SHEET.cells.map((row, r) =>
      row?.map((cell, c) => (r === 3 && c === 2 ? makeCell('<img src=x onerror=alert(1)>次数') : (cell ?? null))),
    ),
  );
  writeFileSync(at('表.docx'), await docxOf(evil));
  writeFileSync(at('表.csv'), csvOf(evil));
  const { stdout } = await cli(folder, ['check', '--format', 'html', '表.docx', '表.csv']);
  expect([stdout.includes('<img'), stdout.includes('&lt;imgsrc=xonerror=alert(1)&gt;次数')]).toEqual([false, true]);
});
