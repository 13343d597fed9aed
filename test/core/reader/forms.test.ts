import { readTables } from '../../../src/core/reader';
import { makeSheet, RECORD_SHEET } from '../../../src/core/sheet';
import {
  HENAN,
  HUNAN,
  MONITORING,
  PROJECT,
  REVIEW,
  SELF_EVALUATION,
  SELF_EVALUATION_B,
  type FormRows,
} from '../../fixtures/forms';
import { onlyTable, saying, valueOf } from '../../support/readings';
import { sheetOf } from '../../support/sheets';

const read = (form: FormRows) => onlyTable(readTables(sheetOf(form.rows, form)));

describe('kind, subject and form', () => {
  test.each([
    ['Hunan', HUNAN, 'target', 'department', 'department-target-hunan', null, 2026],
    ['Henan', HENAN, 'target', 'department', 'department-target-henan', null, 2024],
    ['project', PROJECT, 'target', 'project', 'project-target', '2021', 2026],
    ['self-evaluation', SELF_EVALUATION, 'self-evaluation', 'project', 'project-self-evaluation', null, 2025],
    [
      'self-evaluation of a department',
      SELF_EVALUATION_B,
      'self-evaluation',
      'department',
      'department-self-evaluation',
      null,
      2025,
    ],
    ['monitoring', MONITORING, 'monitoring', 'project', 'project-monitoring', null, 2025],
  ])('%s', (_, form, kind, subject, formId, tree, year) => {
    const table = read(form);
    expect([table.kind, table.subject, table.formId, table.tree, valueOf(table.year)]).toEqual([
      kind,
      subject,
      formId,
      tree,
      year,
    ]);
  });
});

describe('names and goals', () => {
  test.each([
    ['Hunan', HUNAN, '青溪县水利局', '青溪县水利局', null, '完成12座水库的日常巡查。', null],
    ['Henan', HENAN, '河阳市图书馆', null, null, '全年开放不少于330天。', null],
    ['project', PROJECT, '青溪县交通运输局', null, '农村道路养护', '养护道路120公里。', null],
    [
      'self-evaluation',
      SELF_EVALUATION,
      '青溪县交通运输局',
      null,
      '农村道路养护',
      '养护道路120公里。',
      '养护118公里。',
    ],
    ['name after a colon', SELF_EVALUATION_B, '青溪县水利局', null, null, null, null],
    ['monitoring', MONITORING, null, null, '农村道路养护', null, null],
  ])('%s', (_, form, department, cover, project, goal, goalActual) => {
    const table = read(form);
    expect([table.department, table.coverDepartment, table.project, table.goal, table.goalActual].map(valueOf)).toEqual(
      [department, cover, project, goal, goalActual],
    );
  });
});

describe('what stands above with no row of its own', () => {
  const above = (...lines: (string | null)[][]) =>
    onlyTable(
      readTables(
        sheetOf([
          ...lines,
          ['一级指标', '二级指标', '三级指标', '指标值'],
          ['产出指标', '数量指标', '培训次数', '≥10次'],
        ]),
      ),
    );

  test.each([
    ['cells of their own', [['项目支出绩效目标表'], ['编制单位：区教育局', '2026年度', '单位：万元']]],
    ['wide blanks in one cell', [['项目支出绩效目标表'], ['编制单位：区教育局　　　　2026年度　　　　单位：万元']]],
    ['the title beside the office', [['编制单位：区教育局', '2026年度项目支出绩效目标表']]],
  ])('office and year, %s', (_, lines) => {
    const table = above(...lines);
    expect(table.title?.value).toMatch(/项目支出绩效目标表$/);
    expect([table.coverDepartment?.value, table.year?.value]).toEqual(['区教育局', 2026]);
  });

  test('the first of several years, and that there are several', () => {
    const table = above(['中期财政规划项目绩效目标表（2026-2028年）']);
    expect([table.year?.value, table.multiYear]).toEqual([2026, true]);
  });

  test('transfers: the department in charge and the amount of the year', () => {
    const table = above(
      ['2026年度转移支付绩效目标表'],
      ['专项名称', '农机购置补贴'],
      ['省级主管部门', '省农业农村厅', '市县财政部门', '各市县财政局'],
      ['资金情况（万元）', '年度金额：', '6800'],
      [null, '其中：中央补助', '6000'],
      [null, '地方资金', '800'],
    );
    expect([table.department?.value, table.budget?.total?.value.yuan]).toEqual(['省农业农村厅', 68000000]);
    expect(table.budget?.items.map(({ label }) => label)).toEqual(['中央补助', '地方资金']);
  });

  test('合计 is the total after what it adds up to, and nothing elsewhere', () => {
    const total = (label: string) =>
      above(['部门整体绩效目标表'], [label, '合计', '980.5']).budget?.total?.value.amount;
    expect([total('年度预算（万元）'), total('培训人数')]).toEqual([980.5, undefined]);
  });
});

