import { isOne, printExactly, type Ratio } from './exact';
import type { Expression, Test } from './expression';
import { dayOf } from './dates';
import type { StepReading } from './machine';
import { readOne } from './actual-value';
import type { Input, Standard } from './standard';

/** References or names that stand for the row's values; percentages in percent points. */
export interface FormulaNames {
  /** In the order of the inputs. */
  readonly actuals: readonly string[];
  readonly target: string;
  readonly weight: string;
}

/** Comparisons as spreadsheets write them. */
export const SHEET_SIGNS = { '≥': '>=', '≤': '<=', '>': '>', '<': '<', '=': '=' } as const;

export type FormulaRefusal = 'full-unknown' | 'too-long' | 'too-deep';

export type FormulaResult =
  { readonly ok: true; readonly formula: string } | { readonly ok: false; readonly reason: FormulaRefusal };

const LONGEST = 8191;
const DEEPEST = 60;

/** ACTUAL, or ACTUAL1, ACTUAL2 … where there are several inputs. */
export function defaultNames(standard: Standard): FormulaNames {
  const { inputs } = standard;
  return {
    actuals: inputs.map((_, index) => (inputs.length === 1 ? 'ACTUAL' : `ACTUAL${String(index + 1)}`)),
    target: 'TARGET',
    weight: 'WEIGHT',
  };
}

interface Piece {
  readonly text: string;
  /** 1: sums, 2: products, 3: closed. */
  readonly level: 1 | 2 | 3;
  /** Holds a division, whose result a spreadsheet keeps only nearly. */
  readonly inexact: boolean;
  readonly depth: number;
}

class Writer {
  constructor(
    private readonly names: FormulaNames,
    private readonly reading: StepReading,
    private readonly inputs: readonly Input[],
  ) {}

  write(expression: Expression): Piece {
    switch (expression.kind) {
      case 'number':
        return number(expression.value);
      case 'target':
        return closed(this.names.target);
      case 'weight':
        return closed(this.names.weight);
      case 'input':
        return closed(this.actual(expression.index));
      case 'add':
      case 'subtract':
      case 'multiply':
      case 'divide':
        return this.operation(expression.kind, this.write(expression.left), this.write(expression.right));
      case 'min':
      case 'max': {
        const left = this.write(expression.left);
        const right = this.write(expression.right);
        return call(expression.kind === 'min' ? 'MIN' : 'MAX', left, right);
      }
      case 'steps':
        return this.steps(expression);
      case 'months':
        return this.monthsWithPart(expression.index, expression.from);
      case 'if': {
        const test = this.test(expression.test);
        const yes = this.write(expression.yes);
        const no = this.write(expression.no);
        return {
          text: `IF(${test},${yes.text},${no.text})`,
          level: 3,
          inexact: yes.inexact || no.inexact,
          depth: Math.max(yes.depth, no.depth) + 1,
        };
      }
      case 'undefined':
        return closed('NA()');
      case 'note':
        return this.write(expression.body);
    }
  }

  private actual(index: number): string {
    return this.names.actuals[index] ?? `ACTUAL${String(index + 1)}`;
  }

  private operation(kind: 'add' | 'subtract' | 'multiply' | 'divide', left: Piece, right: Piece): Piece {
    const sign = { add: '+', subtract: '-', multiply: '*', divide: '/' }[kind];
    const level = kind === 'add' || kind === 'subtract' ? 1 : 2;
    const tight = kind === 'subtract' || kind === 'divide';
    const wrap = (piece: Piece, isRight: boolean): string =>
      piece.level < level || (isRight && tight && piece.level === level) || (isRight && piece.text.startsWith('-'))
        ? `(${piece.text})`
        : piece.text;
    return {
      text: `${wrap(left, false)}${sign}${wrap(right, true)}`,
      level,
      inexact: left.inexact || right.inexact || kind === 'divide',
      depth: Math.max(left.depth, right.depth),
    };
  }

  private steps({ amount, size }: Extract<Expression, { kind: 'steps' }>): Piece {
    const whole = isOne(size);
    if (amount.kind === 'months' && this.reading === 'whole') {
      const months = this.months(amount.index, amount.from);
      return closed(whole ? months : `INT(${months}/${number(size).text})`);
    }
    const inner = this.write(amount);
    const divided = whole ? inner : this.operation('divide', inner, number(size));
    if (this.reading === 'share') return divided;
    const settled = `ROUND(${divided.text},9)`;
    return {
      text: this.reading === 'whole' ? `INT(${settled})` : `ROUNDUP(${settled},0)`,
      level: 3,
      inexact: false,
      depth: inner.depth + 2,
    };
  }

  /** Whole months, a day that a month lacks being its last: from 31 December, 28 February is two. */
  private months(index: number, from: number): string {
    const actual = this.actual(index);
    const { year, month, day } = dayOf(from);
    const apart = `(YEAR(${actual})-${String(year)})*12+MONTH(${actual})-${String(month)}`;
    const due = day <= 28 ? String(day) : `MIN(${String(day)},DAY(DATE(YEAR(${actual}),MONTH(${actual})+1,0)))`;
    return `MAX(0,${apart}-IF(${due}>DAY(${actual}),1,0))`;
  }

  private monthsWithPart(index: number, from: number): Piece {
    const actual = this.actual(index);
    const whole = this.months(index, from);
    const start = later(from, whole);
    const end = later(from, `${whole}+1`);
    return { text: `${whole}+MAX(0,${actual}-${start})/(${end}-${start})`, level: 1, inexact: true, depth: 6 };
  }

