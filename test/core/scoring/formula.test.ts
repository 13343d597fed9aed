import fc from 'fast-check';
import { compile, defaultNames, evaluate, STEP_READINGS, toFormula, type Standard } from '../../../src/core/scoring';
import { calculate } from '../../support/sheet-formula';
import { standards } from '../../support/standards';
import { runs } from '../../support/runs';

function compiled(input: Parameters<typeof compile>[0]): Standard {
  const result = compile(input);
  if (!result.ok) throw new Error(`${result.refusal.code} ${result.refusal.words}: ${input.standard}`);
  return result.standard;
}

/** Dates stand in the sheet as day numbers. */
function inSheet(actual: number | string): number | string {
  if (typeof actual === 'number' || !/^\d{4}-\d{2}-\d{2}$/u.test(actual)) return actual;
  return Math.round((Date.parse(`${actual}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

test('the native formula gives what the evaluation gives, by every reading of steps', () => {
  let compared = 0;
  fc.assert(
    fc.property(standards, fc.constantFrom(...STEP_READINGS), ({ input, actuals }, steps) => {
      const standard = compiled(input);
      const result = toFormula(standard, defaultNames(standard), steps);
      if (!result.ok) throw new Error(`${result.reason}: ${input.standard}`);
      expect(result.formula.length).toBeLessThan(8192);
      expect(result.formula).not.toMatch(/LET\(|LAMBDA\(|IFS\(|DATEDIF/u);
      for (const actual of actuals) {
        const evaluation = evaluate(standard, actual, { steps });
        const score = calculate(result.formula, {
          ACTUAL: inSheet(actual),
          TARGET: typeof input.target === 'number' ? input.target : 0,
          WEIGHT: input.weight ?? 0,
        });
        expect({ standard: input.standard, actual, score }).toEqual({
          standard: input.standard,
          actual,
          score: evaluation.status === 'scored' ? evaluation.score : null,
        });
        compared += 1;
      }
    }),
    runs(600, 20260),
  );
  expect(compared).toBeGreaterThan(3000);
});

test('blank cells give #N/A, names may be references, and a deduction without a full mark can’t be written', () => {
  const standard = compiled({ standard: '≥90%得10分，＜90%不得分', weight: 10 });
  const result = toFormula(standard, { actuals: ['(I8*100)'], target: '$E$8', weight: 'G8' });
  expect(result).toEqual({
    ok: true,
    formula: '=IF(NOT(ISNUMBER((I8*100))),NA(),ROUND(ROUND(IF((I8*100)>=90,10,IF((I8*100)<90,0,NA())),9),2))',
  });
  expect(toFormula(compiled({ standard: '每发生1起扣5分' }))).toEqual({ ok: false, reason: 'full-unknown' });
});

test('flags and several inputs', () => {
  const standard = compiled({ standard: '未公示不得分，公告内容不符合要求1处扣1分', weight: 4 });
  const result = toFormula(standard);
  if (!result.ok) throw new Error(result.reason);
  const at = (flag: string | boolean | number, count: number): number | null =>
    calculate(result.formula, { ACTUAL1: flag, ACTUAL2: count, WEIGHT: 4, TARGET: 0 });
  expect([at('否', 1), at('是', 1), at(true, 0), at(0, 6)]).toEqual([3, 0, 0, 0]);
});

const SAID = [
  '达成',
  '部分达成',
  '未达成',
  '完成',
  '未完成',
  '优',
  '良',
  '其他',
  '否则',
  '是',
  '否',
  '有',
  '发生',
  '未发生',
  '一般',
];

test.each([
  '达成年度指标得10分，部分达成年度指标得6分，未达成年度指标得2分',
  '完成得10分，否则不得分',
  '优秀得10分，良好得8分，一般得5分，差不得分',
  '效果明显得10分，效果一般得6分，其他不得分',
  '发生安全事故不得分，未发生得10分',
  '有制度得10分，无制度得3分',
  '按规定公示得10分',
])('%s: the words that clerks write for a grade give the same in the sheet', (standard) => {
  const read = compiled({ standard, weight: 10 });
  const result = toFormula(read);
  if (!result.ok) throw new Error(result.reason);
  const words = [...SAID, ...(read.inputs[0]?.options ?? [])];
  const found = words.map((actual) => {
    const evaluation = evaluate(read, actual);
    return [actual, evaluation.status === 'scored' ? evaluation.score : null];
  });
  expect(words.map((actual) => [actual, calculate(result.formula, { ACTUAL: actual, WEIGHT: 10, TARGET: 0 })])).toEqual(
    found,
  );
  expect(found.some(([, score]) => score === 10)).toBe(true);
});
