import { compare, divide, HUNDRED, isZero, ratio, type Ratio } from '../exact';
import { constant, operate, type Expression } from '../expression';
import { refuse, type Clause, type Formula } from '../syntax';
import { roleOf } from '../grammar/formula';
import type { Context } from './context';

/** A ratio is written as a fraction: 60% is 0.6, and a rate of 94 (%) is 0.94. */
interface Part {
  readonly expression: Expression;
  /** `percent`: a percentage turned into a fraction; `hundred`: one in percent points. `points`: of the score. `plain`: a bare number in the sentence. */
  readonly kind: 'percent' | 'hundred' | 'points' | 'plain' | 'value';
  readonly plain: Ratio | null;
}

const PERCENT_NAME = /率|占比|比例|比重|百分比|满意度|程度|覆盖面|进度$/u;
const AS_TARGET =
  /^(?:计划|目标|预期|年初|应|任务|规定|预算|年度计划|年度目标).{0,10}(?:[数值量额]|数量|次数|人数|个数|面积|金额|预算|任务|工期|时间|天数|成本)$|^(?:计划|目标).{0,10}率$|^(?:预算|计划|目标|目标任务|任务)$/u;
const AS_ACTUAL = /^(?:实际|已|年度实际|当年实际).{0,14}$|^完成.{0,8}(?:[数值量]|数量|次数|人数|个数)$/u;

/** Lowers 实际值/计划值×指标分值. */
export function lowerFormula(context: Context, formula: Formula, clause: Clause): Expression {
  const { expression, kind } = lower(context, formula, clause);
  // 目标值×10分 goes by nothing that was achieved; of 满意度×10% nobody says what a whole one is worth.
  if (context.inputs.length === 0 || kind === 'percent') refuse('not-understood', '', clause.span);
  if (context.inputs.some(({ unit }) => unit === '分')) context.rare.refuseScale(context, expression, clause);
  recordBases(context, formula, clause);
  return expression;
}

function inPercent(expression: Expression): Expression {
  return operate('divide', expression, constant(HUNDRED));
}

function lower(context: Context, formula: Formula, clause: Clause): Part {
  switch (formula.kind) {
    case 'number':
      return formula.percent
        ? { expression: constant(divide(formula.value, HUNDRED) ?? formula.value), kind: 'percent', plain: null }
        : { expression: constant(formula.value), kind: 'plain', plain: formula.value };
    case 'name':
      return lowerName(context, formula.words, clause);
    case 'binary': {
      const isOverRate = formula.operator === '/' && formula.right.kind === 'name' && formula.right.role === 'rate';
      const targets = isOverRate ? context.rare.rateOverTarget(context, formula, clause) : null;
      if (targets) return { expression: targets, kind: 'value', plain: null };
      let left = lower(context, formula.left, clause);
      let right = lower(context, formula.right, clause);
      const match = formula.operator === '/' ? matchScale : inPoints;
      if (formula.operator !== '*') [left, right] = [match(left, right), match(right, left)];
      const kind = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide' } as const;
      // 实际支付进度÷序时进度: two things that can't be told apart by name.
      if (formula.operator === '/' && isSame(left, right)) refuse('not-understood', '', clause.span);
      if (formula.operator === '/' && right.plain && isZero(right.plain)) refuse('not-understood', '÷0', clause.span);
      return {
        expression: operate(kind[formula.operator], left.expression, right.expression),
        kind: kindOf(formula.operator, left, right),
        plain: null,
      };
    }
  }
}

/** （100%-完成率）×50 is no share any more, 满意度×0.1 still is; 满意度×分值 is so many points. */
function kindOf(operator: string, left: Part, right: Part): Part['kind'] {
  if (operator === '/' || (operator === '*' && (isMany(left) || isMany(right)))) return 'value';
  return left.kind === 'plain' || right.kind === 'points' ? right.kind : left.kind;
}

/** More than a share of one could be. */
function isMany({ plain }: Part): boolean {
  return plain !== null && compare(plain, TWO) >= 0;
}

/** （95-满意度）×0.5: a share less a bare number is in percent points, and so is what it is divided by. */
function inPoints(part: Part, other: Part): Part {
  if (part.kind !== 'percent' || !(isMany(other) || other.kind === 'hundred')) return part;
  return { expression: operate('multiply', part.expression, constant(HUNDRED)), kind: 'hundred', plain: null };
}

