import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cellAt, makeCell, makeSheet, type SheetSnapshot } from '../../src/core/sheet';
import { readWorkbook, writeWorkbook } from '../../src/formats/xlsx';
import { cli } from '../support/cli';
import { office, shown } from '../support/office';
import { partsOf } from '../support/xlsx';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perf-native-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const PROPORTION = '达到计划值得满分2分，否则按实际值/计划值*指标分值';

/** Scored rows; the last one cannot be said in a plain formula. */
function table(name: string, standards: readonly string[]): SheetSnapshot {
  return makeSheet(name, [
    ['三级指标', '指标值', '实际完成值', '评分标准', '得分'].map((text) => makeCell(text)),
    ...standards.map((standard, index) => [
      makeCell(`指标${index}`),
      makeCell(10),
      makeCell(8),
      makeCell(standard),
      makeCell({ error: '#NAME?' }, { formula: `=PERF.SCORE(C${index + 2},B${index + 2},D${index + 2})` }),
    ]),
  ]);
}

const save = (...sheets: SheetSnapshot[]) => writeFileSync(join(folder, '自评.xlsx'), writeWorkbook(sheets));
const formulaIn = (file: string, row: number) => {
  const [sheet] = readWorkbook(readFileSync(join(folder, file))).sheets;
  return cellAt(sheet as SheetSnapshot, { row, column: 4 })?.formula;
};

