import { draft, settle } from '../../../src/core/check/settle';
import type { Draft } from '../../../src/core/check/settle';
import type { Indicator, IndicatorTable } from '../../../src/core/indicator';
import { makeSheet } from '../../../src/core/sheet';
import { DEFAULT_SETTINGS } from '../../../src/core/rules/rule';
import type { LocalSource, Report, Rule, Source } from '../../../src/core/rules/rule';

const sheet = makeSheet('表', []);
const table = { kind: 'target', subject: 'department' } as IndicatorTable;
const cell = (row: number, column = 0) => ({ row, column });
const row = (number: number, name: string) =>
  ({
    row: number,
    hidden: false,
    level1: null,
    level2: null,
    name: { value: name, raw: name, cell: cell(number) },
  }) as Indicator;

function rule(code: `PT${number}`, more: Partial<Rule> = {}): Rule {
  return {
    code,
    name: code.toLowerCase(),
    scope: 'row',
    severity: 'error',
    dimension: 'completeness',
    fields: [],
    check: () => [],
    ...more,
  } as Rule;
}

function item(of: Rule, at: number | null, more: Partial<Report> = {}): Draft {
  const place = at === null ? {} : { indicator: row(at, `指标${at}`) };
  return draft(
    of,
    { message: 'm', cell: cell(at ?? 0), ...place, ...more },
    table,
    sheet,
    DEFAULT_SETTINGS,
    of.severity,
  );
}

const codes = (drafts: Draft[]) => settle(drafts, []).findings.map((finding) => finding.code);

describe('yielding', () => {
  const loud = rule('PT901');
  const quiet = rule('PT902', { yieldsTo: ['PT901'] });

  test.each([
    ['the same row', [item(quiet, 3), item(loud, 3)], ['PT901']],
    ['another row', [item(quiet, 3), item(loud, 4)], ['PT902', 'PT901']],
    ['a finding of the whole table', [item(quiet, 3), item(loud, null)], ['PT901']],
    ['nothing', [item(quiet, 3)], ['PT902']],
  ])('to %s', (_, drafts, expected) => {
    expect(codes(drafts)).toEqual(expected);
  });

  test('a finding of the whole table does not yield to one of a row', () => {
    expect(codes([item(quiet, null), item(loud, 3)])).toEqual(['PT902', 'PT901']);
  });
});

describe('folding', () => {
  const root = rule('PT901');
  const middle = rule('PT902', { foldsUnder: ['PT901'] });
  const leaf = rule('PT903', { foldsUnder: ['PT902'] });

  test('goes to the root of a chain, and stays listed', () => {
    const { findings } = settle([item(leaf, 3), item(middle, 3), item(root, 3)], []);
    expect(findings.map(({ code, causedBy }) => [code, causedBy?.split('|')[0]])).toEqual([
      ['PT901', undefined],
      ['PT902', 'PT901'],
      ['PT903', 'PT901'],
    ]);
  });

  test('puts what was caused on the same row right after its root, and leaves all else in its place', () => {
    const early = rule('PT900', { foldsUnder: ['PT901'] });
    const other = rule('PT905');
    expect(codes([item(early, 3), item(other, 3), item(root, 3)])).toEqual(['PT901', 'PT900', 'PT905']);
    expect(codes([item(early, 2), item(other, 2), item(root, null, { cell: cell(9) })])).toEqual([
      'PT900',
      'PT905',
      'PT901',
    ]);
  });

  test('two rules that fold under each other do not go round for ever', () => {
    const one = rule('PT901', { foldsUnder: ['PT902'] });
    const two = rule('PT902', { foldsUnder: ['PT901'] });
    const { findings } = settle([item(one, 3), item(two, 3)], []);
    expect(findings).toHaveLength(2);
  });
});

describe('keys', () => {
  const of = rule('PT901');

  test('are unique, and the same after rows have moved', () => {
    const before = settle([item(of, 3), item(of, 3, { field: 'target' }), item(of, 4)], []).findings;
    const moved = [3, 3, 4].map((at, index) =>
      draft(
        of,
        {
          message: 'm',
          cell: cell(at + 7),
          indicator: row(at + 7, `指标${at}`),
          ...(index === 1 ? { field: 'target' } : {}),
        },
        table,
        sheet,
        DEFAULT_SETTINGS,
        'error',
      ),
    );
    const after = settle(moved, []).findings;
    expect(new Set(before.map(({ key }) => key)).size).toBe(3);
    expect(after.map(({ key }) => key).sort()).toEqual(before.map(({ key }) => key).sort());
  });

  test('tell the same finding on two rows of the same name apart by their order', () => {
    const twice = [3, 9].map((at) =>
      draft(of, { message: 'm', cell: cell(at), indicator: row(at, '同名') }, table, sheet, DEFAULT_SETTINGS, 'error'),
    );
    expect(settle(twice, []).findings.map(({ key }) => key)).toEqual(['PT901|//同名||1', 'PT901|//同名||2']);
  });
});

