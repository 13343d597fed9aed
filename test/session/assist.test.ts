import { applyEdits, checkNow } from '../../src/core/check';
import { DEFAULT_SETTINGS } from '../../src/core/rules/rule';
import { rule as placeholderLeft } from '../../src/core/rules/placeholder-left';
import { formatCell, type SheetSnapshot } from '../../src/core/sheet';
import { MemoryHost } from '../../src/hosts/memory';
import { createSession } from '../../src/session';
import { assist, rowEdits, scoreTables, type Assistance, type ScoredRow } from '../../src/session/scoring';
import { readTables } from '../../src/core/reader';
import type * as Reader from '../../src/core/reader';
import { compactSheet, type CompactCell } from '../support/compact-sheet';

jest.mock('../../src/core/reader', () => {
  const reader = jest.requireActual<typeof Reader>('../../src/core/reader');
  return { ...reader, readTables: jest.fn(reader.readTables) };
});

const RATIO = '达到计划值得满分，否则按实际值/计划值*指标分值';
const DATED = '在2026年12月31日前完成得满分10分，每推迟1个月扣0.5分，扣完为止。';

/** Actual values in I3…, scores in J3…, reasons in K3…. */
function sheetOf(actual: CompactCell = null, reason: CompactCell = null): SheetSnapshot {
  return compactSheet({
    title: '2026年度项目支出绩效自评表',
    columns: [
      ...[
        '一级指标',
        '二级指标',
        '三级指标',
        '指标值类型',
        '指标值',
        '计量单位',
        '评分标准',
        '分值',
        '实际完成值',
        '得分',
      ],
      '偏差原因分析及改进措施',
    ],
    rows: [
      ['产出指标', '数量指标', '培训次数', '≥', 10, '次', RATIO, 20, actual, null, reason],
      [null, '质量指标', '合格率', '≥', 95, '%', '达到得10分，每降低1个百分点扣1分，扣完为止。', 10, null, null, null],
      [null, '时效指标', '完成时限', '定性', '2026年12月31日前', null, DATED, 10, null, null, null],
      ['效益指标', '社会效益指标', '群众满意', '定性', '满意', null, '视情况酌情给分', 20, null, null, null],
      [null, '经济效益指标', '成本', '≤', 100, '万元', '控制在预算内得满分，否则不得分。', 20, null, null, null],
    ],
  });
}

function rowOf(sheet: SheetSnapshot, name: string): ScoredRow {
  const row = scoreTables(readTables(sheet).tables, sheet)[0]?.rows.find(
    ({ indicator }) => indicator.name?.value === name,
  );
  if (!row) throw new Error(`no row ${name}`);
  return row;
}

function help(name: string, typed: string, sheet = sheetOf()): { row: ScoredRow; found: Assistance | null } {
  const row = rowOf(sheet, name);
  return { row, found: assist(row, [typed], sheet, [], DEFAULT_SETTINGS) };
}

const BLANKS = '主要原因：____；改进措施：____。';

test.each<[string, string, string, unknown, readonly number[], string | null]>([
  ['short of a count', '培训次数', '8', { number: 8 }, [16], `完成值8次，较目标少2次，完成率80%，${BLANKS}`],
  ['reached', '培训次数', '12', { number: 12 }, [20], null],
  ['far above', '培训次数', '15', { number: 15 }, [20], `完成值15次，较目标多5次，完成率150%，${BLANKS}`],
  ['short of a share', '合格率', '93%', { text: '93%' }, [8], `完成值93%，较目标少2个百分点，${BLANKS}`],
  [
    'late',
    '完成时限',
    '2027年2月28日',
    { text: '2027年2月28日' },
    [9],
    `完成情况为“2027年2月28日”，指标值为“2026年12月31日前”，${BLANKS}`,
  ],
  ['above a limit', '成本', '120', { number: 120 }, [0], `完成值120万元，较目标多20万元，完成率120%，${BLANKS}`],
  ['far below a limit', '成本', '60', { number: 60 }, [20], `完成值60万元，较目标少40万元，完成率60%，${BLANKS}`],
  ['for a person to score', '群众满意', '基本满意', { text: '基本满意' }, [], null],
  ['no result that the standard knows', '培训次数', '很多', { text: '很多' }, [], null],
])('%s', (_, name, typed, to, scores, draft) => {
  const { found } = help(name, typed);
  expect(found?.actual?.to).toEqual(to);
  expect(found?.options.map(({ score }) => score)).toEqual(scores);
  expect(found?.deviation?.draft ?? null).toBe(draft);
});

test('nothing is said while nothing is typed', () => {
  expect(help('培训次数', ' ').found).toBeNull();
});

test('a reason that is there is not asked for again', () => {
  expect(help('培训次数', '8', sheetOf(null, '疫情影响，已补训')).found?.deviation).toBeNull();
});

test('a blank left in the draft is a problem of the table', () => {
  const sheet = sheetOf();
  const { row, found } = help('培训次数', '8', sheet);
  const edits = rowEdits(row, found as Assistance, { score: 16, deviation: found?.deviation?.draft ?? null }, sheet);
  expect(edits.map(({ cell, to }) => [formatCell(cell), to])).toEqual([
    ['I3', { number: 8 }],
    ['J3', { number: 16 }],
    ['K3', { text: `完成值8次，较目标少2次，完成率80%，${BLANKS}` }],
  ]);
  const after = applyEdits(sheet, edits).sheet;
  const { findings } = checkNow({ sheets: [after], rules: [placeholderLeft] });
  expect(findings.map(({ code, address }) => `${code} ${formatCell(address)}`)).toEqual(['PT106 K3']);
});

test('only what differs is written', () => {
  const sheet = sheetOf(8);
  const { row, found } = help('培训次数', '8', sheet);
  expect(rowEdits(row, found as Assistance, { score: null, deviation: null }, sheet)).toEqual([]);
});

test('a row is written as one step, and undone as one', async () => {
  const sheet = sheetOf();
  const host = new MemoryHost([sheet]);
  const session = createSession(host, { now: () => new Date(2027, 0, 9), delay: () => () => undefined });
  await session.check();
  const { row, found } = help('培训次数', '8', sheet);
  const edits = rowEdits(row, found as Assistance, { score: 16, deviation: '场地紧张，已补排计划' }, sheet);
  expect(await session.evaluateRow(edits, '培训次数')).toBe(true);
  const read = async () =>
    (await host.read({ sheets: 'active' })).sheets[0]?.cells[2]?.slice(8).map((cell) => cell?.value);
  expect(await read()).toEqual([8, 16, '场地紧张，已补排计划']);
  expect(session.getState()).toMatchObject({ undo: '自评：培训次数', notice: { code: 'evaluated' } });
  await session.undo();
  expect((await read())?.filter(Boolean) ?? []).toEqual([]);
});

test('at every key the sheet is read once, large as it may be', () => {
  const sheet = sheetOf();
  const row = rowOf(sheet, '培训次数');
  const corrections: never[] = [];
  jest.mocked(readTables).mockClear();
  for (const typed of ['1', '12']) assist(row, [typed], sheet, corrections, DEFAULT_SETTINGS);
  expect(readTables).toHaveBeenCalledTimes(2);
});
