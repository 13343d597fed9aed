import type { Finding } from '../../src/core/rules/finding';
import type { Severity } from '../../src/core/rules/rule';
import {
  countGroups,
  countRules,
  filterGroups,
  groupFindings,
  groupsOf,
  NO_FILTER,
  type Filter,
} from '../../src/session';

function finding(key: string, severity: Severity, more: Partial<Finding> = {}): Finding {
  return {
    key,
    code: `PT${key.charCodeAt(0)}`,
    rule: key,
    severity,
    dimension: 'completeness',
    address: { sheet: 'Sheet1', row: 0, column: 0 },
    message: key,
    data: {},
    advisory: false,
    fixes: [],
    hidden: false,
    row: null,
    ...more,
  };
}

const kept = { key: 'x', reason: '甲', by: '', at: '' };
const keysOf = (groups: ReturnType<typeof groupFindings>['open']): string[] =>
  groups.map(({ root, folded }) => [root.key, ...folded.map(({ key }) => key)].join('<'));

describe('groups', () => {
  test.each<[string, Finding[], string[], string[]]>([
    ['roots keep their order', [finding('a', 'info'), finding('b', 'error')], ['a', 'b'], []],
    [
      'what follows is folded under its root, wherever it stands',
      [finding('b', 'error', { causedBy: 'a' }), finding('a', 'error')],
      ['a<b'],
      [],
    ],
    [
      'a suppressed root takes what follows along',
      [finding('a', 'error', { suppressed: kept }), finding('b', 'error', { causedBy: 'a', suppressed: kept })],
      [],
      ['a<b'],
    ],
    [
      'what was suppressed alone stands alone',
      [finding('a', 'error'), finding('b', 'error', { causedBy: 'a', suppressed: kept })],
      ['a'],
      ['b'],
    ],
    ['what lost its root stands for itself', [finding('b', 'error', { causedBy: 'gone' })], ['b'], []],
    [
      'a root on another sheet is another one',
      [
        finding('a', 'error', { address: { sheet: '其他', row: 0, column: 0 } }),
        finding('b', 'error', { causedBy: 'a' }),
      ],
      ['a', 'b'],
      [],
    ],
  ])('%s', (_name, findings, open, suppressed) => {
    const groups = groupFindings(findings);
    expect(keysOf(groups.open)).toEqual(open);
    expect(keysOf(groups.suppressed)).toEqual(suppressed);
  });

  test('where there is no table, saying so is no finding', () => {
    const none = finding('a', 'info', { code: 'PT101' });
    const unread = { sheet: 'Sheet1', reason: 'empty', nearest: null } as const;
    expect(groupsOf({ findings: [none], unread }).open).toEqual([]);
    expect(groupsOf({ findings: [none], unread: null }).open).toHaveLength(1);
  });

  const { open } = groupFindings([
    finding('a', 'error'),
    finding('b', 'info', { causedBy: 'a' }),
    finding('c', 'warning'),
    finding('d', 'warning'),
  ]);

  test('one fact counts once', () => {
    expect(countGroups(open)).toEqual({ error: 1, warning: 2, info: 0 });
    expect(countRules(open).reduce((sum, { count }) => sum + count, 0)).toBe(4);
  });

  test.each<[string, Partial<Filter>, string[]]>([
    ['nothing asked', {}, ['a<b', 'c', 'd']],
    ['one severity: the root’s', { severities: ['info'] }, []],
    ['several', { severities: ['error', 'warning'] }, ['a<b', 'c', 'd']],
    ['a rule that spoke under a root', { code: 'PT98' }, ['a<b']],
    ['words in any order and case', { text: ' TEXT  c ' }, ['c']],
    ['words of what is folded', { text: 'b' }, ['a<b']],
    ['all at once', { severities: ['warning'], text: 'd', code: 'PT99' }, []],
  ])('filter: %s', (_name, filter, expected) => {
    const shown = filterGroups(open, { ...NO_FILTER, ...filter }, ({ key }) => `${key} text`);
    expect(keysOf(shown)).toEqual(expected);
  });
});
