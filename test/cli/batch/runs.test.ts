import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import fs, { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JOURNAL } from '../../../src/cli/journal';
import { makeCell, makeSheet } from '../../../src/core/sheet';
import { readWorkbook, writeWorkbook } from '../../../src/formats/xlsx';
import { cli } from '../../support/cli';
import { partsOf } from '../../support/xlsx';
import { HOSTILE_FILES } from '../../support/hostile-files';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perf-addin-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const at = (...names: string[]): string => join(folder, ...names);
const check = (...argv: string[]) => cli(folder, ['check', ...argv]);

/** A table of a department with an error (its points do not add up) and something to mend safely (full-width digits). */
function put(name: string, department = '青溪县水利局', year = 2026): void {
  const rows = [
    [`${year}年部门整体支出绩效目标表`],
    ['部门（单位）名称', department],
    ['一级指标', '二级指标', '三级指标', '指标值类型', '指标值', '计量单位', '指标解释', '评（扣）分标准', '分值'],
    ['产出指标', '数量指标', '培训次数', '≥', '１０', '次', '全年培训不少于10次', '每少一次扣1分，扣完为止', 30],
    ['效益指标', '社会效益指标', '知晓率', '≥', 90, '%', '知晓的比例', '达到90%得满分', 30],
    ['满意度指标', '服务对象满意度指标', '群众满意度', '≥', 95, '%', '问卷满意率', '达到95%得满分', 50],
  ];
  mkdirSync(at(name, '..'), { recursive: true });
  writeFileSync(
    at(name),
    writeWorkbook([
      makeSheet(
        '整体',
        rows.map((row) => row.map((value) => makeCell(value))),
      ),
    ]),
  );
}

/** Stands in for a kill: the journal of a whole run, cut after so many files and within a line. */
async function stopAfter(files: number, argv: readonly string[], path: string): Promise<void> {
  const { run } = await import('../../../src/cli/run');
  let text = '';
  const keep = () => {
    if (existsSync(path)) text = readFileSync(path, 'utf8');
  };
  await run(['check', ...argv, '--resume'], {
    stdin: (async function* () {})(),
    stdout: async () => keep(),
    stderr: keep,
    cwd: folder,
  });
  const lines = text.split('\n');
  writeFileSync(path, `${lines.slice(0, files + 1).join('\n')}\n${lines[files + 1]?.slice(0, 30) ?? ''}`);
}

describe('gone on with', () => {
  test('mended in place: what was mended is not mended again, and its backup is no table of its own', async () => {
    for (const name of ['甲', '乙', '丙']) put(`入/${name}.xlsx`);
    const argv = ['入', '--fix', '--in-place', '--format', 'ndjson'];
    await stopAfter(2, argv, at(JOURNAL));
    const { stdout, stderr } = await check(...argv, '--resume');
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { path: string }).path),
    ).toEqual(['丙', '乙', '甲'].map((name) => join('入', `${name}.xlsx`)));
    expect(stdout).not.toContain('PT107');
    expect(readdirSync(at('入')).sort()).toEqual(
      ['丙.bak.xlsx', '丙.xlsx', '乙.bak.xlsx', '乙.xlsx', '甲.bak.xlsx', '甲.xlsx'].sort(),
    );
    expect(stderr.match(/已写入/gu)).toHaveLength(2);
  });

  test("what a kill left half written beside the copies is taken away, and no one else's file", async () => {
    for (const name of ['甲.xlsx', '.乙 (a+b)[1].xlsx']) put(`入/${name}`);
    const argv = ['入/甲.xlsx', '入/.乙 (a+b)[1].xlsx', '--annotate', '--out', '出', '--summary', '汇总.html'];
    await stopAfter(1, argv, at('出', JOURNAL));
    rmSync(at('出', '.乙 (a+b)[1].xlsx'));
    const left = ['.甲.xlsx', '..乙 (a+b)[1].xlsx'].map((name) => at('出', `${name}.0123456789ab.tmp`));
    const others = ['.他.xlsx.0123456789ab.tmp', '.甲.xlsx.0123456789.tmp', '甲.xlsx.0123456789ab.tmp', '甲.xlsx.tmp'];
    for (const path of [...left, ...others.map((name) => at('出', name)), at('.汇总.html.0123456789ab.tmp')]) {
      writeFileSync(path, '半');
    }
    await check(...argv, '--resume');
    // 甲 was done before: what lies beside it is of another run, which may still be at work.
    expect(readdirSync(at('出')).sort()).toEqual(
      ['甲.xlsx', '.乙 (a+b)[1].xlsx', '.甲.xlsx.0123456789ab.tmp', ...others].sort(),
    );
    expect(readdirSync(folder).sort()).toEqual(['入', '出', '汇总.html'].sort());
  });

  test('pieces of results that a kill left are written anew', async () => {
    for (const name of ['甲', '乙']) put(`入/${name}.xlsx`);
    const argv = ['入', '--save', '果/全.html', '--format', 'html'];
    await stopAfter(1, argv, at('果/全.html.progress'));
    for (const name of ['果/全.html.partial', '果/全.html.sections.partial']) writeFileSync(at(name), '半个字也不留');
    expect((await check(...argv, '--resume')).code).toBe(1);
    expect(readdirSync(at('果'))).toEqual(['全.html']);
    expect(readFileSync(at('果/全.html'), 'utf8')).not.toContain('半个字');
  });

  test('what failed is tried again', async () => {
    put('甲.xlsx');
    writeFileSync(at('乙.xlsx'), readFileSync(at('甲.xlsx')).subarray(0, 500));
    const { mtime } = { mtime: new Date(1_700_000_000_000) };
    utimesSync(at('乙.xlsx'), mtime, mtime);
    await stopAfter(2, ['甲.xlsx', '乙.xlsx', '--format', 'ndjson'], at(JOURNAL));
    expect(readFileSync(at(JOURNAL), 'utf8')).not.toContain('乙.xlsx');
    expect((await check('甲.xlsx', '乙.xlsx', '--format', 'ndjson', '--resume')).code).toBe(2);
  });

  test('a journal that cannot be written is told of once; the run goes on', async () => {
    for (const name of ['甲.xlsx', '乙.xlsx']) put(name);
    mkdirSync(at(JOURNAL));
    const { code, stdout, stderr } = await check('甲.xlsx', '乙.xlsx', '--format', 'ndjson', '--resume');
    expect([code, stdout.trim().split('\n').length]).toEqual([1, 2]);
    expect(stderr.match(/进度记录/gu)).toHaveLength(1);
  });
});

