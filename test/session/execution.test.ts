import fc from 'fast-check';
import { EXECUTION_BASES, executionScore, type ExecutionBasis } from '../../src/core/rules/executions';
import { rule as executionArithmetic } from '../../src/core/rules/execution-arithmetic';
import { cellAt, formatCell, parseCell, type CellRef, type SheetSnapshot } from '../../src/core/sheet';
import { execution as perfExecution } from '../../src/functions/definitions/execution';
import { run } from '../../src/functions/run';
import { MemoryHost } from '../../src/hosts/memory';
import { createSession } from '../../src/session';
import {
  closingOf,
  fillOf,
  scoreTables,
  totalOf,
  type ClosingChoices,
  type ExecutionChoice,
  type ScoredTable,
  type ScoreForm,
} from '../../src/session/scoring';
import { compactSheet, type CompactCell } from '../support/compact-sheet';
import { runs } from '../support/runs';

const HEADINGS = ['年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'];

/** A funds grid whose amounts are in C3:H3, over one row of 90 points that is scored already. */
function funds(
  amounts: readonly CompactCell[],
  headings: readonly string[] = HEADINGS,
  title = '自评表',
): SheetSnapshot {
  return compactSheet({
    title: `2026年度项目支出绩效${title}`,
    above: [
      ['项目资金（万元）', null, ...headings],
      [null, '年度资金总额', ...amounts],
    ],
    columns: ['一级指标', '二级指标', '三级指标', '年度指标值', '评分标准', '分值', '实际完成值', '得分'],
    rows: [['产出指标', '数量指标', '养护里程', '≥120公里', '达到目标值得满分，否则不得分。', 90, '120公里', 90]],
    below: [['总分', null, null, null, null, 100, null, null]],
    merges: ['A6:E6'],
  });
}

async function open(sheet: SheetSnapshot) {
  const host = new MemoryHost([sheet]);
  const session = createSession(host, {
    now: () => new Date(2026, 2, 5),
    rules: [executionArithmetic],
    delay: () => () => undefined,
  });
  const scored = async (): Promise<ScoredTable> => {
    await session.check();
    const { checked } = session.getState();
    const [table] = scoreTables(checked?.tables ?? [], checked?.snapshot ?? sheet);
    if (!table) throw new Error('no table');
    return table;
  };
  const edits = async (closings: ClosingChoices = {}, form: ScoreForm = 'value') => {
    const table = await scored();
    const snapshot = session.getState().checked?.snapshot ?? sheet;
    return fillOf(table, new Map(), snapshot, { total: 'leave', ...closings }, undefined, form);
  };
  const written = async (...given: Parameters<typeof edits>): Promise<Record<string, unknown>> =>
    Object.fromEntries((await edits(...given)).edits.map(({ cell, to }) => [formatCell(cell), to]));
  const codes = (): string[] => session.getState().checked?.findings.map(({ code }) => code) ?? [];
  return { host, session, scored, edits, written, codes };
}

describe('what is offered', () => {
  test.each<[string, readonly CompactCell[], readonly (readonly [ExecutionBasis, number])[] | null]>([
    [
      '95 %',
      [100, 100, 95, 10, null, null],
      [
        ['ratio', 9.5],
        ['finished', 10],
        ['unfinished', 7],
      ],
    ],
    [
      '80 % exactly',
      [80, 80, 64, 10, null, null],
      [
        ['ratio', 8],
        ['finished', 10],
        ['unfinished', 7],
      ],
    ],
    [
      'just below it',
      [80, 100000, 79999, 10, null, null],
      [
        ['ratio', 8],
        ['finished', 10],
        ['unfinished', 5],
      ],
    ],
    [
      '60 %',
      [80, 100, 60, 10, null, null],
      [
        ['ratio', 6],
        ['finished', 10],
        ['unfinished', 5],
      ],
    ],
    [
      'below 60 %',
      [80, 100, 59.99, 10, null, null],
      [
        ['ratio', 6],
        ['finished', 10],
        ['unfinished', 0],
      ],
    ],
    [
      'all of it',
      [80, 82, 82, 10, null, null],
      [
        ['ratio', 10],
        ['finished', 10],
        ['unfinished', 10],
      ],
    ],
    ['more than the budget', [80, 80, 82, 10, null, null], [['ratio', 10]]],
    [
      'of the whole year’s budget, not the first',
      [50, 100, 77.9, 10, null, null],
      [
        ['ratio', 7.79],
        ['finished', 10],
        ['unfinished', 5],
      ],
    ],
    ['no budget', [0, 0, 0, 10, null, null], null],
    ['nothing spent yet', [80, 80, null, 10, null, null], null],
    ['no points', [80, 80, 76, null, null, null], null],
  ])('%s', async (_, amounts, expected) => {
    const { execution } = await (await open(funds(amounts))).scored();
    expect(execution && execution.options.map(({ basis, score }) => [basis, score])).toEqual(expected);
  });

  test('nothing in a form that is no self-evaluation', async () => {
    const on = await open(funds([80, 80, 76, 10, null, null], HEADINGS, '运行监控表'));
    expect((await on.scored()).execution).toBeNull();
  });

  test('the same as PERF.EXECUTION and as the formulas say', () => {
    const amount = fc.integer({ min: 0, max: 200_000 }).map((cents) => cents / 100);
    const MODES: Readonly<Record<ExecutionBasis, readonly unknown[]>> = {
      ratio: ['比例'],
      finished: ['分档', '是'],
      unfinished: ['分档', '否'],
    };
    fc.assert(
      fc.property(
        amount,
        amount,
        fc.constantFrom(10, 8, 20),
        fc.constantFrom(...EXECUTION_BASES),
        (budget, spent, weight, basis) => {
          const [[given = null] = []] = run(perfExecution, [budget, spent, weight, ...MODES[basis]]);
          expect(executionScore(budget, spent, weight, basis)).toEqual(typeof given === 'number' ? given : null);
        },
      ),
      runs(500),
    );
  });
});

