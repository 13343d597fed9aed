import fc from 'fast-check';
import { LEVELS, officialLevel1, officialLevel2, TREES } from '../../../src/core/indicator';
import type { Level1 } from '../../../src/core/indicator';
import { readTables } from '../../../src/core/reader';
import { BLANK_CONTENT, BLANK_INDICATOR, contentOf, formOf, LEVEL_SCHEMES } from '../../../src/core/templates';
import type { Form, IndicatorContent } from '../../../src/core/templates';
import { fillForm } from '../../../src/core/templates/fill';
import { placeOf } from '../../../src/core/templates/fill/levels';
import { rollYears } from '../../../src/core/templates/fill/years';
import { SELF_EVALUATION, type FormRows } from '../../fixtures/forms';
import { PUBLISHED_2025, TABLE_2022 } from '../../fixtures/seeds';
import { runs } from '../../support/runs';
import { sheetOf } from '../../support/sheets';

const form = (id: string): Form => {
  const found = formOf(id);
  if (!found) throw new Error(`no form ${id}`);
  return found;
};
const indicator = (given: Partial<IndicatorContent>): IndicatorContent => ({ ...BLANK_INDICATOR, ...given });
const seed = (sample: Pick<FormRows, 'rows'> & { readonly merges?: readonly string[] }) => {
  const [table] = readTables(sheetOf(sample.rows, sample.merges ? { merges: sample.merges } : {})).tables;
  if (!table) throw new Error('no table');
  return contentOf(table);
};

describe('levels of another tree', () => {
  test.each<[string, Partial<IndicatorContent>, '2021' | '2015' | 'county' | 'henan', string | null, number]>([
    ['the same in both', { level1: '产出指标', level2: '数量指标' }, '2015', '产出指标/数量指标', 0],
    ['a miswritten level', { level1: '效益指标', level2: '经济效率指标' }, '2021', '效益指标/经济效益指标', 0],
    [
      'cost under output',
      { level1: '产出指标', level2: '成本指标', name: '总成本' },
      '2021',
      '成本指标/经济成本指标',
      3,
    ],
    ['economic cost, older tree', { level1: '成本指标', level2: '经济成本指标' }, '2015', '产出指标/成本指标', 0],
    ['social cost, county tree', { level1: '成本指标', level2: '社会成本指标' }, 'county', '产出指标/成本指标', 0],
    [
      'lasting effects on the environment',
      { level1: '效益指标', level2: '可持续影响指标', name: '生态环境持续改善' },
      '2021',
      '效益指标/生态效益指标',
      3,
    ],
    [
      'lasting effects on people',
      { level1: '效益指标', level2: '可持续影响指标', name: '基层治理能力提升' },
      '2021',
      '效益指标/社会效益指标',
      3,
    ],
    [
      'satisfaction under benefits',
      { level1: '效益指标', level2: '满意度指标' },
      '2021',
      '满意度指标/服务对象满意度指标',
      0,
    ],
    [
      'satisfaction, county tree',
      { level1: '满意度指标', level2: '服务对象满意度指标' },
      'county',
      '效益指标/服务对象满意度指标',
      0,
    ],
    [
      'Henan outputs by their unit',
      { level1: '产出指标', level2: '重点工作任务完成', unit: '%' },
      '2021',
      '产出指标/质量指标',
      3,
    ],
    ['Henan satisfaction', { level1: '效益指标', level2: '满意度' }, '2015', '满意度指标/服务对象满意度指标', 0],
    ['into Henan', { level1: '产出指标', level2: '数量指标' }, 'henan', '产出指标/重点工作任务完成', 2],
    ['Henan as it is', { level1: '投入管理指标', level2: '绩效管理' }, 'henan', '投入管理指标/绩效管理', 0],
    ['no level at all', { name: '其他' }, '2021', null, 10],
  ])('%s', (_, given, scheme, place, options) => {
    const found = placeOf(indicator(given), scheme);
    expect([found.place && `${found.place.level1}/${found.place.level2}`, found.options.length]).toEqual([
      place,
      options,
    ]);
    // What is proposed stands first among what may be chosen.
    if (found.place && options > 0) expect(found.options[0]).toEqual(found.place);
  });

  test('every level of every tree has a place in every other', () => {
    for (const from of TREES) {
      for (const [level1, levels] of Object.entries(LEVELS[from])) {
        for (const level2 of levels) {
          for (const scheme of ['2021', '2015', 'county', 'henan'] as const) {
            const row = indicator({ level1: officialLevel1(level1 as Level1), level2: officialLevel2(level2) });
            const { place } = placeOf(row, scheme);
            const known = LEVEL_SCHEMES[scheme].some(
              ([one, two]) => one === place?.level1 && two.includes(place.level2),
            );
            expect({ from, level2, scheme, known }).toEqual({ from, level2, scheme, known: true });
          }
        }
      }
    }
  });
});

