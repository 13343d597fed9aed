import fc from 'fast-check';
import { evaluate } from '../../src/core/scoring';
import { makeCell, makeSheet, type Cell } from '../../src/core/sheet';
import { perfCalls } from '../../src/functions/calls';
import { toNative } from '../../src/functions/conversion';
import { rate } from '../../src/functions/definitions/rate';
import { prepare } from '../../src/functions/definitions/score';
import { isFunctionError } from '../../src/functions/value';
import { calculate } from '../support/sheet-formula';
import { standards } from '../support/standards';
import { runs } from '../support/runs';

const PROPORTION = '达到计划值得满分2分，否则按实际值/计划值*指标分值';
const SATISFACTION = '满意度达95%及以上，得10分；满意度95%以下，得分为实际满意度/90%*10分';
const DEADLINE = '在2026年12月31日前完成得满分6分，每推迟1个月扣0.5分，扣完为止。';
const GRADES = '效果明显得15分，效果一般得8分，否则不得分。';
const CALL = '=PERF.SCORE(A1,B1,C1,D1,E1,F1)';

/** A row: actual, target, standard, weight, operator, unit. */
function row(...values: (Cell | string | number | null)[]) {
  return makeSheet('表', [values.map((value) => (typeof value === 'object' ? value : makeCell(value)))]);
}

const percent = (value: number): Cell => makeCell(value, { numberFormat: '0%' }) as Cell;

describe('calls within a formula', () => {
  test.each<[string, [string, string[]][]]>([
    ['=PERF.SCORE(A1,"x,)",,$B$2)', [['SCORE', ['A1', '"x,)"', '', '$B$2']]]],
    ['=perf.score( A1 ; 2)', [['SCORE', ['A1 ; 2']]]],
    ['=_xldudf_PERF_GRADE(SUM(A1,B1))', [['GRADE', ['SUM(A1,B1)']]]],
    [
      '=_xlfn._xldudf_PERF_GRADE(A1)+_xludf.PERF.TOTAL(A2)',
      [
        ['GRADE', ['A1']],
        ['TOTAL', ['A2']],
      ],
    ],
    ['=MY_xldudf_PERF_GRADE(A1)', []],
    [
      '=PERF.RATE(A1,2)+PERF.TOTAL({1,2})',
      [
        ['RATE', ['A1', '2']],
        ['TOTAL', ['{1,2}']],
      ],
    ],
    ['="PERF.SCORE(A1)"&MYPERF.SCORE(A1)', []],
    ['=PERF.SCORE(A1', []],
  ])('%s', (formula, calls) => {
    expect(perfCalls(formula).map(({ name, args }) => [name, args])).toEqual(calls);
  });

  test('are found in any text without an error', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('PERF.SCORE(', ')', '"', "'", ',', 'A1', '{', '}', ' ')), (parts) => {
        const formula = parts.join('');
        for (const { start, end } of perfCalls(formula))
          expect(formula.slice(start, end)).toMatch(/^PERF\.SCORE\(.*\)$/su);
      }),
      runs(500, 1),
    );
  });
});

test.each([
  ['numbers', row(8, 10, PROPORTION, 2, '≥', '次'), []],
  ['a percent cell', row(percent(0.94), 95, SATISFACTION, 10, '≥', '%'), ['percent-format']],
  ['a fraction without format', row(0.94, 95, SATISFACTION, 10, '≥', '%'), ['percent-fraction']],
  ['percent points', row(94, 95, SATISFACTION, 10, '≥', '%'), ['percent-points']],
  ['a target in words', row(8, '不低于10次', PROPORTION, 2), ['target-fixed']],
  ['a date', row(46446, '2026年12月31日前', DEADLINE, 6), []],
  ['a grade', row('效果一般', '效果明显', GRADES, 15), []],
])('%s: the native formula gives what PERF.SCORE gives', (_, sheet, notes) => {
  const result = toNative(CALL, sheet);
  if (!result.ok) throw new Error(result.reason);
  expect(result.formula).not.toContain('PERF');
  expect(result.notes).toEqual(notes);
  const values = (sheet.cells[0] ?? []).map((cell) => cell?.value as number | string);
  const names = Object.fromEntries(values.map((value, column) => [`${'ABCDEF'[column] ?? ''}1`, value ?? '']));
  const prepared = prepare(values);
  if (isFunctionError(prepared)) throw new Error(prepared.reason);
  const actual = notes.includes('percent-format') || notes.includes('percent-fraction') ? '94%' : (values[0] as string);
  const own = evaluate(prepared.standard, actual, { steps: prepared.steps });
  expect(calculate(result.formula, names)).toBe(own.status === 'scored' ? own.score : null);
});

