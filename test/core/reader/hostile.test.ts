import { readTables } from '../../../src/core/reader';
import { makeCell, makeSheet, type Cell, type SheetSnapshot } from '../../../src/core/sheet';
import { HUNAN, PROJECT, SELF_EVALUATION_B } from '../../fixtures/forms';
import { onlyTable, saying, sayings, valueOf } from '../../support/readings';
import { movedSheet, sheetOf, type Compact } from '../../support/sheets';

const HEADINGS = ['一级指标', '二级指标', '三级指标', '指标值', '指标解释'];
const ROW = ['产出指标', '数量指标', '培训次数', '≥10次', '全年'];
const read = (rows: readonly (readonly Compact[])[], merges: readonly string[] = []) =>
  onlyTable(readTables(sheetOf(rows, { merges })));

describe('headings', () => {
  const whole = {
    level1: '产出指标',
    level2: '数量指标',
    name: '培训次数',
    operator: '≥',
    target: 10,
    unit: '次',
    explanation: '全年',
  };

  test.each<[string, readonly (readonly Compact[])[], string[]]>([
    ['plain', [HEADINGS, ROW], []],
    ['in another order', [[...HEADINGS].reverse(), [...ROW].reverse()], []],
    ['broken over lines, with blanks', [['一级\n指标', '二 级 指 标', '三级指\n标', '指标值 ', '指标\n解释'], ROW], []],
    [
      'with remarks in brackets',
      [['一级指标', '二级指标', '三级指标', '指标值（包含数字及文字描述）', '指标解释(选填)'], ROW],
      [],
    ],
    ['other words', [['一级', '二级', '指标名称', '目标值', '指标说明'], ROW], []],
    ['the names under 指标内容', [['一级指标', '二级指标', '指标内容', '指标值', '指标说明'], ROW], []],
    ['under a merged title', [['绩效指标', null, null, null, null], HEADINGS, ROW], ['A1:E1']],
    [
      'split over two rows',
      [['绩效指标', null, null, '年度', '指标解释'], ['一级指标', '二级指标', '三级指标', '指标值', null], ROW],
      ['A1:C1', 'E1:E2'],
    ],
    [
      'starting far away',
      [
        ...Array.from({ length: 900 }, () => []),
        [...Array.from({ length: 10 }, () => null), ...HEADINGS],
        [...Array.from({ length: 10 }, () => null), ...ROW],
      ],
      [],
    ],
  ])('%s', (_, rows, merges) => {
    expect(read(rows, merges).indicators.map(saying)).toEqual([whole]);
  });

  test('without a heading, the column of explanations is known by its sentences', () => {
    const table = read([
      ['一级指标', '二级指标', '三级指标', '类型', '指标值', '单位', '评分标准', '备注'],
      [
        '产出指标',
        '数量指标',
        '培训次数',
        '≥',
        10,
        '次',
        '考核全年培训的完成情况，以签到表为准',
        '达到得5分，否则不得分',
      ],
      [null, null, '培训人数', '≥', 100, '人', '考核全年培训的覆盖情况，以签到表为准', '达到得5分，否则不得分'],
      [null, '质量指标', '培训合格率', '≥', 95, '%', '考核全年培训的质量情况，以成绩单为准', '达到得5分，否则不得分'],
    ]);
    expect(table.columns.slice(6).map(({ field, headerSays }) => [field, headerSays])).toEqual([
      ['explanation', 'standard'],
      ['standard', 'remark'],
    ]);
    expect(table.indicators.map(({ weight }) => weight?.value)).toEqual([5, 5, 5]);
  });

  test('explanations under 评分标准 and standards under 指标解释 are told by both together', () => {
    const rows = (second: string) => [
      ['一级指标', '二级指标', '三级指标', '指标值', '评分标准', '指标解释'],
      ['产出指标', '数量指标', '培训次数', '≥10次', '全年培训情况', '达到得5分，否则不得分'],
      [null, null, '培训人数', '≥100人', second, '每少1人扣1分，扣完为止'],
    ];
    const saidBy = (table: ReturnType<typeof read>) =>
      table.columns.slice(4).map(({ field, headerSays }) => [field, headerSays]);
    expect(saidBy(read(rows('全年培训人数')))).toEqual([
      ['explanation', 'standard'],
      ['standard', 'explanation'],
    ]);
    expect(saidBy(read(rows('达到得5分')))).toEqual([
      ['standard', undefined],
      ['explanation', undefined],
    ]);
  });

  test('signs go before 定性 and 定量, in a column of their own or before the number', () => {
    const beside = read([
      ['一级指标', '二级指标', '三级指标', '指标性质', '指标值类型', '指标值', '计量单位'],
      ['产出指标', '数量指标', '培训次数', '定量', '≥', 10, '次'],
      [null, '质量指标', '培训效果', '定性', null, '良好', null],
    ]);
    expect(beside.indicators.map(({ operator }) => valueOf(operator))).toEqual(['≥', null]);
    const before = read([
      ['一级指标', '二级指标', '三级指标', '指标性质', '指标值'],
      ['产出指标', '数量指标', '培训次数', '定量', '≥10次'],
      [null, null, '培训人数', '定量', '100人'],
      [null, '质量指标', '培训效果', '定性', '良好'],
    ]);
    expect(before.indicators.map(({ operator }) => valueOf(operator))).toEqual(['≥', '定量', '定性']);
  });

  test('a further column of the form stays one, whatever stands in it', () => {
    const table = read([
      ['一级指标', '二级指标', '三级指标', '指标值', '赋分', '佐证材料', '半年目标值', '指标值数据来源'],
      ['产出指标', '数量指标', '培训次数', '≥10次', 10, '签到表', '≥5次', '台账'],
      [null, null, '培训人数', '≥100人', 10, '培训记录', '≥50人', '年报'],
    ]);
    expect(
      table.indicators.map(({ target, unit, explanation, standard, weight }) => [
        target?.value,
        unit?.value,
        explanation,
        standard,
        weight?.value,
      ]),
    ).toEqual([
      [10, '次', null, null, 10],
      [100, '人', null, null, 10],
    ]);
  });

  test('of four levels the last names the indicator', () => {
    const table = read([
      ['一级指标', '二级指标', '三级指标', '四级指标', '目标值', '权重'],
      ['产出指标', '数量指标', '网点建设', '新建商贸中心数', '≥3个', '10%'],
      [null, null, null, '改造便利店数', '≥45家', '20%'],
    ]);
    expect(table.indicators.map(({ name, weight }) => [name?.value, weight?.value])).toEqual([
      ['新建商贸中心数', 10],
      ['改造便利店数', 20],
    ]);
    expect(table.columns[2]).toMatchObject({ field: 'other', header: '三级指标' });
  });

  test('of several columns of points, the fullest is that of the indicators', () => {
    const table = read(
      [
        ['一级指标', '权重', '二级指标', '权重', '三级指标', '权重', '指标值'],
        ['产出指标', 50, '数量指标', 30, '培训次数', 20, '≥10次'],
        [null, null, null, null, '培训人数', 10, '≥100人'],
        [null, null, '质量指标', 20, '培训合格率', 20, '≥95%'],
      ],
      ['A2:A4', 'B2:B4', 'C2:C3', 'D2:D3'],
    );
    expect(table.indicators.map(({ weight }) => weight?.value)).toEqual([20, 10, 20]);
  });

  test('a list of many projects: whose a row is says nothing of the indicator', () => {
    const table = read([
      ['序号', '项目单位', '项目名称', '一级指标', '二级指标', '三级指标', '指标值', '指标说明'],
      ['1', '市疾控中心', '艾滋病防治', '产出指标', '数量指标', '检测人次', '≥32000人次', null],
      [null, null, null, '满意度指标', '服务对象满意度指标', '群众满意度', '≥90%', null],
    ]);
    expect(table.indicators.map(({ unit, explanation }) => [unit?.value, explanation])).toEqual([
      ['人次', null],
      ['%', null],
    ]);
    expect(table.columns.some(({ headerSays }) => headerSays !== undefined)).toBe(false);
  });

  test('a correction goes before what was read', () => {
    const sheet = sheetOf([HEADINGS, ROW]);
    const table = onlyTable(readTables(sheet, { corrections: [{ column: 4, field: 'remark' }] }));
    expect(table.indicators.map(({ explanation, remark }) => [explanation, remark?.value])).toEqual([[null, '全年']]);
    const none = onlyTable(readTables(sheet, { corrections: [{ column: 4, field: 'other' }] }));
    expect(none.indicators.map(({ others }) => others['指标解释']?.value)).toEqual(['全年']);
  });
});