describe('years', () => {
  test.each([
    ['2025年12月31日前', '2026年12月31日前'],
    ['2025.07-2025.11', '2026.07-2026.11'],
    ['2025年底前完成，较2024年增长5%', '2026年底前完成，较2024年增长5%'],
    ['按照财预〔2025〕12号文件执行', '按照财预〔2025〕12号文件执行'],
    ['培训2025人次', '培训2025人次'],
    ['12月底前', '12月底前'],
    ['2025年1月1日至12月25日', '2026年1月1日至12月25日'],
    ['2025年7月-2026年1月', '2026年7月-2027年1月'],
    ['2024.09—2025.06', '2025.09—2026.06'],
    ['2024-2025年建成', '2025-2026年建成'],
    ['2025—2026学年资助', '2026—2027学年资助'],
    ['2021-2025年规划，2025年完成', '2021-2025年规划，2026年完成'],
    ['25年12月底前，工期25年', '26年12月底前，工期25年'],
    ['125年12月', '125年12月'],
    ['25年7月-26年1月', '26年7月-27年1月'],
    ['25年底前，较24年12月提高', '26年底前，较24年12月提高'],
    ['二〇二五年底前', '二〇二六年底前'],
    ['２０２５年底前', '2026年底前'],
    ['', ''],
  ])('%s', (from, to) => {
    expect(rollYears(from, 2025, 1).text).toBe(to);
  });

  test('29 February in a year that has none', () => {
    expect(rollYears('2024年2月29日前', 2024, 1).text).toBe('2025年2月28日前');
    expect(rollYears('2024年2月29日前', 2024, 4).text).toBe('2028年2月29日前');
    expect(rollYears('2024年3月1日至2025年2月28日', 2024, 1).text).toBe('2025年3月1日至2026年2月28日');
  });

  test('says what it changed', () => {
    expect(rollYears('2025年6月完成招标，2025年底前完工', 2025, 1).changes).toEqual([
      { from: '2025年6月', to: '2026年6月' },
      { from: '2025年底', to: '2026年底' },
    ]);
  });
});