describe('results in a file', () => {
  test.each(['json', 'ndjson', 'text', 'html'])(
    '%s: as on standard output, and nothing else is left',
    async (format) => {
      for (const name of ['甲.xlsx', '乙.xlsx']) put(`入/${name}`);
      const printed = await check('入', '--format', format);
      const saved = await check('入', '--format', format, '--save', '果/结果.out');
      expect(saved.stdout).toBe('');
      expect(readFileSync(at('果/结果.out'), 'utf8')).toBe(printed.stdout);
      expect(readdirSync(at('果'))).toEqual(['结果.out']);
    },
  );

  test('a full disk: told of by name, with status 2; the results of last time stay', async () => {
    put('甲.xlsx');
    writeFileSync(at('结果.json'), '上次');
    const handle = await open(at('甲.xlsx'), 'r');
    const writing = jest
      .spyOn(Object.getPrototypeOf(handle) as { writeFile(): Promise<void> }, 'writeFile')
      .mockRejectedValue(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }));
    try {
      const { code, stderr } = await check('甲.xlsx', '--format', 'json', '--save', '结果.json');
      expect(code).toBe(2);
      expect(stderr).toContain('结果.json');
      expect(stderr).toContain('磁盘已满');
    } finally {
      writing.mockRestore();
      await handle.close();
    }
    expect(readFileSync(at('结果.json'), 'utf8')).toBe('上次');
  });
});

