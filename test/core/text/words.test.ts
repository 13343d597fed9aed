import fc from 'fast-check';
import {
  findDates,
  findQuantities,
  isMoneyUnit,
  isPercentUnit,
  isUnit,
  normalize,
  parseMoney,
  parseNumber,
  parseOperator,
  squash,
} from '../../../src/core/text';
import { runs } from '../../support/runs';

const anything = fc.string({ unit: 'binary', maxLength: 80 });

describe('squash', () => {
  test.each([
    ['部门职能\n职责概述', '部门职能职责概述'],
    ['Ａ　１００％', 'A100%'],
    ['群众\u200b满意度', '群众满意度'],
    ['满意度≥95%', '满意度≥95%'],
    ['', ''],
  ])('%j → %j', (text, expected) => {
    expect(squash(text)).toBe(expected);
  });

  test('what is left as it is has nothing to take out or to fold', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(squash(squash(text))).toBe(squash(text));
        if (squash(text) === text) expect(text.normalize('NFKC').replace(/[\s\u200b]+/gu, '')).toBe(text);
      }),
      runs(1000),
    );
  });
});

describe('normalize', () => {
  test.each([
    ['经济效\n率指标', '经济效率指标'],
    [' ９５％　以上 ', '95%以上'],
    ['2026年12\n月31日前', '2026年12月31日前'],
    ['Big  Data\n平台', 'Big Data平台'],
    ['102\t\n120', '102 120'],
    ['（一）', '(一)'],
    ['', ''],
  ])('%j → %j', (text, expected) => {
    expect(normalize(text)).toBe(expected);
  });

  test('is done once', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(normalize(normalize(text))).toBe(normalize(text));
      }),
      runs(2000, 20_250_110),
    );
  });
});

describe('parseNumber', () => {
  test.each([
    ['28', 28],
    ['２８．５', 28.5],
    ['23,739,200.00', 23739200],
    ['-3', -3],
    ['+3', 3],
    ['-0', 0],
    ['4835.\n36', 4835.36],
    ['10 000', 10000],
    ['十二', 12],
    ['一百二十', 120],
    ['两千零五', 2005],
    ['三万五千', 35000],
    ['一亿零三万', 100030000],
    ['零', 0],
  ])('%j → %d', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  test.each([
    '',
    ' ',
    '95%',
    '28人',
    '1,23',
    '1.2.3',
    '十五五',
    '三四',
    '一百二',
    '百',
    '1e5',
    '0x10',
    '≥3',
    '--3',
    '12345678901234567',
  ])('no number: %j', (text) => {
    expect(parseNumber(text)).toBeNull();
  });

  test('reads every number as written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (n) => {
        expect(parseNumber(String(n / 1000))).toBe(n / 1000);
        expect(parseNumber((n / 100).toLocaleString('en-US', { minimumFractionDigits: 2 }))).toBe(n / 100 || 0);
      }),
      runs(1000, 20_250_111),
    );
  });
});

describe('parseOperator', () => {
  test.each([
    ['≥', '≥'],
    [' ＞＝ ', '≥'],
    ['≦', '≤'],
    ['不低于', '≥'],
    ['大于等于', '≥'],
    ['以内', '≤'],
    ['及以上', '≥'],
    ['小于', '<'],
    ['＝', '='],
  ])('%j → %s', (text, operator) => {
    expect(parseOperator(text)).toBe(operator);
  });

  test.each(['', '》', '〉', '定性', '定量', '≥95', '10', '不低于计划'])('none: %j', (text) => {
    expect(parseOperator(text)).toBeNull();
  });
});