test('what Excel stored for the add-in becomes a plain formula, in a copy or in place', async () => {
  save(table('自评', [PROPORTION, PROPORTION]));
  const stored = partsOf(readFileSync(join(folder, '自评.xlsx')));
  expect([...stored.values()].join('')).toContain('_xldudf_PERF_SCORE(');
  const copied = await cli(folder, ['native', '自评.xlsx', '--out', '出/普通.xlsx']);
  expect(copied).toMatchObject({ code: 0, stderr: expect.stringContaining('2 处 PERF 公式已转为普通公式') });
  const [sheet] = (JSON.parse(copied.stdout) as { sheets: { name: string; changed: { cell: string; to: string }[] }[] })
    .sheets;
  expect(sheet?.changed.map(({ cell }) => cell)).toEqual(['E2', 'E3']);
  expect(formulaIn('出/普通.xlsx', 1)).toBe(sheet?.changed[0]?.to);
  expect(formulaIn('出/普通.xlsx', 1)).toMatch(/^=IF\(/u);
  expect(formulaIn('自评.xlsx', 1)).toBe('=PERF.SCORE(C2,B2,D2)');
  expect((await cli(folder, ['native', '自评.xlsx', '--in-place'])).code).toBe(0);
  expect(formulaIn('自评.xlsx', 2)).toMatch(/^=IF\(/u);
});

test('what cannot be said in one stays, with the reason', async () => {
  save(table('自评', [PROPORTION, '根据情况酌情扣分']));
  const { code, stdout, stderr } = await cli(folder, ['native', '自评.xlsx', '--out', '普通.xlsx']);
  expect(code).toBe(1);
  expect(stderr).toContain('1 处不能转换');
  expect(JSON.parse(stdout)).toMatchObject({
    version: 1,
    path: '自评.xlsx',
    sheets: [{ changed: [{ cell: 'E2' }], left: [{ cell: 'E3', formula: '=PERF.SCORE(C3,B3,D3)', reason: 'error' }] }],
  });
  expect(formulaIn('普通.xlsx', 2)).toBe('=PERF.SCORE(C3,B3,D3)');
});

/** Scores, their total and grade, as a program that computes nothing left them. */
function totals(): SheetSnapshot {
  const uncomputed = (formula: string) => makeCell({ error: '#NAME?' }, { formula });
  const rows = [
    ['达到计划值得满分2分，否则按实际值/计划值*指标分值', 10, 8],
    ['每低于计划值1次扣0.5分，扣完为止', 10, 7],
  ] as const;
  return makeSheet('自评', [
    ['三级指标', '指标值', '实际完成值', '评分标准', '分值', '得分'].map((text) => makeCell(text)),
    ...rows.map(([standard, target, actual], index) => [
      makeCell(`指标${index}`),
      makeCell(target),
      makeCell(actual),
      makeCell(standard),
      makeCell(2),
      uncomputed(`=PERF.SCORE(C${index + 2},B${index + 2},D${index + 2},$E$${index + 2})`),
    ]),
    [makeCell('总分'), null, null, null, null, uncomputed('=PERF.TOTAL(F2:F3)')],
    [makeCell('等级'), null, null, null, null, uncomputed('=PERF.GRADE(PERF.TOTAL(F2:F3))')],
    // What is made of a call is not reckoned out here: what was computed last is kept.
    [makeCell('折算'), null, null, null, null, makeCell(1.05, { formula: '=PERF.TOTAL(F2:F3)/2' })],
    [makeCell('未填'), makeCell(10), null, makeCell(rows[0][0]), null, uncomputed('=PERF.SCORE(C7,B7,D7)')],
  ]);
}

test('what a formula comes to goes with it, for those who do not compute', async () => {
  save(totals());
  expect((await cli(folder, ['native', '自评.xlsx', '--out', '普通.xlsx'])).code).toBe(0);
  const [sheet] = readWorkbook(readFileSync(join(folder, '普通.xlsx'))).sheets;
  const cells = [1, 2, 3, 4, 5, 6].map((row) => cellAt(sheet as SheetSnapshot, { row, column: 5 }));
  expect(cells.map((cell) => cell?.value)).toEqual([1.6, 0.5, 2.1, '差', 1.05, '']);
  expect(cells.every((cell) => cell?.formula?.startsWith('=') && !cell.formula.includes('PERF'))).toBe(true);
});

(office ? test : test.skip)('shown without computing and computed anew it is the same', async () => {
  save(totals());
  await cli(folder, ['native', '自评.xlsx', '--out', '普通.xlsx']);
  const scores = (recalculated: boolean) =>
    (shown(join(folder, String(recalculated)), [join(folder, '普通.xlsx')], recalculated).get('普通-自评.csv') ?? '')
      .split('\n')
      .slice(1, 6)
      .map((line) => line.split(',').at(-1));
  expect(scores(false)).toEqual(['1.6', '0.5', '2.1', '差', '1.05']);
  expect(scores(true)).toEqual(scores(false));
});

test('one sheet alone; a file without such formulas is not touched', async () => {
  save(table('甲', [PROPORTION]), table('乙', [PROPORTION]));
  const { stdout } = await cli(folder, ['native', '自评.xlsx', '--sheet', '乙', '--out', '普通.xlsx']);
  expect(JSON.parse(stdout)).toMatchObject({ sheets: [{ name: '乙' }] });
  expect(formulaIn('普通.xlsx', 1)).toBe('=PERF.SCORE(C2,B2,D2)');
  save(table('甲', []));
  const before = readFileSync(join(folder, '自评.xlsx'));
  expect((await cli(folder, ['native', '自评.xlsx', '--in-place'])).code).toBe(0);
  expect(readFileSync(join(folder, '自评.xlsx')).equals(before)).toBe(true);
});

test.each<[string[], RegExp]>([
  [[], /请给出一个文件/u],
  [['自评.xlsx'], /--out 或 --in-place/u],
  [['自评.xlsx', '--out', 'a.xlsx', '--in-place'], /只能用一个/u],
  [['自评.xlsx', '--in-place', '--lang', 'fr'], /fr/u],
  [['自评.xlsx', '--in-place', '--what'], /选项有误/u],
  [['自评.xlsx', '--out', '自评.xlsx'], /./u],
  [['自评.xlsx', '--in-place', '--sheet', '没有'], /没有/u],
  [['不在.xlsx', '--in-place'], /./u],
])('%j is refused, and nothing is written', async (args, sentence) => {
  save(table('自评', [PROPORTION]));
  const before = readFileSync(join(folder, '自评.xlsx'));
  const { code, stderr } = await cli(folder, ['native', ...args]);
  expect([code, stderr]).toEqual([2, expect.stringMatching(sentence)]);
  expect(readFileSync(join(folder, '自评.xlsx')).equals(before)).toBe(true);
  expect(existsSync(join(folder, 'a.xlsx'))).toBe(false);
});
