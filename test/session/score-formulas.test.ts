import { cellAt, parseCell, type CellContent, type CellRef, type SheetSnapshot } from '../../src/core/sheet';
import { MemoryHost } from '../../src/hosts/memory';
import { createSession, type Session } from '../../src/session';
import {
  fillOf,
  plansOf,
  scoreTables,
  type Choice,
  type Choices,
  type Plans,
  type ScoredTable,
  type ScoreFill,
  type ScoreForm,
  type ScoreWriting,
} from '../../src/session/scoring';
import { formulaMaker } from '../../src/taskpane/views/score/maker';
import { compactSheet, type CompactCell, type CompactRow } from '../support/compact-sheet';
import { selfEvaluation } from '../support/self-evaluation';

const maker = formulaMaker('zh-CN');

function writingOf(form: ScoreForm): ScoreWriting {
  return form === 'value' ? { form } : { form, maker };
}

async function open(sheet: SheetSnapshot) {
  const host = new MemoryHost([sheet]);
  let waiting: { readonly fn: () => void; readonly ms: number } | null = null;
  const session = createSession(host, {
    now: () => new Date(2026, 2, 5),
    rules: [],
    delay: (fn, ms) => {
      const mine = { fn, ms };
      waiting = mine;
      return () => {
        if (waiting === mine) waiting = null;
      };
    },
  });
  const wait = (): typeof waiting => waiting;
  /** The timer goes off; gives how long it was set for, 0 for none. */
  const look = async (): Promise<number> => {
    const mine = waiting;
    waiting = null;
    mine?.fn();
    await settled(session);
    return mine?.ms ?? 0;
  };
  const scored = async (): Promise<ScoredTable> => {
    await session.check();
    const { checked } = session.getState();
    const [table] = scoreTables(checked?.tables ?? [], checked?.snapshot ?? sheet);
    if (!table) throw new Error('no table');
    return table;
  };
  const snapshot = (): SheetSnapshot => session.getState().checked?.snapshot ?? sheet;
  const plans = async (form: ScoreForm, choices: Choices = new Map()): Promise<Plans> =>
    plansOf(await scored(), choices, snapshot(), writingOf(form));
  const held = async (place: string): Promise<unknown> => {
    const [now] = (await host.read({ sheets: 'all' })).sheets;
    const cell = now && cellAt(now, parseCell(place) as CellRef);
    return cell?.formula ?? cell?.value ?? null;
  };
  return { host, session, scored, snapshot, plans, held, wait, look };
}

/** The check that is under way has come to its end. */
async function settled(session: Session): Promise<void> {
  do await new Promise((resolve) => setTimeout(resolve, 1));
  while (session.getState().phase !== 'idle');
  await new Promise((resolve) => setTimeout(resolve, 1));
}

const cellContent = ({ edits }: ScoreFill, row: number): CellContent =>
  edits.find(({ cell }) => cell.row === row)?.to ?? { blank: true };

const choose = (...choices: readonly (readonly [row: number, choice: Choice])[]): Choices => new Map(choices);

const SINGLE = [
  '一级指标',
  '二级指标',
  '三级指标',
  '指标值',
  '评分标准',
  '分值',
  '实际完成值',
  '得分',
  '偏差原因分析及改进措施',
];

/** One row in a form of its own. */
function sheetOf(row: CompactRow, columns: readonly string[] = SINGLE): SheetSnapshot {
  return compactSheet({ title: '2026年度项目支出绩效自评表', columns, rows: [row] });
}

const KEPT = '达到目标值得满分，未达到的按实际值/目标值*分值计分';

/** `'=…'` for a formula, else why there is none. */
async function offered(sheet: SheetSnapshot, form: ScoreForm, choices?: Choices): Promise<unknown> {
  const [plan] = (await (await open(sheet)).plans(form, choices)).values();
  const offer = plan?.formula;
  if (!offer) return plan?.to ?? null;
  return offer.ok ? offer.formula : { ...offer.data, why: offer.why, to: plan.to };
}