describe('budgets', () => {
  const lines = (form: FormRows) =>
    read(form).budget?.items.map(({ label, group, amount, within }) => [
      label,
      group,
      amount?.value.yuan ?? null,
      within,
    ]);

  test('label and amount in two cells, the unit on a line of its own', () => {
    expect(read(HUNAN).budget?.total?.value).toEqual({ yuan: 12000000, unit: '万元', amount: 1200 });
    expect(lines(HUNAN)).toEqual([
      ['一般公共预算', 'source', 10000000, false],
      ['政府性基金拨款', 'source', 2000000, false],
      ['基本支出', 'use', 5000000, false],
      ['人员经费', 'use', 4200000, true],
      ['公用经费', 'use', 800000, true],
      ['项目支出', 'use', 7000000, false],
    ]);
  });

  test('numbered labels, heading and first item in one cell', () => {
    expect(read(HENAN).budget?.total?.value).toEqual({ yuan: 3505000, unit: '万元', amount: 350.5 });
    expect(lines(HENAN)).toEqual([
      ['政府预算资金', 'source', 3005000, false],
      ['财政专户管理资金', 'source', 0, false],
      ['单位资金', 'source', 500000, false],
      ['基本支出', 'use', 2005000, false],
      ['项目支出', 'use', 1500000, false],
    ]);
  });

  test('the unit in the heading of the block, a blank amount', () => {
    expect(lines(PROJECT)).toEqual([
      ['政府预算资金', 'source', 600000, false],
      ['财政专户管理资金', 'source', null, false],
      ['单位资金', 'source', 200000, false],
    ]);
  });

  test('in 元 where the heading says so; in 万元, unstated, where nothing says', () => {
    const rows = (heading: string) => [
      ['项目支出绩效目标表'],
      [heading, '年度资金总额', 23739200],
      ['一级指标', '二级指标', '三级指标', '指标值'],
      ['产出指标', '数量指标', '养护里程', '≥120公里'],
    ];
    expect(onlyTable(readTables(sheetOf(rows('项目资金（元）')))).budget?.total?.value).toEqual({
      yuan: 23739200,
      unit: '元',
      amount: 23739200,
    });
    expect(onlyTable(readTables(sheetOf(rows('项目资金')))).budget?.total?.value).toEqual({
      yuan: 237392000000,
      unit: null,
      amount: 23739200,
    });
  });

  test('amounts one after the other in one cell', () => {
    const budget = (text: string) =>
      onlyTable(
        readTables(
          sheetOf([
            ['2026年项目支出绩效目标表'],
            ['预算资金', text],
            ['一级指标', '二级指标', '三级指标', '指标值'],
            ['产出指标', '数量指标', '养护里程', '≥120公里'],
          ]),
        ),
      ).budget;
    const whole = budget('资金总额：1,320万元；其中：一般公共预算1,300万元，其他资金20万元。');
    expect(whole?.total?.value.yuan).toBe(13200000);
    expect(whole?.items.map(({ label, amount }) => [label, amount?.value.yuan])).toEqual([
      ['一般公共预算', 13000000],
      ['其他资金', 200000],
    ]);
    expect(budget('资金总额：320万元，用于农村饮水安全。')).toMatchObject({
      total: { value: { yuan: 3200000 } },
      items: [],
    });
  });

  test('a funds grid is no budget block', () => {
    expect(read(SELF_EVALUATION).budget).toBeNull();
    expect(read(MONITORING).budget).toBeNull();
  });
});

