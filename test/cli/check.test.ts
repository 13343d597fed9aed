import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCell, makeSheet, RECORD_SHEET, type SheetSnapshot } from '../../src/core/sheet';
import { marksOf, notesOf, readWorkbook, writeWorkbook } from '../../src/formats/xlsx';
import { JOURNAL } from '../../src/cli/journal';
import { cli } from '../support/cli';
import { partsOf } from '../support/xlsx';

/** A target that nobody can measure. */
const LOOSE = [
  '2025年度部门整体支出绩效目标表',
  '一级指标,二级指标,三级指标,指标值',
  '效益指标,社会效益指标,队伍素质,得到提升',
].join('\n');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perf-addin-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (...names: string[]): string => join(folder, ...names);
const save = (name: string, ...sheets: SheetSnapshot[]): void => writeFileSync(at(name), writeWorkbook(sheets));

/** A table with an error (the budget does not add up), a warning and, in full-width digits, something to mend safely. */
function table(rows: Readonly<Record<number, readonly (string | number | null)[]>> = {}): SheetSnapshot {
  const lines: (readonly (string | number | null)[])[] = [
    ['2026年部门整体支出绩效目标表'],
    ['部门（单位）名称', '县档案馆'],
    ['一级指标', '二级指标', '三级指标', '指标值类型', '指标值', '计量单位', '指标解释', '评（扣）分标准', '分值'],
    ['产出指标', '数量指标', '培训次数', '≥', '１０', '次', '全年培训不少于10次', '每少一次扣1分，扣完为止', 30],
    ['产出指标', '质量指标', '培训合格率', '≥', 95, '%', '参训人员合格率不低于95%', '达到95%得满分', 30],
    ['效益指标', '社会效益指标', '查档便利程度', '≥', 90, '%', '来馆群众查档一次办结的比例', '达到90%得满分', 20],
    ['满意度指标', '服务对象满意度指标', '查档群众满意度', '≥', 95, '%', '问卷调查的满意率', '达到95%得满分', 30],
  ];
  return makeSheet(
    '整体',
    lines.map((line, row) => (rows[row] ?? line).map((value) => makeCell(value))),
  );
}

interface Output {
  version: number;
  files: {
    path: string;
    error?: { code: string; message: string };
    sheets: { name: string; tables: Record<string, unknown>[]; findings: Record<string, unknown>[] }[];
  }[];
  summary: Record<string, number>;
}

const json = async (...argv: string[]): Promise<Output & { code: number; stderr: string }> => {
  const { code, stdout, stderr } = await cli(folder, ['check', '--format', 'json', ...argv]);
  return { ...(JSON.parse(stdout) as Output), code, stderr };
};
const codes = ({ files }: Output): string[] =>
  files.flatMap(({ sheets }) => sheets.flatMap(({ findings }) => findings.map(({ code }) => String(code))));