describe('units', () => {
  test.each(['%', '％', '百分比', '人次', '万元', '个工作日', '次/台机/年', '万人次', 'km', '平方米'])(
    '%j is one',
    (unit) => {
      expect(isUnit(unit)).toBe(true);
    },
  );
  test.each(['', '效果明显', '10次', '≥', '定性', '产出指标'])('%j is none', (unit) => {
    expect(isUnit(unit)).toBe(false);
  });
  test('percent and money are told apart from the rest', () => {
    expect(['%', '％', '百分比', '百分点', '个百分点', '人', null].map((unit) => isPercentUnit(unit))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(['元', '万元', '亿元', '万', '元/人', null].map((unit) => isMoneyUnit(unit))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('parseMoney', () => {
  test.each([
    ['资金总额：550.13万元', undefined, { yuan: 5501300, unit: '万元', amount: 550.13 }],
    ['23,739,200.00元', undefined, { yuan: 23739200, unit: '元', amount: 23739200 }],
    ['317.13', '万元', { yuan: 3171300, unit: '万元', amount: 317.13 }],
    ['317.13', '元', { yuan: 317.13, unit: '元', amount: 317.13 }],
    ['317.13', undefined, { yuan: 3171300, unit: null, amount: 317.13 }],
    ['1.2亿元', undefined, { yuan: 120000000, unit: '万元', amount: 12000 }],
    ['2024年结转：5万元', undefined, { yuan: 50000, unit: '万元', amount: 5 }],
    ['-12.5', '万元', { yuan: -125000, unit: '万元', amount: -12.5 }],
    ['0.29', '万元', { yuan: 2900, unit: '万元', amount: 0.29 }],
  ] as const)('%j in %s', (text, unit, money) => {
    expect(parseMoney(text, unit)).toEqual(money);
  });

  test.each(['', '其他资金', '政府性基金拨款：', '5万元，3万元', '10人', '一'])('no single amount: %j', (text) => {
    expect(parseMoney(text)).toBeNull();
  });
});

describe('years in two digits', () => {
  test.each<[string, number, [string, string][]]>([
    ['23年12月底前', 2025, [['23年12月底', '2023-12-31']]],
    ['于２３年\n2月30日前完成', 2023, [['２３年\n2月30日', '2023-02-30']]],
    ['23年底前', 2023, [['23年底', '2023-12-31']]],
    ['23年第四季度末', 2023, [['23年第四季度末', '2023-12-31']]],
    [
      '23年7月至12月',
      2023,
      [
        ['23年7月', '2023-07'],
        ['12月', '2023-12'],
      ],
    ],
    [
      '23年7月-24年1月',
      2023,
      [
        ['23年7月', '2023-07'],
        ['24年1月', '2024-01'],
      ],
    ],
    [
      '23年1-12月',
      2023,
      [
        ['23年1', '2023-01'],
        ['12月', '2023-12'],
      ],
    ],
    // How long something takes, and other numbers.
    ['工期23年', 2023, []],
    ['10年内', 2012, []],
    ['5年1月期', 2005, [['1月', '--01']]],
    ['10年6月期', 2010, [['6月', '--06']]],
    ['第23年12月', 2023, [['12月', '--12']]],
    ['123年12月', 2023, [['12月', '--12']]],
    ['15年6月', 2025, [['6月', '--06']]],
  ])('%j near %d', (text, near, expected) => {
    expect(findDates(text, near).map((date) => [date.text, date.value])).toEqual(expected);
    expect(findDates(text).every(({ year }) => year === null)).toBe(true);
  });
});

describe('findDates', () => {
  test.each<[string, [string, string, boolean, boolean][]]>([
    ['在2026年12月31日前完成得满分6分', [['2026年12月31日', '2026-12-31', true, true]]],
    [
      '2023.07-2024.01',
      [
        ['2023.07', '2023-07', false, true],
        ['2024.01', '2024-01', false, true],
      ],
    ],
    [
      '2022年1-12月',
      [
        ['2022年1', '2022-01', false, true],
        ['12月', '2022-12', false, true],
      ],
    ],
    [
      '2023年1月1日至12月31日',
      [
        ['2023年1月1日', '2023-01-01', false, true],
        ['12月31日', '2023-12-31', false, true],
      ],
    ],
    [
      '2023—2025年',
      [
        ['2023', '2023', false, true],
        ['2025年', '2025', false, true],
      ],
    ],
    [
      '2月30日前，11月底',
      [
        ['2月30日', '--02-30', true, false],
        ['11月底', '--11-30', false, true],
      ],
    ],
    ['2023年2月29日', [['2023年2月29日', '2023-02-29', false, false]]],
    ['2024年2月29日', [['2024年2月29日', '2024-02-29', false, true]]],
    ['2025.12.15', [['2025.12.15', '2025-12-15', false, true]]],
    ['2025年度', [['2025年度', '2025', false, true]]],
    ['2026年\n12月', [['2026年\n12月', '2026-12', false, true]]],
    ['二〇二五年', [['二〇二五年', '2025', false, true]]],
    ['2023.07 万元，12个月，3日内，十二次，第2025号', []],
  ])('%j', (text, dates) => {
    expect(findDates(text).map((date) => [date.text, date.value, date.deadline, date.valid])).toEqual(dates);
  });
});

describe('findQuantities', () => {
  test.each<[string, (readonly [string, string | null, number, string | null])[]]>([
    ['计划组织政治理论培训不低于10次', [['不低于10次', '≥', 10, '次']]],
    ['计划培训合格率不低于100%', [['不低于100%', '≥', 100, '%']]],
    [
      '每年培训45人，合格率≥95％。',
      [
        ['45人', null, 45, '人'],
        ['≥95％', '≥', 95, '%'],
      ],
    ],
    [
      '单价20元，共3个，合计60元',
      [
        ['20元', null, 20, '元'],
        ['3个', null, 3, '个'],
        ['60元', null, 60, '元'],
      ],
    ],
    [
      '80%-90%',
      [
        ['80%', null, 80, '%'],
        ['90%', null, 90, '%'],
      ],
    ],
    ['财预〔2020〕10号第3条，2025年每一次GB123', []],
    ['约100人左右，200余次', []],
    ['四场以上', [['四场以上', '≥', 4, '场']]],
  ])('%j', (text, quantities) => {
    expect(findQuantities(text).map((q) => [q.text, q.operator, q.value, q.unit])).toEqual(quantities);
  });

  test('places are those of the text as given', () => {
    const text = '培训 不低于\n10 次，合格率 ９５％';
    for (const { start, end, text: words } of findQuantities(text)) expect(text.slice(start, end)).toBe(words);
    expect(findQuantities(text)).toHaveLength(2);
  });
});

test('nothing throws, whatever the text', () => {
  fc.assert(
    fc.property(anything, (text) => {
      findDates(text);
      findQuantities(text);
      parseMoney(text);
      parseNumber(text);
      parseOperator(text);
      isUnit(text);
    }),
    runs(3000, 20_250_112),
  );
});
