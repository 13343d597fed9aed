import type { Read } from './actuals';
import { addMonths } from './dates';
import { bestOthers, countEnd, direction, domainOf, TWO } from './domain';
import { add, compare, divide, equal, HUNDRED, isZero, multiply, ratio, round, toNumber, ZERO } from './exact';
import type { Ratio } from './exact';
import { scoreOf } from './evaluate';
import type { StepReading } from './evaluate';
import { printValue } from './explain';
import { Analysis, NotProved, slope, valueAt } from './piecewise';
import type { Curve, Piecewise } from './piecewise';
import type { Input, Standard } from './standard';
import type { Amount, Span } from './syntax';

export type FaultCode =
  'PT303' | 'PT304' | 'PT305' | 'PT306' | 'PT307' | 'PT308' | 'PT309' | 'PT310' | 'PT311' | 'PT312' | 'PT313' | 'PT314';

/** What is wrong with a standard, with a result that shows it. */
export interface Fault {
  readonly code: FaultCode;
  /** The clause at fault, in the text. */
  readonly span: Span | null;
  readonly counterexample: { readonly actual: number | string; readonly score: number | null } | null;
  readonly data: Readonly<Record<string, string | number>>;
}

export interface Verification {
  /** `not-proved`: no fault was found, but the function is of a kind that is not examined exactly. */
  readonly status: 'proved' | 'faulty' | 'not-proved';
  readonly faults: readonly Fault[];
  /** Boundaries that two bands both claim in words; the higher one was taken. */
  readonly sharedEnds: readonly { readonly at: number; readonly span: Span | null }[];
}

class Examination {
  readonly faults: Fault[] = [];
  proved = true;

  constructor(private readonly standard: Standard) {}

  private spanOf(clause: number): Span | null {
    return this.standard.clauses[clause]?.span ?? null;
  }

  add(code: FaultCode, span: Span | null, counterexample: Fault['counterexample'], data: Fault['data'] = {}): void {
    if (this.faults.some((fault) => fault.code === code && fault.span === span && code !== 'PT310')) return;
    this.faults.push({ code, span, counterexample, data });
  }

  run(): void {
    const { standard } = this;
    this.statedMarks();
    this.thresholds();
    this.bases();
    this.grades();
    if (standard.score === null) return;
    standard.inputs.forEach((input, index) => {
      const others = bestOthers(standard, index);
      if (others === null) {
        this.proved = false;
        return;
      }
      if (input.kind === 'value') this.continuous(index, others);
      else if (input.kind === 'count') this.discrete(index, others, this.countsOf(index));
      else if (input.kind === 'date') this.discrete(index, others, this.daysOf(input));
    });
    this.openSteps();
    this.weakSteps();
    this.reversed();
  }

  private score(index: number, others: readonly Read[], at: Ratio, reading: StepReading = 'whole'): number | null {
    const values = others.map((value, place): Read => (place === index ? { kind: 'number', value: at } : value));
    const found = scoreOf(this.standard, values, reading);
    return typeof found === 'string' ? null : round(found);
  }

  private full(): number | null {
    return this.standard.fullMark === null ? null : round(this.standard.fullMark);
  }

  private show(index: number, at: Ratio): number | string {
    const input = this.standard.inputs[index];
    return input?.kind === 'date' ? printValue(input, at) : toNumber(at);
  }

  /** With its unit, for people. */
  private words(index: number, at: Ratio): string {
    return printValue(this.standard.inputs[index], at);
  }