describe('check', () => {
  test('says what it read and found, as documented', async () => {
    save('表.xlsx', table());
    const { version, files, summary, code } = await json('表.xlsx');
    expect([version, code]).toEqual([1, 1]);
    expect(summary).toEqual({
      files: 1,
      unreadable: 0,
      error: expect.any(Number),
      warning: expect.any(Number),
      info: expect.any(Number),
    });
    const [sheet] = files[0]?.sheets ?? [];
    expect(sheet?.tables[0]).toMatchObject({
      range: '整体!A1:I7',
      kind: 'target',
      formId: 'department-target-hunan',
      title: { value: '2026年部门整体支出绩效目标表', cell: '整体!A1' },
      year: { value: 2026, raw: '2026年部门整体支出绩效目标表', cell: '整体!A1' },
      department: { value: '县档案馆', raw: '县档案馆', cell: '整体!B2' },
      budget: null,
      foot: expect.any(Object),
    });
    expect((sheet?.tables[0]?.['indicators'] as unknown[])[1]).toEqual({
      row: 5,
      level1: { value: '产出指标', raw: '产出指标', cell: '整体!A5' },
      level2: { value: '质量指标', raw: '质量指标', cell: '整体!B5' },
      name: { value: '培训合格率', raw: '培训合格率', cell: '整体!C5' },
      operator: { value: '≥', raw: '≥', cell: '整体!D5' },
      target: { value: 95, raw: '95', cell: '整体!E5' },
      unit: { value: '%', raw: '%', cell: '整体!F5' },
      explanation: { value: '参训人员合格率不低于95%', raw: '参训人员合格率不低于95%', cell: '整体!G5' },
      standard: { value: '达到95%得满分', raw: '达到95%得满分', cell: '整体!H5' },
      weight: { value: 30, raw: '30', cell: '整体!I5' },
      actual: null,
      score: null,
      deviation: null,
      remark: null,
    });
    const finding = sheet?.findings.find((found) => found['code'] === 'PT401');
    expect(finding).toMatchObject({
      rule: 'weight-sum',
      severity: 'error',
      cell: expect.stringMatching(/^整体!/),
      message: expect.stringContaining('110'),
      data: expect.any(Object),
      fixes: [],
    });
    expect(sheet?.findings.find((found) => found['code'] === 'PT107')).toMatchObject({
      cell: '整体!E4',
      fixes: [
        {
          title: expect.any(String),
          grade: 'safe',
          edits: [{ cell: '整体!E4', from: { text: '１０' }, to: { number: 10 } }],
        },
      ],
    });
  });

  test('in English', async () => {
    save('表.xlsx', table());
    const { files } = await json('--lang', 'en-US', '表.xlsx');
    expect(String(files[0]?.sheets[0]?.findings[0]?.['message'])).toMatch(/[a-z]{3}/);
    expect((await cli(folder, ['check', '--lang=en-US', '表.xlsx'])).stdout).toContain('1 file:');
  });

  test('a sheet of its own, sheets without tables, hidden sheets of ours', async () => {
    save(
      '表.xlsx',
      table(),
      makeSheet('封面', [[makeCell('说明')]]),
      makeSheet(RECORD_SHEET, [[makeCell('类型'), makeCell('键')]]),
    );
    expect((await json('表.xlsx')).files[0]?.sheets.map(({ name }) => name)).toEqual(['整体', '封面']);
    expect((await json('--sheet', '封面', '表.xlsx')).files[0]?.sheets.map(({ name }) => name)).toEqual(['封面']);
    expect((await json('--sheet', '无', '表.xlsx')).files[0]).toMatchObject({
      error: { code: 'missing-sheet', message: '“表.xlsx”：没有名为“无”的工作表。' },
      sheets: [],
    });
  });

  test('one line a file', async () => {
    save('甲.xlsx', table());
    writeFileSync(at('乙.xlsx'), 'x');
    const { stdout, stderr, code } = await cli(folder, ['check', '--format', 'ndjson', '甲.xlsx', '乙.xlsx']);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Output['files'][number]);
    expect(lines.map(({ path, error }) => [path, error?.code])).toEqual([
      ['甲.xlsx', undefined],
      ['乙.xlsx', 'not-xlsx'],
    ]);
    expect([code, stderr]).toEqual([2, '乙.xlsx: 这是文本文件，里面没有可以读取的表格。\n']);
  });

  test('text for people, on one line a finding', async () => {
    save('表.xlsx', table());
    const { stdout } = await cli(folder, ['check', '表.xlsx']);
    expect(stdout).toMatch(/^表\.xlsx\n {2}整体\n {4}2026年部门整体支出绩效目标表 {2}A1:I7 {2}4 条指标\n/);
    expect(stdout).toMatch(/ {4}必改 {2}PT401 {2}整体!/);
    expect(stdout).toMatch(/\n共 1 个文件，必改 \d+，建议修改 \d+，提示 \d+；读不出 0 个\n$/);
  });

  test('text and page name the clause that a finding rests on, or is held against', async () => {
    writeFileSync(at('表.csv'), LOOSE);
    const cited = '（参照财预〔2021〕101号 一（二）3）';
    expect((await cli(folder, ['check', '表.csv'])).stdout).toContain(cited);
    expect((await cli(folder, ['check', '--format', 'html', '表.csv'])).stdout).toContain(cited);
    writeFileSync(at('口径.json'), JSON.stringify({ settings: { localSources: [{ document: '湘财绩〔2023〕7号' }] } }));
    const local = await cli(folder, ['check', '--profile', '口径.json', '表.csv']);
    expect(local.stdout).toContain('（依据湘财绩〔2023〕7号 一（二）3）');
  });

  test('html escapes what documents say, and loads nothing', async () => {
    const evil = '<script>alert(1)</script>"\'&';
    save(
      '表.xlsx',
      table({
        1: ['部门（单位）名称', evil],
        4: ['产出指标', '质量指标', `<img src=x onerror=1>合格率`, '=', 95, '%', `不低于99%${evil}`, '', 30],
      }),
    );
    const { stdout } = await cli(folder, ['check', '--format', 'html', '表.xlsx']);
    expect(stdout).toContain('&lt;img');
    expect(stdout).not.toMatch(/<script|<img|<a |href=|url\((?!#)/i);
    expect(stdout).toContain("default-src 'none'");
  });
});

describe('exit status', () => {
  test.each<[string, string[], () => void, number]>([
    [
      'no findings',
      ['--rule', 'PT401=off', '--rule', 'weight-sum=off', '空.xlsx'],
      () => save('空.xlsx', makeSheet('表', [])),
      0,
    ],
    ['an error remains', ['表.xlsx'], () => save('表.xlsx', table()), 1],
    ['errors turned into warnings', ['--rule', 'PT401=warning', '表.xlsx'], () => save('表.xlsx', table()), 0],
    ['unreadable beside an error', ['表.xlsx', '无.xlsx'], () => save('表.xlsx', table()), 2],
    ['an empty folder', ['.'], () => undefined, 0],
  ])('%s', async (_, argv, prepare, expected) => {
    prepare();
    expect((await cli(folder, ['check', ...argv])).code).toBe(expected);
  });

  test.each<[string, string[], RegExp]>([
    ['no path', ['check'], /给出要检查/],
    ['an unknown command', ['audit'], /没有“audit”/],
    ['an unknown option', ['check', '--fast', '.'], /选项有误/],
    ['a format', ['check', '--format', 'xml', '.'], /--format/],
    ['a language', ['check', '--lang', 'fr', '.'], /--lang/],
    ['a rule without severity', ['check', '--rule', 'PT201', '.'], /--rule/],
    ['an unknown rule', ['check', '--rule', 'PT999=off', '.'], /PT999/],
    ['fix without a place', ['check', '--fix', '.'], /--fix/],
    ['annotate without a place', ['check', '--annotate', '.'], /--annotate/],
    ['out for nothing', ['check', '--out', 'x', '.'], /--out/],
    ['in place for nothing', ['check', '--in-place', '.'], /--in-place/],
    ['two places', ['check', '--fix', '--out', 'x', '--in-place', '.'], /只能用一个/],
    ['paths from a file', ['check', '--files-from', 'list.txt'], /标准输入/],
    ['a missing profile', ['check', '--profile', 'p.json', '.'], /p\.json/],
    ['two tables', ['table', 'a', 'b'], /一个文件/],
  ])('usage: %s', async (_, argv, message) => {
    const { code, stdout, stderr } = await cli(folder, argv);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });

  test('help', async () => {
    expect((await cli(folder, ['--help'])).code).toBe(0);
    expect((await cli(folder, ['check', '--help', '--lang', 'en-US'])).stdout).toContain('Usage: perf-addin');
    expect((await cli(folder, [])).code).toBe(2);
  });
});

describe('inputs', () => {
  test('folders are walked in order, without lock files; missing ones are told of', async () => {
    mkdirSync(at('丙/丁'), { recursive: true });
    mkdirSync(at('.git'));
    for (const name of ['b.xlsx', 'a.xlsm', '丙/丁/c.xlsx', '~$b.xlsx', '.hidden.xlsx', '.git/x.xlsx', 'notes.txt']) {
      writeFileSync(at(name), writeWorkbook([makeSheet('表', [])]));
    }
    writeFileSync(at('old.xls'), new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
    const { files } = await json('.', '无');
    expect(files.map(({ path, error }) => [path, error?.code])).toEqual([
      ['a.xlsm', undefined],
      ['b.xlsx', undefined],
      ['old.xls', 'truncated'],
      ['丙/丁/c.xlsx', undefined],
      ['无', 'not-found'],
    ]);
  });

  test('paths from standard input', async () => {
    save('甲 一.xlsx', makeSheet('表', []));
    save('乙.xlsx', makeSheet('表', []));
    const { stdout } = await cli(
      folder,
      ['check', '--format', 'ndjson', '--files-from', '-'],
      '甲 一.xlsx\r\n\n乙.xlsx',
    );
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { path: string }).path),
    ).toEqual(['甲 一.xlsx', '乙.xlsx']);
  });

  test.each<[string, unknown, boolean, RegExp | null]>([
    ['severities by code and name', { rules: { PT401: 'info', 'text-number': 'off' } }, true, null],
    ['settings', { name: '县审核口径', settings: { audience: 'reviewer', sumTolerance: 0.5 } }, true, null],
    ['an unknown rule', { rules: { PT999: 'off' } }, false, /PT999/],
    ['an unknown severity', { rules: { PT401: 'fatal' } }, false, /PT401/],
    ['an unknown key', { setings: {} }, false, /setings/],
    ['no object', [], false, /有误/],
  ])('profile: %s', async (_, profile, good, message) => {
    save('表.xlsx', table());
    writeFileSync(at('口径.json'), `\uFEFF${JSON.stringify(profile)}`);
    const { code, stderr, stdout } = await cli(folder, [
      'check',
      '--format',
      'json',
      '--profile',
      '口径.json',
      '表.xlsx',
    ]);
    if (message) expect(stderr).toMatch(message);
    expect(good ? code < 2 : code === 2 && stdout === '').toBe(true);
    if (good && 'rules' in (profile as object)) {
      const found = JSON.parse(stdout) as Output;
      expect(found.files[0]?.sheets[0]?.findings.find((finding) => finding['code'] === 'PT401')?.['severity']).toBe(
        'info',
      );
      expect(codes(found)).not.toContain('PT107');
    }
  });

  test.each<[string, Uint8Array | null, RegExp]>([
    ['that is not there', null, /审核口径 口径\.json 读不出：找不到/],
    ['that is empty', new Uint8Array(), /有误：文件是空的/],
    // 名 in GB18030, as Notepad saves it; UTF-8 would read no more than two unknown characters.
    [
      'of another encoding',
      Buffer.concat([Buffer.from('{"'), Buffer.from([0xc3, 0xfb]), Buffer.from('":1}')]),
      /不认识“名”/,
    ],
  ])('a profile %s', async (_, bytes, message) => {
    save('表.xlsx', table());
    rmSync(at('口径.json'), { force: true });
    if (bytes) writeFileSync(at('口径.json'), bytes);
    const { code, stderr } = await cli(folder, ['check', '--profile', '口径.json', '表.xlsx']);
    expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
  });

  test('the option has the last word over the profile', async () => {
    save('表.xlsx', table());
    writeFileSync(at('口径.json'), JSON.stringify({ rules: { PT401: 'info' } }));
    expect(
      (await json('--profile', '口径.json', '--rule', 'PT401=off', '表.xlsx')).files[0]?.sheets[0]?.findings.some(
        (finding) => finding['code'] === 'PT401',
      ),
    ).toBe(false);
  });
});