describe('cells', () => {
  const HEAD = ['一级指标', '二级指标', '三级指标', '指标值类型', '指标值', '计量单位', '分值'];

  test('full width, blanks, breaks, numbers as text', () => {
    const table = read([HEAD, ['产出\n指标', '数量指标', '培训\n次数', '≥', '１０', '次', '５分']]);
    expect(table.indicators.map(saying)).toEqual([
      { level1: '产出指标', level2: '数量指标', name: '培训次数', operator: '≥', target: 10, unit: '次', weight: 5 },
    ]);
    expect(table.indicators[0]?.level1?.raw).toBe('产出\n指标');
    expect(table.indicators[0]?.target?.assumed).toBeUndefined();
  });

  test('error values: the field keeps the error, nothing is read from it', () => {
    const table = read([
      HEAD,
      ['产出指标', '数量指标', '培训次数', '≥', { error: '#REF!' }, '次', { error: '#NAME?' }],
    ]);
    const [indicator] = table.indicators;
    expect(indicator?.target?.value).toBe('#REF!');
    expect(indicator?.weight).toBeNull();
    expect(indicator?.reading.kind).toBe('unknown');
  });

  test('formulas are read by their values', () => {
    const table = read([
      HEAD,
      [
        '产出指标',
        '数量指标',
        '培训次数',
        '≥',
        { cell: 10, formula: '=5+5' },
        '次',
        { cell: 6, formula: '=SUM(A1:A2)' },
      ],
    ]);
    expect(table.indicators.map(saying)).toMatchObject([{ target: 10, weight: 6 }]);
  });

  test('a date as a serial number is a date', () => {
    const table = read([
      HEAD,
      [
        '产出指标',
        '时效指标',
        '完成时间',
        null,
        { cell: 46387, numberFormat: 'yyyy"年"m"月"d"日"', text: '2026年12月31日' },
        null,
        5,
      ],
    ]);
    expect(table.indicators[0]?.target).toMatchObject({ value: '2026-12-31', raw: '2026年12月31日' });
    expect(table.indicators[0]?.reading).toMatchObject({ kind: 'date', value: '2026-12-31' });
  });

  test('a fraction beside % is left for a person to judge; a percent cell is not', () => {
    const table = read([
      HEAD,
      ['产出指标', '质量指标', '合格率', '≥', 0.95, '%', 5],
      [null, null, '覆盖率', '≥', { cell: 0.95, numberFormat: '0.0%' }, '%', { cell: 0.05, numberFormat: '0%' }],
    ]);
    expect(table.indicators.map(({ target, weight }) => [target?.value, target?.assumed, weight?.value])).toEqual([
      [0.95, undefined, 5],
      [95, 'number-format', 5],
    ]);
  });

  test('hidden rows are read and said to be hidden', () => {
    const sheet = sheetOf([HEADINGS, ROW, [null, null, '培训人数', '≥100人']], { hiddenRows: [2] });
    expect(onlyTable(readTables(sheet)).indicators.map(({ name, hidden }) => [name?.value, hidden])).toEqual([
      ['培训次数', false],
      ['培训人数', true],
    ]);
  });
});