describe('funds grids', () => {
  const grid = (form: FormRows) =>
    read(form).execution.map((row) => [
      row.label.value,
      ...[row.initial, row.budget, row.spent, row.weight, row.rate, row.score].map(valueOf),
    ]);

  test('self-evaluation: percent as format, as bare quotient, as text; dashes are blank', () => {
    expect(grid(SELF_EVALUATION)).toEqual([
      ['年度资金总额', 80, 82, 77.9, 10, 95, 9.5],
      ['其中:当年财政拨款', 80, 80, 75.9, null, 94.875, null],
      ['上年结转资金', null, 2, 2, null, 100, null],
      ['其他资金', null, null, null, null, null, null],
    ]);
  });

  test('the label beside the headings is none of them', () => {
    const table = onlyTable(
      readTables(
        sheetOf([
          ['2025年度部门整体支出绩效自评表'],
          ['年度预算执行情况（万元）', null, '全年预算数', '全年执行数', '执行率', '分值', '得分'],
          [null, '年度资金总额', 1500, 1425, '95%', 10, 9.5],
          ['一级指标', '二级指标', '三级指标', '年度指标值', '全年完成值', '分值', '得分'],
          ['产出指标', '数量指标', '评价项目数', '20个', '22个', 20, 20],
        ]),
      ),
    );
    expect(table.execution.map(({ budget, spent, score }) => [budget?.value, spent?.value, score?.value])).toEqual([
      [1500, 1425, 9.5],
    ]);
  });

  test('monitoring: the forecast as well', () => {
    expect(grid(MONITORING)).toEqual([
      ['年度资金总额', 80, null, 40, null, 50, null],
      ['其中:财政拨款', 80, null, 40, null, 50, null],
    ]);
    expect(read(MONITORING).execution.map(({ forecast }) => valueOf(forecast))).toEqual([80, 80]);
  });
});

describe('indicators', () => {
  test('Hunan: merged heading, percent formats, carried level', () => {
    const table = read(HUNAN);
    expect(table.headerRows).toEqual([12, 13]);
    expect(table.indicators.map(saying)).toEqual([
      {
        level1: '产出指标',
        level2: '数量指标',
        name: '巡查水库数',
        operator: '≥',
        target: 12,
        unit: '座',
        explanation: '巡查水库不少于12座',
        standard: '每少1座扣1分',
        weight: 10,
      },
      {
        level1: '产出指标',
        level2: '质量指标',
        name: '验收合格率',
        operator: '≥',
        target: 95,
        unit: '%',
        explanation: '验收合格数/总数',
        standard: '每低1%扣1分',
        weight: 15,
      },
      {
        level1: '满意度指标',
        level2: '服务对象满意度指标',
        name: '群众满意度',
        operator: '≥',
        target: 57,
        unit: '%',
        explanation: '问卷',
        standard: '低于不得分',
        weight: 10,
      },
    ]);
    expect(table.indicators[1]?.target).toMatchObject({ raw: '95%', assumed: 'number-format' });
    expect(table.indicators[2]?.unit).toMatchObject({ cell: { row: 16, column: 5 }, assumed: 'number-format' });
    expect(table.indicators[2]?.reading).toEqual({ kind: 'quantity', operator: '≥', value: 57, unit: '%' });
  });

  test('Henan: its own level 1 and level 2', () => {
    expect(read(HENAN).indicators.map(({ level1, level2 }) => [level1?.value, level2?.value])).toEqual([
      ['投入管理指标', '工作目标管理'],
      ['投入管理指标', '预算和财务管理'],
      ['产出指标', '重点工作任务完成'],
      ['效益指标', '履职效益'],
      ['效益指标', '满意度'],
    ]);
  });

  test('project: a deadline keeps its words and is read', () => {
    const deadline = read(PROJECT).indicators[2];
    expect(deadline?.target?.value).toBe('2026年11月底前');
    expect(deadline?.reading).toMatchObject({ kind: 'date', operator: '≤' });
  });

  test('self-evaluation: actuals, weights, scores, reasons', () => {
    expect(
      read(SELF_EVALUATION).indicators.map(({ target, actual, weight, score, deviation }) =>
        [target, actual, weight, score, deviation].map(valueOf<unknown>),
      ),
    ).toEqual([
      [120, 118, 20, 19.67, '雨季停工'],
      [95, 96, 15, 15, null],
      ['2025年11月底前', '2025年11月20日', 15, 15, null],
      ['明显改善', '明显改善', 30, 28, null],
      [90, 92, 10, 10, null],
    ]);
  });

  test('the other self-evaluation: 指标性质, 权重, 完成值', () => {
    expect(read(SELF_EVALUATION_B).indicators.map(saying)[2]).toEqual({
      level1: '满意度指标',
      level2: '服务对象满意度指标',
      name: '群众满意度',
      operator: '≥',
      target: 95,
      unit: '%',
      actual: 93,
      weight: 10,
      score: 9.79,
      deviation: '宣传不够',
    });
  });

  test('monitoring: further columns by their headings', () => {
    expect(read(MONITORING).indicators.map(saying)[1]).toEqual({
      level1: '满意度指标',
      level2: '服务对象满意度指标',
      name: '群众满意度',
      operator: '≥',
      target: 90,
      unit: '%',
      deviation: '下半年调查',
      remark: '四季度',
      '1-7月执行情况': '未开展',
      全年预计完成情况: '90%',
      '偏差原因分析/经费保障': '√',
      '完成目标可能性/有可能': '√',
    });
  });
});