describe('the record in the workbook', () => {
  const record = (key: string, kind = '保留原值') =>
    makeSheet(RECORD_SHEET, [
      ['类型', '编码', '位置', '问题或内容', '理由', '人员', '时间', '键'].map((word) => makeCell(word)),
      [kind, 'PT401', '', '', '县里统一口径', '张三', '2026-01-02 10:00:00', key].map((word) => makeCell(word)),
    ]);

  test('values kept with a reason are listed, counted, and do not fail the run', async () => {
    save('表.xlsx', table());
    const before = await json('表.xlsx');
    const key = String(before.files[0]?.sheets[0]?.findings.find((finding) => finding['code'] === 'PT401')?.['key']);
    save('表.xlsx', table(), record(key));
    const kept = await json('表.xlsx');
    const finding = kept.files[0]?.sheets[0]?.findings.find((found) => found['code'] === 'PT401');
    expect(finding?.['suppressed']).toEqual({ reason: '县里统一口径', by: '张三', at: '2026-01-02T10:00:00' });
    expect([kept.summary['error'], kept.code]).toEqual([
      before.summary['error'],
      before.summary['error'] === 1 ? 0 : 1,
    ]);
    const ignored = await json('--no-suppress', '表.xlsx');
    expect([ignored.files[0]?.sheets[0]?.findings.some((found) => 'suppressed' in found), ignored.code]).toEqual([
      false,
      1,
    ]);
  });

  test('a line without a key that fits no finding is told of, in the data and beside it', async () => {
    save('表.xlsx', table(), record(''));
    const { files, stderr } = await json('表.xlsx');
    expect(files[0]).toMatchObject({ notes: [{ code: 'record-unmatched' }] });
    expect(stderr).toContain('“保留原值”（PT401）没有对上问题');
    expect((await json('--no-suppress', '表.xlsx')).stderr).toBe('');
  });
});