describe('PERF.SCORE over the cells of the row', () => {
  test('operator and unit always, points where the sentence needs them', async () => {
    const on = await open(selfEvaluation());
    const plans = await on.plans('perf', choose([8, { score: 15 }]));
    expect([...plans].map(([row, { to }]) => [row, to])).toEqual([
      [5, { formula: '=PERF.SCORE(I6,E6,G6,H6,D6,F6)' }],
      [6, { formula: '=PERF.SCORE(I7,E7,G7,H7,D7,F7)' }],
      [7, { formula: '=PERF.SCORE(I8,E8,G8,,D8,F8)' }],
      [8, { formula: '=PERF.SCORE(I9,E9,G9,,D9,F9,"比例")' }],
    ]);
  });

  interface Case {
    readonly name: string;
    readonly row: CompactRow;
    readonly columns?: readonly string[];
    readonly expected: unknown;
  }
  const row = (target: CompactCell, standard: string, weight: number, actual: CompactCell): CompactRow => [
    '产出指标',
    '数量指标',
    '培训合格率',
    target,
    standard,
    weight,
    actual,
    null,
  ];
  test.each<Case>([
    {
      name: 'a form without columns for sign and unit has them in the formula',
      row: row('≥95%', KEPT, 10, '90%'),
      expected: '=PERF.SCORE(G3,D3,E3,F3,"≥","%")',
    },
    {
      name: 'words for a sign',
      row: row('不少于10次', KEPT, 10, '8次'),
      expected: '=PERF.SCORE(G3,D3,E3,F3,"≥","次")',
    },
    {
      name: 'a percent cell, by the rules of a bare number',
      row: row('≥95%', KEPT, 10, [0.9, '0%']),
      expected: '=PERF.SCORE(G3,D3,E3,F3,"≥","%")',
    },
    {
      name: 'a target so small that the bare number is not sure',
      row: row('≥5%', KEPT, 10, [0.04, '0%']),
      expected: { why: 'refused', reason: expect.stringContaining('0.04') as string, to: { number: 8 } },
    },
    {
      name: 'a deadline whose year stands in the title alone',
      row: row('12月31日前', '在12月31日前完成得10分，每推迟1天扣1分，扣完为止。', 10, '2027年1月3日'),
      expected: { why: 'refused', reason: expect.stringMatching(/年/u) as string, to: { number: 7 } },
    },
    {
      name: 'points in the sentence',
      row: row('≥10次', '达到目标值得10分，每少1次扣2分，扣完为止。', 10, '8次'),
      expected: '=PERF.SCORE(G3,D3,E3,,"≥","次")',
    },
  ])('$name', async ({ row: cells, columns, expected }) => {
    expect(await offered(sheetOf(cells, columns), 'perf')).toEqual(expected);
  });

  test('what may not be written as the formula gives it stays a number, with the reason', async () => {
    const sheet = selfEvaluation();
    const on = await open(sheet);
    const plans = await on.plans('perf', choose([9, { score: 15, tried: ['效果明显'] }], [11, { score: 10 }]));
    expect([plans.get(9), plans.get(11)]).toMatchObject([
      { to: { number: 15 }, formula: { ok: false, why: 'tried' } },
      { to: { number: 10 }, formula: { ok: false, why: 'held' } },
    ]);
  });
});

