import fc from 'fast-check';
import type { Operator, Target } from '../../../src/core/indicator';
import { parseTarget } from '../../../src/core/text';
import type { TargetHints } from '../../../src/core/text';
import { runs } from '../../support/runs';

const quantity = (operator: Operator | null, value: number, unit: string | null): Target => ({
  kind: 'quantity',
  operator,
  value,
  unit,
});
const range = (low: number, high: number, unit: string | null, lowIncluded = true, highIncluded = true): Target => ({
  kind: 'range',
  operator: null,
  value: null,
  unit,
  low,
  high,
  lowIncluded,
  highIncluded,
});
const date = (value: string, operator: Operator | null = null): Target => ({
  kind: 'date',
  operator,
  value,
  unit: null,
});
const words = (value: string): Target => ({ kind: 'qualitative', operator: null, value, unit: null });
const several = (...parts: Target[]): Target => ({ kind: 'multiple', operator: null, unit: null, value: null, parts });
const unknown: Target = { kind: 'unknown', operator: null, value: null, unit: null };

describe('parseTarget', () => {
  test.each<[string, Target]>([
    ['28人', quantity(null, 28, '人')],
    ['≥95%', quantity('≥', 95, '%')],
    ['≥９５．５％', quantity('≥', 95.5, '%')],
    ['>= 95 %', quantity('≥', 95, '%')],
    ['≧80分', quantity('≥', 80, '分')],
    ['＞50台', quantity('>', 50, '台')],
    ['＝100%', quantity('=', 100, '%')],
    ['》95%', quantity(null, 95, '%')],
    ['23,739,200.00元', quantity(null, 23739200, '元')],
    ['≤4835.\n36万元', quantity('≤', 4835.36, '万元')],
    ['不超\n过14万\n元', quantity('≤', 14, '万元')],
    ['3万', quantity(null, 3, '万')],
    ['≥10万人次', quantity('≥', 10, '万人次')],
    ['少于3次/台机/年', quantity('<', 3, '次/台机/年')],
    ['500元/人/月', quantity(null, 500, '元/人/月')],
    ['≤1.5万元/座', quantity('≤', 1.5, '万元/座')],
    ['不超过320元/立方米', quantity('≤', 320, '元/立方米')],
    ['不超过37.02万一年', quantity('≤', 37.02, '万/年')],
    ['13个社区', quantity(null, 13, '个社区')],
    ['30人参加', quantity(null, 30, '人')],
    ['10（次）', quantity(null, 10, '次')],
    ['≥3篇(期)', quantity('≥', 3, '篇')],
    ['0', quantity(null, 0, null)],
    ['事故0起', quantity(null, 0, '起')],
    ['≥-5%', quantity('≥', -5, '%')],
    ['≥900万千瓦时', quantity('≥', 900, '万千瓦时')],
  ])('reads signs, numbers and units: %j', (text, target) => {
    expect(parseTarget(text)).toEqual(target);
  });

  test.each<[string, Target]>([
    ['不低于3场', quantity('≥', 3, '场')],
    ['大于或等于 95 分', quantity('≥', 95, '分')],
    ['至少10次', quantity('≥', 10, '次')],
    ['达到95%以上', quantity('≥', 95, '%')],
    ['90分及以上', quantity('≥', 90, '分')],
    ['95%（含）以上', quantity('≥', 95, '%')],
    ['95%以上（不含95%）', quantity('>', 95, '%')],
    ['5%以下', quantity('≤', 5, '%')],
    ['3个小时内', quantity('≤', 3, '个小时')],
    ['≤5天内', quantity('≤', 5, '天')],
    ['控制在5%以内', quantity('≤', 5, '%')],
    ['控制在100万元', quantity('≤', 100, '万元')],
    ['总成本不超83.32万', quantity('≤', 83.32, '万')],
    ['超过90%', quantity('>', 90, '%')],
    ['不足3人', quantity('<', 3, '人')],
    ['达到95%', quantity(null, 95, '%')],
    ['接到报修后2小时内到达', quantity('≤', 2, '小时')],
    ['30分钟内进行应答', quantity('≤', 30, '分钟')],
    ['演练活动不少于1场', quantity('≥', 1, '场')],
    ['全街道3900人', quantity(null, 3900, '人')],
    ['提高到95%以上', quantity('≥', 95, '%')],
  ])('reads comparators in words: %j', (text, target) => {
    expect(parseTarget(text)).toEqual(target);
  });

  test.each<[string, Target]>([
    ['四场', quantity(null, 4, '场')],
    ['两栋', quantity(null, 2, '栋')],
    ['半小时内', quantity('≤', 0.5, '小时')],
    ['一百二十人', quantity(null, 120, '人')],
    ['十二期', quantity(null, 12, '期')],
    ['十万元', quantity(null, 10, '万元')],
    ['一万二千元', quantity(null, 12000, '元')],
    ['百分之九十五以上', quantity('≥', 95, '%')],
    ['百分之百', quantity(null, 100, '%')],
    ['≥5个百分点', quantity('≥', 5, '个百分点')],
    ['≤3‰', quantity('≤', 3, '‰')],
  ])('reads Chinese numerals and parts of a hundred: %j', (text, target) => {
    expect(parseTarget(text)).toEqual(target);
  });

  test.each<[string, Target]>([
    ['80%-90%', range(80, 90, '%')],
    ['80~90分', range(80, 90, '分')],
    ['5至10个工作日', range(5, 10, '个工作日')],
    ['10-15个工作日内', range(10, 15, '个工作日')],
    ['控制在5-10%', range(5, 10, '%')],
    ['90%—80%', range(90, 80, '%')],
    ['大于80%且小于90%', range(80, 90, '%', false, false)],
    ['≥80%，不超过90%', range(80, 90, '%')],
    ['不高于80%，不低于90%', range(90, 80, '%')],
  ])('reads ranges: %j', (text, target) => {
    expect(parseTarget(text)).toEqual(target);
  });

  test.each<[string, Target]>([
    ['2023年12月30日前', date('2023-12-30', '≤')],
    ['2026年12月31日', date('2026-12-31')],
    ['2026-12-31', date('2026-12-31')],
    ['2023/11/30', date('2023-11-30')],
    ['≤2026年12月31日', date('2026-12-31', '≤')],
    ['不晚于2026年6月30日', date('2026-06-30', '≤')],
    ['二〇二五年十二月三十一日前', date('2025-12-31', '≤')],
    ['11月底', date('--11-30')],
    ['12月底前完成', date('--12-31', '≤')],
    ['11月30日前', date('--11-30', '≤')],
    ['2024年2月底前', date('2024-02-29', '≤')],
    ['2023年12月前', date('2023-12-31', '≤')],
    ['年底前', date('--12-31', '≤')],
    ['2026年底', date('2026-12-31')],
    ['第三季度末', date('--09-30')],
    ['后勤服务2023年12月31日之前', date('2023-12-31', '≤')],
  ])('reads dates and deadlines: %j', (text, target) => {
    expect(parseTarget(text)).toEqual(target);
  });

  test.each<[string, Target]>([
    ['≥90%\t\n≥90%', several(quantity('≥', 90, '%'), quantity('≥', 90, '%'))],
    ['≥90%≥95%', several(quantity('≥', 90, '%'), quantity('≥', 95, '%'))],
    ['102 120', several(quantity(null, 102, null), quantity(null, 120, null))],
    ['102\t\n120', several(quantity(null, 102, null), quantity(null, 120, null))],
    ['2026年12月31日前完成，完成率100%', several(date('2026-12-31', '≤'), quantity(null, 100, '%'))],
    ['12月底前完成3场', several(date('--12-31', '≤'), quantity(null, 3, '场'))],
    ['培训5次；培训人数不少于100人', several(quantity(null, 5, '次'), quantity('≥', 100, '人'))],
  ])('tells several targets apart: %j', (text, target) => {
    expect(parseTarget(text)).toEqual(target);
  });

  test.each<[string, string]>([
    ['效果明显', '效果明显'],
    ['得到\n提升', '得到提升'],
    ['一户一策', '一户一策'],
    ['当年完成上一年的档案整理', '当年完成上一年的档案整理'],
    ['控制在预算范围内', '控制在预算范围内'],
    ['二级', '二级'],
    ['是', '是'],
  ])('reads wording: %j', (text, value) => {
    expect(parseTarget(text)).toEqual(words(value));
  });

  test.each([
    '',
    '  \n',
    '/',
    '——',
    '不适用',
    '-0%',
    '-5%',
    '约6.6万人次',
    '不超过预算金额550.13万元',
    '1套（3台）',
    '会后3天',
    '5A',
    '100人左右',
    '100余人',
    '提升30%',
    '同比增长5%以上',
    '基线15%—100%',
    '每双月2次',
    '每天10个小时',
    '7*24小时全天候无间断舆情监测',
    '每天早上六点半前送达',
    '一个半小时',
    '两年半',
    '1:3',
    '1.2.3',
    '3号楼',
    '第3名',
    '5G基站10个',
    '大于95%以上',
    '≥不超过5天',
    '2月30日前',
    '2023年2月29日',
    '≤1月',
    '2023.07-2024.01',
    '2022年1-12月',
    '12-31',
    '2022-2023',
    '2025年',
    '创建街道教育培训，市民接受教育服务满意度达80%。',
    '12345678901234567890',
    '23年底前',
  ])('does not guess: %j', (text) => {
    expect(parseTarget(text)).toEqual(unknown);
  });

  test.each<[string, TargetHints, Target]>([
    ['10', { operator: '≥', unit: '次' }, quantity('≥', 10, '次')],
    ['10', { operator: '不低于', unit: ' 次 ' }, quantity('≥', 10, '次')],
    ['95', { operator: '=', unit: '百分比' }, quantity('=', 95, '%')],
    ['95', { operator: '=', unit: '％' }, quantity('=', 95, '%')],
    ['95%', { operator: '≥', unit: '%' }, quantity('≥', 95, '%')],
    ['14万', { unit: '元' }, quantity(null, 14, '万元')],
    ['14万', { unit: '万元' }, quantity(null, 14, '万元')],
    ['3小时内', { operator: '<' }, quantity('<', 3, '小时')],
    ['10', { operator: '定量', unit: '/' }, quantity(null, 10, null)],
    ['2026年12月31日前', { operator: '定性' }, date('2026-12-31', '≤')],
    ['2026年12月31日', { operator: '≤' }, date('2026-12-31', '≤')],
    ['效果明显', { operator: '定性', unit: null }, words('效果明显')],
    ['80-90', { unit: '%' }, range(80, 90, '%')],
  ])('takes what other columns say: %j %j', (text, hints, target) => {
    expect(parseTarget(text, hints)).toEqual(target);
  });

  const OPERATORS: readonly (readonly [string, Operator])[] = [
    ['≥', '≥'],
    ['不低于', '≥'],
    ['不少于', '≥'],
    ['≤', '≤'],
    ['不超过', '≤'],
    ['=', '='],
    ['>', '>'],
    ['超过', '>'],
    ['<', '<'],
    ['低于', '<'],
  ];
  const UNITS = [
    '%',
    '次',
    '人',
    '人次',
    '万元',
    '元',
    '个',
    '个工作日',
    '小时',
    '台',
    '份',
    '公里',
    '亩',
    '场次',
    '元/人',
  ];
  const numbers = fc.integer({ min: 0, max: 99_999_999 }).map((cents) => cents / 100);

  test('reads back every target written in the usual way', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...OPERATORS),
        numbers,
        fc.constantFrom(...UNITS),
        ([word, operator], value, unit) => {
          expect(parseTarget(`${word}${String(value)}${unit}`)).toEqual(quantity(operator, value, unit));
        },
      ),
      runs(500, 20_250_101),
    );
  });

  test('reads the same through full-width signs, blanks and separators', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...OPERATORS),
        numbers,
        fc.constantFrom(...UNITS),
        ([word, operator], value, unit) => {
          const [whole = '', fraction] = String(value).split('.');
          const grouped = Number(whole).toLocaleString('en-US') + (fraction === undefined ? '' : `.${fraction}`);
          const wide = grouped.replace(/[\d.,]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
          for (const written of [grouped, wide]) {
            expect(parseTarget(` ${word} ${written}\n${unit} `)).toEqual(quantity(operator, value, unit));
          }
        },
      ),
      runs(300, 20_250_102),
    );
  });

  const CHARS = [
    ...'≥≤=><》《0123456789.,，、；;：:（）()%％‰-—~至到半一二两十百千万亿元人次个年月日号底前内以上不低于超过约每第每\n\t  aG*/',
  ];

  test('reads or refuses every text, and never throws', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: fc.constantFrom(...CHARS), maxLength: 40 }),
    );
    fc.assert(
      fc.property(
        texts,
        fc.option(fc.constantFrom('≥', '定性', '》', '')),
        fc.option(fc.constantFrom('%', '元', '')),
        (text, operator, unit) => {
          const target = parseTarget(text, { operator, unit });
          expect(['quantity', 'range', 'date', 'qualitative', 'multiple', 'unknown']).toContain(target.kind);
          if (target.kind === 'quantity') expect(Number.isFinite(target.value)).toBe(true);
          if (target.kind === 'date') expect(target.value).toMatch(/^(?:\d{4}|-)-\d\d-\d\d$/);
        },
      ),
      runs(5000, 20_250_103),
    );
  });

  test.each([
    '≥95%，',
    '1',
    '一',
    '万',
    '1-',
    '12月',
    '2025年',
    '不',
    '1.1',
    '（',
    '\n1',
    '不超过1万元',
    '啊',
    ',111',
    '半',
  ])('is done with 100,000 characters before the test ends: %j', (piece) => {
    // What took the square of the length would not be.
    expect(parseTarget(piece.repeat(Math.ceil(100_000 / piece.length)))).toHaveProperty('kind');
  });
});