describe('rows', () => {
  const names = (rows: readonly (readonly Compact[])[]) => read(rows).indicators.map(({ name }) => valueOf(name));

  test('blank rows, subtotals, totals and notes are no indicators', () => {
    const table = read([
      HEADINGS,
      ROW,
      [],
      ['小计', null, null, null, null],
      [],
      ['效益指标', '社会效益指标', '受益人数', '≥100人'],
      ['合计'],
      ['注：指标值按年度填写。'],
      ['产出指标', '数量指标', '表外的行', '≥1次'],
    ]);
    expect(table.indicators.map(({ name }) => name?.value)).toEqual(['培训次数', '受益人数']);
  });

  test('a category without an indicator is no row, but holds for those after it', () => {
    const table = read([HEADINGS, ROW, ['效益指标', '经济效益指标'], [null, '社会效益指标', '受益人数', '≥100人']]);
    expect(table.indicators.map(({ level1, level2, name }) => [level1?.value, level2?.value, name?.value])).toEqual([
      ['产出指标', '数量指标', '培训次数'],
      ['效益指标', '社会效益指标', '受益人数'],
    ]);
  });

  test('categories in rows of their own, over all columns, and columns of no level 1', () => {
    const table = read([
      ['二级指标', '指标内容', '指标值', '指标说明'],
      ['一、产出指标（50分）'],
      ['数量指标', '培训次数', '≥10次', '全年'],
      ['', '培训人数', '≥100人', '全年'],
      ['二、满意度指标（10分）'],
      ['服务对象满意度指标', '群众满意度', '≥90%', '全年'],
    ]);
    expect(table.indicators.map(({ level1, level2, name }) => [level1?.value, level2?.value, name?.value])).toEqual([
      ['产出指标(50分)', '数量指标', '培训次数'],
      ['产出指标(50分)', '数量指标', '培训人数'],
      ['满意度指标(10分)', '服务对象满意度指标', '群众满意度'],
    ]);
  });

  test('ditto marks carry the level above', () => {
    const table = read([HEADINGS, ROW, ['〃', '〃', '培训人数', '≥100人'], ['同上', '质量指标', '培训合格率', '≥95%']]);
    expect(table.indicators.map(({ level1, level2 }) => [level1?.value, level2?.value])).toEqual([
      ['产出指标', '数量指标'],
      ['产出指标', '数量指标'],
      ['产出指标', '质量指标'],
    ]);
  });

  test('an error that came along as text does not move', () => {
    const table = read([
      ['一级指标', '二级指标', '三级指标', '指标值', '分值', '备注'],
      ['产出指标', '数量指标', '培训次数', '≥10次', 10, null],
      [null, null, '培训人数', '≥100人', '#REF!', null],
    ]);
    expect(table.indicators.map(({ weight, remark, shift }) => [weight?.value, remark, shift])).toEqual([
      [10, null, 0],
      [undefined, null, 0],
    ]);
  });

  test('level 2 is not carried under another level 1', () => {
    const table = read([HEADINGS, ROW, ['满意度指标', null, '群众满意度', '≥90%']]);
    expect(table.indicators[1]?.level2).toBeNull();
  });

  test.each([
    ['满意度指标', '服务对象满意度指标', '群众满意度', '≥90%', '受访群众满意'],
    ['满意度指标', null, '服务对象满意度', '≥90%', '受访者满意'],
    ['满意度指标', '满意度指标', '满意度', '≥90%', null],
  ])('a name worded as its category, in the only row: %s, %s, %s', (...row) => {
    const [indicator, ...others] = read([HEADINGS, row]).indicators;
    expect(others).toEqual([]);
    expect([indicator?.level1?.value, indicator?.level2?.value ?? null, indicator?.name?.value]).toEqual(
      row.slice(0, 3),
    );
    expect(indicator?.explanation?.value ?? null).toBe(row[4]);
  });

  test('a name without a value is an indicator', () => {
    expect(names([HEADINGS, ROW, [null, null, '培训人数']])).toEqual(['培训次数', '培训人数']);
  });

  test('something else far below is no part of the table', () => {
    expect(names([HEADINGS, ROW, ...Array.from({ length: 30 }, () => []), ['张三', '李四', '王五', '10次']])).toEqual([
      '培训次数',
    ]);
  });

  test.each(['评价得分', '总分', '合计', '填报时间', '填报人：'])('%s with a target is an indicator', (name) => {
    expect(names([HEADINGS, ROW, [null, null, name, '≥90分'], ['合计', null, null, '100分'], ROW])).toEqual([
      '培训次数',
      name,
      '培训次数',
    ]);
    const signed = ['一级指标', '二级指标', '三级指标', '指标值类型', '指标值', '计量单位'];
    const rows = [
      ['产出指标', '数量指标', '培训次数', '≥', 10, '次'],
      ['产出指标', '质量指标', name, '≥', 90, '分'],
    ];
    expect(names([signed, ...rows, ['填报人：李明']])).toEqual(['培训次数', name]);
  });

  test('a list right under the foot is no part of the table', () => {
    expect(names([HEADINGS, ROW, ['填报人：李明'], ['产出指标', '数量指标', '表外', '10次']])).toEqual(['培训次数']);
  });
});