test('57 % as a fraction still reaches 57 %', () => {
  const sheet = row(percent(0.57), 57, '达到57%得10分，否则不得分', 10, '≥', '%');
  const result = toNative(CALL, sheet);
  expect(result.ok && calculate(result.formula, { A1: 0.57, B1: 57, D1: 10 })).toBe(10);
});

test('a blank actual value stays #N/A, scaled or not', () => {
  for (const actual of [makeCell('', { numberFormat: '0%', formula: '=""' }), null]) {
    const result = toNative(CALL, row(actual, 95, SATISFACTION, 10, '≥', '%'));
    if (!result.ok) throw new Error(result.reason);
    expect(calculate(result.formula, { A1: '', B1: 95, D1: 10 })).toBeNull();
  }
});

test.each(['8次', '按期完成', '95%'])(
  '%s, typed into the cell later, is #N/A and not more than every number',
  (typed) => {
    const plain = toNative(CALL, row(8, 10, PROPORTION, 2, '≥', '次'));
    const scaled = toNative(CALL, row(percent(0.94), 95, SATISFACTION, 10, '≥', '%'));
    for (const [result, target] of [
      [plain, 10],
      [scaled, 95],
    ] as const) {
      if (!result.ok) throw new Error(result.reason);
      expect(calculate(result.formula, { A1: typed, B1: target, D1: 10 })).toBeNull();
    }
  },
);

test('a call within a larger formula is replaced where it stands', () => {
  const sheet = row(8, 10, PROPORTION, 2, '≥', '次');
  const result = toNative('=ROUND(PERF.SCORE($A$1,B1,C1,D1,E1,F1)/2,1)&"分"', sheet);
  expect(result.ok && result.formula).toMatch(
    /^=ROUND\(\(IF\(NOT\(ISNUMBER\(\$A\$1\)\),NA\(\),[^P]*\)\)\/2,1\)&"分"$/u,
  );
});

describe('PERF.RATE', () => {
  const RATE = '=PERF.RATE(A1,B1,C1,D1,E1)';

  test.each([
    [row(8, 10, '≥', '次'), '=IF(NOT(ISNUMBER(A1)),NA(),IF(B1=0,NA(),A1/B1))', []],
    [
      row(percent(0.94), 95, '≥', '%'),
      '=IF(NOT(ISNUMBER(A1)),NA(),IF(B1=0,NA(),ROUND(A1*100,9)/B1))',
      ['percent-format'],
    ],
    [
      row(150, '≤120万元', null, null, '目标/实际'),
      '=IF(NOT(ISNUMBER(A1)),NA(),IF(A1<=120,1,IF(A1=0,NA(),120/A1)))',
      ['target-fixed'],
    ],
    [row(150, 120, '＜', '万元', '2-实际/目标'), '=IF(NOT(ISNUMBER(A1)),NA(),IF(A1<B1,1,2-IF(B1=0,NA(),A1/B1)))', []],
    [row(150, 120, '≤', '万元'), '=IF(NOT(ISNUMBER(A1)),NA(),IF(A1<=B1,1,NA()))', []],
  ])('as a native formula: %#', (sheet, formula, notes) => {
    expect(toNative(RATE, sheet)).toEqual({ ok: true, formula, notes });
  });

  test.each([
    [row('8', 10, '≥', '次'), 'text-actual'],
    [row(8, '效果明显', '≥', '次'), 'error'],
    [row(0.94, 95, '≥'), 'error'],
    [row(5, 95, '≥', '%'), 'error'],
    [row(8, null, '≥', '次'), 'error'],
  ])('is not written where it gives nothing: %#', (sheet, reason) => {
    expect(toNative(RATE, sheet)).toMatchObject({ ok: false, reason });
  });

  test('the native formula gives what the function gives', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(null, 0, 0.5, 0.95, 1, 3, 8, 10, 94.5, 95, 120, 150),
        fc.constantFrom<string | number>(0, 1, 8, 10, 95, 120, '≥95%', '不超过120'),
        fc.constantFrom('≥', '≤', '<', '=', null),
        fc.constantFrom('%', '次', '万元', null),
        fc.constantFrom('目标/实际', '2-实际/目标', null),
        (...values) => {
          const result = toNative(RATE, row(...values));
          const own = rate.calculate([...values]);
          if (!result.ok) return;
          const [actual, target] = values;
          const given = calculate(result.formula, { A1: actual ?? '', B1: target });
          if (typeof own === 'number') expect(given).toBeCloseTo(own, 12);
          else expect(given).toBeNull();
        },
      ),
      runs(1000, 7),
    );
  });
});

