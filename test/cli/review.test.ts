import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCell, OPINION_SHEET, RECORD_SHEET, type SheetSnapshot } from '../../src/core/sheet';
import { writeWorkbook } from '../../src/formats/xlsx';
import { openWorkbook } from '../../src/hosts/file/disk';
import { faultyEvaluations, mendedEvaluations } from '../fixtures/evaluations';
import { PUBLISHED_2025 } from '../fixtures/seeds';
import { cli } from '../support/cli';
import { sheetOf } from '../support/sheets';

const folder = mkdtempSync(join(tmpdir(), 'perf-review-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, sheets: readonly SheetSnapshot[]): void =>
  writeFileSync(join(folder, name), writeWorkbook(sheets));
const withText = (sheet: SheetSnapshot, was: string, is: string): SheetSnapshot => ({
  ...sheet,
  cells: sheet.cells.map((row) => row?.map((cell) => (cell?.value === was ? makeCell(is) : cell))),
});
const sheetsIn = async (path: string) => (await openWorkbook(join(folder, path))).sheets;

const record = sheetOf(
  [
    ['类型', '编码', '位置', '问题或内容', '理由', '人员', '时间', '键'],
    ['审核意见', null, '自评表!H9', '请附巡查台账', null, '李', '2026-01-05', 'k1'],
  ],
  { name: RECORD_SHEET },
);

mkdirSync(join(folder, 'in'));
write('in/水利.xlsx', [...faultyEvaluations(), record]);
write('in/组织.xlsx', [sheetOf(PUBLISHED_2025.rows)]);
writeFileSync(join(folder, 'in/坏.xlsx'), 'PK\u0003\u0004 broken');
write('mended.xlsx', mendedEvaluations());
write('空.xlsx', [sheetOf([['姓名', '年龄']])]);
const [approved, evaluation] = faultyEvaluations() as [SheetSnapshot, SheetSnapshot];
write('目标.xlsx', [approved]);
write('自评.xlsx', [evaluation]);

const ROUND = ['--round', '2', '--deadline', '2026-01-15'];

describe('report', () => {
  test.each(['docx', 'html', 'xlsx'])('%s, by the ending of the file', async (format) => {
    const out = `意见.${format}`;
    const result = await cli(folder, ['report', 'in/水利.xlsx', '--out', out, ...ROUND, '--office', '青溪县财政局']);
    expect(result).toEqual({ code: 0, stdout: `已写入 ${out}\n`, stderr: '' });
    expect(readFileSync(join(folder, out)).length).toBeGreaterThan(2000);
  });

  test('the workbook keeps its sheets and gets 审核意见, and the review form where that is asked', async () => {
    const out = ['--out', '带表.xlsx', '--review-form', ...ROUND];
    expect((await cli(folder, ['report', 'in/组织.xlsx', ...out])).code).toBe(0);
    expect((await sheetsIn('带表.xlsx')).map(({ name }) => name)).toEqual(['Sheet1', OPINION_SHEET, '绩效目标审核表']);
    // Ours is written over by the next run; the review form with a reviewer's own grades is not.
    expect((await cli(folder, ['report', '带表.xlsx', '--out', '再.xlsx', '--review-form'])).code).toBe(0);
    const names = (await sheetsIn('再.xlsx')).map(({ name }) => name);
    expect(names).toEqual(['Sheet1', OPINION_SHEET, '绩效目标审核表', '绩效目标审核表 2']);
  });

  test('the reviewer’s own opinions come from the record', async () => {
    expect((await cli(folder, ['report', 'in/水利.xlsx', '--out', 'o.html'])).code).toBe(0);
    expect(readFileSync(join(folder, 'o.html'), 'utf8')).toContain('1．（自评表!H9）请附巡查台账');
  });

  test('a sheet 审核意见 of somebody’s own stays as it is', async () => {
    write('自有.xlsx', [approved, sheetOf([['局长：同意']], { name: OPINION_SHEET })]);
    expect((await cli(folder, ['report', '自有.xlsx', '--out', '自有意见.xlsx'])).code).toBe(0);
    const sheets = await sheetsIn('自有意见.xlsx');
    expect(sheets.map(({ name }) => name)).toEqual(['目标表', OPINION_SHEET, `${OPINION_SHEET} 2`]);
    expect(sheets[1]?.cells[0]?.[0]?.value).toBe('局长：同意');
  });

  test('against the approved targets of another file', async () => {
    await cli(folder, ['report', '自评.xlsx', '--out', 'alone.html']);
    await cli(folder, ['report', '自评.xlsx', '--out', 'against.html', '--against', '目标.xlsx']);
    const text = (name: string) => readFileSync(join(folder, name), 'utf8');
    expect(text('alone.html')).not.toContain('批复的目标表');
    expect(text('against.html')).toContain('批复的目标表（目标.xlsx 的工作表“目标表”）里是≥90%');
  });

  test.each([
    [['report', 'in/水利.xlsx'], '请用 --out'],
    [['report', 'in/水利.xlsx', '--out', 'a.pdf'], '扩展名应是 .docx'],
    [['report', 'in/水利.xlsx', '--out', 'a.docx', '--round', '0'], '--round 应是'],
    [['report', 'in/水利.xlsx', '--out', 'a.docx', '--deadline', '2026-02-30'], '2026-02-30'],
    [['report', 'in/水利.xlsx', '--out', 'in/水利.xlsx'], '不能是输入的文件'],
    [['report', '空.xlsx', '--out', 'a.docx'], '没有可以取用的绩效表'],
    [['report', '无.xlsx', '--out', 'a.docx'], '找不到'],
    [['report', 'in/水利.xlsx', '--out', 'a.html', '--review-form'], '只能与 xlsx'],
  ])('%j is refused in a sentence', async (argv, sentence) => {
    const { code, stderr } = await cli(folder, argv);
    expect([code, stderr]).toEqual([2, expect.stringContaining(sentence)]);
  });

  test('an existing file is not written over unless that was said', async () => {
    writeFileSync(join(folder, 'kept.docx'), 'mine');
    const refused = await cli(folder, ['report', 'in/组织.xlsx', '--out', 'kept.docx']);
    expect([refused.code, readFileSync(join(folder, 'kept.docx'), 'utf8')]).toEqual([2, 'mine']);
  });
});

describe('send-back', () => {
  test('one paper a department; files that cannot be read are told, and all others done', async () => {
    const argv = ['send-back', 'in', '--out', 'back', ...ROUND, '--list', 'json', '--workbooks'];
    const { code, stdout, stderr } = await cli(folder, argv);
    expect(code).toBe(2);
    expect(stderr).toContain('坏.xlsx');
    const { round, deadline, papers, errors } = JSON.parse(stdout) as {
      round: number;
      deadline: string;
      papers: { department: string; path: string; tables: number; error: number; workbooks: string[] }[];
      errors: { path: string }[];
    };
    expect([round, deadline, errors.map(({ path }) => path)]).toEqual([2, '2026-01-15', [join('in', '坏.xlsx')]]);
    expect(papers.map(({ department, tables }) => [department, tables])).toEqual([
      ['青溪县水利局', 4],
      [expect.stringMatching(/组织部$/u), 1],
    ]);
    expect(papers[0]?.path).toBe(join('back', '青溪县水利局审核意见（第2轮）.docx'));
    for (const { path, workbooks } of papers) {
      expect(existsSync(join(folder, path))).toBe(true);
      for (const copy of workbooks) expect((await sheetsIn(copy)).map(({ name }) => name)).toContain(OPINION_SHEET);
    }
  });

  test('names of departments make names of files that every system takes', async () => {
    mkdirSync(join(folder, 'odd'));
    write('odd/a.xlsx', [withText(approved, '青溪县水利局', '../../a/b:c*?"<>|局')]);
    write('odd/b.xlsx', [withText(approved, '青溪县水利局', '..')]);
    expect((await cli(folder, ['send-back', 'odd', '--out', 'odd-out'])).code).toBe(0);
    const names = readdirSync(join(folder, 'odd-out'));
    expect(names).toHaveLength(2);
    for (const name of names) expect(name).toMatch(/^[^\\/:*?"<>| .][^\\/:*?"<>|]*审核意见\.docx$/u);
  });
});

test('ledger: a row a table, with round and deadline, whatever names begin with', async () => {
  mkdirSync(join(folder, 'ledger'));
  write('ledger/a.xlsx', [withText(approved, '青溪县水利局', '=1+1局')]);
  writeFileSync(join(folder, 'ledger/b.xlsx'), 'broken');
  await cli(folder, ['report', 'mended.xlsx', '--out', 'ledger/c.xlsx', ...ROUND]);
  const { code } = await cli(folder, ['ledger', 'ledger', '--out', '台账.xlsx']);
  expect(code).toBe(2);
  const [sheet] = await sheetsIn('台账.xlsx');
  const rows = sheet?.cells.slice(2).map((row) => Array.from(row ?? [], (cell) => cell?.value ?? null)) ?? [];
  expect(rows[0]?.slice(1, 7)).toEqual(['=1+1局', null, '绩效目标表', 2025, 1200, null]);
  expect(sheet?.cells[2]?.[1]?.formula).toBeUndefined();
  expect(rows[1]?.[15]).toBe(join('ledger', 'b.xlsx'));
  expect(rows[1]?.[17]).toEqual(expect.stringMatching(/[\u4e00-\u9fff]/u));
  expect(rows[3]?.slice(1, 15)).toEqual([
    '青溪县水利局',
    null,
    '绩效自评表',
    2025,
    1250,
    93.5,
    '优',
    8,
    0,
    0,
    1,
    1,
    2,
    '2026-01-15',
  ]);
  expect(rows).toHaveLength(6);
});

describe('compare', () => {
  test('two versions: what changed, what was mended', async () => {
    const json = await cli(folder, ['compare', 'in/水利.xlsx', 'mended.xlsx', '--format', 'json']);
    expect(json.code).toBe(0);
    const { tables } = JSON.parse(json.stdout) as {
      tables: { kind: string; mended: { code: string }[]; fresh: unknown[]; changed: { fields: unknown[] }[] }[];
    };
    expect(tables.map(({ kind }) => kind)).toEqual(['versions', 'versions', 'versions', 'versions']);
    const codes = tables[1]?.mended.map(({ code }) => code) ?? [];
    expect(codes).toEqual(
      expect.arrayContaining(['PT601', 'PT602', 'PT603', 'PT604', 'PT605', 'PT606', 'PT609', 'PT610']),
    );
    expect(tables.flatMap(({ fresh }) => fresh)).toEqual([]);
    const text = await cli(folder, ['compare', 'in/水利.xlsx', 'mended.xlsx']);
    expect(text.stdout).toContain('J16  总分：“99.5” → “93.5”');
    expect(text.stdout).toContain('G4  执行率（年度资金总额）：“99%” → “95%”');
    expect(text.stdout).toContain('J10  清淤渠道长度  得分：“9” → “8”');
    const html = await cli(folder, ['compare', 'in/水利.xlsx', 'mended.xlsx', '--format', 'html', '--lang', 'en-US']);
    expect(html.stdout).toMatch(/^<!doctype html>[\s\S]*Findings mended/u);
  });

  test('a self-evaluation against its approved targets in another file', async () => {
    const { code, stdout } = await cli(folder, ['compare', '目标.xlsx', '自评.xlsx']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/与批复的目标表不一致\n {4}必改 {2}自评表!E15 {2}“群众满意度”/u);
    write('自评好.xlsx', [mendedEvaluations()[1] as SheetSnapshot]);
    const good = await cli(folder, ['compare', '目标.xlsx', '自评好.xlsx']);
    expect([good.code, good.stdout]).toEqual([0, expect.stringContaining('与批复的目标表一致。')]);
  });

  test('one file is not enough, nor one that cannot be read', async () => {
    expect((await cli(folder, ['compare', 'mended.xlsx'])).code).toBe(2);
    expect((await cli(folder, ['compare', 'mended.xlsx', 'in/坏.xlsx'])).code).toBe(2);
  });
});

describe('publish', () => {
  test('a clean workbook is published without its records', async () => {
    write('干净.xlsx', [mendedEvaluations()[0] as SheetSnapshot, record]);
    const { code, stdout } = await cli(folder, [
      'publish',
      '干净.xlsx',
      '--out',
      '公开.xlsx',
      '--approved',
      '目标.xlsx',
    ]);
    expect([code, stdout]).toEqual([0, '已生成公开版 公开.xlsx，去掉了：工作表（绩效审核记录）。\n']);
    expect((await sheetsIn('公开.xlsx')).map(({ name }) => name)).toEqual(['目标表']);
  });

  test('personal numbers, a blank sign-off and changes are told first, and nothing is written', async () => {
    const [targets] = mendedEvaluations() as [SheetSnapshot];
    const changed = withText(targets, '列入巡查名录的水库', '联系人王某，电话13800138000');
    const cells = changed.cells.map((row) => row?.map((cell) => (cell?.value === 12 ? makeCell(10) : cell)));
    const signed = [...cells, [makeCell('业务股室审核：'), null, null, makeCell('绩效股审核：')]];
    write('待公开.xlsx', [{ ...changed, cells: signed, hiddenRows: new Set([5]) }]);
    const argv = ['publish', '待公开.xlsx', '--out', '不.xlsx', '--approved', '目标.xlsx', '--format', 'json'];
    const { code, stdout } = await cli(folder, argv);
    const { out, warnings } = JSON.parse(stdout) as {
      out: string | null;
      warnings: { kind: string; place: string; message: string }[];
    };
    expect([code, out, existsSync(join(folder, '不.xlsx'))]).toEqual([1, null, false]);
    expect([...new Set(warnings.map(({ kind }) => kind))].sort()).toEqual(['changed', 'hidden', 'personal', 'signoff']);
    expect(warnings.find(({ kind }) => kind === 'personal')).toMatchObject({
      place: '目标表!G7',
      message: '目标表!G7 有手机号：13800138000',
    });
    expect(warnings.find(({ kind }) => kind === 'changed')?.message).toContain('指标值原为“12”，现为“10”');
    const accepted = await cli(folder, ['publish', '待公开.xlsx', '--out', '不.xlsx', '--accept']);
    expect([accepted.code, existsSync(join(folder, '不.xlsx'))]).toEqual([0, true]);
  });

  test('money, goal and a target that were changed or taken out since the approval are told', async () => {
    const [targets] = mendedEvaluations() as [SheetSnapshot];
    const cells = withText(targets, '资金总额：1200万元', '资金总额：900万元').cells.map((row) =>
      row?.map((cell) => {
        if (cell?.value === 3000) return null;
        const goal = typeof cell?.value === 'string' && cell.value.includes('和35公里渠道清淤');
        return goal ? makeCell(String(cell.value).replace('和35公里渠道清淤', '')) : cell;
      }),
    );
    write('改过.xlsx', [{ ...targets, cells }]);
    const told = async (...argv: string[]) =>
      (await cli(folder, ['publish', ...argv, '--out', '不要.xlsx', '--format', 'json'])).stdout;
    const same = await told('改过.xlsx', '--approved', '改过.xlsx');
    expect((JSON.parse(same) as { warnings: unknown[] }).warnings).toEqual([]);
    const { warnings } = JSON.parse(await told('改过.xlsx', '--approved', '目标.xlsx', '--force')) as {
      warnings: { message: string }[];
    };
    expect(warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining('目标表!B4 与批复的表不一致：绩效目标原为“完成12座水库的日常巡查和35公里渠道清淤'),
      '目标表!B3 与批复的表不一致：资金原为“1200万元”，现为“900万元”',
      '目标表!E11 与批复的表不一致：指标值原为“3000”，现为“（空）”',
    ]);
    // A self-evaluation is held against what its form shares with a target table.
    write('自评改.xlsx', [withText(mendedEvaluations()[1] as SheetSnapshot, '青溪县水利局', '青溪县农业农村局')]);
    const other = await told('自评改.xlsx', '--approved', '目标.xlsx', '--force');
    expect(other).toContain('部门名称原为“青溪县水利局”，现为“青溪县农业农村局”');
    expect(other).not.toContain('标题原为');
  });

  test('formulas that nobody has calculated yet are told', async () => {
    const argv = [
      'fill',
      '--template',
      'department-self-evaluation-typed',
      '--from',
      '目标.xlsx',
      '--out',
      '表样.xlsx',
    ];
    expect((await cli(folder, argv)).code).toBe(0);
    const { code, stdout } = await cli(folder, ['publish', '表样.xlsx', '--out', '表样公开.xlsx']);
    expect([code, stdout]).toEqual([1, expect.stringContaining('还没有算出数值')]);
  });

  test('a workbook with macros keeps its ending', async () => {
    const { code, stderr } = await cli(folder, ['publish', '目标.xlsx', '--out', '目标.xlsm']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('.xlsx')]);
  });
});