describe('several tables', () => {
  test('one under another, each with its own block above', () => {
    const below = movedSheet(sheetOf(SELF_EVALUATION_B.rows), PROJECT.rows.length + 2, 0);
    const cells = PROJECT.rows.map((row) => row.map((value) => makeCell(value as string | number | null)));
    const both = makeSheet('Sheet1', [...cells, [], [], ...below.cells.slice(PROJECT.rows.length + 2)]);
    const { tables } = readTables(both);
    expect(tables.map(({ kind, range }) => [kind, range.top, range.bottom])).toEqual([
      ['target', 0, 14],
      ['self-evaluation', 17, 23],
    ]);
    expect(tables.map(({ department }) => department?.value)).toEqual(['青溪县交通运输局', '青溪县水利局']);
  });

  test('without titles and blank rows between', () => {
    const { tables } = readTables(sheetOf([HEADINGS, ROW, HEADINGS, [...ROW.slice(0, 2), '培训人数', '≥100人']]));
    expect(tables.map(({ indicators }) => indicators.map(({ name }) => name?.value))).toEqual([
      ['培训次数'],
      ['培训人数'],
    ]);
  });

  test('side by side, with and without a column between', () => {
    const other = ['效益指标', '社会效益指标', '受益人数', '≥100人', '全年'];
    for (const gap of [[], [null]]) {
      const sheet = sheetOf([
        [...HEADINGS, ...gap, ...HEADINGS],
        [...ROW, ...gap, ...other],
      ]);
      expect(sayings(readTables(sheet)).map((table) => table.map(({ name, target }) => [name, target]))).toEqual([
        [['培训次数', 10]],
        [['受益人数', 100]],
      ]);
    }
  });
});

