import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Field, Indicator, IndicatorTable } from '../../../src/core/indicator';
import { readTables } from '../../../src/core/reader';
import { readWorkbook } from '../../../src/formats/xlsx';
import { CLEAN_2025, PUBLISHED_2025, TABLE_2022 } from '../../fixtures/seeds';
import { sheetOf } from '../../support/sheets';

const FIELDS = ['level1', 'level2', 'name', 'operator', 'target', 'unit', 'explanation', 'standard', 'weight'] as const;

function only(reading: ReturnType<typeof readTables>): IndicatorTable {
  expect(reading.unread).toBeNull();
  expect(reading.tables).toHaveLength(1);
  return reading.tables[0] as IndicatorTable;
}

function values(table: IndicatorTable): unknown[] {
  return table.indicators.map((indicator) =>
    FIELDS.map((name) => (indicator[name] as Field<unknown> | null)?.value ?? null),
  );
}

const clean = only(readTables(sheetOf(CLEAN_2025.rows, CLEAN_2025)));
const published = only(readTables(sheetOf(PUBLISHED_2025.rows, PUBLISHED_2025)));
const older = only(readTables(sheetOf(TABLE_2022.rows, TABLE_2022)));

describe('the table of 2025', () => {
  test('17 indicators with their values', () => {
    expect(values(clean)).toEqual(
      [
        ['产出指标', '数量指标', '组织政治理论培训次数', '≥', 10, '次'],
        ['产出指标', '数量指标', '乡村党建工作指导次数', '≥', 200, '次'],
        ['产出指标', '数量指标', '绩效考核工作督导次数', '≥', 100, '次'],
        ['产出指标', '数量指标', '人才工作座谈会人数', '≥', 50, '人'],
        ['产出指标', '数量指标', '考核县管领导班子单位个数', '≥', 80, '个'],
        ['产出指标', '数量指标', '干部考察人次', '≥', 300, '人'],
        ['产出指标', '数量指标', '新招录公务员人数', '≥', 30, '人'],
        ['产出指标', '数量指标', '考核公务员人数', '≥', 1600, '人'],
        ['产出指标', '数量指标', '走访慰问党员人数', '≥', 650, '人'],
        ['产出指标', '质量指标', '培训合格率', '=', 100, '%'],
        ['产出指标', '质量指标', '指导覆盖率', '=', 100, '%'],
        ['产出指标', '质量指标', '考核合格率', '≥', 95, '%'],
        ['产出指标', '时效指标', '完成时限', '定性', '2026年12月31日前', null],
        ['效益指标', '社会效益指标', '培养高素质干部队伍', '定性', '效果明显', null],
        ['效益指标', '社会效益指标', '提供强有力的人力资源保障', '定性', '效果明显', null],
        ['满意度指标', '服务对象满意度指标', '群众满意度', '≥', 95, '%'],
        ['成本指标', '经济成本指标', '预算成本', '≤', 4835.36, '万元'],
      ].map((row) => [...row, expect.any(String), expect.any(String), expect.any(Number)]),
    );
  });

  test('weights are the full marks of the standards, 90 in all', () => {
    for (const table of [clean, published]) {
      const weights = table.indicators.map(({ weight }) => weight);
      expect(weights.map((weight) => weight?.value)).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 6, 15, 15, 10, 20]);
      expect(weights.every((weight) => weight?.assumed === 'standard')).toBe(true);
    }
  });

  test('as published, it reads the same', () => {
    expect(values(published)).toEqual(values(clean));
  });

  test('as published, six rows are told as shifted, and lost labels as implied', () => {
    expect(published.indicators.filter(({ shift }) => shift !== 0).map(({ row, shift }) => [row + 1, shift])).toEqual([
      [18, 1],
      [19, -1],
      [20, -1],
      [21, -1],
      [22, -1],
      [23, -1],
    ]);
    expect(clean.indicators.every(({ shift }) => shift === 0)).toBe(true);
    const row = (number: number): Indicator =>
      published.indicators.find((indicator) => indicator.row === number - 1) as Indicator;
    expect(row(21).level1).toMatchObject({ value: '产出指标', assumed: 'implied', cell: { row: 20, column: 0 } });
    expect(row(22).level1).toMatchObject({ value: '效益指标', assumed: 'implied', cell: { row: 21, column: 0 } });
    expect(row(23).level1).toMatchObject({ value: '效益指标', assumed: 'implied' });
    expect(row(21).level2).toMatchObject({ value: '时效指标', assumed: 'shifted', cell: { row: 20, column: 0 } });
    expect(row(19).name).toMatchObject({ value: '指导覆盖率', assumed: 'shifted', cell: { row: 18, column: 0 } });
    expect(row(19).target).toMatchObject({ value: 100, assumed: 'shifted', cell: { row: 18, column: 3 } });
  });

  test('as published, columns are known by their contents', () => {
    const mapped = published.columns.filter(({ field }) => field !== 'other');
    expect(mapped.map(({ column, field, headerSays }) => [column, field, headerSays ?? null])).toEqual([
      [0, 'level1', 'other'],
      [1, 'level2', 'level1'],
      [2, 'name', 'other'],
      [3, 'operator', null],
      [4, 'target', null],
      [5, 'unit', null],
      [6, 'explanation', 'target'],
      [7, 'standard', 'operator'],
    ]);
    expect(clean.columns.every(({ headerSays }) => headerSays === undefined)).toBe(true);
  });

  test('merged levels are carried, with the cell that holds them', () => {
    expect(clean.indicators[1]?.level1).toEqual({
      value: '产出指标',
      raw: '产出指标',
      cell: { row: 8, column: 1 },
      assumed: 'carried',
    });
    expect(clean.indicators[11]?.level2).toEqual({
      value: '质量指标',
      raw: '质量指标',
      cell: { row: 17, column: 2 },
      assumed: 'carried',
    });
  });

  test.each([
    ['clean', clean],
    ['as published', published],
  ])('form, year, names and foot (%s)', (_, table) => {
    expect(table).toMatchObject({
      kind: 'target',
      subject: 'department',
      formId: 'department-target-hunan',
      tree: '2021',
      multiYear: false,
      year: { value: 2025, cell: { row: 1, column: 0 } },
      title: { raw: '部门（单位）整体支出绩效目标表' },
      department: null,
      departmentLabel: { raw: '部门（单位）名称', cell: { row: 3, column: 0 } },
      coverDepartment: { value: '中共芷江侗族自治县组织部', cell: { row: 2, column: 0 } },
      budget: null,
      execution: [],
      headerRows: [6, 7],
    });
    expect(table.goal?.value).toMatch(/^围绕.*提供组织保证。$/);
    expect(table.duties?.raw).toMatch(/^\(1\)干部队伍建设/);
    expect(table.foot.signoffs.map(({ label, content }) => [label?.value, content])).toEqual([
      ['业务股室审核', null],
      ['绩效股审核', null],
    ]);
    expect(table.foot.date?.value).toBe('2025-12-15');
  });
});