describe('copies', () => {
  test('mended: what is safe is done, the rest stands, the original is as it was', async () => {
    save('表.xlsx', table());
    const original = readFileSync(at('表.xlsx'));
    const before = codes(await json('表.xlsx'));
    const after = await json('--fix', '--out', '改.xlsx', '表.xlsx');
    expect(before).toContain('PT107');
    expect(codes(after)).not.toContain('PT107');
    expect(readFileSync(at('表.xlsx')).equals(original)).toBe(true);
    expect(codes(await json('改.xlsx'))).toEqual(codes(after));
    expect(readWorkbook(readFileSync(at('改.xlsx'))).sheets[0]?.cells[3]?.[4]?.value).not.toBe('１０');
  });

  test('in place, with a backup; nothing is written where nothing is mended', async () => {
    save('表.xlsx', table());
    const original = readFileSync(at('表.xlsx'));
    const { stderr } = await json('--fix', '--in-place', '表.xlsx');
    expect(readFileSync(at('表.bak.xlsx')).equals(original)).toBe(true);
    expect(stderr).toContain('表.bak.xlsx');
    const mended = readFileSync(at('表.xlsx'));
    await json('--fix', '--in-place', '表.xlsx');
    expect(readFileSync(at('表.xlsx')).equals(mended)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['表.bak.xlsx', '表.xlsx']);
  });

  test('marked: one mark a cell with its findings in a note; every other part as it was', async () => {
    save('表.xlsx', table());
    const found = await json('--annotate', '--out', '标记', '表.xlsx');
    const bytes = readFileSync(at('标记', '表.xlsx'));
    const file = readWorkbook(bytes);
    const cells = new Set(found.files[0]?.sheets[0]?.findings.map((finding) => finding['cell']));
    const areas = marksOf(file, '整体');
    expect([...areas.error, ...areas.warning, ...areas.info]).toHaveLength(cells.size);
    expect(
      notesOf(file, '整体')
        .map(({ text }) => text)
        .join(),
    ).toContain('必改 各指标分值合计110分');
    const before = partsOf(readFileSync(at('表.xlsx')));
    for (const part of ['xl/workbook.xml', 'xl/sharedStrings.xml'])
      expect(partsOf(bytes).get(part)).toBe(before.get(part));
    expect(codes(await json(at('标记', '表.xlsx')))).toEqual(codes(found));
  });

  test('folders keep their shape; the marks of last time give way', async () => {
    mkdirSync(at('入/甲'), { recursive: true });
    save('入/甲/表.xlsx', table());
    save('入/表.xlsx', table());
    await json('--annotate', '--out', '出', '入');
    await json('--annotate', '--out', '再', '出');
    expect(partsOf(readFileSync(at('再/甲/表.xlsx')))).toEqual(partsOf(readFileSync(at('出/甲/表.xlsx'))));
    expect(existsSync(at('出/表.xlsx'))).toBe(true);
  });

  test('an output that is there is kept under another name; the input itself is refused', async () => {
    save('表.xlsx', table());
    writeFileSync(at('出.xlsx'), '别的');
    expect((await json('--annotate', '--out', '出.xlsx', '表.xlsx')).stderr).toContain('出.bak.xlsx');
    expect(readFileSync(at('出.bak.xlsx'), 'utf8')).toBe('别的');
    expect((await json('--annotate', '--out', '表.xlsx', '表.xlsx')).files[0]?.error?.code).toBe('same-file');
  });

  test('one output file takes one input', async () => {
    save('甲.xlsx', table());
    save('乙.xlsx', table());
    const { code, stderr } = await cli(folder, ['check', '--annotate', '--out', '出.xlsx', '甲.xlsx', '乙.xlsx']);
    expect([code, existsSync(at('出.xlsx'))]).toEqual([2, false]);
    expect(stderr).toContain('文件夹');
  });

  test('protected sheets are told of, the others are done', async () => {
    save('甲.xlsx', makeSheet('整体', table().cells, { protected: true }));
    save('乙.xlsx', table());
    const { files, code } = await json('--annotate', '--out', '出', '甲.xlsx', '乙.xlsx');
    expect(files.map(({ error }) => error?.code)).toEqual(['protected', undefined]);
    expect([code, readdirSync(at('出'))]).toEqual([2, ['乙.xlsx']]);
  });
});

