import fc from 'fast-check';
import { compile, curve, evaluate, verify, type Standard, type StandardInput } from '../../../src/core/scoring';
import { direction, domainOf } from '../../../src/core/scoring/domain';
import { toNumber } from '../../../src/core/scoring/exact';
import { standards } from '../../support/standards';
import { runs } from '../../support/runs';

function compiled(input: StandardInput): Standard {
  const result = compile(input);
  if (!result.ok) throw new Error(`${result.refusal.code} ${result.refusal.words}: ${input.standard}`);
  return result.standard;
}

function scoreAt(standard: Standard, actual: number | string): number | 'gap' | 'overlap' {
  const found = evaluate(standard, actual);
  if (found.status === 'scored') return found.score;
  if (found.status === 'refused' && (found.code === 'gap' || found.code === 'overlap')) return found.code;
  throw new Error(`${found.status} ${String(actual)}`);
}

/** Results all over the domain, two decimals each: what someone who tries things out would try. */
function samplesOf(standard: Standard): number[] {
  const { low, high } = domainOf(standard, 0);
  const [from, to] = [toNumber(low), toNumber(high)];
  const whole = standard.inputs[0]?.kind === 'count';
  const count = whole ? to - from : 400;
  return Array.from({ length: count + 1 }, (_, index) => {
    const value = from + ((to - from) * index) / count;
    return whole ? Math.round(value) : Math.round(value * 100) / 100;
  });
}

test('whatever sampling finds wrong the verifier has found, and each of its results is real', () => {
  const met = new Set<string>();
  fc.assert(
    fc.property(standards, ({ input, actuals }) => {
      const standard = compiled(input);
      const { status, faults } = verify(standard);
      const codes = new Set(faults.map(({ code }) => code));
      const about = { standard: input.standard, codes: [...codes] };
      const full = input.weight ?? 0;

      for (const fault of faults) {
        met.add(fault.code);
        const { counterexample: shown, data } = fault;
        if (!shown || shown.actual === '') continue;
        const score = scoreAt(standard, shown.actual);
        expect({ ...about, code: fault.code, score: typeof score === 'number' ? score : null }).toEqual({
          ...about,
          code: fault.code,
          score: shown.score,
        });
        if (fault.code === 'PT303') expect(score).toBeGreaterThan(full);
        if (fault.code === 'PT306') expect(score).toBe('gap');
        if (fault.code === 'PT307') expect(score).toBe('overlap');
        if (fault.code === 'PT308')
          expect(scoreAt(standard, data.betterActual as number | string)).toBeLessThan(score as number);
        if (fault.code === 'PT309') expect(score).toBeLessThan(full);
      }

      const [first] = standard.inputs;
      if (!first || first.kind === 'grade' || first.kind === 'date') return;
      expect(status).not.toBe('not-proved');
      const better = direction(standard, 0);
      const places = [...samplesOf(standard), ...actuals.map(Number)].filter(
        (value) => value <= toNumber(domainOf(standard, 0).high) && (first.kind !== 'count' || Number.isInteger(value)),
      );
      const whole = first.kind === 'value' && /^[个次人]$/u.test(first.unit ?? '');
      const scored = [...new Set(places.map((value) => (whole ? Math.round(value) : value)))]
        .sort((a, b) => a - b)
        .map((value) => [value, scoreAt(standard, value)] as const);
      const best = Math.max(...scored.map(([, score]) => (typeof score === 'number' ? score : 0)));
      if (best > full) expect(about).toEqual({ ...about, codes: expect.arrayContaining(['PT303']) as unknown });
      if (scored.some(([, score]) => score === 'gap')) expect(about.codes).toContain('PT306');
      if (scored.some(([, score]) => score === 'overlap')) expect(about.codes).toContain('PT307');
      if (better !== null) {
        const numbers = scored.flatMap(([, score]) => (typeof score === 'number' ? [score] : []));
        const falls = numbers.some((score, index) => index > 0 && (score - (numbers[index - 1] ?? 0)) * better < 0);
        if (falls) expect(about).toEqual({ ...about, codes: expect.arrayContaining(['PT308']) as unknown });
      }
    }),
    runs(400, 314),
  );
  expect([...met].filter((code) => code !== 'PT304').sort()).toEqual([
    'PT303',
    'PT305',
    'PT306',
    'PT307',
    'PT308',
    'PT309',
    'PT310',
    'PT311',
    'PT312',
    'PT313',
  ]);
});

test('the satisfaction row as published: a divisor of 90, 94 % above the full mark, 95 % worth less than 94 %', () => {
  const standard = compiled({
    standard: '满意度达95%及以上，得10分；满意度95%以下，得分为实际满意度/90%*10分',
    target: 95,
    operator: '≥',
    unit: '%',
    weight: 10,
    name: '群众满意度',
  });
  expect(verify(standard)).toMatchObject({
    status: 'faulty',
    faults: [
      { code: 'PT305', data: { base: '90%', target: '95%' } },
      { code: 'PT303', counterexample: { actual: 94, score: 10.44 } },
      { code: 'PT308', counterexample: { actual: 94, score: 10.44 }, data: { better: '95%', betterScore: 10 } },
    ],
    sharedEnds: [],
  });
  const drawn = curve(standard);
  expect(drawn).toMatchObject({ low: 0, high: 100, full: 10, target: 95, gaps: [] });
  expect(drawn?.segments.map(({ above }) => above)).toEqual([true, false]);
  expect(drawn?.points.find(({ x }) => x === 95)).toMatchObject({ y: 10, left: 10.555555555556, right: 10 });
});

test('sound ones are proved sound', () => {
  for (const input of [
    { standard: '达到计划值得满分2分，否则按实际值/计划值*指标分值', target: 10, operator: '≥', unit: '次', weight: 2 },
    { standard: '≥90%得10分，80%≤满意度<90%得8分，<80%不得分', target: 90, operator: '≥', unit: '%', weight: 10 },
    { standard: '查现场。不符合要求1处扣0.5分', weight: 2 },
    { standard: '未公示不得分，公告内容不符合要求1处扣1分', weight: 4 },
  ]) {
    expect(verify(compiled(input))).toEqual({ status: 'proved', faults: [], sharedEnds: [] });
  }
});

test.each([
  ['2项均满足，得3分；1项满足，得1.5分；2项均不满足，不得分', []],
  ['3项均符合，得3分；符合2项，得2分；符合1项，得1分；均不符合，不得分', []],
  ['3项均符合，得3分；符合1项，得1分；均不符合，不得分', ['PT306']],
  ['3项均符合，得3分；符合2项，得1分；符合1项，得2分；均不符合，不得分', ['PT308']],
])('of what is met more is better, and no more than all can be: %s', (standard, codes) => {
  const { faults } = verify(compiled({ standard, weight: 3 }));
  expect(faults.map(({ code }) => code)).toEqual(codes);
});