/** The self-evaluation with another 总分. */
function scoredAs(total: FormRows['rows'][number][number]): FormRows {
  const rows = SELF_EVALUATION.rows.map((row) => (row[0] === '总分' ? [...row.slice(0, -1), total] : row));
  return { ...SELF_EVALUATION, rows };
}

describe('totals, grades and feet', () => {
  test.each([
    ['weights only', HUNAN, 35, null],
    ['scores and a grade', SELF_EVALUATION, 97.17, '优'],
    ['scores', SELF_EVALUATION_B, 85.79, null],
    ['none', PROJECT, null, null],
    ['points of 100, and nothing scored yet', scoredAs(null), null, '优'],
    ['a score that is an error', scoredAs({ cell: { error: '#N/A' } }), null, '优'],
  ])('%s', (_, form, total, grade) => {
    const table = read(form);
    expect([valueOf(table.total), valueOf(table.grade)]).toEqual([total, grade]);
  });

  test('label and content in one cell and in two, date after its label', () => {
    const { foot } = read(HUNAN);
    expect(foot.signoffs.map(({ label, content }) => [label?.value, valueOf(content)])).toEqual([
      ['填报人', '李明'],
      ['联系电话', '13800000000'],
      ['填报日期', null],
    ]);
    expect(foot.date).toMatchObject({ value: '2025-11-03', cell: { row: 18, column: 7 } });
  });

  test('a date as a serial number', () => {
    const rows = [...PROJECT.rows, ['审核人：', '王芳', { cell: 46006, numberFormat: 'yyyy/m/d' }]];
    expect(onlyTable(readTables(sheetOf(rows))).foot.date?.value).toBe('2025-12-15');
  });
});

describe('what is no indicator table', () => {
  test.each([
    ['the review form', sheetOf(REVIEW.rows), 'review-form', { row: 0, column: 0 }],
    ['an empty sheet', makeSheet('Sheet1', []), 'empty', null],
    ['blank cells', sheetOf([['', '  '], [], [null]]), 'empty', null],
    ['our own sheet', sheetOf(PROJECT.rows, { name: RECORD_SHEET }), 'own-sheet', null],
    [
      'other data',
      sheetOf([
        ['姓名', '年龄'],
        ['张三', 30],
      ]),
      'no-header',
      null,
    ],
    [
      'a mention of indicators',
      sheetOf([
        ['姓名', '年龄'],
        ['三级指标', 30],
      ]),
      'no-header',
      { row: 1, column: 0 },
    ],
    [
      'headings without rows',
      sheetOf([['一级指标', '二级指标', '三级指标', '指标值']]),
      'no-rows',
      { row: 0, column: 0 },
    ],
  ])('%s', (_, sheet, reason, nearest) => {
    const { tables, unread, blank = [] } = readTables(sheet);
    expect({ tables, unread }).toEqual({ tables: [], unread: { sheet: sheet.name, reason, nearest } });
    expect(blank.map(({ columns }) => columns.map(({ field }) => field))).toEqual(
      reason === 'no-rows' ? [['level1', 'level2', 'name', 'target']] : [],
    );
  });
});
