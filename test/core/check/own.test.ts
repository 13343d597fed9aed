import fc from 'fast-check';
import { checkNow } from '../../../src/core/check';
import { ownRule, PLACEHOLDERS, type OwnCheck } from '../../../src/core/check/own';
import { Effort, folded, MOST_STEPS, wildcard } from '../../../src/core/check/own/wildcard';
import { readChecks } from '../../../src/core/check/profile';
import { formatCell } from '../../../src/core/sheet';
import { renderMessage } from '../../../src/i18n';
import { compactSheet, type CompactRow, type CompactTable } from '../../support/compact-sheet';
import { runs } from '../../support/runs';

const ROWS: readonly CompactRow[] = [
  ['产出指标', '数量指标', '培训次数', '≥', 10, '次', '全年培训', '达到得满分', 20],
  [null, '质量指标', '培训合格率', '≥', 95, '%', '', '得满分', 30],
  ['效益指标', '社会效益指标', '受益群众', '≥', '约500', '人', '受益人数', '得满分', 30],
  ['满意度指标', '服务对象满意度指标', '群众满意度', '≥', 90, '%', '满意人数占比', '得满分', 10],
];

type Draft = Partial<OwnCheck>;

/** What a check finds, as cells with sentences. It must be one that is taken from a file. */
function found(draft: Draft, table: Partial<CompactTable> = {}): string[] {
  const own = { code: 'OWN-1', message: '错', ...draft };
  const reading = readChecks([own]);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const sheet = compactSheet({ columns: 'weighted', rows: ROWS, ...table });
  const { findings, failures } = checkNow({ sheets: [sheet], rules: [], own: reading.checks.map(ownRule) });
  expect(failures).toEqual([]);
  return findings.map((finding) => `${formatCell(finding.address)} ${renderMessage(finding, 'zh-CN')}`);
}