describe('the table of 2022', () => {
  test('12 indicators, each target taken out of its one cell', () => {
    expect(values(older).map((row) => (row as unknown[]).slice(0, 6))).toEqual([
      ['产出指标', '数量指标', '财政供养人员', null, 28, '人'],
      ['产出指标', '数量指标', '部门单位履职、运转', null, '予以保障', null],
      ['产出指标', '质量指标', '在职人员控制率', '≤', 100, '%'],
      ['产出指标', '质量指标', '公用经费控制率', '≤', 100, '%'],
      ['产出指标', '成本指标', '保障财政供养人员', '≤', 278.99, '万元'],
      ['产出指标', '成本指标', '保证单位正常运转', '≤', 38.14, '万元'],
      ['产出指标', '时效指标', '预算完成率', null, 100, '%'],
      ['产出指标', '时效指标', '完成单位职责及上级交办的各项任务时限', null, '年度内及时完成', null],
      ['效益指标', '经济效率指标', '全县非公有制经济组织和社会组织党组织建设', null, '持续推进', null],
      ['效益指标', '社会效益指标', '组织工作宣传覆盖率', '≥', 90, '%'],
      ['效益指标', '可持续影响指标', '党员教育设备使用年限', '≥', 10, '年'],
      ['效益指标', '社会公众或服务对象满意度', '社会公众满意度', '≥', 98, '%'],
    ]);
    const cost = older.indicators[4] as Indicator;
    for (const field of [cost.operator, cost.target, cost.unit]) {
      expect(field).toMatchObject({ raw: '≤278.99万元', cell: { row: 16, column: 4 }, assumed: 'split' });
    }
    expect(
      older.indicators.every(({ weight, standard, shift }) => weight === null && standard === null && shift === 0),
    ).toBe(true);
  });

  test('form, names and budget', () => {
    expect(older).toMatchObject({
      kind: 'target',
      subject: 'department',
      formId: 'department-target-county',
      tree: 'county',
      year: { value: 2022 },
      department: { value: '中共衡东县委组织部', cell: { row: 2, column: 1 } },
      departmentLabel: { value: '部门名称' },
      coverDepartment: null,
    });
    expect(older.goal?.value).toMatch(/^通过预算执行/);
    expect(older.duties?.raw).toMatch(/^（一）/);
    expect(older.budget?.total?.value).toEqual({ yuan: 5501300, unit: '万元', amount: 550.13 });
    expect(
      older.budget?.items.map(({ label, group, amount, within }) => [
        label,
        group,
        amount?.value.amount ?? null,
        within,
      ]),
    ).toEqual([
      ['一般公共预算', 'source', 550.13, false],
      ['基本支出', 'use', 317.13, false],
      ['政府性基金拨款', 'source', null, false],
      ['项目支出', 'use', 233, false],
      ['纳入专户管理的非税收入拨款', 'source', null, false],
      ['其他资金', 'source', null, false],
    ]);
  });
});

const folder = join(__dirname, '../../../../shared/seeds');
const files = [
  ['zhijiang-2025.xlsx', clean],
  ['zhijiang-2025-as-published.xlsx', published],
  ['hengdong-2022.xlsx', older],
] as const;

/** The duties and the goal are abridged in the rows that come with the project. */
function withoutProse({ duties, goal, ...table }: IndicatorTable): object {
  return { ...table, sheet: '', duties: duties?.cell, goal: goal?.cell };
}

describe.each(files)('the workbook %s', (name, expected) => {
  const path = join(folder, name);
  const run = existsSync(path) ? test : test.skip;
  run(`reads as its rows do${existsSync(path) ? '' : ' (skipped: the seeds are not here)'}`, () => {
    const [sheet] = readWorkbook(new Uint8Array(readFileSync(path))).sheets;
    const table = only(readTables(sheet as NonNullable<typeof sheet>));
    expect(withoutProse(table)).toEqual(withoutProse(expected));
  });
});