function isSame(left: Part, right: Part): boolean {
  const bare = ({ expression }: Part): Expression => (expression.kind === 'divide' ? expression.left : expression);
  const [a, b] = [bare(left), bare(right)];
  return a.kind === 'input' && b.kind === 'input' && a.index === b.index;
}

const TWO = ratio(2);

/** 满意度/90 means 90 %: a bare number set against a percentage is in percent, unless it is 1. */
function matchScale(part: Part, other: Part): Part {
  if (other.kind === 'hundred') return inPoints(part, other);
  if (other.kind !== 'percent' || !isMany(part)) return part;
  return { expression: inPercent(part.expression), kind: 'percent', plain: null };
}

function lowerName(context: Context, words: string, clause: Clause): Part {
  const role = roleOf(words);
  if (role === 'weight') return { expression: context.fullExpression(), kind: 'points', plain: null };
  if (role === 'target' || (role === 'other' && AS_TARGET.test(words))) {
    if (!context.target) refuse('target-missing', words, clause.span);
    const target = context.targetExpression();
    return context.mainUnit === '%'
      ? { expression: inPercent(target), kind: 'percent', plain: null }
      : { expression: target, kind: 'value', plain: null };
  }
  if (role === 'actual' || (role === 'other' && AS_ACTUAL.test(words) && !PERCENT_NAME.test(words))) {
    return actual(context, '', context.mainUnit);
  }
  if (role === 'rate') {
    const quantity = context.quantity(words, '%');
    return { expression: inPercent(quantity), kind: 'percent', plain: null };
  }
  const given = /分$|得分|评分|分[数值]$/u.test(words) ? context.rare.givenScore(context, words) : null;
  if (given !== null) return { expression: { kind: 'input', index: given }, kind: 'value', plain: null };
  // What the score or its full mark is called is nothing that was achieved.
  if (/分值|满分|权重|得分|[计记赋]分|分数$|^[A-Za-z]$/u.test(words)) refuse('not-understood', words, clause.span);
  if (/[与和或]|及(?![时格])|[一-鿿]{13,}/u.test(words)) refuse('not-understood', words, clause.span);
  const subject = words.replace(/^(?:年度|实际)+/u, '');
  const known = context.valueUnit(subject);
  return actual(context, subject, PERCENT_NAME.test(words) ? '%' : known);
}

function actual(context: Context, subject: string, unit: string | null): Part {
  const index = context.value(subject, unit);
  const input: Expression = { kind: 'input', index };
  const percent = (context.inputs[index]?.unit ?? unit) === '%';
  return percent
    ? { expression: inPercent(input), kind: 'percent', plain: null }
    : { expression: input, kind: 'value', plain: null };
}

function isActual(context: Context, formula: Formula): boolean {
  if (formula.kind !== 'name') return false;
  const role = roleOf(formula.words);
  return role === 'actual' || (role === 'other' && !AS_TARGET.test(formula.words) && context.inputs.length > 0);
}

/** Numbers under an actual value, and actual ÷ target: what verification compares with the target. */
function recordBases(context: Context, formula: Formula, clause: Clause): void {
  if (formula.kind !== 'binary') return;
  if (formula.operator === '/' && isActual(context, formula.left)) {
    const index = context.inputs.findIndex(({ kind }) => kind === 'value');
    if (formula.right.kind === 'number') {
      context.facts.bases.push({
        clause: context.indexOf(clause),
        value: formula.right.value,
        percent:
          formula.right.percent || (compare(formula.right.value, TWO) >= 0 && context.inputs[index]?.unit === '%'),
        span: formula.right.span,
      });
      context.facts.proportions.push({ clause: context.indexOf(clause), index });
    } else if (formula.right.kind === 'name') {
      const role = roleOf(formula.right.words);
      if (role === 'target' || AS_TARGET.test(formula.right.words)) {
        context.facts.proportions.push({ clause: context.indexOf(clause), index });
      }
    }
  }
  recordBases(context, formula.left, clause);
  recordBases(context, formula.right, clause);
}
