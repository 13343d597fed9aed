import { compare, multiply, ratio, HUNDRED, ZERO, type Ratio } from '../exact';
import { constant, note, operate, type Expression, type Test } from '../expression';
import { COUNTERS, DAY_UNITS, MONTH_UNITS, POINT_UNITS, RATE_REF } from '../lexicon';
import { atHand, type Rare } from '../rare-kinds';
import type { Band, Facts, InputKind, Within } from '../standard';
import { refuse, type Amount, type Clause, type Comparison } from '../syntax';
import { withoutTail } from '../tail';

export interface TargetValue {
  readonly value: Ratio;
  readonly comparison: Comparison;
  /** The sign was stated, not assumed. */
  readonly stated: boolean;
  readonly unit: string | null;
}

interface Draft {
  name: string;
  kind: InputKind;
  unit: string | null;
  options?: string[];
  deadline?: number;
  /** Only named by the sentence; never taken for the achieved value. */
  named?: boolean;
  within?: Within;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

const HUNDREDTH = ratio('0.01');

const GENERIC = /^(?:实际)?(?:完成|实现|达到|达成)?(?:[值数量]|数量|[场次个]数|场次|情况|比例)?$/u;

export function plainSubject(subject: string): string {
  const bare = subject
    .replace(/^[≤≥]/u, '')
    .replace(/^(?:[且并但当若如]|年度|本年度|当年|全年|本项目|该项目|本项|该项|实际|指标|项目)+(?=.{2})/u, '');
  return withoutTail(bare, ['率达', '的', '为', '在', '达', '之']).replace(
    /^(?:实际)?(?:完成|实现)(?:值|数|情况)?$/u,
    '',
  );
}

/** The same quantity, by name: equal, one within the other, or one character astray (评估分值你). */
export function sameSubject(a: string, b: string): boolean {
  if (a === b) return true;
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  if (short.length < 2) return false;
  return long.endsWith(short) || (long.startsWith(short) && long.length - short.length <= 1);
}

/** All that the lowering of one standard shares. */
export class Context {
  readonly inputs: Draft[] = [];
  readonly facts: Mutable<Facts> = {
    bands: [],
    overlaps: [],
    sharedEnds: [],
    bases: [],
    proportions: [],
    stated: [],
    thresholds: [],
    steps: [],
    grades: [],
    ranges: [],
  };
  /** The full mark of the part at hand; sub-standards have their own. */
  full: Ratio | null;
  /** The ends that the last plain comparison set, for 超过的 and 低于的 after it. */
  lastLimit: {
    readonly quantity: Expression;
    readonly index: number;
    readonly low: Ratio | null;
    readonly high: Ratio | null;
  } | null = null;
  /** 按最高级别计分: of several, the one that earns the most. */
  best = false;
  /** Subject of the quantity last compared, for clauses that leave it out. */
  private lastSubject = '';
  /** That was a rate of completion. */
  private completing = false;

  constructor(
    readonly clauses: readonly Clause[],
    readonly weight: Ratio | null,
    readonly target: TargetValue | null,
    readonly targetDay: number | null,
    readonly unit: string | null,
    readonly name: string,
    readonly year: number | null,
    private readonly text: string,
    private readonly kinds: Rare | null,
  ) {
    this.full = weight;
  }

  get rare(): Rare {
    return atHand(this.kinds);
  }

  indexOf(clause: Clause): number {
    return this.clauses.indexOf(clause);
  }

  textOf({ span }: Clause): string {
    return this.text.slice(span.start, span.end);
  }

  /** The unit in which the achieved value is given, where the row says it. */
  get mainUnit(): string | null {
    return this.unit ?? this.target?.unit ?? null;
  }

  private addInput(draft: Draft): number {
    return this.inputs.push(draft) - 1;
  }

  /** The achieved value that a comparison in `unit` speaks of. */
  quantity(subject: string, unit: string | null): Expression {
    const plain = plainSubject(subject);
    const completes = this.speaksOfCompletion(plain, unit);
    // 完成率达到100%得满分；80%-100%得8分: still of the rate of completion.
    if (plain !== '') this.completing = completes;
    if (completes || (this.completing && unit === '%')) {
      const index = this.value('', this.mainUnit);
      return operate(
        'multiply',
        operate('divide', { kind: 'input', index }, this.targetExpression()),
        constant(HUNDRED),
      );
    }
    return { kind: 'input', index: this.value(plain, unit) };
  }