describe('what is reckoned from scores', () => {
  const sum = (scores: string) => `IF(COUNTBLANK(${scores})>0,NA(),ROUND(SUMPRODUCT(ROUND(${scores},2)),2))`;

  test.each([
    ['=PERF.TOTAL(J3:J8)', `=${sum('J3:J8')}`],
    [
      "=ROUND(PERF.TOTAL($J$3:$J$5)+_xldudf_PERF_TOTAL('自 评'!J9),2)",
      `=ROUND((${sum('$J$3:$J$5')})+(${sum("'自 评'!J9")}),2)`,
    ],
    ['=PERF.GRADE(J9)', '=IF(J9="",NA(),IF(J9*1>=90,"优",IF(J9*1>=80,"良",IF(J9*1>=60,"中","差"))))'],
    ['=PERF.EXECUTION(C5,D5)', '=IF(COUNT(C5,D5)<2,NA(),IF(OR(C5<=0,D5<0),NA(),ROUND(ROUND(MIN(1,D5/C5)*10,9),2)))'],
    [
      '=IF(C5="","",PERF.EXECUTION(C5,D5,20,"分档","是"))',
      '=IF(C5="","",(IF(COUNT(C5,D5)<2,NA(),IF(OR(C5<=0,D5<0),NA(),IF(D5>C5,NA(),IF(D5=C5,20,20))))))',
    ],
  ])('%s', (formula, native) => {
    expect(toNative(formula, row())).toEqual({ ok: true, formula: native, notes: [] });
  });

  test('one within the other leaves nothing of the add-in', () => {
    const result = toNative('=PERF.GRADE(PERF.TOTAL(J3:J8)/2,"95,85,60")', row());
    expect(result).toMatchObject({ ok: true, formula: expect.stringContaining('*1>=95,"优"') });
    expect(JSON.stringify(result)).not.toContain('PERF');
  });

  test.each([
    ['=PERF.TOTAL({1,2})', '{1,2}'],
    ['=PERF.TOTAL(J3:J5,J7)', 'J7'],
    ['=PERF.GRADE(J3:J8)', 'J3:J8'],
    ['=PERF.GRADE(J9,B1)', 'B1'],
    ['=PERF.GRADE(J9,"80,90,60")', '"80,90,60"'],
    ['=PERF.GRADE()', ''],
    ['=PERF.EXECUTION(C5:C6,D5)', 'C5:C6'],
    ['=PERF.EXECUTION(C5,D5,10,"别的")', '"别的"'],
  ])('%s cannot be written', (formula, argument) => {
    expect(toNative(formula, row())).toEqual({ ok: false, reason: 'argument', data: { argument } });
  });
});

test.each([
  ['=PERF.EXPLAIN(A1,B1,C1)', row(8, 10, PROPORTION), 'function'],
  ['=PERF.SCORE(A1:A3,B1,C1)', row(8, 10, PROPORTION), 'argument'],
  ['=PERF.SCORE(表2!A1,B1,C1)', row(8, 10, PROPORTION), 'argument'],
  ['=PERF.SCORE(A1+1,B1,C1)', row(8, 10, PROPORTION), 'argument'],
  [CALL, row('8', 10, PROPORTION, 2, '≥', '次'), 'text-actual'],
  [CALL, row('94%', 95, SATISFACTION, 10, '≥', '%'), 'text-actual'],
  [CALL, row('还可以', '效果明显', GRADES, 15), 'unknown-grade'],
  [CALL, row(5, 95, SATISFACTION, 10, '≥', '%'), 'error'],
  [CALL, row(5, 10, '根据情况酌情扣分', 10), 'error'],
  [CALL, row(5, 10, null, 10), 'error'],
  ['=PERF.SCORE(,B1,C1)', row(8, 10, PROPORTION), 'error'],
])('%s cannot be written: %#', (formula, sheet, reason) => {
  expect(toNative(formula, sheet)).toMatchObject({ ok: false, reason });
});

test('generated rows: native formula and PERF.SCORE agree wherever both give a number', () => {
  let compared = 0;
  fc.assert(
    fc.property(standards, ({ input, actuals }) => {
      for (const actual of actuals) {
        if (typeof actual !== 'number') continue;
        const values = [
          actual,
          typeof input.target === 'object' ? null : (input.target ?? null),
          input.standard,
          input.weight ?? null,
          input.operator ?? null,
          input.unit ?? null,
        ];
        const result = toNative(CALL, row(...values));
        if (!result.ok) continue;
        const prepared = prepare(values);
        if (isFunctionError(prepared)) throw new Error(prepared.reason);
        const read = result.notes.includes('percent-fraction')
          ? `${String(Number((actual * 100).toPrecision(15)))}%`
          : actual;
        const own = evaluate(prepared.standard, read, { steps: prepared.steps });
        const names = { A1: actual, B1: Number(input.target) || 0, D1: input.weight ?? 0 };
        expect({ input, actual, score: calculate(result.formula, names) }).toEqual({
          input,
          actual,
          score: own.status === 'scored' ? own.score : null,
        });
        compared++;
      }
    }),
    runs(200, 4460),
  );
  expect(compared).toBeGreaterThan(500);
});