describe('own checks', () => {
  test.each<[string, Draft, string[]]>([
    ['a word in a list', { must: [{ field: 'level2', is: ['数量*', '质量*', '*满意度*'] }] }, ['B5 错']],
    ['a word that must not stand there', { must: [{ field: 'name', not: '培训*' }] }, ['C3 错', 'C4 错']],
    ['one letter', { must: [{ field: 'unit', not: '?' }] }, ['F3 错', 'F4 错', 'F5 错', 'F6 错']],
    ['a blank', { must: [{ field: 'explanation', blank: false }] }, ['G4 错']],
    [
      'nothing but a blank',
      { where: [{ field: 'unit', is: '%' }], must: [{ field: 'explanation', blank: true }] },
      ['G6 错'],
    ],
    ['a number at least', { must: [{ field: 'weight', atLeast: 20 }] }, ['I6 错']],
    ['a range', { must: [{ field: 'weight', atLeast: 20, atMost: 25 }] }, ['I4 错', 'I5 错', 'I6 错']],
    ['above and below', { must: [{ field: 'weight', above: 10, below: 30 }] }, ['I4 错', 'I5 错', 'I6 错']],
    ['exactly', { where: [{ field: 'level2', is: '数量指标' }], must: [{ field: 'weight', equals: 15 }] }, ['I3 错']],
    [
      'a word is no number: silent',
      { where: [{ field: 'name', is: '受益*' }], must: [{ field: 'target', below: 1 }] },
      [],
    ],
    [
      'a number of a word does not pick rows',
      { where: [{ field: 'target', below: 1e9 }], must: [{ field: 'name', is: '无' }] },
      ['C3 错', 'C4 错', 'C6 错'],
    ],
    ['against another field', { must: [{ field: 'target', atLeast: { field: 'weight', times: 3 } }] }, ['E3 错']],
    ['a column that the form has not: silent', { must: [{ field: 'deviation', blank: false }] }, []],
    [
      'length',
      { must: [{ length: 'explanation', atLeast: 5 }], message: '只有{value}字' },
      ['G3 只有4字', 'G4 只有0字', 'G5 只有4字'],
    ],
    [
      'one of several',
      {
        must: [
          {
            any: [
              { field: 'weight', atLeast: 30 },
              { field: 'name', is: '*次数' },
            ],
          },
        ],
      },
      ['I6 错'],
    ],
    [
      'where one of several',
      {
        where: [
          {
            any: [
              { field: 'name', is: '*率' },
              { field: 'name', is: '*满意度' },
            ],
          },
        ],
        must: [{ field: 'unit', is: '人' }],
      },
      ['F4 错', 'F6 错'],
    ],
    ['in tables of a kind', { where: [{ table: 'kind', is: '绩效自评表' }], must: [{ field: 'name', is: '无' }] }, []],
    [
      'in tables of this year',
      {
        where: [
          { table: 'year', atLeast: 2025 },
          { field: 'unit', is: '次' },
        ],
        must: [{ field: 'name', is: '无' }],
      },
      ['C3 错'],
    ],
    [
      'placeholders',
      { must: [{ field: 'weight', atLeast: 20 }], message: '“{name}”只有{weight}分，{year}年应为20分' },
      ['I6 “群众满意度”只有10分，2025年应为20分'],
    ],
    ['pointing elsewhere', { must: [{ field: 'explanation', blank: false }], at: 'name' }, ['C4 错']],
    [
      'a sum of rows',
      {
        about: 'table',
        must: [{ sum: 'weight', of: [{ field: 'level1', is: '产出*' }], equals: 60 }],
        message: '产出合计{value}分',
      },
      ['I3 产出合计50分'],
    ],
    ['a sum that agrees', { about: 'table', must: [{ sum: 'weight', equals: 90 }] }, []],
    [
      'a count of rows',
      {
        about: 'table',
        must: [{ count: 'rows', of: [{ field: 'level2', is: '数量*' }], atLeast: 2 }],
        message: '只有{value}项',
        at: 'level2',
      },
      ['B2 只有1项'],
    ],
    ['a table without a department', { about: 'table', must: [{ table: 'department', blank: false }] }, ['A1 错']],
  ])('%s', (_, draft, expected) => {
    expect(found(draft)).toEqual(expected);
  });

  test('decimals add up as people add them', () => {
    const rows = [0.1, 0.2, 89.7].map((weight, i): CompactRow => [
      '产出指标',
      '数量指标',
      `第${i}项`,
      '≥',
      1,
      '次',
      '说',
      '得满分',
      weight,
    ]);
    expect(found({ about: 'table', must: [{ sum: 'weight', equals: 90 }] }, { rows })).toEqual([]);
  });

  test('findings have keys, order and severities like ours, and are suppressed like ours', () => {
    const checks = readChecks([
      {
        code: 'OWN-甲',
        title: '权重下限',
        severity: 'error',
        must: [{ field: 'weight', atLeast: 20 }],
        message: '少',
        source: { document: '湘财绩〔2023〕7号', clause: '第九条' },
      },
      { code: 'OWN-乙', must: [{ field: 'weight', atLeast: 99 }], message: '少' },
    ]);
    if (!checks.ok) throw new Error('unexpected');
    const sheet = compactSheet({ columns: 'weighted', rows: ROWS });
    const own = checks.checks.map(ownRule);
    const key = 'OWN-甲|满意度指标/服务对象满意度指标/群众满意度|weight|1';
    const { findings, stale } = checkNow({
      sheets: [sheet],
      rules: [],
      own,
      overrides: { 'OWN-乙': 'info' },
      suppressions: [{ key, reason: '上级核定', by: '', at: '' }],
    });
    expect(findings.map(({ code, severity, row, suppressed }) => [code, severity, row, suppressed?.reason])).toEqual([
      ['OWN-乙', 'info', 2, undefined],
      ['OWN-乙', 'info', 3, undefined],
      ['OWN-乙', 'info', 4, undefined],
      ['OWN-乙', 'info', 5, undefined],
      ['OWN-甲', 'error', 5, '上级核定'],
    ]);
    expect(findings[4]).toMatchObject({
      key,
      rule: '权重下限',
      source: { document: '湘财绩〔2023〕7号', scope: 'all' },
    });
    expect(stale).toEqual([]);
    expect(
      checkNow({ sheets: [sheet], rules: [], own, overrides: { 'OWN-甲': 'off', 'OWN-乙': 'off' } }).findings,
    ).toEqual([]);
  });

  test('a check that would take for ever fails by itself, and all others stand', () => {
    const word = 'ab'.repeat(16_000);
    const rows = Array.from({ length: 60 }, (_, i): CompactRow => [
      '产出指标',
      '数量指标',
      `第${i}项${word}`,
      '≥',
      1,
      '次',
      '说',
      '得满分',
      1,
    ]);
    const slow = { code: 'OWN-慢', must: [{ field: 'name', not: `*${'ab'.repeat(40)}c*` }], message: '慢' };
    const quick = { code: 'OWN-快', must: [{ field: 'weight', above: 1 }], message: '快' };
    const checks = readChecks([slow, quick]);
    if (!checks.ok) throw new Error('unexpected');
    const { findings, failures } = checkNow({
      sheets: [compactSheet({ columns: 'weighted', rows })],
      rules: [],
      own: checks.checks.map(ownRule),
    });
    expect(failures.map(({ code }) => code)).toEqual(['OWN-慢']);
    expect(findings.filter(({ code }) => code === 'OWN-快')).toHaveLength(60);
  });
});

