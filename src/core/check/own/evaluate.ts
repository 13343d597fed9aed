import Big from 'big.js';
import { hasColumn, type Field, type Indicator, type IndicatorField, type IndicatorTable } from '../../indicator';
import type { CellRef } from '../../sheet';
import type { Condition, TABLE_FIELDS } from './schema';
import type { Effort } from './wildcard';
import { folded, wildcard } from './wildcard';

type TableField = (typeof TABLE_FIELDS)[number];

/** Where a condition is looked at: on a row of a table, or on the table. */
export interface Place {
  readonly table: IndicatorTable;
  readonly indicator: Indicator | null;
  readonly effort: Effort;
}

/** Null where it can't be told: a number is asked of a word or a blank, or the form has no such column. */
export type Truth = boolean | null;

export interface Outcome {
  readonly truth: Truth;
  /** What a count, a sum or a length came to. */
  readonly value?: number;
  readonly cell?: CellRef;
}

export type Test = (place: Place) => Outcome;

/** What a subject holds: the ways in which its words may be written, and its number. */
interface Subject {
  readonly words: readonly string[];
  readonly number: Big | null;
  readonly cell: CellRef | null;
}

const UNKNOWN: Outcome = { truth: null };

/** Compiles a condition once; the test then runs on any number of rows. */
export function compile(condition: Condition): Test {
  const { any } = condition;
  if (any) {
    const tests = any.map(compile);
    return (place) => either(tests.map((test) => test(place)));
  }
  const subject = subjectOf(condition);
  const tests = comparisonsOf(condition);
  const reckoned = condition.count !== undefined || condition.sum !== undefined || condition.length !== undefined;
  return (place) => {
    const found = subject(place);
    if (!found) return UNKNOWN;
    return {
      truth: all(tests.map((test) => test(found, place))),
      ...(reckoned && found.number ? { value: found.number.round(6).toNumber() } : {}),
      ...(found.cell ? { cell: found.cell } : {}),
    };
  };
}

/** False where one is, else unknown where one is. */
export function all(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(null) ? null : true;
}

function either(outcomes: readonly Outcome[]): Outcome {
  const found = outcomes.find(({ truth }) => truth === true) ?? outcomes.find(({ truth }) => truth === null);
  return found ?? { ...outcomes[0], truth: false };
}

type Comparison = (subject: Subject, place: Place) => Truth;

function comparisonsOf(condition: Condition): Comparison[] {
  const tests: Comparison[] = [];
  const { is, not, blank } = condition;
  if (is !== undefined) tests.push(oneOf(is));
  if (not !== undefined) {
    const test = oneOf(not);
    tests.push((subject, place) => !test(subject, place));
  }
  if (blank !== undefined) tests.push(({ words }) => words.every((word) => folded(word) === '') === blank);
  for (const [name, holds] of NUMERIC) {
    const bound = condition[name];
    if (bound === undefined) continue;
    const limit = boundOf(bound);
    tests.push(({ number }, place) => {
      const other = limit(place);
      return number && other ? holds(number.cmp(other)) : null;
    });
  }
  return tests;
}

const NUMERIC = [
  ['equals', (order: number) => order === 0],
  ['atLeast', (order: number) => order >= 0],
  ['atMost', (order: number) => order <= 0],
  ['above', (order: number) => order > 0],
  ['below', (order: number) => order < 0],
] as const;

function oneOf(wanted: string | readonly string[]): (subject: Subject, place: Place) => boolean {
  const patterns = (typeof wanted === 'string' ? [wanted] : wanted).map(wildcard);
  return ({ words }, { effort }) => words.map(folded).some((word) => patterns.some((matches) => matches(word, effort)));
}

function boundOf(bound: NonNullable<Condition['equals']>): (place: Place) => Big | null {
  if (typeof bound === 'number') {
    const fixed = big(bound);
    return () => fixed;
  }
  const subject = 'field' in bound ? fieldSubject(bound.field) : tableSubject(bound.table);
  const times = big(bound.times ?? 1);
  return (place) => {
    const number = subject(place)?.number;
    return number && times ? number.times(times) : null;
  };
}

