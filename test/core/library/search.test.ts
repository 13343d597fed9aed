import fc from 'fast-check';
import { createSearch, libraryEntries } from '../../../src/core/library';
import type { LibraryEntry, SearchOptions } from '../../../src/core/library';
import { initialsIn, initialsOf, isTabled } from '../../../src/core/library/initials';
import { runs } from '../../support/runs';

const { search } = createSearch(libraryEntries());

/** What a clerk types, and the entry that should stand first. */
const QUERIES: readonly (readonly [query: string, first: string, options?: SearchOptions])[] = [
  // Names and fragments of names as typed.
  ['培训人数', '培训人数'],
  ['培训合格', '培训合格率'],
  ['公务员招录', '公务员招录完成时限'],
  ['高标准农田', '新建高标准农田面积'],
  ['低保', '城乡低保救助人数'],
  ['家庭医生', '家庭医生签约服务人数'],
  ['竣工验收', '工程竣工验收合格率'],
  ['三公', '三公经费支出总额'],
  ['河长', '县级河长巡河次数'],
  ['审计整改', '审计查出问题整改率'],
  ['PM2.5', '细颗粒物年均浓度'],
  ['12345', '政务热线工单按期办结率'],
  ['助餐', '老年助餐点建设个数'],
  ['殡葬', '遗体火化率'],
  ['校车', '校车安全技术检验合格率'],
  ['减税降费', '减税降费政策减负金额'],
  // Everyday words.
  ['修路', '农村公路新改建里程'],
  ['发工资', '干部职工工资发放时限'],
  ['老百姓满意', '社会公众满意度'],
  ['打疫苗', '适龄儿童国家免疫规划疫苗接种率'],
  ['上学难', '新增公办学位数'],
  ['买电脑', '办公设备购置台数'],
  ['喝水', '农村饮水安全巩固提升受益人数'],
  ['路灯不亮', '城区路灯亮灯率'],
  ['开会花钱', '会议费人均每日标准'],
  ['讨薪', '农民工欠薪案件按期办结率'],
  ['骗子 宣传', '反诈宣传入户户数'],
  ['贫困户收入', '脱贫人口人均纯收入增长率'],
  // Several words, the field or the level among them.
  ['教育 满意度', '学生家长满意度'],
  ['项目 总成本', '项目总成本控制额'],
  ['系统 运维 费', '信息系统年度运维总成本'],
  // Pinyin initials, also with a reading of 重, 行 or 率 that the dictionary puts second.
  ['pxrs', '培训人数'],
  ['shgzmyd', '社会公众满意度'],
  ['dzjkda', '居民电子健康档案建档率'],
  ['xl', '农村公路新改建里程'],
  ['zdgz', '重点工作任务完成数'],
  ['PXHGL', '培训合格率'],
  // A wrong character.
  ['陪训人数', '培训人数'],
  ['老旧小曲改造', '城镇老旧小区改造户数'],
  // Filters.
  ['满意', '住院患者满意度', { field: 'health' }],
  ['造价', '单位建筑面积造价', { field: 'engineering', level1: 'cost' }],
];

test.each(QUERIES.map(([query, first, options]) => ({ query, first, options })))(
  '$query → $first',
  ({ query, first, options }) => {
    expect(search(query, options)[0]?.name).toBe(first);
  },
);

test('there are at least thirty of them', () => {
  expect(QUERIES.length).toBeGreaterThanOrEqual(30);
});

test('every entry is found first by its name, and by the initials of its name', () => {
  const lost = libraryEntries().filter(({ name }) => search(name)[0]?.name !== name);
  expect(lost.map(({ name }) => name)).toEqual([]);
  const unread = libraryEntries().filter((entry) => {
    const letters = initialsIn(entry.name).map((some) => some[0] ?? '');
    return letters.every((letter) => /[a-z]/u.test(letter)) && !search(letters.join('')).slice(0, 3).includes(entry);
  });
  expect(unread.map(({ name }) => name)).toEqual([]);
});

test('every keyword finds its entry', () => {
  const lost = libraryEntries().flatMap((entry) =>
    entry.keywords.filter((word) => !search(word).includes(entry)).map((word) => `${entry.name}: ${word}`),
  );
  expect(lost).toEqual([]);
});

test('filters keep to tree, level and field, and an empty query gives all in order', () => {
  expect(search('')).toEqual(libraryEntries());
  expect(search('  指标 ', { field: 'audit' }).every(({ field }) => field === 'audit')).toBe(true);
  const costs = search('', { level1: 'cost' });
  expect(costs.length).toBeGreaterThan(40);
  expect(costs.every(({ level2 }) => level2['2021'].endsWith('cost'))).toBe(true);
  expect(search('', { tree: '2015', level1: 'cost' })).toEqual([]);
  expect(search('', { tree: '2015', level2: 'output-cost' })).toEqual(costs);
  const benefits = search('满意', { tree: 'county', level1: 'benefit' });
  expect(benefits.some(({ name }) => name === '社会公众满意度')).toBe(true);
  expect(search('培训', { limit: 3 })).toHaveLength(3);
});

test('what is nowhere gives nothing, and no text throws', () => {
  expect(search('航天飞机发射')).toEqual([]);
  expect(search('qqqqzx')).toEqual([]);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (query) => {
      expect(Array.isArray(search(query))).toBe(true);
    }),
    runs(300),
  );
});

test('the letters of the library’s own characters are in the table; others go by the collation', () => {
  const own = libraryEntries().flatMap(({ name, keywords }) => [...name, ...keywords.join('')]);
  const missing = new Set(own.filter((character) => /\p{Script=Han}/u.test(character) && !isTabled(character)));
  expect([...missing]).toEqual([]);
  expect(['重', '率', '鑫', '嘉', '嫩', 'A', '，'].map(initialsOf)).toEqual(['cz', 'l', 'x', 'j', 'n', 'a', '']);
});

test('entries of a person’s own are found beside those of the library', () => {
  const [first] = libraryEntries();
  const own = { ...(first as LibraryEntry), id: 'own:鑫嘉园清淤', field: null, name: '鑫嘉园清淤长度', keywords: [] };
  const both = createSearch([own, ...libraryEntries()]);
  expect(both.search('鑫嘉园')[0]).toBe(own);
  expect(both.search('xjy')[0]).toBe(own);
});