describe('wildcards', () => {
  const match = (pattern: string, text: string): boolean => wildcard(pattern)(folded(text), new Effort());

  test.each<[string, string, boolean]>([
    ['', '', true],
    ['', '字', false],
    ['*', '', true],
    ['*', '任意', true],
    ['?', '', false],
    ['?', '𠮷', true],
    ['培训*', '培训次数', true],
    ['培训*', '再培训', false],
    ['*率', '合格率', true],
    ['*率', '率先', false],
    ['a*b*c', 'axxbxxc', true],
    ['a*b*c', 'axxcxxb', false],
    ['**a**', 'xax', true],
    ['（一）*', '(一)总则', true],
    ['ＡＢ', 'ab', true],
    ['群众 满意度', '群众\n满意度', true],
    ['~*', '*', true],
    ['~*', 'x', false],
    ['a~?', 'a?', true],
    ['a~~', 'a~', true],
    ['a~b', 'a~b', true],
    ['[a-z]+', 'abc', false],
    ['.', 'x', false],
  ])('%s against %s', (pattern, text, expected) => {
    expect(match(pattern, text)).toBe(expected);
  });

  test('agree with the regular expression that says the same', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 10 });
    fc.assert(
      fc.property(letters, text, (pattern, word) => {
        const same = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'u');
        expect(match(pattern, word)).toBe(same.test(word));
      }),
      runs(1000, 20261124),
    );
  });

  test('take at most about text times pattern steps', () => {
    const pattern = `*${'a'.repeat(49)}b`;
    const effort = new Effort();
    wildcard(pattern)('a'.repeat(5_000), effort);
    expect(() => effort.spend(MOST_STEPS - 5_000 * 51 - 10)).not.toThrow();
    expect(() => effort.spend(MOST_STEPS)).toThrow();
  });
});

test('every placeholder has words or none, and never stays in the sentence', () => {
  const message = PLACEHOLDERS.map((name) => `{${name}}`)
    .join('|')
    .slice(0, 300);
  for (const about of ['row', 'table'] as const) {
    const [first = ''] = found({ about, must: [{ table: 'year', equals: 1 }], message });
    expect(first).toContain('2025');
    expect(first).not.toMatch(/[{}]/u);
  }
});

test('a tree that is set goes before the labels', () => {
  const sheet = compactSheet({ columns: 'weighted', rows: ROWS });
  const trees = (tree: '2015' | 'county' | null) =>
    checkNow({ sheets: [sheet], settings: { tree } }).readings[0]?.tables.map((table) => table.tree);
  expect(trees('county')).toEqual(['county']);
  expect(trees('2015')).toEqual(['2015']);
  expect(trees(null)).not.toEqual(['county']);
});