  private test(test: Test): string {
    switch (test.kind) {
      case 'compare': {
        return `${settled(this.write(test.left))}${SHEET_SIGNS[test.comparison]}${settled(this.write(test.right))}`;
      }
      case 'flag': {
        const actual = this.actual(test.index);
        return `OR(N(${actual})>0,${isOneOf(actual, this.answers(test.index, true)).join(',')})`;
      }
      case 'grade': {
        const equal = isOneOf(this.actual(test.index), this.namesOf(test.index, test.option));
        return equal.length === 1 ? equal.join('') : `OR(${equal.join(',')})`;
      }
      case 'given':
        return `${this.actual(test.index)}<>""`;
      case 'not':
        return `NOT(${this.test(test.item)})`;
      case 'and':
      case 'or':
        return `${test.kind === 'and' ? 'AND' : 'OR'}(${test.items.map((item) => this.test(item)).join(',')})`;
    }
  }

  /** The words that mean yes, or no, to a question. */
  answers(index: number, wanted: boolean): readonly string[] {
    const input = this.inputs[index];
    if (!input) return [];
    return SHORT_WORDS.filter((words) => {
      const read = readOne(input, words);
      return read.ok && read.value.read.kind === 'flag' && read.value.read.value === wanted;
    });
  }

  /** A grade's name and the short words for it: 达成 for 达成年度指标, 未完成 for 其他 beside 完成. */
  private namesOf(index: number, option: number): readonly string[] {
    const input = this.inputs[index];
    const name = input?.options?.[option] ?? '';
    if (!input) return [name];
    const short = SHORT_WORDS.filter((words) => {
      const read = readOne(input, words);
      return words !== name && read.ok && read.value.read.kind === 'grade' && read.value.read.option === option;
    });
    return [name, ...short];
  }
}

/** As clerks write them for a grade or an answer; each is used where the evaluation reads it so. */
const SHORT_WORDS: readonly string[] =
  `是 否 有 无 符合 不符合 达成 部分达成 未达成 基本达成 完成 已完成 未完成 部分完成 基本完成 全部完成 达标 未达标 不达标
  合格 不合格 优 优秀 良 良好 中 一般 差 较差 明显 不明显 显著 较好 发生 未发生 其他 否则`.split(/\s+/u);

function isOneOf(actual: string, words: readonly string[]): readonly string[] {
  return words.map((word) => `${actual}="${word.replaceAll('"', '""')}"`);
}

function closed(text: string): Piece {
  return { text, level: 3, inexact: false, depth: 0 };
}

function number(value: Ratio): Piece {
  const text = printExactly(value);
  if (text.includes('/')) return { text, level: 2, inexact: true, depth: 0 };
  return { text, level: text.startsWith('-') ? 1 : 3, inexact: false, depth: 0 };
}

function call(name: string, ...parts: readonly Piece[]): Piece {
  return {
    text: `${name}(${parts.map(({ text }) => text).join(',')})`,
    level: 3,
    inexact: parts.some(({ inexact }) => inexact),
    depth: Math.max(...parts.map(({ depth }) => depth)) + 1,
  };
}

/** A comparison must not be decided by the last bit of a division. */
function settled(piece: Piece): string {
  return piece.level === 3 && !piece.inexact ? piece.text : `ROUND(${piece.text},9)`;
}

/** The same day some months later, without EDATE, which not every spreadsheet holds to the month's end. */
function later(serial: number, months: string): string {
  const { year, month, day } = dayOf(serial);
  const there = `${String(year)},${String(month)}+${months}`;
  return day <= 28 ? `DATE(${there},${String(day)})` : `MIN(DATE(${there},${String(day)}),DATE(${there}+1,0))`;
}

/**
 * The standard as a formula of the sheet, needing nothing but IF, MIN, MAX, ROUND, INT and DATE. A blank result is
 * #N/A, as are text for a number and a result that the sentence leaves open.
 */
export function toFormula(
  standard: Standard,
  names: FormulaNames = defaultNames(standard),
  reading: StepReading = 'whole',
): FormulaResult {
  if (standard.score === null) return { ok: false, reason: 'full-unknown' };
  const writer = new Writer(names, reading, standard.inputs);
  const score = writer.write(standard.score);
  // Binary differences (85 − 84.99) fall beside a tie; the inner rounding puts them back on it.
  const rounded = `ROUND(ROUND(${score.text},9),2)`;
  // What only some grades ask for is looked at where it is asked for.
  const blanks = names.actuals.flatMap((name, index) => {
    const input = standard.inputs[index];
    if (input?.within !== undefined) return [];
    // To a spreadsheet text is more than any number: 8次 would reach every target.
    if (input?.kind !== 'boolean') return [input?.kind === 'grade' ? `${name}=""` : `NOT(ISNUMBER(${name}))`];
    // Words that are neither yes nor no are no answer.
    const answers = [...writer.answers(index, true), ...writer.answers(index, false)];
    return [`${name}=""`, `AND(ISTEXT(${name}),NOT(OR(${isOneOf(name, answers).join(',')})))`];
  });
  const [only] = blanks;
  const guard = blanks.length === 1 ? only : `OR(${blanks.join(',')})`;
  const formula = blanks.length === 0 ? `=${rounded}` : `=IF(${guard ?? ''},NA(),${rounded})`;
  if (formula.length > LONGEST) return { ok: false, reason: 'too-long' };
  if (score.depth > DEEPEST) return { ok: false, reason: 'too-deep' };
  return { ok: true, formula };
}