  private statedMarks(): void {
    const { weight } = this.standard;
    if (weight === null) return;
    const full = this.standard.facts.stated;
    const total = full.reduce((sum, { value }) => add(sum, value), ZERO);
    const [first] = full;
    if (
      first &&
      compare(
        full.length > 1 && !full.every(({ value }) => equal(value, first.value)) ? total : first.value,
        weight,
      ) !== 0
    ) {
      if (full.length > 1 && compare(total, weight) === 0) return;
      this.add('PT310', this.spanOf(first.clause), null, { stated: toNumber(first.value), full: toNumber(weight) });
      return;
    }
    const inFull = ({ kind }: Amount): boolean => kind === 'full';
    if (first || this.standard.clauses.some(({ effect }) => effect.kind === 'award' && effect.amounts.some(inFull)))
      return;
    const awards = this.standard.clauses.flatMap(({ effect }, clause) =>
      effect.kind === 'award'
        ? effect.amounts.flatMap((amount) => (amount.kind === 'points' ? [{ clause, value: amount.value }] : []))
        : [],
    );
    const top = awards.reduce<{ clause: number; value: Ratio } | null>(
      (best, award) => (best === null || compare(award.value, best.value) > 0 ? award : best),
      null,
    );
    const sectioned = new Set(this.standard.clauses.map(({ section }) => section)).size > 1;
    const summed = awards.reduce((sum, { value }) => add(sum, value), ZERO);
    if (!top || compare(top.value, weight) === 0 || compare(summed, weight) === 0) return;
    if (sectioned) {
      this.add('PT310', null, null, { stated: toNumber(summed), full: toNumber(weight) });
      return;
    }
    if (
      this.standard.clauses.some(
        ({ effect }) =>
          effect.kind === 'bonus' || effect.kind === 'formula' || (effect.kind === 'pool' && effect.basis),
      )
    )
      return;
    this.add('PT310', this.spanOf(top.clause), null, { stated: toNumber(top.value), full: toNumber(weight) });
  }

  private thresholds(): void {
    const { target, facts, inputs } = this.standard;
    if (!target) return;
    const own = facts.thresholds.filter(({ index }) => inputs[index]?.unit === (target.unit ?? inputs[index]?.unit));
    if (own.length === 0 || own.some(({ value }) => equal(value, target.value))) return;
    const [first] = own;
    if (!first) return;
    this.add('PT304', first.span, null, {
      threshold: this.words(first.index, first.value),
      target: this.words(first.index, target.value),
    });
  }

  private bases(): void {
    const { target, facts, inputs } = this.standard;
    if (!target) return;
    for (const { value, percent, span } of facts.bases) {
      const index = inputs.findIndex(({ kind }) => kind === 'value');
      const isPercent = inputs[index]?.unit === '%';
      if (percent !== isPercent || equal(value, target.value)) continue;
      this.add('PT305', span, null, {
        base: this.words(index, value),
        target: this.words(index, target.value),
        value: toNumber(value),
        wanted: toNumber(target.value),
      });
    }
  }

  /** 10号, 101号: 100–80 %, 80–60 %, below 60 % of the points. */
  private grades(): void {
    const { grades } = this.standard.facts;
    const full = this.standard.fullMark;
    if (full === null || isZero(full) || grades.length !== 3) return;
    const ranked = [...grades].sort((a, b) => compare(b.points, a.points));
    const bands = [
      [80, 100],
      [60, 80],
      [0, 60],
    ] as const;
    ranked.forEach(({ clause, option, points }, place) => {
      const share = toNumber(divide(multiply(points, HUNDRED), full) ?? ZERO);
      const [low, high] = bands[place] ?? [0, 100];
      if (share >= low && share <= high) return;
      this.add(
        'PT313',
        this.spanOf(clause),
        { actual: option, score: toNumber(points) },
        {
          option,
          score: toNumber(points),
          share: Math.round(share * 10) / 10,
          low,
          high,
        },
      );
    });
  }

  private countsOf(index: number): Ratio[] {
    return Array.from({ length: countEnd(this.standard, index) + 1 }, (_, count) => ratio(count));
  }

  /** Every day from two months before the deadline to two years after. */
  private daysOf({ deadline = 0 }: Input): Ratio[] {
    const last = addMonths(deadline, 25);
    return Array.from({ length: last - deadline + 61 }, (_, day) => ratio(deadline - 60 + day));
  }

  /** Counts and days are looked at one by one: there is nothing between them. */
  private discrete(index: number, others: readonly Read[], places: readonly Ratio[]): void {
    const full = this.full();
    const better = direction(this.standard, index);
    let previous: { at: Ratio; score: number } | null = null;
    let best = -Infinity;
    for (const at of places) {
      const score = this.score(index, others, at);
      if (score === null) {
        this.undefinedAt(index, others, at);
        previous = null;
        continue;
      }
      best = Math.max(best, score);
      if (full !== null && score > full) this.exceeds(index, at, score, full);
      if (previous !== null && better !== null) this.judgeOrder(index, better, previous, { at, score });
      previous = { at, score };
    }
    this.reachable(best, full);
  }