describe('targets for several years', () => {
  test('beside those of the year: two sets of columns under one block', () => {
    const { tables } = readTables(
      sheetOf(
        [
          ['项目支出绩效目标申报表'],
          ['（2024年度）'],
          ['项目名称', '农村道路养护'],
          ['总体目标', '实施期目标（2024年-2026年）', null, null, '年度目标'],
          [null, '养护道路360公里。', null, null, '养护道路120公里。'],
          ['绩效指标', '一级指标', '二级指标', '三级指标', '指标值', '二级指标', '三级指标', '指标值'],
          [null, '产出指标', '数量指标', '养护里程', '≥360公里', '数量指标', '养护里程', '≥120公里'],
        ],
        { merges: ['A4:A5'] },
      ),
    );
    expect(tables.map(({ indicators }) => indicators.map(saying))).toEqual([
      [{ level1: '产出指标', level2: '数量指标', name: '养护里程', operator: '≥', target: 360, unit: '公里' }],
      [{ level1: '产出指标', level2: '数量指标', name: '养护里程', operator: '≥', target: 120, unit: '公里' }],
    ]);
    expect(tables.map(({ multiYear, project, goal }) => [multiYear, valueOf(project), valueOf(goal)])).toEqual([
      [true, '农村道路养护', '养护道路120公里。'],
      [true, '农村道路养护', '养护道路120公里。'],
    ]);
  });

  test('in a column of its own: the year’s is the target', () => {
    const table = read([
      ['一级指标', '二级指标', '三级指标', '实施期指标值', '年度指标值'],
      ['产出指标', '数量指标', '养护里程', '≥360公里', '≥120公里'],
    ]);
    expect(table.multiYear).toBe(true);
    expect(table.indicators.map(({ target, others }) => [target?.value, others['实施期指标值']?.value])).toEqual([
      [120, '≥360公里'],
    ]);
  });
});

