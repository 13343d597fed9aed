type Value = number | string | boolean;

/** #N/A, as the sheet gives it. */
export class NotAvailable extends Error {}

/** A small reader of sheet formulas in binary floating point, written apart from the scoring, to check it against. */
export function calculate(formula: string, names: Readonly<Record<string, Value>>): number | null {
  try {
    const result = new Reader(formula.slice(1), names).whole();
    return typeof result === 'number' ? result : null;
  } catch (error) {
    if (error instanceof NotAvailable) return null;
    throw error;
  }
}

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
const serial = (year: number, month: number, day: number): number =>
  Math.round((Date.UTC(year, month - 1, day) - EPOCH) / DAY);
const dateOf = (value: number): Date => new Date(EPOCH + value * DAY);

/** Half away from zero on the decimal digits, as spreadsheets do. */
function round(value: number, places: number): number {
  const scaled = Number(`${value.toPrecision(15)}e${String(places)}`);
  const whole = Number.isNaN(scaled) ? value * 10 ** places : scaled;
  return (Math.sign(whole) * Math.round(Math.abs(whole))) / 10 ** places;
}

function rank(value: Value): number {
  return ['number', 'string', 'boolean'].indexOf(typeof value);
}

class Reader {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly names: Readonly<Record<string, Value>>,
  ) {}

  whole(): Value {
    const value = this.comparison(true);
    if (this.at !== this.text.length) throw new Error(`left over: ${this.text.slice(this.at)}`);
    return value;
  }

  private take(pattern: RegExp): string | null {
    const sticky = new RegExp(pattern.source, 'uy');
    sticky.lastIndex = this.at;
    const found = sticky.exec(this.text);
    if (!found) return null;
    this.at += found[0].length;
    return found[0];
  }

  private comparison(live: boolean): Value {
    const left = this.sum(live);
    const sign = this.take(/>=|<=|<>|[><=]/u);
    if (sign === null) return left;
    const right = this.sum(live);
    // To a spreadsheet every text is more than every number, and a truth value more than both.
    const [a, b] = typeof left === typeof right ? [left, right] : [rank(left), rank(right)];
    const equal = typeof left === typeof right && left === right;
    return { '>=': a >= b, '<=': a <= b, '>': a > b, '<': a < b, '=': equal, '<>': !equal }[sign] as boolean;
  }

  private sum(live: boolean): Value {
    let value = this.product(live);
    for (;;) {
      const sign = this.take(/[+-]/u);
      if (sign === null) return value;
      const next = Number(this.product(live));
      value = sign === '+' ? Number(value) + next : Number(value) - next;
    }
  }

  private product(live: boolean): Value {
    let value = this.factor(live);
    for (;;) {
      const sign = this.take(/[*/]/u);
      if (sign === null) return value;
      const next = Number(this.factor(live));
      value = sign === '*' ? Number(value) * next : Number(value) / next;
    }
  }

  private factor(live: boolean): Value {
    if (this.take(/\(/u) !== null) {
      const value = this.comparison(live);
      if (this.take(/\)/u) === null) throw new Error('bracket');
      return value;
    }
    if (this.take(/-/u) !== null) return -Number(this.factor(live));
    const number = this.take(/\d+(?:\.\d+)?/u);
    if (number !== null) return Number(number);
    const quoted = this.take(/"(?:[^"]|"")*"/u);
    if (quoted !== null) return quoted.slice(1, -1).replaceAll('""', '"');
    const name = this.take(/[A-Z]+\d*/u);
    if (name === null) throw new Error(`unread: ${this.text.slice(this.at)}`);
    if (this.take(/\(/u) === null) {
      const value = this.names[name];
      if (value === undefined) throw new Error(`no ${name}`);
      return value;
    }
    return this.call(name, live);
  }

  private call(name: string, live: boolean): Value {
    if (name === 'IF') {
      const test = this.comparison(live);
      this.take(/,/u);
      const yes = this.branch(live && Boolean(test));
      this.take(/,/u);
      const no = this.branch(live && !test);
      this.take(/\)/u);
      return test ? yes : no;
    }
    const parts: Value[] = [];
    while (this.take(/\)/u) === null) {
      parts.push(this.comparison(live));
      this.take(/,/u);
    }
    const numbers = parts.map(Number);
    const [first = 0, second = 0, third = 0] = numbers;
    switch (name) {
      case 'MIN':
        return Math.min(...numbers);
      case 'MAX':
        return Math.max(...numbers);
      case 'ROUND':
        return round(first, second);
      case 'ROUNDUP':
        return Math.sign(first) * Math.ceil(Math.abs(first));
      case 'INT':
        return Math.floor(first);
      case 'AND':
        return parts.every(Boolean);
      case 'OR':
        return parts.some(Boolean);
      case 'NOT':
        return !parts[0];
      case 'ISNUMBER':
        return typeof parts[0] === 'number';
      case 'ISTEXT':
        return typeof parts[0] === 'string';
      case 'N':
        return typeof parts[0] === 'string' ? 0 : first;
      case 'NA':
        if (live) throw new NotAvailable();
        return 0;
      case 'DATE':
        return serial(first, second, third);
      case 'YEAR':
        return dateOf(first).getUTCFullYear();
      case 'MONTH':
        return dateOf(first).getUTCMonth() + 1;
      case 'DAY':
        return dateOf(first).getUTCDate();
      default:
        throw new Error(`no function ${name}`);
    }
  }

  /** A branch that is not taken is read over, and its #N/A is none. */
  private branch(live: boolean): Value {
    return this.comparison(live);
  }
}