describe('summary', () => {
  beforeEach(() => {
    put('入/甲.xlsx', '<script>alert(1)</script>局');
    put('入/乙.xlsx', '=HYPERLINK("http://x")', 2025);
    put('入/丙.xlsx', '青溪县水利局', 2025);
    writeFileSync(at('入/丁.xlsx'), 'x');
  });

  test('as a workbook: its numbers are those of the run, texts stay texts', async () => {
    const { files, summary } = JSON.parse((await check('入', '--format', 'json', '--summary', '总.xlsx')).stdout) as {
      files: { sheets: { findings: { code: string }[] }[] }[];
      summary: Record<string, number>;
    };
    const { sheets } = readWorkbook(readFileSync(at('总.xlsx')));
    const rowsOf = (name: string) =>
      sheets.find((sheet) => sheet.name === name)?.cells.map((row) => (row ?? []).map((cell) => cell?.value ?? null)) ??
      [];
    const overview = new Map(rowsOf('汇总').map(([name, value]) => [name, value]));
    expect(overview.get('文件数')).toBe(4);
    expect(overview.get('读不出')).toBe(1);
    expect(overview.get('必改')).toBe(summary['error']);
    const counted = new Map<string, number>();
    for (const { code } of files.flatMap((file) => file.sheets.flatMap(({ findings }) => findings))) {
      counted.set(code, (counted.get(code) ?? 0) + 1);
    }
    expect(
      new Map(
        rowsOf('按规则')
          .slice(1)
          .map((row) => [row[0], row.at(-1)]),
      ),
    ).toEqual(counted);
    for (const name of ['按部门', '按年度']) {
      const total = rowsOf(name)
        .slice(1)
        .reduce((sum, row) => sum + Number(row.at(-1)), 0);
      expect(total).toBe(overview.get('问题合计'));
    }
    expect(rowsOf('按部门').map(([name]) => name)).toContain('=HYPERLINK("http://x")');
    expect(sheets.flatMap(({ cells }) => cells.flatMap((row) => (row ?? []).filter((cell) => cell?.formula)))).toEqual(
      [],
    );
    expect(rowsOf('读不出的文件')[1]?.[1]).toBe('not-xlsx');
  });

  test('as a workbook: charts of what stands beside them, and nothing from elsewhere', async () => {
    await check('入', '--format', 'json', '--summary', '总.xlsx');
    const parts = partsOf(readFileSync(at('总.xlsx')));
    const charts = [...parts].filter(([name]) => name.startsWith('xl/charts/')).map(([, text]) => String(text));
    expect(charts.map((text) => /<a:t>([^<]*)</u.exec(text)?.[1])).toEqual([
      '按规则',
      '按部门',
      '按年度',
      '问题最多的表',
    ]);
    expect(charts[1]).toContain('<c:v>=HYPERLINK(&quot;http://x&quot;)</c:v>');
    expect(charts[1]).toContain('<c:f>按部门!$A$2:$A$');
    expect([...parts.values()].join('')).not.toContain('TargetMode');
  });

  test('as a workbook: headings stay in sight and can be filtered by, but for what is no list', async () => {
    await check('入', '--format', 'json', '--summary', '总.xlsx');
    const bytes = readFileSync(at('总.xlsx'));
    const { sheets } = readWorkbook(bytes);
    const parts = partsOf(bytes);
    const told = sheets.map(({ name, cells }, index) => {
      const xml = String(parts.get(`xl/worksheets/sheet${index + 1}.xml`));
      const pane = xml.includes('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
      return [name, cells.length, pane, /<autoFilter ref="A1:[A-Z]+(\d+)"/u.exec(xml)?.[1]];
    });
    expect(told.length).toBeGreaterThan(5);
    // LibreOffice knows a filter by its name.
    const filtered = told.filter(([, , pane]) => pane).length;
    expect(String(parts.get('xl/workbook.xml')).match(/"_xlnm\._FilterDatabase"/gu)).toHaveLength(filtered);
    expect(told).toEqual(
      told.map(([name, rows]) =>
        name === '汇总' || rows === 1 ? [name, rows, false, undefined] : [name, rows, true, String(rows)],
      ),
    );
  });

  test('as a page: it stands alone and escapes what documents say', async () => {
    await check('入', '--format', 'json', '--summary', '总.html');
    const page = readFileSync(at('总.html'), 'utf8');
    expect(page).toContain("default-src 'none'");
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toMatch(/<script|(?:src|href)=/u);
    expect(page.match(/<svg /gu)?.length).toBeGreaterThanOrEqual(4);
  });

  test('takes the place of its own last one, and of nothing else', async () => {
    await check('入', '--summary', '总.xlsx', '--summary', '总.html');
    await check('入', '--lang', 'en-US', '--summary', '总.xlsx', '--summary', '总.html');
    expect(readdirSync(folder).sort()).toEqual(['入', '总.html', '总.xlsx'].sort());
    put('总.xlsx');
    writeFileSync(at('总.html'), '<p>别的');
    await check('入', '--summary', '总.xlsx', '--summary', '总.html');
    expect(readdirSync(folder).sort()).toEqual(['入', '总.bak.html', '总.bak.xlsx', '总.html', '总.xlsx'].sort());
  });
});

test.each<[string, string[], string]>([
  ['jobs', ['入', '--jobs', '0'], '--jobs'],
  ['timeout', ['入', '--timeout', 'x'], '--timeout'],
  ['summary', ['入', '--summary', '总.txt'], '.xlsx'],
  ['results over a table', ['入', '--save', '表.xlsx'], '--save'],
  ['results over the summary', ['入', '--save', '总.html', '--format', 'html', '--summary', '总.html'], '--save'],
])('usage: %s', async (_, argv, said) => {
  const { code, stderr } = await check(...argv);
  expect(code).toBe(2);
  expect(stderr).toContain(said);
});

describe('bad input', () => {
  interface Entry {
    readonly path: string;
    readonly error?: { readonly code: string; readonly message: string };
  }

  test.each(['zh-CN', 'en-US'] as const)(
    'every hostile file has its code and a sentence with its name, the others are done (%s)',
    async (locale) => {
      const files = HOSTILE_FILES.filter(({ name }) => !/^(?:旧稿|公开稿|行\.csv)/u.test(name));
      for (const { name, bytes } of files) writeFileSync(at(name), bytes());
      put('好.xlsx');
      const names = [...files.map(({ name }) => name), '好.xlsx', '没有.xlsx'];
      const { code, stdout, stderr } = await check('--format', 'ndjson', '--lang', locale, ...names);
      expect(code).toBe(2);
      const entries = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Entry);
      expect(entries.map(({ error }) => error?.code)).toEqual([
        ...files.map((file) => file.code),
        undefined,
        'not-found',
      ]);
      for (const { path, error } of entries) {
        if (!error) continue;
        expect(error.message).toContain(path);
        expect(stderr).toContain(path);
      }
    },
  );

  test('a file that vanishes', async () => {
    put('入/甲.xlsx');
    put('入/乙.xlsx');
    // The path is known, and gone when its turn comes.
    const lines = `${join('入', '甲.xlsx')}\n${join('入', '无.xlsx')}\n`;
    const { code, stdout } = await cli(folder, ['check', '--files-from', '-', '--format', 'ndjson'], lines);
    const entries = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Entry);
    expect([code, ...entries.map(({ error }) => error?.code)]).toEqual([2, undefined, 'not-found']);
    expect(entries[1]?.error?.message).toContain('无.xlsx');
  });

  test.each([
    ['ENOSPC', 'disk-full', '磁盘已满', 'disk is full'],
    ['EACCES', 'no-permission', '没有读写权限', 'permission'],
  ])(
    'a copy that the disk refuses with %s: nothing of it is left, the others are written',
    async (refusal, expected, zh, en) => {
      for (const name of ['甲', '乙', '丙']) put(`${name}.xlsx`);
      const original = fs.open;
      const opening = jest.spyOn(fs, 'open').mockImplementation((async (path: string, ...more: []) => {
        const handle = await original(path, ...more);
        if (!path.includes('.乙.xlsx.')) return handle;
        handle.writeFile = () => Promise.reject(Object.assign(new Error(refusal), { code: refusal }));
        return handle;
      }) as typeof fs.open);
      try {
        for (const [locale, sentence] of [
          ['zh-CN', zh],
          ['en-US', en],
        ] as const) {
          const argv = ['甲.xlsx', '乙.xlsx', '丙.xlsx', '--annotate', '--out', `出${locale}`];
          const { code, stdout } = await check(...argv, '--format', 'ndjson', '--lang', locale);
          const entries = stdout
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line) as Entry);
          expect([code, ...entries.map(({ error }) => error?.code)]).toEqual([2, undefined, expected, undefined]);
          expect(entries[1]?.error?.message).toContain('乙.xlsx');
          expect(entries[1]?.error?.message.toLowerCase()).toContain(sentence);
          expect(readdirSync(at(`出${locale}`)).sort()).toEqual(['丙.xlsx', '甲.xlsx'].sort());
        }
      } finally {
        opening.mockRestore();
      }
    },
  );

  test.each([
    ['EBUSY', 'locked', '正被别的程序占用', 'another program'],
    ['EACCES', 'no-permission', '没有读写权限', 'permission'],
    ['EIO', 'io', '磁盘读写失败', 'disk'],
  ])('a file that the disk refuses with %s', async (refusal, expected, zh, en) => {
    for (const name of ['甲', '乙', '丙']) put(`${name}.xlsx`);
    const original = fs.readFile;
    const reading = jest
      .spyOn(fs, 'readFile')
      .mockImplementation(((path: string, ...more: []) =>
        path.endsWith('乙.xlsx')
          ? Promise.reject(Object.assign(new Error(refusal), { code: refusal }))
          : original(path, ...more)) as typeof fs.readFile);
    try {
      for (const [locale, sentence] of [
        ['zh-CN', zh],
        ['en-US', en],
      ] as const) {
        const { code, stdout } = await check('甲.xlsx', '乙.xlsx', '丙.xlsx', '--format', 'ndjson', '--lang', locale);
        const [, found, ...others] = stdout
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as Entry);
        expect([code, found?.error?.code, others.length, others[0]?.error]).toEqual([2, expected, 1, undefined]);
        expect(found?.error?.message).toContain('乙.xlsx');
        expect(found?.error?.message.toLowerCase()).toContain(sentence);
      }
    } finally {
      reading.mockRestore();
    }
  });
});