describe('shifted rows', () => {
  const HEAD = ['一级指标', '二级指标', '三级指标', '指标值类型', '指标值', '计量单位', '指标解释', '评（扣）分标准'];
  const FIRST = [
    '产出指标',
    '数量指标',
    '培训次数',
    '≥',
    10,
    '次',
    '计划全年培训不低于10次',
    '达到得满分5分，否则不得分',
  ];
  const row = [null, '质量指标', '培训合格率', '≥', 95, '%', '考核合格人数占培训人数的比例', '每低1%扣0.5分'];

  test.each<[string, Compact[], number]>([
    ['to the right', [null, ...row], 1],
    ['to the left', row.slice(1), -1],
    ['two to the right', [null, null, ...row], 2],
    ['from the sign on', [...row.slice(0, 3), null, ...row.slice(3)], 1],
    ['level 2 in the column of level 1', ['质量指标', null, ...row.slice(2)], -1],
  ])('%s', (_, shifted, shift) => {
    const table = read([HEAD, FIRST, FIRST, FIRST, shifted]);
    const last = table.indicators[3];
    expect(last && saying(last)).toEqual({
      level1: '产出指标',
      level2: '质量指标',
      name: '培训合格率',
      operator: '≥',
      target: 95,
      unit: '%',
      explanation: '考核合格人数占培训人数的比例',
      standard: '每低1%扣0.5分',
    });
    expect(last?.shift).toBe(shift);
  });
});

describe('work grows with what a sheet holds', () => {
  /** How often a reading looks at cells or rows. */
  function looksOf(sheet: SheetSnapshot): { looks: number; reading: ReturnType<typeof readTables> } {
    let looks = 0;
    const counted = <T extends object>(list: T): T =>
      new Proxy(list, {
        get(target, key, receiver) {
          looks++;
          return Reflect.get(target, key, receiver) as unknown;
        },
      });
    const reading = readTables({ ...sheet, cells: counted(sheet.cells.map((row) => row && counted(row))) });
    return { looks, reading };
  }

  const words = ['张三', '长沙市', '采购办公用品一批', '2026-01-01', '备注'].map((value) => makeCell(value));
  const others = (count: number) =>
    makeSheet(
      'Sheet1',
      Array.from({ length: count }, (_, row): (Cell | null)[] => [...words, makeCell(row), makeCell(row / 7)]),
    );
  const headings = (count: number) => sheetOf(Array.from({ length: count }, () => HEADINGS));
  const indicators = (count: number) =>
    sheetOf(
      [
        ...HUNAN.rows.slice(12, 14),
        ...Array.from({ length: count }, (_, index): Compact[] => [
          null,
          index % 100 === 0 ? '产出指标' : null,
          index % 10 === 0 ? '数量指标' : null,
          `第${index}项培训次数`,
          '≥',
          index,
          '次',
          `计划全年培训不低于${index}次`,
          '达到得满分5分，否则不得分',
          5,
        ]),
      ],
      { merges: Array.from({ length: count / 10 }, (_, index) => `C${index * 10 + 3}:C${index * 10 + 12}`) },
    );

  test.each<[string, (count: number) => SheetSnapshot]>([
    ['rows of other data', others],
    ['rows of headings', headings],
    ['indicators', indicators],
  ])('%s: four times the rows, four times the looks', (_, make) => {
    const few = looksOf(make(500)).looks;
    const many = looksOf(make(2000)).looks;
    expect(many).toBeGreaterThan(few);
    expect(many).toBeLessThan(few * 4.4);
  });

  test('50,000 rows of other data, 20,000 of headings, and 10,000 indicators are read', () => {
    expect(readTables(others(50_000)).unread?.reason).toBe('no-header');
    expect(readTables(headings(20_000)).unread?.reason).toBe('no-rows');
    expect(readTables(indicators(10_000)).tables[0]?.indicators).toHaveLength(10_000);
  });

  test('a cell in the last column of a row costs no more than the columns before it', () => {
    const wide = (last: number) => {
      const rows = [HEADINGS, ...Array.from({ length: 20 }, () => ROW)].map((texts) => {
        const row: (Cell | null)[] = texts.map((text) => makeCell(text));
        row[last] = makeCell(1);
        return row;
      });
      return looksOf({ ...makeSheet('宽表', []), cells: rows });
    };
    const near = wide(400);
    const far = wide(16_383);
    expect(far.reading.tables[0]?.indicators).toHaveLength(20);
    // The headings above are looked for once a column.
    expect(far.looks - near.looks).toBeLessThan(4 * 16_384);
  });
});
