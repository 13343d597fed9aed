import fc from 'fast-check';
import { compile, verify } from '../../../src/core/scoring';
import { readTables } from '../../../src/core/reader';
import { makeCell, makeSheet } from '../../../src/core/sheet';
import {
  entriesFromTable,
  entryFrom,
  libraryEntries,
  libraryFromSheet,
  libraryToSheet,
  mergeLibraries,
  plainOf,
  readLibrary,
  rescaleStandard,
  rowOf,
  templateOf,
  writeLibrary,
} from '../../../src/core/library';
import type { LibraryEntry } from '../../../src/core/library';
import { LOCALES } from '../../../src/i18n';
import { renderLibraryProblem } from '../../../src/i18n/library';
import { compactSheet } from '../../support/compact-sheet';
import { onlyTable } from '../../support/readings';
import { runs } from '../../support/runs';

/** The library's entries as a person's own. */
const all = libraryEntries().map((entry) => ({ ...entry, id: `own:${entry.name}` }));

test('file and sheet give back what was written, entry by entry', () => {
  for (const read of [readLibrary(writeLibrary(all)), libraryFromSheet(libraryToSheet(all))]) {
    expect(read.problems).toEqual([]);
    expect(read.entries).toEqual(all);
  }
});

/** Files as hands leave them: entry texts, with what is said of them. */
const FILES: readonly (readonly [text: string, names: readonly string[], said: readonly string[]])[] = [
  ['', [], ['文件内容不是有效的 JSON，请确认选择的是从本插件导出的指标库文件']],
  ['{"version":1,"entries":[', [], ['文件内容不是有效的 JSON，请确认选择的是从本插件导出的指标库文件']],
  ['[]', [], ['文件里没有指标库：应有 version 和 entries 两项']],
  ['{"entries":[]}', [], ['文件里没有指标库：应有 version 和 entries 两项']],
  ['{"version":2,"entries":[]}', [], ['文件由较新的版本（2）导出，请先更新插件']],
  ['\uFEFF{"version":1,"entries":[]}', [], []],
  [
    '{"version":1,"entries":[5,{"name":"清淤长度","level2":"数量","target":"≥3公里"},{"level2":"数量指标"}]}',
    ['清淤长度'],
    ['第1条：不是一条指标，请检查是否误删了括号或引号（未导入）', '第3条：没有填写三级指标名称（未导入）'],
  ],
  [
    '{"version":1,"entries":[{"name":"清淤长度","level2":"数目指标","target":3}]}',
    [],
    ['第1条：“清淤长度”的二级指标“数目指标”不在分类中，请填写数量指标、质量指标、社会效益指标等规范名称（未导入）'],
  ],
  [
    '{"version":1,"entries":[{"name":"甲数","level2":"数量指标","field":"航天"},{"name":" 甲 数","level2":"数量指标","target":4,"unit":"个"}]}',
    ['甲数'],
    [
      '第1条：“甲数”的领域“航天”不在领域清单中，按未分领域保存',
      '第1条：“甲数”没有填写指标值，插入后请补填',
      '第2条：“甲数”出现了不止一次，以后面的一条为准',
    ],
  ],
];

test.each(FILES)('the file %j', (text, names, said) => {
  const read = readLibrary(text);
  expect(read.entries.map(({ name }) => name)).toEqual(names);
  expect(read.problems.map((problem) => renderLibraryProblem(problem, 'zh-CN'))).toEqual(said);
  for (const problem of read.problems) expect(renderLibraryProblem(problem, 'en-US')).not.toMatch(/\{\w+\}/u);
});

test('an entry that is too long is left out, with its beginning', () => {
  const text = JSON.stringify({
    version: 1,
    entries: [{ name: '甲数', level2: '数量指标', target: 4, standard: '得'.repeat(3000) }],
  });
  expect(readLibrary(text).problems.map((problem) => renderLibraryProblem(problem, 'zh-CN'))).toEqual([
    `第1条：“甲数”的内容“${'得'.repeat(20)}…”超过2000字（未导入）`,
  ]);
});