  private judgeOrder(
    index: number,
    better: 1 | -1,
    a: { at: Ratio; score: number },
    b: { at: Ratio; score: number },
  ): void {
    const [worse, good] = compare(a.at, b.at) * better < 0 ? [a, b] : [b, a];
    if (good.score >= worse.score) return;
    this.add(
      'PT308',
      null,
      { actual: this.show(index, worse.at), score: worse.score },
      {
        actual: this.words(index, worse.at),
        score: worse.score,
        better: this.words(index, good.at),
        betterScore: good.score,
        betterActual: this.show(index, good.at),
      },
    );
  }

  private exceeds(index: number, at: Ratio, score: number, full: number): void {
    this.add('PT303', null, { actual: this.show(index, at), score }, { actual: this.words(index, at), score, full });
  }

  private undefinedAt(index: number, others: readonly Read[], at: Ratio): void {
    const values = others.map((value, place): Read => (place === index ? { kind: 'number', value: at } : value));
    const found = scoreOf(this.standard, values);
    if (found !== 'gap' && found !== 'overlap') return;
    this.add(
      found === 'gap' ? 'PT306' : 'PT307',
      null,
      { actual: this.show(index, at), score: null },
      { actual: this.words(index, at) },
    );
  }

  /** Full marks nowhere; silent where bands overlap, which hides what is earned there. */
  private reachable(best: number, full: number | null): void {
    if (full === null || best >= full || this.faults.some(({ code }) => code === 'PT307')) return;
    this.add('PT309', null, { actual: '', score: best }, { actual: '', score: best, full });
  }

  private continuous(index: number, others: readonly Read[]): void {
    const { standard } = this;
    if (standard.score === null) return;
    const { low, high } = domainOf(standard, index);
    let function_: Piecewise<Curve>;
    try {
      function_ = new Analysis(index, low, high, others, 'whole').run(standard.score);
    } catch (error) {
      if (!(error instanceof NotProved)) throw error;
      this.proved = false;
      return;
    }
    const full = this.full();
    const better = direction(standard, index);
    const whole = this.isWholeUnit(index);
    const { points, at, between } = function_;
    let best = -Infinity;
    points.forEach((point, place) => {
      const value = at[place];
      if (value === 'gap' || value === 'overlap') this.undefinedAt(index, others, point);
      else if (value) {
        const score = round(value.b);
        best = Math.max(best, score);
        if (full !== null && score > full) this.exceeds(index, point, score, full);
      }
      const next = points[place + 1];
      const stretch = between[place];
      if (!next || stretch === undefined) return;
      if (stretch === 'gap' || stretch === 'overlap') {
        for (const candidate of this.inside(point, next, null, whole)) {
          this.undefinedAt(index, others, candidate);
          break;
        }
        return;
      }
      const ends = [valueAt(stretch, point), valueAt(stretch, next)];
      const rising = slope(stretch);
      const top = ends.reduce<number>((most, end) => Math.max(most, end ? round(end) : -Infinity), -Infinity);
      best = Math.max(best, top);
      if (full !== null && top > full) this.exceedsInside(index, others, point, next, rising, full, whole);
      if (better !== null && rising * better < 0) this.fallsInside(index, others, point, next, better, whole);
    });
    if (better !== null) this.jumps(index, others, function_, better, whole);
    this.fullAtTarget(index, others, full, better);
    this.reachable(best, full);
  }

  private isWholeUnit(index: number): boolean {
    const unit = this.standard.inputs[index]?.unit ?? null;
    return unit !== null && /^(?:[个处项次人名例起件种类份场期家户台套篇批位岁天日]|人次)$/u.test(unit);
  }

