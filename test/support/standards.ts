import fc from 'fast-check';
import type { StandardInput } from '../../src/core/scoring';

/** A standard as someone might write it, with the results to try it on. */
export interface Sample {
  readonly input: StandardInput;
  readonly actuals: readonly (number | string)[];
}

const points = fc.constantFrom(2, 3, 4, 5, 6, 8, 10, 12.5, 15, 20);
const half = (number: number): number => Math.round(number * 2) / 2;
const cents = (number: number): number => Math.round(number * 100) / 100;

/** Results around the numbers that matter, and far outside. */
function around(...places: readonly number[]): number[] {
  const found = places.flatMap((place) => [
    place,
    place - 0.01,
    place + 0.01,
    place - 1,
    place + 1,
    place * 0.5,
    place * 1.25,
  ]);
  return [...new Set([0, ...found].map(cents).filter((value) => value >= 0))];
}

const atLeast = (percent: number): fc.Arbitrary<string> =>
  fc.constantFrom(
    `≥${String(percent)}%`,
    `${String(percent)}%及以上`,
    `${String(percent)}%（含）以上`,
    `不低于${String(percent)}%`,
    `达到${String(percent)}%以上`,
  );
const below = (percent: number): fc.Arbitrary<string> =>
  fc.constantFrom(
    `＜${String(percent)}%`,
    `${String(percent)}%以下`,
    `低于${String(percent)}%`,
    `不足${String(percent)}%`,
  );
const between = (low: number, high: number): fc.Arbitrary<string> =>
  fc.constantFrom(
    `${String(low)}%≤满意度＜${String(high)}%`,
    `${String(low)}%（含）-${String(high)}%`,
    `${String(low)}%～${String(high)}%`,
    `小于${String(high)}%且大于等于${String(low)}%`,
  );

/** Bands from the best down. The ends may leave gaps, overlap, or award the wrong way round. */
const bands: fc.Arbitrary<Sample> = fc
  .record({
    weight: points,
    top: fc.integer({ min: 80, max: 98 }),
    step: fc.integer({ min: 3, max: 15 }),
    slip: fc.constantFrom(0, 0, 0, 0, 1, -1, 3),
    shares: fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 2 }),
    sorted: fc.boolean(),
    end: fc.constantFrom('不得分', '得0分', '得1分'),
    mark: fc.constantFrom('，', '；', '\n'),
    target: fc.constantFrom<'top' | 'middle' | null>('top', 'middle', null),
  })
  .chain(({ weight, top, step, slip, shares, sorted, end, mark, target }) => {
    const [middle, low] = [top - step, top - 2 * step];
    const awards = (sorted ? [...shares].sort((a, b) => b - a) : shares).map((share) => half((weight * share) / 10));
    return fc
      .tuple(atLeast(top), between(middle, top + slip), between(low, middle), below(low))
      .map(([a, b, c, d]) => ({
        input: {
          standard: [
            `${a}得${String(weight)}分`,
            `${b}得${String(awards[0])}分`,
            `${c}得${String(awards[1])}分`,
            `${d}${end}`,
          ].join(mark),
          weight,
          unit: '%',
          name: '满意度',
          ...(target === null ? {} : { target: target === 'top' ? top : middle, operator: '≥' }),
        },
        actuals: around(top, middle, low, top + slip),
      }));
  });

/** Full marks when reached, else actual ÷ something. */
const proportions: fc.Arbitrary<Sample> = fc
  .record({
    weight: points,
    target: fc.integer({ min: 2, max: 500 }),
    unit: fc.constantFrom('次', '人', '个', '万元', '公里'),
    wording: fc.integer({ min: 0, max: 4 }),
    gate: fc.constantFrom(50, 60, 70),
  })
  .map(({ weight, target, unit, wording, gate }) => ({
    input: {
      standard: [
        `达到计划值得满分${String(weight)}分，否则按实际值/计划值*指标分值`,
        '完成目标值得满分，未完成按完成比例计分',
        `完成率低于${String(gate)}%不得分，否则得分=（实际完成率-${String(gate)}%）/（1-${String(gate)}%）×指标分值`,
        '得分=实际完成值÷目标值×分值，最高不超过满分',
        `达到目标值得满分，完成${String(gate)}%以上得${String(half(weight / 2))}分，${String(gate)}%以下不得分`,
      ][wording] as string,
      target,
      operator: '≥',
      unit,
      weight,
    },
    actuals: around(target, (target * gate) / 100),
  }));