describe('the native formula', () => {
  test('of every row that has one; its scale is fixed and said', async () => {
    const on = await open(selfEvaluation());
    const plans = await on.plans('native', choose([8, { score: 14 }]));
    for (const row of [5, 6, 8]) {
      const to = plans.get(row)?.to ?? {};
      expect('formula' in to && to.formula).toMatch(/^=IF\(/u);
      expect('formula' in to && to.formula).not.toContain('PERF');
    }
    expect(plans.get(6)?.formula).toMatchObject({ notes: [expect.stringContaining('百分比格式')] });
    // The day is written as text, which a spreadsheet does not reckon with.
    expect(plans.get(7)).toMatchObject({ to: { number: 9 }, formula: { ok: false, why: 'refused' } });
  });

  test('goes by the format of the cell where the bare number is not sure', async () => {
    const cells: CompactRow = ['产出指标', '数量指标', '增长率', '≥5%', KEPT, 10, [0.04, '0%'], null];
    expect(await offered(sheetOf(cells), 'native')).toMatch(/ROUND\(G3\*100,9\)/u);
  });

  test.each<[CompactCell, unknown]>([
    [
      '是',
      '=IF(OR(G3="",AND(ISTEXT(G3),NOT(OR(G3="是",G3="有",G3="符合",G3="发生",G3="否",G3="无",G3="不符合",G3="未发生")))),' +
        'NA(),ROUND(ROUND(IF(OR(N(G3)>0,G3="是",G3="有",G3="符合",G3="发生"),10,0),9),2))',
    ],
    ['资料完整', { why: 'differs', score: 0, to: { number: 10 } }],
  ])('knows no other yes than its own: %s', async (actual, expected) => {
    const cells: CompactRow = ['产出指标', '质量指标', '资料完整性', '完整', '资料完整得10分', 10, actual, null];
    expect(await offered(sheetOf(cells), 'native')).toEqual(expected);
  });
});

describe('what stands in the cell', () => {
  const scored = (score: CompactCell): SheetSnapshot => {
    const fill = ['产出指标', '数量指标', '组织政治理论培训次数', '≥', 10, '次', KEPT, 5, 8, score];
    return selfEvaluation({ fill });
  };
  const FORMULA = '=PERF.SCORE(I6,E6,G6,H6,D6,F6)';
  test.each<[string, CompactCell, ScoreForm, unknown]>([
    ['a right number becomes a formula', 4, 'perf', { formula: FORMULA }],
    ['and stays where numbers are asked for', 4, 'value', undefined],
    ['another number stays', 5, 'perf', undefined],
    ['the formula itself stays', [FORMULA, 4], 'perf', undefined],
    ['one of ours becomes the other', [FORMULA, 4], 'native', { formula: expect.stringMatching(/^=IF\(/u) as string }],
    ['a formula of ours stays where numbers are asked for', [FORMULA, 4], 'value', undefined],
    ['a person’s own formula stays', ['=I6/E6*H6', 4], 'perf', undefined],
  ])('%s', async (_, score, form, expected) => {
    const plans = await (await open(scored(score))).plans(form);
    expect(plans.get(5)?.to).toEqual(expected);
  });

  test('native formulas come back as PERF formulas', async () => {
    const first = await (await open(scored(4))).plans('native');
    const { formula } = first.get(5)?.to as { formula: string };
    const plans = await (await open(scored([formula, 4]))).plans('perf');
    expect(plans.get(5)?.to).toEqual({ formula: FORMULA });
  });
});

test('numbers are there at once', async () => {
  const on = await open(selfEvaluation());
  const table = await on.scored();
  expect(await on.session.fillScores(fillOf(table, new Map(), on.snapshot()))).toBe(true);
  expect(on.wait()).toBeNull();
  expect([await on.held('J6'), await on.held('J7')]).toEqual([4, 15]);
});

test('formulas are written in one step, and undone in one', async () => {
  const on = await open(selfEvaluation());
  const table = await on.scored();
  const choices = choose([8, { score: 15 }], [11, { score: 10 }]);
  const plans = await on.plans('perf', choices);
  expect(await on.session.fillScores(fillOf(table, choices, on.snapshot(), {}, plans, 'perf'))).toBe(true);
  expect([await on.held('J6'), await on.held('J9'), await on.held('J12')]).toEqual([
    '=PERF.SCORE(I6,E6,G6,H6,D6,F6)',
    '=PERF.SCORE(I9,E9,G9,,D9,F9,"比例")',
    10,
  ]);
  expect(on.session.getState().notice).toMatchObject({ code: 'scored', count: 5 });
  expect(await on.session.undo()).toBe(true);
  expect([await on.held('J6'), await on.held('J9'), await on.held('J12')]).toEqual([null, null, null]);
});

test('formulas that the host has yet to compute are looked at until they have values, and not for ever', async () => {
  const on = await open(selfEvaluation());
  const fill = fillOf(await on.scored(), new Map(), on.snapshot(), {}, await on.plans('perf'), 'perf');
  await on.session.fillScores(fill);
  const waits: number[] = [];
  for (let ms = await on.look(); ms > 0 && waits.length < 20; ms = await on.look()) waits.push(ms);
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64].map((times) => (waits[0] ?? 0) * times));

  await on.session.undo();
  await on.session.fillScores(fillOf(await on.scored(), new Map(), on.snapshot(), {}, await on.plans('perf'), 'perf'));
  await on.host.apply(
    [5, 6, 7].map((row) => ({
      kind: 'set' as const,
      sheet: '自评',
      cell: { row, column: 9 },
      from: cellContent(fill, row),
      to: { number: 4 },
    })),
    { label: '' },
  );
  await on.look();
  expect(on.wait()).toBeNull();
});
