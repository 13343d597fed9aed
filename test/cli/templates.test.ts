import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FORM_IDS } from '../../src/core/indicator';
import { readTables } from '../../src/core/reader';
import { DICTIONARY_SHEET } from '../../src/core/sheet';
import { writeWorkbook } from '../../src/formats/xlsx';
import { openWorkbook } from '../../src/hosts/file/disk';
import { HUNAN, PROJECT } from '../fixtures/forms';
import { cli } from '../support/cli';
import { sheetOf } from '../support/sheets';

const folder = mkdtempSync(join(tmpdir(), 'perf-templates-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

writeFileSync(join(folder, 'project.xlsx'), writeWorkbook([sheetOf(PROJECT.rows, PROJECT)]));
writeFileSync(join(folder, 'hunan.xlsx'), writeWorkbook([sheetOf(HUNAN.rows, { ...HUNAN, name: '整体' })]));
writeFileSync(
  join(folder, 'old.xlsx'),
  writeWorkbook([
    sheetOf([
      ['项目支出绩效目标表（2025年度）'],
      ['一级指标', '二级指标', '三级指标', '指标值', '分值'],
      ['产出指标', '成本指标', '养护成本', '≤80万元', 20],
      ['产出指标', '数量指标', '完成养护里程', '≥120公里', 40],
      ['产出指标', '时效指标', '完成时间', '2025年11月底前', 10],
      ['效益指标', '可持续影响指标', '管养制度健全性', '健全', 20],
    ]),
  ]),
);
writeFileSync(
  join(folder, 'export.xlsx'),
  writeWorkbook([
    sheetOf([
      ['指标性质', '一级指标', '二级指标', '三级指标', '指标值', '度量单位'],
      ['≥', '产出指标', '数量指标', '培训场次', 10, '场'],
    ]),
  ]),
);
writeFileSync(join(folder, 'other.xlsx'), writeWorkbook([sheetOf([['姓名', '年龄']])]));

interface Filled {
  readonly template: string;
  readonly unplaced: readonly { readonly field: string; readonly value: string }[];
  readonly choices: readonly unknown[];
}

const sheetsIn = async (path: string) => (await openWorkbook(join(folder, path))).sheets;

test('templates lists every form', async () => {
  const json = await cli('.', ['templates', '--format', 'json']);
  expect(json.code).toBe(0);
  const { version, templates } = JSON.parse(json.stdout) as { version: number; templates: { id: string }[] };
  expect(version).toBe(1);
  expect(templates.map(({ id }) => id).sort()).toEqual([...FORM_IDS].sort());
  expect(templates[0]).toEqual({
    id: 'department-monitoring',
    version: 1,
    title: { zh: '部门整体支出绩效运行监控表', en: 'Department monitoring' },
    kind: 'monitoring',
    subject: 'department',
    source: { document: '财预〔2019〕136号', clause: '附件' },
  });
  const text = await cli('.', ['templates']);
  expect(text.stdout.trimEnd().split('\n')).toHaveLength(FORM_IDS.length);
  expect(text.stdout).toContain('项目支出绩效目标表  财预〔2021〕101号附件');
  expect((await cli('.', ['templates', '--lang', 'en-US'])).stdout).toContain('Project targets');
});

test.each(FORM_IDS.map((id) => [id]))('fill writes %s, empty, into a file that is read as that form', async (id) => {
  const path = `${id}.xlsx`;
  const { code, stdout, stderr } = await cli(folder, ['fill', '--template', id, '--year', '2026', '--out', path]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain(path);
  const [sheet, dictionary] = (await sheetsIn(path)).filter(({ cells }) => cells.length > 0);
  if (!sheet) throw new Error('no sheet');
  if (id !== 'target-review') expect(dictionary).toMatchObject({ name: DICTIONARY_SHEET, visible: false });
  const { tables, blank = [], lists = [], unread } = readTables(sheet);
  expect(tables).toEqual([]);
  if (id === 'target-review') expect(unread?.reason).toBe('review-form');
  else expect([...blank, ...lists].map((table) => [table.formId, table.year?.value])).toEqual([[id, 2026]]);
  const checked = await cli(folder, ['check', path]);
  expect(checked.code).toBe(0);
});

test('fill from a target table: a self-evaluation with its targets, and what found no place', async () => {
  const args = ['fill', '--template', 'project-self-evaluation', '--from', 'project.xlsx', '--out', 'self.xlsx'];
  const { code, stdout } = await cli(folder, [...args, '--format', 'json']);
  expect(code).toBe(0);
  const result = JSON.parse(stdout) as Filled;
  expect(result.template).toBe('project-self-evaluation');
  expect(result.unplaced.map(({ field }) => field)).toContain('explanation');
  const [sheet] = await sheetsIn('self.xlsx');
  const table = sheet && readTables(sheet).tables[0];
  expect(table?.formId).toBe('project-self-evaluation');
  expect(table?.indicators.map(({ name, target, unit }) => [name?.value, target?.value, unit?.value])).toEqual([
    ['养护总成本', 80, '万元'],
    ['养护里程', 120, '公里'],
    ['完成时间', '2026年11月底前', undefined],
    ['通行条件', '明显改善', undefined],
    ['沿线群众满意度', 90, '%'],
  ]);
});

test('what a person should look at is told by kind: no place, levels, dates', async () => {
  const args = ['fill', '--template', 'project-target', '--from', 'old.xlsx', '--year', '2026', '--out', 'rolled.xlsx'];
  const { code, stdout } = await cli(folder, args);
  expect(code).toBe(0);
  expect(stdout).toBe(
    [
      '已写入 rolled.xlsx，4 条指标',
      '表样没有相应的栏目，未写入的内容（4 项）：',
      '  分值（4 项）',
      '    养护成本：20',
      '    完成养护里程：40',
      '    完成时间：10',
      '    管养制度健全性：20',
      '可以放在不止一处的指标，请核对级别（2 项）：',
      '  养护成本　产出指标 / 成本指标 → 成本指标 / 经济成本指标',
      '  管养制度健全性　效益指标 / 可持续影响指标 → 效益指标 / 社会效益指标',
      '随年度改动的日期（1 处）：',
      '  2025年11月底 → 2026年11月底',
      '',
    ].join('\n'),
  );
  const [sheet] = await sheetsIn('rolled.xlsx');
  const read = (sheet && readTables(sheet).tables[0]?.indicators) ?? [];
  expect(read.map(({ name, level2, target }) => [name?.value, level2?.value, target?.value])).toEqual([
    ['养护成本', '经济成本指标', 80],
    ['完成养护里程', '数量指标', 120],
    ['完成时间', '时效指标', '2026年11月底前'],
    ['管养制度健全性', '社会效益指标', '健全'],
  ]);
});

test('target values and budget figures may be left to be set anew', async () => {
  const args = ['fill', '--template', 'project-target', '--from', 'project.xlsx', '--year', '2027'];
  const { code } = await cli(folder, [...args, '--clear-targets', '--clear-budget', '--out', 'cleared.xlsx']);
  expect(code).toBe(0);
  const [sheet] = await sheetsIn('cleared.xlsx');
  const table = sheet && readTables(sheet).tables[0];
  expect(table?.indicators.map(({ name, target }) => [name?.value, target])).toEqual(
    ['养护总成本', '养护里程', '完成时间', '通行条件', '沿线群众满意度'].map((name) => [name, null]),
  );
  expect(table?.budget?.total ?? null).toBeNull();
});

test('what a budget system gave out fills a form too', async () => {
  const args = ['fill', '--template', 'department-target-hunan', '--from', 'export.xlsx', '--out', 'imported.xlsx'];
  expect((await cli(folder, args)).code).toBe(0);
  const [sheet] = await sheetsIn('imported.xlsx');
  const [row] = (sheet && readTables(sheet).tables[0]?.indicators) ?? [];
  expect([row?.name?.value, row?.operator?.value, row?.target?.value, row?.unit?.value]).toEqual([
    '培训场次',
    '≥',
    10,
    '场',
  ]);
});

test('a file that is there is left alone unless asked', async () => {
  const args = ['fill', '--template', 'project-target', '--out', 'kept.xlsx'];
  expect((await cli(folder, args)).code).toBe(0);
  const before = readFileSync(join(folder, 'kept.xlsx'));
  const again = await cli(folder, [...args, '--year', '2027']);
  expect(again).toEqual({ code: 2, stdout: '', stderr: 'kept.xlsx: 同名文件已经存在，没有覆盖。\n' });
  expect(readFileSync(join(folder, 'kept.xlsx'))).toEqual(before);
  expect((await cli(folder, [...args, '--year', '2027', '--force'])).code).toBe(0);
  expect(readFileSync(join(folder, 'kept.xlsx'))).not.toEqual(before);
});

test('rows, chosen sheet, another year, native scores, protection', async () => {
  const { code, stderr } = await cli(folder, [
    ...['fill', '--template', 'department-self-evaluation', '--from', 'hunan.xlsx', '--sheet', '整体'],
    ...['--year', '2027', '--scores', 'native', '--protect', '--out', 'native.xlsx'],
  ]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const [sheet] = await sheetsIn('native.xlsx');
  expect(sheet?.protected).toBe(true);
  const formulas = (sheet?.cells ?? []).flatMap((row) => (row ?? []).flatMap((cell) => cell?.formula ?? []));
  expect(formulas.some((formula) => formula.includes('SUM('))).toBe(true);
  expect(formulas.filter((formula) => formula.includes('PERF.'))).toEqual([]);
});

test.each<[string, string[], string]>([
  ['no template', ['--out', 'x.xlsx'], '请用 --template 给出表样的编号'],
  ['an unknown one', ['--template', 'nothing', '--out', 'x.xlsx'], '没有“nothing”这份表样'],
  ['no output', ['--template', 'project-target'], '请用 --out 给出要写的 .xlsx 文件'],
  ['another form of file', ['--template', 'project-target', '--out', 'x.docx'], '请用 --out 给出要写的 .xlsx 文件'],
  ['scores', ['--template', 'project-target', '--scores', 'x', '--out', 'x.xlsx'], '--scores 只能是'],
  ['year', ['--template', 'project-target', '--year', '26', '--out', 'x.xlsx'], '--year 应是四位年份'],
  [
    'a sheet of nothing',
    ['--template', 'project-target', '--sheet', 'x', '--out', 'x.xlsx'],
    '--sheet 须与 --from 同用',
  ],
  [
    'nothing to clear',
    ['--template', 'project-target', '--clear-budget', '--out', 'x.xlsx'],
    '--clear-budget 须与 --from 同用',
  ],
  ['a missing source', ['--template', 'project-target', '--from', 'none.xlsx', '--out', 'x.xlsx'], 'none.xlsx'],
  [
    'no table in it',
    ['--template', 'project-target', '--from', 'other.xlsx', '--out', 'x.xlsx'],
    '文件里没有可以取用的绩效表',
  ],
  [
    'no such sheet',
    ['--template', 'project-target', '--from', 'project.xlsx', '--sheet', '别的', '--out', 'x.xlsx'],
    '没有名为“别的”的工作表',
  ],
])('refused with a sentence, nothing written: %s', async (_, args, sentence) => {
  const { code, stdout, stderr } = await cli(folder, ['fill', ...args]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(sentence);
  expect(existsSync(join(folder, 'x.xlsx'))).toBe(false);
});