const divided: fc.Arbitrary<Sample> = fc
  .record({ weight: points, target: fc.integer({ min: 80, max: 99 }), base: fc.integer({ min: 80, max: 100 }) })
  .map(({ weight, target, base }) => ({
    input: {
      standard: `满意度达${String(target)}%及以上，得${String(weight)}分；满意度${String(target)}%以下，得分为实际满意度/${String(base)}%*${String(weight)}分`,
      target,
      operator: '≥',
      unit: '%',
      name: '群众满意度',
      weight,
    },
    actuals: around(target, base),
  }));

const stepsDown: fc.Arbitrary<Sample> = fc
  .record({
    weight: points,
    target: fc.integer({ min: 85, max: 100 }),
    size: fc.constantFrom(0.5, 1, 2, 5),
    off: fc.constantFrom(0.1, 0.2, 0.25, 0.5, 1),
    ending: fc.constantFrom('', '，扣完为止', '，最多扣2分', '，低于60%不得分'),
    unit: fc.constantFrom('个百分点', '%'),
  })
  .map(({ weight, target, size, off, ending, unit }) => ({
    input: {
      standard: `≥${String(target)}%得满分，每降低${String(size)}${unit}扣${String(off)}分${ending}`,
      target,
      operator: '≥',
      unit: '%',
      weight,
    },
    actuals: [...around(target, 60, target - 3 * size), target - 2.5 * size],
  }));

const overspending: fc.Arbitrary<Sample> = fc
  .record({
    weight: points,
    target: fc.integer({ min: 10, max: 9999 }),
    size: fc.constantFrom(1, 5, 10),
    off: fc.constantFrom(0.5, 1, 2),
  })
  .map(({ weight, target, size, off }) => ({
    input: {
      standard: `控制在预算范围内，得${String(weight)}分，每超出${String(size)}%，扣${String(off)}分，扣完为止。`,
      target,
      operator: '≤',
      unit: '万元',
      weight,
    },
    actuals: [...around(target), cents(target * 1.01), cents(target * 1.1), cents(target * 1.255), target * 3],
  }));

const counted: fc.Arbitrary<Sample> = fc
  .record({
    weight: points,
    off: fc.constantFrom(0.1, 0.2, 0.5, 1, 2, 5),
    wording: fc.constantFrom(
      '发现1处问题扣',
      '不符合要求1处扣',
      '每缺1项扣',
      '每发生一起扣',
      '全部公开得满分，每缺1项扣',
    ),
  })
  .map(({ weight, off, wording }) => ({
    input: { standard: `${wording}${String(off)}分`, weight },
    actuals: [0, 1, 2, 3, 7, 40],
  }));

const deadlines: fc.Arbitrary<Sample> = fc
  .record({
    weight: points,
    month: fc.constantFrom(2, 3, 6, 9, 12),
    off: fc.constantFrom(0.5, 1, 2),
    step: fc.constantFrom('1个月', '1天', '10天'),
  })
  .map(({ weight, month, off, step }) => {
    const last = new Date(Date.UTC(2026, month, 0)).getUTCDate();
    const day = (more: number): string => new Date(Date.UTC(2026, month - 1, last + more)).toISOString().slice(0, 10);
    return {
      input: {
        standard: `在2026年${String(month)}月${String(last)}日前完成得满分，每推迟${step}扣${String(off)}分，扣完为止`,
        weight,
      },
      actuals: [-40, 0, 1, 9, 10, 27, 28, 30, 31, 32, 59, 62, 90, 365, 800].map(day),
    };
  });

const grades: fc.Arbitrary<Sample> = fc
  .record({ weight: points, share: fc.constantFrom(0.4, 0.6, 0.8) })
  .map(({ weight, share }) => ({
    input: {
      standard: `效果明显得${String(weight)}分，效果一般得${String(half(weight * share))}分，否则不得分`,
      weight,
    },
    actuals: ['效果明显', '效果一般', '其他'],
  }));