test('no text makes reading throw, and every problem has its words', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.json().map((one) => `{"version":1,"entries":[${one}]}`),
      ),
      (text) => {
        for (const problem of readLibrary(text).problems)
          for (const locale of LOCALES) expect(renderLibraryProblem(problem, locale)).not.toMatch(/undefined|\{\w+\}/u);
      },
    ),
    runs(300),
  );
});

test('a sheet with its columns moved, others added, levels merged and rows left blank', () => {
  const rows = [
    ['某单位自用指标'],
    [],
    ['备注', '二 级\n指标', '指标名称', '目标值', '评（扣）分标准', '分值'],
    ['常用', '数量指标', '清淤长度', '≥3公里', '达到目标值得4分，每少0.5公里扣1分，扣完为止', 4],
    [null, null, '清淤处数', 12, '每少1处扣0.4分', 4],
    [],
    ['', '满意度指标', '村民满意度', '90%', '≥90%得满分，否则不得分', null],
    ['', '其他', '甲', 1, '', null],
  ];
  const sheet = makeSheet(
    'Sheet1',
    rows.map((row) => row.map((value) => makeCell(value))),
    { merges: [{ top: 3, bottom: 4, left: 1, right: 1 }] },
  );
  const { entries, problems } = libraryFromSheet(sheet);
  expect(entries.map(({ name, level2, target, standard }) => [name, level2['2015'], target, standard])).toEqual([
    [
      '清淤长度',
      'quantity',
      { operator: '≥', value: 3, unit: '公里' },
      '达到目标值得{100%}分，每少0.5公里扣{25%}分，扣完为止',
    ],
    ['清淤处数', 'quantity', { operator: '≥', value: 12, unit: null }, '每少1处扣{10%}分'],
    ['村民满意度', 'service-satisfaction', { operator: '≥', value: 90, unit: '%' }, '≥90%得满分，否则不得分'],
  ]);
  expect(problems.map((problem) => renderLibraryProblem(problem, 'zh-CN', 'row'))).toEqual([
    '第8行：“甲”的二级指标“其他”不在分类中，请填写数量指标、质量指标、社会效益指标等规范名称（未导入）',
  ]);
  expect(
    libraryFromSheet(makeSheet('空', [])).problems.map((problem) => renderLibraryProblem(problem, 'zh-CN')),
  ).toEqual(['工作表“空”里没有找到表头：需要“二级指标”和“三级指标”两列']);
});

test('merging by name tells what is new, changed and the same, and keeps the order', () => {
  const [a, b, c] = all as [LibraryEntry, LibraryEntry, LibraryEntry];
  const changed = { ...b, explanation: '另一种说法' };
  const merged = mergeLibraries([a, b], [c, changed, { ...a, name: ` ${a.name}` }, a]);
  expect(merged.entries).toEqual(
    [a, changed, c].map((entry) => expect.objectContaining({ explanation: entry.explanation })),
  );
  expect(merged).toMatchObject({ added: [c.name], changed: [{ name: b.name, before: b, after: changed }] });
  expect(mergeLibraries(all, all)).toMatchObject({
    entries: all,
    added: [],
    changed: [],
    same: all.map(({ name }) => name),
  });
});