describe('from one form to another', () => {
  test('the county form of 2022 into the Hunan form', () => {
    const source = seed(TABLE_2022);
    const filled = fillForm(form('department-target-hunan'), source, { from: 'target', year: 2026 });
    expect(filled.content.year).toBe(2026);
    expect(filled.content.indicators.map(({ name }) => name).sort()).toEqual(
      source.indicators.map(({ name }) => name).sort(),
    );
    // 成本 of the older tree may be any of three; all else has its place by its own label.
    expect(new Set(filled.choices.map(({ from }) => from.level2))).toEqual(new Set(['成本指标', '可持续影响指标']));
    expect(filled.content.indicators[0]).toMatchObject({ level1: '成本指标', level2: '经济成本指标' });
    expect(filled.unplaced.map(({ field }) => field)).toContain('budget');
  });

  test('the shifted table of 2025, rebuilt as it is', () => {
    const source = seed(PUBLISHED_2025);
    const { content, unplaced } = fillForm(form('department-target-hunan'), source, { from: 'target', same: true });
    expect(content.indicators).toHaveLength(17);
    expect(content.indicators.every(({ level1, level2 }) => level1 !== null && level2 !== null)).toBe(true);
    expect(content.goal).toBe(source.goal);
    // The department's own cell is blank: the name on the cover is taken.
    expect(content.department).toBe(source.coverDepartment);
    expect(content.signoffs).toEqual(source.signoffs);
    expect(unplaced.filter(({ field }) => field !== 'weight')).toEqual([]);
  });

  test('a target table into its self-evaluation: targets, points and budget, no results', () => {
    const source = {
      ...BLANK_CONTENT,
      year: 2025,
      project: '农村道路养护',
      budgetTotal: 800_000,
      budget: [{ label: '其中：政府预算资金', group: 'source' as const, yuan: 600_000, within: false }],
      date: '2024-11-03',
      indicators: [
        indicator({
          level1: '产出指标',
          level2: '数量指标',
          name: '养护里程',
          operator: '≥',
          target: 120,
          unit: '公里',
          weight: 20,
        }),
      ],
    };
    const { content } = fillForm(form('project-self-evaluation'), source, { from: 'target' });
    expect(content.indicators[0]).toMatchObject({
      target: 120,
      weight: 20,
      actual: null,
      score: null,
      deviation: null,
    });
    expect(
      content.execution.map(({ label, budget, spent }) => [label.replace(/^其中[：:]/u, ''), budget, spent]),
    ).toEqual([
      ['年度资金总额', 80, null],
      ['当年财政拨款', 60, null],
    ]);
    expect(content.date).toBeNull();
  });

  test('last year’s self-evaluation into this year’s targets: results do not come along, deadlines move', () => {
    const source = seed(SELF_EVALUATION);
    const filled = fillForm(form('project-target'), source, { from: 'self-evaluation', year: 2026 });
    expect(filled.content.indicators.map(({ target, actual, score }) => [target, actual, score])).toEqual([
      [120, null, null],
      [95, null, null],
      ['2026年11月底前', null, null],
      ['明显改善', null, null],
      [90, null, null],
    ]);
    expect(filled.years).toEqual([{ indicator: 2, from: '2025年11月底', to: '2026年11月底' }]);
    expect(filled.content.budgetTotal).toBe(820_000);
    expect(filled.content.total).toBeNull();
  });

  test.each([
    ['a spot check of it', 'self-evaluation-check', 2025, [118, 19.67], 97.17],
    ['the next year’s in another form', 'project-self-evaluation-typed', 2026, [null, null], null],
    ['the next year’s', 'project-self-evaluation', 2026, [null, null], null],
  ] as const)('a self-evaluation into %s: what was achieved is of its own year', (_, id, year, results, total) => {
    const { content, unplaced } = fillForm(form(id), seed(SELF_EVALUATION), { from: 'self-evaluation', year });
    const [row] = content.indicators;
    expect([row?.actual, row?.score]).toEqual(results);
    expect([content.total, content.execution[0]?.spent]).toEqual([total, total === null ? null : 77.9]);
    // The funds grid says what there is to spend.
    expect(unplaced.filter(({ field }) => field === 'budget')).toEqual([]);
  });

  test('the year in a project’s name moves along, and is listed', () => {
    const source = { ...BLANK_CONTENT, year: 2025, project: '2025年城区水库巡查' };
    const filled = fillForm(form('project-target'), source, { from: 'target', year: 2026 });
    expect(filled.content.project).toBe('2026年城区水库巡查');
    expect(filled.years).toEqual([{ indicator: null, from: '2025年', to: '2026年' }]);
  });

  test('values cleared by choice', () => {
    const filled = fillForm(form('department-target-hunan'), seed(PUBLISHED_2025), {
      from: 'target',
      year: 2026,
      targets: 'clear',
      budget: 'clear',
    });
    expect(filled.content.indicators.every(({ target, name }) => target === null && name !== null)).toBe(true);
    expect(filled.content.budget).toEqual([]);
  });

  test('what a person chose stands', () => {
    const source = {
      ...BLANK_CONTENT,
      indicators: [indicator({ level1: '产出指标', level2: '成本指标', name: '占道施工' })],
    };
    const place = { level1: '成本指标', level2: '社会成本指标' };
    const filled = fillForm(form('project-target'), source, { from: 'target', places: new Map([[0, place]]) });
    expect(filled.content.indicators[0]).toMatchObject(place);
    expect(filled.choices[0]?.place).toEqual(place);
  });

  test('a department’s budget goes into its funds grid by use; what has no line there is listed in 万元', () => {
    const source = seed(TABLE_2022);
    const { content, unplaced } = fillForm(form('department-self-evaluation'), source, { from: 'target' });
    expect(content.execution.map(({ label, initial, budget, spent }) => [label, initial, budget, spent])).toEqual([
      ['年度资金总额', 550.13, 550.13, null],
      ['基本支出', 317.13, 317.13, null],
      ['项目支出', 233, 233, null],
    ]);
    expect(unplaced.filter(({ field }) => field === 'budget')).toEqual([
      { field: 'budget', indicator: null, label: '一般公共预算', value: '550.13万元' },
    ]);
  });

  test('a request to adjust begins with what was approved', () => {
    const source = seed(PUBLISHED_2025);
    const { content, unplaced } = fillForm(form('target-adjustment'), source, { from: 'target' });
    expect(content.indicators).toHaveLength(17);
    expect(content.indicators.find(({ name }) => name === '群众满意度')?.extras).toEqual({ 'change-before': '≥95%' });
    expect(content.indicators.find(({ name }) => name === '完成时限')?.extras).toEqual({
      'change-before': '2026年12月31日前',
    });
    // The targets have their place; explanations, standards and points have none.
    expect(new Set(unplaced.map(({ field }) => field))).toEqual(
      new Set(['duties', 'goal', 'explanation', 'standard', 'weight']),
    );
  });

  test('the form of the review takes the names above; a row is listed once', () => {
    const source = seed(PUBLISHED_2025);
    const { content, unplaced } = fillForm(form('target-review'), source, { from: 'target' });
    expect([content.year, content.department]).toEqual([source.year, source.coverDepartment]);
    const rows = unplaced.filter(({ indicator }) => indicator !== null);
    expect(rows.map(({ value }) => value).sort()).toEqual(source.indicators.map(({ name }) => name).sort());
  });

  test('nothing is dropped, whatever the rows and the form', () => {
    const word = fc.constantFrom('产出指标', '效益指标', '成本指标', '满意度指标', '投入管理', '其他', null);
    const level2 = fc.constantFrom('数量指标', '成本指标', '可持续影响指标', '经济效率指标', '满意度', '自定义', null);
    const row = fc.record({
      level1: word,
      level2,
      name: fc.string({ minLength: 1, maxLength: 6 }),
      weight: fc.nat(20),
    });
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 12 }),
        fc.constantFrom('department-target-hunan', 'project-target', 'department-target-henan', 'project-monitoring'),
        (rows, id) => {
          const source = { ...BLANK_CONTENT, indicators: rows.map((given) => indicator(given)) };
          const filled = fillForm(form(id), source, { from: 'target' });
          expect(filled.content.indicators.map(({ name }) => name).sort()).toEqual(rows.map(({ name }) => name).sort());
          // A row that stands nowhere in the form's tree is among the choices.
          const scheme = LEVEL_SCHEMES[form(id).levels];
          const lost = filled.content.indicators.filter(
            (given) => !scheme.some(([one, two]) => one === given.level1 && two.includes(given.level2 ?? '')),
          );
          expect(lost.length).toBe(filled.choices.filter(({ place }) => place === null).length);
          // Every piece that the form has no column for is listed with its row.
          for (const { indicator: index, field, value } of filled.unplaced) {
            if (index === null || field === 'other') continue;
            expect(String(source.indicators[index]?.[field as 'weight'] ?? value)).toBe(value);
          }
        },
      ),
      runs(300),
    );
  });
});