  /** 完成率 against a target that is not itself that rate: actual ÷ target. */
  private speaksOfCompletion(plain: string, unit: string | null): boolean {
    if (!this.target || (unit !== '%' && unit !== null)) return false;
    if (plain !== '' && this.name !== '' && sameSubject(this.name, plain)) return false;
    const named = RATE_REF.exec(plain)?.[0] === plain && plain !== '';
    const inOtherUnit = unit === '%' && this.mainUnit !== null && this.mainUnit !== '%';
    if (!named && !(inOtherUnit && (plain === '' || GENERIC.test(plain) || /完成|实现$/u.test(plain)))) return false;
    if (
      named &&
      this.mainUnit === '%' &&
      (compare(this.target.value, HUNDRED) === 0 || this.rare.isTargetAsked(this, this.target))
    )
      return false;
    if (this.target.comparison === '≤' || this.target.comparison === '<') {
      refuse('proportion-direction', plain === '' ? '完成率' : plain);
    }
    return true;
  }

  /** Index of the value input for a subject. An empty subject is the one last spoken of, or the indicator itself. */
  value(subject: string, unit: string | null): number {
    const plain = plainSubject(subject);
    const generic = plain === '' || GENERIC.test(plain) || (this.name !== '' && sameSubject(this.name, plain));
    const wanted = generic ? this.lastSubject : plain;
    if (!generic) this.lastSubject = plain;
    const found = this.inputs.findIndex(
      (input) =>
        input.kind === 'value' &&
        !input.named &&
        (wanted === '' || input.name === '' || sameSubject(input.name, wanted)),
    );
    if (found >= 0) {
      const input = this.inputs[found];
      if (input) {
        if (input.name === '' && plain !== '') input.name = plain;
        this.reconcile(input, unit, subject);
      }
      return found;
    }
    return this.addInput({ name: plain, kind: 'value', unit: unit ?? this.mainUnit });
  }

  /** A value that the sentence only names (市级部门人员平均年龄): to be given beside the achieved one. */
  reference(words: string): number {
    const found = this.inputs.findIndex(({ named, name }) => named === true && name === words);
    return found >= 0 ? found : this.addInput({ name: words, kind: 'value', unit: null, named: true });
  }

  private reconcile(input: Draft, unit: string | null, subject: string): void {
    if (unit === null || input.unit === unit) return;
    if (input.unit === null) input.unit = unit;
    else if (POINT_UNITS.has(unit) && input.unit === '%') return;
    else if (!interchangeable(input.unit, unit)) refuse('unit-clash', `${subject}${input.unit}/${unit}`);
  }

  valueUnit(subject: string): string | null {
    const plain = plainSubject(subject);
    const found = this.inputs.find(
      (input) => input.kind === 'value' && !input.named && (plain === '' || sameSubject(input.name, plain)),
    );
    return found?.unit ?? this.mainUnit;
  }

  count(words: string, unit: string | null): number {
    const name = withoutTail(words.replace(/^(?:[每的,]|其中)+/u, ''));
    const found = this.inputs.findIndex(
      (input) => input.kind === 'count' && input.name === name && input.unit === unit,
    );
    return found >= 0 ? found : this.addInput({ name, kind: 'count', unit });
  }

  /** How late, in days or months, where no date is known to count from. */
  lateness(unit: string | null): number {
    const found = this.findLateness();
    const known = found === null ? null : (this.inputs[found]?.unit ?? null);
    if (known !== null && unit !== null && !interchangeable(known, unit))
      return refuse('unit-clash', `${known}/${unit}`);
    return found ?? this.addInput({ name: '逾期', kind: 'count', unit });
  }

  /** The day by which it is to be done, as the row or an earlier clause has it. */
  get deadline(): number | null {
    return this.targetDay ?? this.inputs.find(({ kind }) => kind === 'date')?.deadline ?? null;
  }

  findLateness(): number | null {
    const found = this.inputs.findIndex((input) => input.kind === 'count' && input.name === '逾期');
    return found >= 0 ? found : null;
  }

  date(deadline: number): number {
    const found = this.inputs.findIndex((input) => input.kind === 'date');
    return found >= 0 ? found : this.addInput({ name: '完成日期', kind: 'date', unit: null, deadline });
  }