test('rows of a sheet become entries that give the same rows back, and sound ones for other points', () => {
  const chosen = libraryEntries();
  const rows = chosen.map((entry) => rowOf(entry, { tree: '2021', year: 2026, weight: 4 }));
  const table = onlyTable(
    readTables(
      compactSheet({
        title: '2026年度部门整体支出绩效目标表',
        columns: 'weighted',
        rows: rows.map((row) => [
          row.level1,
          row.level2,
          row.name,
          row.operator,
          row.target,
          row.unit,
          row.explanation,
          row.standard,
          row.weight,
        ]),
      }),
    ),
  );
  const { entries, problems } = entriesFromTable(table);
  expect(problems).toEqual([]);
  const without = (entry: LibraryEntry, weight: number) => ({
    ...rowOf(entry, { tree: '2021', year: 2027, weight }),
    level2: '',
    evidence: '',
  });
  entries.forEach((entry, i) => {
    const origin = chosen[i] as LibraryEntry;
    // The table says 社会效益 where the entry says 可持续影响: that alone is not to be told from it.
    expect({ ...without(entry, 4), level1: '' }).toEqual({ ...without(origin, 4), level1: '' });
    const compiled = compile({ ...rowOf(entry, { tree: '2021', year: 2027, weight: 6 }), year: 2027 });
    const found = compiled.ok ? verify(compiled.standard) : null;
    expect({ name: entry.name, faults: found?.faults ?? null }).toEqual({ name: entry.name, faults: [] });
  });
});

test.each([
  ['≥1,200人次', '', { operator: '≥', value: 1200, unit: '人次' }],
  ['≥1，200人次', '', { operator: '≥', value: 1200, unit: '人次' }],
  ['1,200', '人次', { operator: '≥', value: 1200, unit: '人次' }],
  ['≤23,739.50元', '', { operator: '≤', value: 23_739.5, unit: '元' }],
  ['≥9.5元/人·年', '', { operator: '≥', value: 9.5, unit: '元/人·年' }],
])('a target as a sheet shows it: %s', (target, unit, expected) => {
  const words = { operator: '', explanation: '', standard: '', evidence: '', keywords: '', field: '' };
  const { entry } = entryFrom({ ...words, name: '培训', level2: '数量指标', target, unit });
  expect(entry?.target).toEqual(expected);
});

test('rows without a name or a known level 2 are told', () => {
  const table = onlyTable(
    readTables(
      compactSheet({
        rows: [
          ['产出指标', '数量指标', '培训次数', '≥', 10, '次', '', '得满分'],
          ['产出指标', '其他指标', '检查次数', '≥', 10, '次', '', '得满分'],
        ],
      }),
    ),
  );
  const read = entriesFromTable(table);
  expect(read.entries.map(({ name }) => name)).toEqual(['培训次数']);
  expect(read.problems.map(({ code, place }) => [code, place])).toEqual([['level2-unknown', 4]]);
});

const RESCALED: readonly (readonly [standard: string, from: number, to: number, expected: string])[] = [
  ['达到计划值得满分2分，否则按实际值/计划值*指标分值', 2, 5, '达到计划值得满分5分，否则按实际值/计划值*指标分值'],
  ['控制在预算内得20分，每超出10%扣2分，扣完为止', 20, 10, '控制在预算内得10分，每超出10%扣1分，扣完为止'],
  ['成绩80分以上得10分，60分以上得6分，其余不得分', 10, 5, '成绩80分以上得5分，60分以上得3分，其余不得分'],
  // A third of the mark is no round share: better the old sentence than points that do not add up.
  ['达标得3分，每少1次扣1分', 3, 4, '达标得3分，每少1次扣1分'],
  ['完成得满分，未完成不得分', 5, 8, '完成得满分，未完成不得分'],
];

test.each(RESCALED)('%s: %d → %d', (standard, from, to, expected) => {
  expect(rescaleStandard(standard, from, to)).toBe(expected);
});

test('a template written for the same points is the sentence itself', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...all),
      fc.constantFrom(1, 2, 3.5, 6, 10, 15),
      fc.constantFrom(1, 3, 7, 10),
      (entry, points, other) => {
        const { standard } = rowOf(entry, { tree: '2015', year: 2026, weight: points });
        expect(rescaleStandard(standard, points, points)).toBe(standard);
        expect(typeof templateOf(standard, other, 2026)).toBe('string');
      },
    ),
    runs(300),
  );
});

test('an entry in its own words is read back by them', () => {
  for (const entry of all) expect(Object.values(plainOf(entry)).every((value) => typeof value === 'string')).toBe(true);
});