describe('resuming', () => {
  test('a run that was stopped goes on, and says what an unbroken one says', async () => {
    for (const name of ['甲.xlsx', '乙.xlsx', '丙.xlsx']) save(name, table());
    const unbroken = await cli(folder, ['check', '--format', 'ndjson', '甲.xlsx', '乙.xlsx', '丙.xlsx']);
    const journal = at(JOURNAL);
    // Stopped after the second file: the journal holds two whole lines and a part of the third.
    await cli(folder, ['check', '--format', 'ndjson', '--resume', '甲.xlsx', '乙.xlsx', '丙.xlsx']);
    expect(existsSync(journal)).toBe(false);
    const lines = await journalOf(['甲.xlsx', '乙.xlsx', '丙.xlsx']);
    writeFileSync(journal, `${lines.slice(0, 3).join('\n')}\n${lines[3]?.slice(0, 40)}`);
    copyFileSync(at('丙.xlsx'), at('甲 原.xlsx'));
    const resumed = await cli(folder, ['check', '--format', 'ndjson', '--resume', '甲.xlsx', '乙.xlsx', '丙.xlsx']);
    expect(resumed).toEqual(unbroken);
    expect(existsSync(journal)).toBe(false);
  });

  test('a file that changed since is done again; other options begin anew', async () => {
    save('甲.xlsx', table());
    const lines = await journalOf(['甲.xlsx']);
    writeFileSync(at(JOURNAL), `${lines.join('\n')}\n`);
    save('甲.xlsx', makeSheet('空', []));
    const { stdout } = await cli(folder, ['check', '--format', 'ndjson', '--resume', '甲.xlsx']);
    expect(stdout).toContain('"空"');
    writeFileSync(at(JOURNAL), `${lines.join('\n')}\n`);
    save('甲.xlsx', table());
    const english = await cli(folder, ['check', '--format', 'ndjson', '--resume', '--lang', 'en-US', '甲.xlsx']);
    expect(english.stdout).toMatch(/"message":"[A-Z“"]?[A-Za-z]/);
  });

  /** The journal of a run as it stands just before the end: read while the last output is being written. */
  async function journalOf(names: readonly string[]): Promise<string[]> {
    let text = '';
    const { run } = await import('../../src/cli/run');
    await run(['check', '--format', 'ndjson', '--resume', ...names], {
      stdin: (async function* () {})(),
      stdout: async () => void (text = readFileSync(at(JOURNAL), 'utf8')),
      stderr: () => undefined,
      cwd: folder,
    });
    return text.trimEnd().split('\n');
  }
});