describe('what is written', () => {
  test.each<[string, readonly CompactCell[], ClosingChoices, ScoreForm, Record<string, unknown>]>([
    [
      'rate and points into blanks',
      [80, 82, 77.9, 10, null, null],
      {},
      'value',
      { G3: { number: 0.95, numberFormat: '0.00%' }, H3: { number: 9.5 } },
    ],
    [
      'by the bands once it is said whether it is finished',
      [80, 100, 85, 10, '85%', null],
      { execution: 'unfinished' },
      'value',
      { H3: { number: 7 } },
    ],
    ['nothing where it is to be left', [80, 100, 85, 10, '85%', null], { execution: 'leave' }, 'value', {}],
    ['nothing over other points', [80, 100, 85, 10, '85%', 9], {}, 'value', {}],
    ['unless it is chosen', [80, 100, 85, 10, '85%', 9], { execution: 'ratio' }, 'value', { H3: { number: 8.5 } }],
    ['nothing over another rate', [80, 100, 85, 10, '80%', 8.5], {}, 'value', {}],
    [
      'the rate put right',
      [80, 100, 85, 10, '80%', 8.5],
      { rate: 'value' },
      'value',
      { G3: { number: 0.85, numberFormat: '0.00%' } },
    ],
    [
      'a rate in a percent cell',
      [80, 100, 85, 10, [0.8, '0%'], 8.5],
      { rate: 'value' },
      'value',
      { G3: { number: 0.85 } },
    ],
    ['a right rate stays', [80, 100, 85, 10, '85%', 8.5], { rate: 'value' }, 'value', {}],
    ['a formula', [80, 100, 85, 10, '85%', null], {}, 'perf', { H3: { formula: '=PERF.EXECUTION(D3,E3,F3)' } }],
    [
      'a formula by the bands',
      [80, 100, 85, 10, '85%', null],
      { execution: 'finished' },
      'perf',
      { H3: { formula: '=PERF.EXECUTION(D3,E3,F3,"分档","是")' } },
    ],
    [
      'a native formula',
      [80, 100, 85, 10, '85%', null],
      {},
      'native',
      { H3: { formula: '=ROUND(ROUND(MIN(1,E3/D3)*F3,9),2)' } },
    ],
    [
      'no native formula by the bands',
      [80, 100, 85, 10, '85%', null],
      { execution: 'unfinished' },
      'native',
      { H3: { number: 7 } },
    ],
    ['no formula over an amount in words', [80, '100万元', 85, 10, '85%', null], {}, 'perf', { H3: { number: 8.5 } }],
  ])('%s', async (_, amounts, closings, form, expected) => {
    expect(await (await open(funds(amounts))).written(closings, form)).toEqual(expected);
  });

  test('a rate in points under a heading that says so', async () => {
    const headings = HEADINGS.map((heading) => (heading === '执行率' ? '执行率（%）' : heading));
    expect(await (await open(funds([80, 82, 77.9, 10, null, 9.5], headings))).written()).toEqual({
      G3: { number: 95 },
    });
  });

  test('nothing into a cell that is merged over several rows', async () => {
    const base = funds([80, 82, 77.9, 10, null, null]);
    const on = await open({ ...base, merges: [...base.merges, { top: 1, bottom: 2, left: 7, right: 7 }] });
    expect((await on.scored()).execution?.score ?? null).toBeNull();
    expect(Object.keys(await on.written())).not.toContain('H3');
  });
});

test.each<[ExecutionChoice, number, string]>([
  ['ratio', 98.5, '优'],
  ['finished', 100, '优'],
  ['unfinished', 97, '优'],
])('%s counts in the total, and the rule finds nothing in what was written', async (basis, sum, grade) => {
  const on = await open(funds([80, 100, 85, 10, null, null]));
  const table = await on.scored();
  const total = totalOf(table, new Map(), basis);
  expect(total).toMatchObject({ sum, outOf: 100, grade });
  expect(closingOf(table, total).total).toMatchObject({
    value: sum,
    formula: '=ROUND(PERF.TOTAL(H5)+PERF.TOTAL(H3),2)',
  });
  const fill = await on.edits({ execution: basis, total: 'value' });
  expect(fill).toMatchObject({ scores: 1, ends: 1 });
  expect(await on.session.fillScores(fill)).toBe(true);
  expect(on.session.getState().notice).toMatchObject({ code: 'scored-totalled', count: 1 });
  const [now] = (await on.host.read({ sheets: 'all' })).sheets;
  expect(now && cellAt(now, parseCell('H6') as CellRef)?.value).toBe(sum);
  expect(on.codes()).toEqual([]);
  expect((await on.scored()).execution).toMatchObject({ right: true, rate: { right: true } });
  await on.session.undo();
  expect((await on.scored()).execution).toMatchObject({ existing: null });
  // A band of another rate is none of these.
  on.host.type({ sheet: 'Sheet1', row: 2, column: 7 }, { number: 5 });
  expect((await on.scored()).execution).toMatchObject({ existing: 5, right: false });
  expect(on.codes()).toEqual(['PT603']);
});

test('nothing is written where an amount has changed since', async () => {
  const on = await open(funds([80, 100, 85, 10, null, null]));
  const fill = await on.edits();
  on.host.type({ sheet: 'Sheet1', row: 2, column: 4 }, { number: 90 });
  expect(await on.session.fillScores(fill)).toBe(false);
  expect(on.session.getState().problem?.code).toBe('conflict');
});