describe('suppression', () => {
  const root = rule('PT901');
  const leaf = rule('PT902', { foldsUnder: ['PT901'] });
  const by = { reason: '经会议研究', by: '张三', at: '2025-01-01T00:00:00Z' };

  test('takes the folded ones along, stays in the list, and is told when no longer needed', () => {
    const { findings } = settle([item(root, 3), item(leaf, 3)], []);
    const key = findings.find(({ code }) => code === 'PT901')?.key as string;
    const done = settle(
      [item(root, 3), item(leaf, 3)],
      [
        { key, ...by },
        { key: 'PT999|gone||1', ...by },
      ],
    );
    expect(done.findings.map(({ suppressed }) => suppressed?.reason)).toEqual(['经会议研究', '经会议研究']);
    expect(done.stale.map((entry) => entry.key)).toEqual(['PT999|gone||1']);
  });

  test.each([
    ['of this sheet', { sheet: '表' }, true],
    ['of another sheet with the same row', { sheet: '表二' }, false],
    ['of any sheet', {}, true],
    ['of another sheet, from before sheets were told apart', { sheet: '表二', shared: true }, true],
  ] as [string, { sheet?: string; shared?: boolean }, boolean][])('%s', (_, where, holds) => {
    const one = item(root, 3);
    const [found] = settle([one], []).findings;
    const suppression = { key: found?.key as string, ...by, ...where };
    const { findings, stale } = settle([one], [suppression], ['表']);
    expect([findings[0]?.suppressed?.reason !== undefined, stale]).toEqual([holds, []]);
    // Looked for and not found: no longer needed. Another sheet's was not looked for.
    expect(settle([], [suppression], ['表']).stale).toEqual(where.sheet === '表二' ? [] : [suppression]);
    expect(settle([], [suppression], ['表', '表二']).stale).toEqual([suppression]);
  });

  test('one of its own sheet goes before a shared one', () => {
    const one = item(root, 3);
    const key = settle([one], []).findings[0]?.key as string;
    const shared = { key, ...by, reason: '旧', sheet: '表二', shared: true };
    const own = { key, ...by, reason: '新', sheet: '表' };
    expect(settle([one], [shared, own], ['表']).findings[0]?.suppressed?.reason).toBe('新');
  });
});

describe('a clause that does not bind', () => {
  const source = (scope: Source['scope']): Source => ({ document: '财预〔2021〕101号', clause: '一', scope });
  test.each([
    ['all', 'error', false],
    ['project', 'warning', true],
    ['central', 'warning', true],
    ['central-project', 'warning', true],
  ] as const)('%s', (scope, severity, advisory) => {
    const [finding] = settle([item(rule('PT901', { source: source(scope) }), 3)], []).findings;
    expect(finding).toMatchObject({ severity, advisory });
  });

  test.each<[string, LocalSource, string]>([
    ['for all', { document: '湘财绩〔2023〕7号' }, '湘财绩〔2023〕7号 一 error'],
    ['with a clause of its own', { document: '湘财绩〔2023〕7号', clause: '第九条' }, '湘财绩〔2023〕7号 第九条 error'],
    ['for this document', { instead: '财预〔2021〕101号', document: '甲' }, '甲 一 error'],
    ['for another document', { instead: '财预〔2020〕10号', document: '甲' }, '财预〔2021〕101号 一 warning'],
    ['for this rule', { rules: ['PT901'], document: '甲' }, '甲 一 error'],
    ['for this rule by its name', { rules: ['pt901'], document: '甲' }, '甲 一 error'],
    ['for another rule', { rules: ['PT902'], document: '甲' }, '财预〔2021〕101号 一 warning'],
  ])('a local document in its place binds: %s', (_, local, expected) => {
    const of = rule('PT901', { source: source('central') });
    const { finding } = draft(
      of,
      { message: 'm', cell: cell(3) },
      table,
      sheet,
      { ...DEFAULT_SETTINGS, localSources: [local] },
      of.severity,
    );
    expect(`${finding.source?.document} ${finding.source?.clause} ${finding.severity}`).toBe(expected);
  });

  test.each<[string, LocalSource, Report['source'] | undefined, string | undefined]>([
    ['of no document, named', { rules: ['PT901'], document: '甲', clause: '三' }, undefined, '甲 三'],
    ['of plain arithmetic, named', { rules: ['PT901'], document: '甲', clause: '三' }, null, '甲 三'],
    ['of no document, unnamed', { document: '甲' }, undefined, undefined],
    ['of no document, in the place of one', { rules: ['PT901'], instead: '乙', document: '甲' }, undefined, undefined],
  ])('a local document for a rule %s', (_, local, cited, expected) => {
    const of = rule('PT901', cited === null ? { source: source('project') } : {});
    const report = { message: 'm', cell: cell(3), ...(cited === null ? { source: null } : {}) };
    const { finding } = draft(of, report, table, sheet, { ...DEFAULT_SETTINGS, localSources: [local] }, of.severity);
    expect(finding.source && `${finding.source.document} ${finding.source.clause}`).toBe(expected);
    expect(finding.severity).toBe('error');
  });
});