function subjectOf(condition: Condition): (place: Place) => Subject | null {
  const { field, length, table, count, sum } = condition;
  if (field !== undefined) return fieldSubject(field);
  if (table !== undefined) return tableSubject(table);
  if (length !== undefined) {
    const subject = fieldSubject(length);
    return (place) => {
      const found = subject(place);
      return found && counted([...(found.words[0] ?? '').replace(/\s+/gu, '')].length, found.cell);
    };
  }
  const of = (condition.of ?? []).map(compile);
  const rows = (
    { table: { indicators }, ...place }: Place & { readonly table: IndicatorTable },
    table: IndicatorTable,
  ) =>
    indicators.filter((indicator) => {
      place.effort.spend(1);
      return all(of.map((test) => test({ ...place, table, indicator }).truth)) === true;
    });
  if (count !== undefined) return (place) => counted(rows(place, place.table).length, null);
  if (sum !== undefined) {
    return (place) => (hasField(place.table, sum) ? sumOf(rows(place, place.table), sum) : null);
  }
  return () => null;
}

function counted(number: number, cell: CellRef | null): Subject {
  return { words: [String(number)], number: new Big(number), cell };
}

function sumOf(rows: readonly Indicator[], field: IndicatorField): Subject {
  const seen = new Set<string>();
  let sum = new Big(0);
  let cell: CellRef | null = null;
  for (const row of rows) {
    const found = row[field];
    const number = numberOf(row, field);
    if (!found || !number) continue;
    const place = `${found.cell.row},${found.cell.column}`;
    if (found.assumed !== 'standard' && seen.has(place)) continue;
    seen.add(place);
    cell ??= found.cell;
    sum = sum.plus(number);
  }
  return { words: [sum.toFixed()], number: sum, cell };
}

function hasField(table: IndicatorTable, field: IndicatorField): boolean {
  return hasColumn(table, field) || table.indicators.some((row) => row[field] !== null);
}

function fieldSubject(field: IndicatorField): (place: Place) => Subject | null {
  return ({ table, indicator }) => {
    if (!indicator) return null;
    const found: Field<string | number> | null = indicator[field];
    if (!found) return hasField(table, field) ? { words: [''], number: null, cell: null } : null;
    return { words: wordsOf(found), number: numberOf(indicator, field), cell: found.cell };
  };
}

function wordsOf({ value, raw }: Field<string | number>): readonly string[] {
  return String(value) === raw ? [raw] : [String(value), raw];
}

/** A target's number also where sign and unit stand in its cell. */
function numberOf(indicator: Indicator, field: IndicatorField): Big | null {
  const value = indicator[field]?.value;
  if (field === 'target' && indicator.reading.kind === 'quantity') return big(indicator.reading.value);
  return value === undefined ? null : big(value);
}

/** Null for words. */
function big(value: string | number): Big | null {
  if (typeof value === 'number') return Number.isFinite(value) ? new Big(value) : null;
  const plain = value.normalize('NFKC').replace(/[\s,]+/gu, '');
  return /^-?\d{1,20}(?:\.\d{1,20})?%?$/u.test(plain) ? new Big(plain.replace('%', '')) : null;
}

/** What kinds of table are called; either word may stand in a check. */
const CALLED: Readonly<Record<string, string>> = {
  target: '绩效目标表',
  'self-evaluation': '绩效自评表',
  monitoring: '绩效运行监控表',
  department: '部门整体支出',
  project: '项目支出',
  '2015': '2015年分类',
  '2021': '2021年分类',
  county: '旧版县区',
};

function tableSubject(name: TableField): (place: Place) => Subject | null {
  return ({ table }) => {
    switch (name) {
      case 'kind':
      case 'subject':
      case 'tree': {
        const value = table[name];
        return value === null ? null : { words: [value, CALLED[value] ?? value], number: null, cell: null };
      }
      case 'department':
        return fromField(table.department ?? table.coverDepartment);
      case 'budget': {
        const total = table.budget?.total;
        if (!total) return null;
        // In 万元, whatever the form writes.
        return { words: [total.raw], number: new Big(total.value.yuan).div(10_000), cell: total.cell };
      }
      default:
        return fromField(table[name]);
    }
  };
}

function fromField(field: Field<string | number> | null): Subject {
  return field
    ? { words: wordsOf(field), number: big(field.value), cell: field.cell }
    : { words: [''], number: null, cell: null };
}

/** The words for `{name}` in a message: as displayed, blanks and breaks apart; nothing where there is nothing. */
export function shown(place: Place, name: IndicatorField | TableField, ofTable: boolean): string {
  const subject = ofTable ? tableSubject(name as TableField) : fieldSubject(name as IndicatorField);
  const words = subject(place)?.words ?? [];
  // A year is read out of a title; fields of a row are shown as they stand.
  return ((ofTable && name === 'year' ? words[0] : words.at(-1)) ?? '').replace(/\s+/gu, ' ').trim();
}