/** Readings of one count; the middle one may earn less than the last, or more than the first. */
const ladders: fc.Arbitrary<Sample> = fc
  .record({
    weight: points,
    unit: fc.constantFrom('次', '起', '例'),
    offs: fc.tuple(fc.constantFrom(0.5, 1, 2), fc.constantFrom(0.5, 1.5, 3)),
    wording: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ weight, unit, offs: [first, second], wording }) => ({
    input: {
      standard: [
        `1${unit}扣${String(first)}分，2${unit}扣${String(second)}分，3${unit}及以上不得分`,
        `出现1${unit}不合格扣${String(first)}分，2${unit}扣${String(second)}分`,
        `零事故得${String(weight)}分，1${unit}得${String(first)}分，2${unit}及以上得${String(second)}分`,
        `发生0${unit}得${String(weight)}分，发生1${unit}得${String(second)}分，发生3${unit}及以上不得分`,
      ][wording] as string,
      weight,
    },
    actuals: [0, 1, 2, 3, 4, 9],
  }));

/** A base with steps above it, below it, or both; where it is not earned there may be nothing to go by. */
const raised: fc.Arbitrary<Sample> = fc
  .record({
    weight: points,
    low: fc.integer({ min: 60, max: 90 }),
    width: fc.integer({ min: 5, max: 30 }),
    off: fc.constantFrom(0.1, 0.2, 0.5),
    wording: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ weight, low, width, off, wording }) => ({
    input: {
      standard: [
        `完成率${String(low)}%-${String(low + width)}%满分，超过每超1%扣${String(off)}分，低于按比例得分`,
        `完成${String(low)}%得60%的分，每增加1%加${String(off)}分，最高不超过满分`,
        `达到${String(low)}%得${String(half(weight * 0.8))}分，每高于1%加${String(off)}分，每低于1%扣${String(off)}分`,
        `达到${String(low)}%得${String(half(weight / 2))}分，每提高1个百分点加${String(off)}分，否则不得分`,
        `≥${String(low)}%得${String(half(weight / 2))}分，每增加2%加${String(off)}分；低于${String(low)}%不得分`,
      ][wording] as string,
      weight,
      name: '完成率',
      unit: '%',
    },
    actuals: around(low, low + width, 100),
  }));

/** Straight lines between what is stated. */
const lines: fc.Arbitrary<Sample> = fc
  .record({
    weight: points,
    low: fc.integer({ min: 40, max: 80 }),
    width: fc.integer({ min: 3, max: 20 }),
    share: fc.constantFrom(0, 0.3, 0.6, 1.2),
    wording: fc.constantFrom('按线性插值法计算得分', '按插值法计分', '按直线内插法计算'),
  })
  .map(({ weight, low, width, share, wording }) => ({
    input: {
      standard: `${String(low + width)}%及以上得${String(weight)}分，${String(low)}%得${String(half(weight * share))}分，${String(low)}%以下不得分，${String(low)}%-${String(low + width)}%之间${wording}`,
      weight,
      unit: '%',
    },
    actuals: around(low, low + width, low + width / 3),
  }));

/** By how much of the target it is missed. */
const misses: fc.Arbitrary<Sample> = fc
  .record({
    weight: points,
    target: fc.integer({ min: 10, max: 4000 }),
    size: fc.constantFrom(5, 10, 20),
    isOver: fc.boolean(),
  })
  .map(({ weight, target, size, isOver }) => {
    const [half1, half2] = [half(weight * 0.7), half(weight * 0.4)];
    return {
      input: {
        standard: isOver
          ? `未超支得${String(weight)}分，超支${String(size)}%以内得${String(half1)}分，超支${String(size)}%-${String(2 * size)}%得${String(half2)}分，超支${String(2 * size)}%以上不得分`
          : `达到目标值得${String(weight)}分，低于目标值${String(size)}%以内得${String(half1)}分，低于目标值${String(size)}%以上不得分`,
        target,
        operator: isOver ? '≤' : '≥',
        unit: '万元',
        weight,
      },
      actuals: around(
        target,
        cents(target * (1 + (isOver ? size : -size) / 100)),
        cents(target * (1 + (isOver ? 2 * size : -2 * size) / 100)),
      ),
    };
  });

/** Standards of every kind, sound and faulty. */
export const standards: fc.Arbitrary<Sample> = fc.oneof(
  { arbitrary: bands, weight: 4 },
  { arbitrary: proportions, weight: 3 },
  { arbitrary: divided, weight: 2 },
  { arbitrary: stepsDown, weight: 3 },
  { arbitrary: overspending, weight: 2 },
  { arbitrary: counted, weight: 1 },
  { arbitrary: deadlines, weight: 1 },
  { arbitrary: grades, weight: 1 },
  { arbitrary: ladders, weight: 2 },
  { arbitrary: raised, weight: 3 },
  { arbitrary: lines, weight: 2 },
  { arbitrary: misses, weight: 2 },
);