  /** Numbers that people write, strictly inside a stretch, the roundest and nearest to `end` first. */
  private *inside(low: Ratio, high: Ratio, end: Ratio | null, whole: boolean): Generator<Ratio> {
    const [from, to] = [toNumber(low), toNumber(high)];
    const anchor = end === null ? (from + to) / 2 : toNumber(end);
    for (const places of whole ? [0] : [0, 1, 2, 3, 4, 6, 8]) {
      const unit = 10 ** -places;
      for (const offset of [0, 1, -1, 2, -2, 3, -3, 10, -10]) {
        const near = Math.round(anchor / unit) + offset;
        const value = ratio((near * unit).toFixed(places));
        if (compare(value, low) > 0 && compare(value, high) < 0) yield value;
      }
    }
    if (!whole) yield divide(add(low, high), TWO) ?? low;
  }

  private exceedsInside(
    index: number,
    others: readonly Read[],
    low: Ratio,
    high: Ratio,
    rising: number,
    full: number,
    whole: boolean,
  ): void {
    for (const candidate of this.inside(low, high, rising < 0 ? low : high, whole)) {
      const score = this.score(index, others, candidate);
      if (score !== null && score > full) {
        this.exceeds(index, candidate, score, full);
        return;
      }
    }
  }

  private fallsInside(
    index: number,
    others: readonly Read[],
    low: Ratio,
    high: Ratio,
    better: 1 | -1,
    whole: boolean,
  ): void {
    const near = [...this.inside(low, high, low, whole)];
    const far = [...this.inside(low, high, high, whole)];
    for (const a of near) {
      for (const b of far) {
        if (compare(a, b) >= 0) continue;
        const [x, y] = [this.score(index, others, a), this.score(index, others, b)];
        if (x === null || y === null || x === y) continue;
        this.judgeOrder(index, better, { at: a, score: x }, { at: b, score: y });
        return;
      }
    }
  }

  /** One-sided limits at each breakpoint against its value. */
  private jumps(index: number, others: readonly Read[], f: Piecewise<Curve>, better: 1 | -1, whole: boolean): void {
    f.points.forEach((point, place) => {
      const value = f.at[place];
      if (value === undefined || value === 'gap' || value === 'overlap') return;
      for (const [stretch, side, other] of [
        [f.between[place - 1], -1, f.points[place - 1]],
        [f.between[place], 1, f.points[place + 1]],
      ] as const) {
        if (stretch === undefined || stretch === 'gap' || stretch === 'overlap' || !other) continue;
        const limit = valueAt(stretch, point);
        if (!limit || compare(limit, value.b) * side * better >= 0) continue;
        const [low, high] = side < 0 ? [other, point] : [point, other];
        for (const candidate of this.inside(low, high, point, whole)) {
          const score = this.score(index, others, candidate);
          if (score === null || (score - round(value.b)) * side * better >= 0) continue;
          this.judgeOrder(index, better, { at: candidate, score }, { at: point, score: round(value.b) });
          break;
        }
      }
    });
  }

  private fullAtTarget(index: number, others: readonly Read[], full: number | null, better: 1 | -1 | null): void {
    const { target, inputs } = this.standard;
    if (
      !target ||
      full === null ||
      better === null ||
      (inputs[index]?.unit ?? null) !== (target.unit ?? inputs[index]?.unit ?? null)
    )
      return;
    if (target.comparison === '>' || target.comparison === '<') return;
    if (inputs.filter(({ kind }) => kind === 'value').length > 1) return;
    const score = this.score(index, others, target.value);
    if (score === null || score >= full) return;
    if (this.standard.clauses.some(({ effect }) => effect.kind === 'bonus' || (effect.kind === 'pool' && effect.basis)))
      return;
    this.add(
      'PT309',
      null,
      { actual: this.show(index, target.value), score },
      {
        actual: this.words(index, target.value),
        score,
        full,
      },
    );
  }

  /** Part of a step: where each of the readings gives another score. */
  private openSteps(): void {
    for (const { clause, index, continuous } of this.standard.facts.steps) {
      if (!continuous) continue;
      const others = bestOthers(this.standard, index);
      const input = this.standard.inputs[index];
      if (others === null || !input) continue;
      for (const at of this.partSteps(clause, index, input)) {
        const [whole, share, begun] = (['whole', 'share', 'begun'] as const).map((reading) =>
          this.score(index, others, at, reading),
        );
        if (
          whole === null ||
          whole === undefined ||
          share === null ||
          share === undefined ||
          begun === null ||
          begun === undefined
        )
          continue;
        if (whole === begun) continue;
        this.add(
          'PT311',
          this.spanOf(clause),
          { actual: this.show(index, at), score: whole },
          {
            actual: this.words(index, at),
            score: whole,
            share,
            begun,
          },
        );
        break;
      }
    }
  }