  flag(words: string): Test {
    const positive = withoutTail(words);
    const key = polarity(positive);
    for (const [index, input] of this.inputs.entries()) {
      if (input.kind !== 'boolean') continue;
      const other = polarity(input.name);
      if (other.bare !== key.bare) continue;
      const test: Test = { kind: 'flag', index };
      return other.negative === key.negative ? test : { kind: 'not', item: test };
    }
    // 每起投诉扣2分，全年无投诉加1分: none of what is counted.
    const counted = this.inputs.findIndex(
      ({ kind, name }) => kind === 'count' && key.negative && name !== '' && happening(name) === happening(key.bare),
    );
    if (counted >= 0)
      return { kind: 'compare', comparison: '=', left: { kind: 'input', index: counted }, right: constant(ZERO) };
    return { kind: 'flag', index: this.addInput({ name: positive, kind: 'boolean', unit: null }) };
  }

  grade(options: readonly string[]): number {
    return this.addInput({ name: '', kind: 'grade', unit: null, options: [...options] });
  }

  /** Points that a person settles on within what the grade allows. */
  settled(within: Within, unit: '%' | '分'): number {
    return this.addInput({ name: unit === '%' ? '得分比例' : '得分', kind: 'value', unit, named: true, within });
  }

  targetExpression(): Expression {
    if (!this.target) refuse('target-missing');
    return { kind: 'target', value: this.target.value };
  }

  points(amount: Amount): Expression {
    if (amount.kind === 'points') return constant(amount.value);
    if (amount.kind === 'range') return refuse('range', this.rare.printRange(amount));
    const full = this.fullExpression(amount.kind === 'full' ? amount.stated : null);
    if (amount.kind === 'full') return full;
    return operate('divide', operate('multiply', full, constant(amount.value)), constant(HUNDRED));
  }

  /** The points of an amount as a number, where the full mark is known. */
  pointsValue(amount: Amount): Ratio | null {
    if (amount.kind === 'points') return amount.value;
    if (amount.kind === 'range') return null;
    const full = amount.kind === 'full' ? (amount.stated ?? this.full) : this.full;
    if (full === null) return null;
    return amount.kind === 'full' ? full : multiply(multiply(full, amount.value), HUNDREDTH);
  }

  fullExpression(stated: Ratio | null = null): Expression {
    if (stated !== null) return constant(stated);
    if (this.full === null) return refuse('weight-missing');
    return this.full === this.weight ? { kind: 'weight', value: this.full } : constant(this.full);
  }

  band(band: Band): void {
    this.facts.bands.push(band);
  }

  say(
    id: string,
    clause: Clause | number,
    data: Readonly<Record<string, Expression | string>>,
    body: Expression,
  ): Expression {
    return note(id, typeof clause === 'number' ? clause : this.indexOf(clause), data, body);
  }
}

/** 天 and 日, 个月 and 月 … are the same to a reader. */
export function interchangeable(a: string, b: string): boolean {
  if (a === b) return true;
  if (DAY_UNITS.has(a) && DAY_UNITS.has(b)) return true;
  if (MONTH_UNITS.has(a) && MONTH_UNITS.has(b)) return true;
  if (POINT_UNITS.has(a) && POINT_UNITS.has(b)) return true;
  const person = new Set(['人', '名', '个', '位']);
  return (person.has(a) && person.has(b)) || a === `个${b}` || b === `个${a}`;
}

/** 全年发生投诉 and 投诉. */
function happening(words: string): string {
  return withoutTail(words.replace(/^(?:全年|年内|年度|本年|当年|有|发生|出现|发现|存在|被|[起次件])+(?=.{2})/u, ''), [
    '次',
    '起',
    '件',
    '情况',
    '的',
  ]);
}

/** 未完成 and 完成 are one question. */
export function polarity(words: string): { bare: string; negative: boolean } {
  const negators = words.match(/尚未|没有|不能|未能|[未不无没]/gu) ?? [];
  const bare = words.replace(/尚未|没有|不能|未能|[未不无没尚]|已经|[已的了]/gu, '');
  return { bare, negative: negators.length % 2 === 1 };
}

export function isCounter(unit: string | null): boolean {
  return unit !== null && COUNTERS.has(unit);
}
