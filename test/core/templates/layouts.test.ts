import fc from 'fast-check';
import { BLANK_INDICATOR } from '../../../src/core/templates';
import type { IndicatorContent } from '../../../src/core/templates';
import { fromLayout, LAYOUTS, parseLayout, toLayout, toTabbed } from '../../../src/core/templates/layouts';
import type { ImportLayout } from '../../../src/core/templates/layouts';
import { runs } from '../../support/runs';
import { sheetOf } from '../../support/sheets';

const [COMMON, TYPED] = LAYOUTS as readonly [ImportLayout, ImportLayout];

const row = (given: Partial<IndicatorContent> = {}): IndicatorContent => ({
  ...BLANK_INDICATOR,
  level1: '产出指标',
  level2: '数量指标',
  name: '培训次数',
  operator: '≥',
  target: 10,
  unit: '次',
  weight: 5,
  ...given,
});

describe('what the system would refuse', () => {
  test.each<[string, Partial<IndicatorContent>, [code: string, header: string, allowed: string][]]>([
    ['nothing wrong', {}, []],
    ['a name of 51 characters', { name: '培'.repeat(51) }, [['too-long', '三级指标', '50']]],
    ['a name of 50 characters, some of them beyond the basic plane', { name: '𠮷'.repeat(50) }, []],
    ['no name', { name: null }, [['blank', '三级指标', '']]],
    ['no sign', { operator: null }, [['blank', '指标性质', '']]],
    ['a break in the explanation', { explanation: '参训\n人数' }, [['forbidden', '指标解释', '']]],
    ['angle brackets in the name', { name: '<培训>次数' }, [['forbidden', '三级指标', '']]],
    ['points with three decimals', { weight: 3.125 }, [['decimals', '分值权重', '2']]],
    ['what a computed cell holds', { weight: 0.1 + 0.2 }, []],
    ['words for a quantity', { operator: '≤', target: '2025年11月底前' }, [['not-a-number', '指标值', '']]],
    ['words for what is of words', { operator: '定性', target: '2025年11月底前' }, []],
    ['a level that nothing places', { level1: '其他', level2: '其他' }, [['level', '二级指标', '']]],
  ])('%s', (_, given, expected) => {
    const { problems } = toLayout(COMMON, [row(given)]);
    expect(problems.map(({ code, column, allowed }) => [code, column.header, allowed])).toEqual(expected);
  });

  test('what is changed is shown as it will be copied', () => {
    const { rows, problems } = toLayout(COMMON, [row({ explanation: '参训\r\n人数 per\nyear' })]);
    expect(problems[0]).toMatchObject({ code: 'forbidden', changedTo: '参训人数 per year' });
    expect(rows[1]?.[7]).toBe('参训人数 per year');
  });
});

describe('the rows', () => {
  test('headings first, cost moved to the tree of the system', () => {
    const { rows } = toLayout(COMMON, [
      row(),
      row({ level2: '成本指标', name: '总成本', operator: '≤', target: 80, unit: '万元' }),
    ]);
    expect(rows[0]?.slice(0, 4)).toEqual(['一级指标', '二级指标', '三级指标', '指标性质']);
    expect(rows[2]?.slice(0, 6)).toEqual(['成本指标', '经济成本指标', '总成本', '≤', '80', '万元']);
  });

  test('quantity or quality in a column of its own', () => {
    const { rows, problems } = toLayout(TYPED, [row(), row({ operator: '定性', target: '效果明显', unit: null })]);
    expect(rows.slice(1).map((cells) => cells.slice(4, 7))).toEqual([
      ['定量', '≥', '10'],
      ['定性', '', '效果明显'],
    ]);
    expect(problems).toEqual([]);
  });

  test('tabs, line ends and quotes for the clipboard', () => {
    expect(
      toTabbed([
        ['a', 'b"c'],
        ['d\te', ''],
      ]),
    ).toBe('a\t"b""c"\r\n"d\te"\t');
  });
});

describe('reading a system’s export back', () => {
  test.each(LAYOUTS.map((layout) => [layout.id, layout] as const))('%s: what was written is read', (_, layout) => {
    const word = fc.constantFrom('培训次数', '合格率', '完成时间', '总成本', '满意程度');
    const indicator = fc.record({
      name: word,
      operator: fc.constantFrom('≥' as const, '≤' as const, '=' as const),
      target: fc.integer({ min: 0, max: 9999 }),
      unit: fc.constantFrom('次', '人', '%', '万元'),
      weight: fc.integer({ min: 1, max: 20 }),
      explanation: fc.constantFrom('按台账', null),
    });
    fc.assert(
      fc.property(fc.array(indicator, { minLength: 1, maxLength: 10 }), (given) => {
        const rows = given.map((one) => row(one));
        const written = toLayout(layout, rows).rows;
        const read = fromLayout(sheetOf([['系统导出'], ...written]));
        expect(read?.layout.id).toBe(layout.id);
        expect(read?.content.indicators).toEqual(rows);
      }),
      runs(200),
    );
  });

  test('levels merged over their rows are of every row', () => {
    const own: ImportLayout = {
      ...COMMON,
      columns: COMMON.columns.map((column) => (column.field === 'name' ? { ...column, header: '考核内容' } : column)),
    };
    const rows = [
      ['一级指标', '二级指标', '考核内容', '指标性质', '指标值'],
      ['产出指标', '数量指标', '培训次数', '≥', '10'],
      [null, null, '培训人数', '≥', '200'],
    ];
    const read = fromLayout(sheetOf(rows, { merges: ['A2:A3', 'B2:B3'] }), [own]);
    expect(read?.content.indicators.map(({ level1, level2, name }) => [level1, level2, name])).toEqual([
      ['产出指标', '数量指标', '培训次数'],
      ['产出指标', '数量指标', '培训人数'],
    ]);
  });

  test('columns in another order, further ones told', () => {
    const sheet = sheetOf([
      ['指标值', '三级指标*', '一级指标', '二级指标', '指标性质（必填）', '审核状态'],
      ['10', '培训次数', '产出指标', '数量指标', '≥', '已审'],
    ]);
    const read = fromLayout(sheet);
    expect(read?.content.indicators[0]).toMatchObject({
      name: '培训次数',
      operator: '≥',
      target: 10,
      others: { 审核状态: '已审' },
    });
  });

  test('a sheet that is no export', () => {
    expect(fromLayout(sheetOf([['部门绩效目标表'], ['一级指标', '二级指标', '三级指标', '指标值']]))).toBeNull();
    expect(fromLayout(sheetOf([]))).toBeNull();
  });
});

describe('a layout of one’s own, from JSON', () => {
  test('our own survive it', () => {
    for (const layout of LAYOUTS) {
      expect(parseLayout(JSON.parse(JSON.stringify(layout)))).toEqual({ ok: true, layout });
    }
  });

  test.each<[string, unknown, string]>([
    ['nothing', null, ''],
    ['an unknown field', { ...COMMON, columns: [{ field: 'colour', header: '颜色' }] }, 'columns.0.field'],
    ['no columns', { ...COMMON, columns: [] }, 'columns'],
    ['a limit of nothing', { ...COMMON, columns: [{ field: 'name', header: '名称', limit: 0 }] }, 'columns.0.limit'],
    [
      'a field twice',
      {
        ...COMMON,
        columns: [
          { field: 'name', header: '名称' },
          { field: 'name', header: '又一名称' },
        ],
      },
      'columns.1.field',
    ],
    ['an odd id', { ...COMMON, id: '../x' }, 'id'],
  ])('%s', (_, value, at) => {
    expect(parseLayout(value)).toEqual({ ok: false, at });
  });
});