  private partSteps(clause: number, index: number, input: Input): Ratio[] {
    const effect = this.standard.clauses[clause]?.effect;
    const step = this.standard.facts.steps.find((found) => found.clause === clause);
    if (!step || effect?.kind !== 'step') return [];
    if (input.kind === 'date') return [ratio((input.deadline ?? 0) + 45), ratio((input.deadline ?? 0) + 10)];
    const sign = effect.basis.direction === 'over' ? 1 : -1;
    const starts = [
      ...(this.standard.target ? [this.standard.target.value] : []),
      ...this.standard.facts.bands
        .filter((band) => band.input === index)
        .flatMap(({ low, high }) => [low?.at, high?.at]),
      ...this.standard.clauses.flatMap(({ condition }) =>
        condition?.kind === 'limits'
          ? condition.limits.flatMap(({ reference }) => (reference.kind === 'number' ? [reference.measure.value] : []))
          : [],
      ),
      HUNDRED,
      ZERO,
    ].filter((value): value is Ratio => value !== undefined);
    return starts.flatMap((start) => {
      const one = step.relative ? (divide(multiply(start, step.size), HUNDRED) ?? step.size) : step.size;
      return [1.5, 2.5, 0.5].map((steps) => add(start, multiply(one, ratio(steps * sign))));
    });
  }

  /** The floor lies a whole year or a whole budget away. */
  private weakSteps(): void {
    const full = this.standard.fullMark;
    if (full === null) return;
    for (const step of this.standard.facts.steps) {
      const { effect } = this.standard.clauses[step.clause] ?? {};
      if (
        effect?.kind !== 'step' ||
        effect.verb !== 'deduct' ||
        effect.basis.direction !== 'over' ||
        step.points.n.lte(0)
      )
        continue;
      const needed = toNumber(multiply(divide(full, step.points) ?? ZERO, step.size));
      const others = bestOthers(this.standard, step.index);
      const input = this.standard.inputs[step.index];
      if (others === null || !input) continue;
      let at: Ratio | null = null;
      if (step.kind === 'date' && input.deadline !== undefined) {
        const months = /月/u.test(effect.basis.size.unit ?? '');
        if (needed >= (months ? 12 : 365)) at = ratio(addMonths(input.deadline, 12) - 1);
      } else if (step.relative && needed >= 100 && this.standard.target) {
        at = multiply(this.standard.target.value, ratio('1.99'));
      }
      if (at === null) continue;
      const score = this.score(step.index, others, at);
      if (score === null || score <= 0) continue;
      this.add(
        'PT312',
        this.spanOf(step.clause),
        { actual: this.show(step.index, at), score },
        { actual: this.words(step.index, at), score },
      );
    }
  }

  private reversed(): void {
    const { target, facts } = this.standard;
    if (!target || (target.comparison !== '≤' && target.comparison !== '<')) return;
    for (const { clause, index } of facts.proportions) {
      const others = bestOthers(this.standard, index);
      if (others === null) continue;
      const at = multiply(target.value, ratio('1.25'));
      const score = this.score(index, others, at);
      const lower = this.score(index, others, multiply(target.value, ratio('1.1')));
      if (score === null || lower === null || score <= lower) continue;
      this.add(
        'PT314',
        this.spanOf(clause),
        { actual: this.show(index, at), score },
        { actual: this.words(index, at), score },
      );
    }
  }
}

/** Proved sound, or faulty with results that show it. Each input is looked at with the others at their best. */
export function verify(standard: Standard): Verification {
  const examination = new Examination(standard);
  examination.run();
  const { faults, proved } = examination;
  const sharedEnds = standard.facts.sharedEnds.map(({ at, clauses: [clause] }) => ({
    at: toNumber(at),
    span: standard.clauses[clause]?.span ?? null,
  }));
  const serious = faults.some(({ code }) => code !== 'PT311' && code !== 'PT312' && code !== 'PT313');
  return { status: serious ? 'faulty' : proved ? 'proved' : 'not-proved', faults, sharedEnds };
}
