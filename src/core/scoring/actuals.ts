import {
  asTotal,
  fail,
  severalNeeded,
  type ActualValue,
  type Outcome,
  type Read,
  type Readings,
  type Single,
} from './actual-number';
import { matchWords, readOne } from './actual-value';
import { readCell } from './actual-cell';
import { print } from './exact';
import { sameSubject } from './semantics/context';
import type { Input, Standard } from './standard';
import { isInside, printStretch } from './stretch';

export type { ActualProblem, ActualValue, Read, Readings, Unreadable } from './actual-number';

/** What was achieved: one value, a list in the order of the inputs, or values by the inputs' names. */
export type Actual = ActualValue | readonly ActualValue[] | Readonly<Record<string, ActualValue>>;

export function readActual(standard: Standard, actual: Actual): Outcome<Readings> {
  const { inputs } = standard;
  if (Array.isArray(actual)) return readList(inputs, actual as readonly ActualValue[]);
  if (actual !== null && typeof actual === 'object')
    return readNamed(inputs, actual as Readonly<Record<string, ActualValue>>);
  const value = actual as ActualValue;
  if (inputs.length === 0) return { ok: true, value: { values: [], alternative: null, pooled: false } };
  if (inputs.length === 1) return readList(inputs, [value]);
  if (value === null || value === '') return fail('blank');
  if (inputs.every(({ pooled }) => pooled)) {
    const total = readOne(inputs[0] as Input, value);
    if (!total.ok) return total;
    return { ok: true, value: asTotal(inputs, total.value.read, true) };
  }
  if (typeof value === 'string' && inputs.every(({ kind }) => kind === 'boolean')) {
    const found = matchWords(
      value,
      inputs.map(({ name }) => name),
    );
    if (found !== null) {
      return {
        ok: true,
        value: {
          values: inputs.map((_, index) => ({ kind: 'flag', value: index === found })),
          alternative: null,
          pooled: false,
        },
      };
    }
  }
  if (typeof value === 'string') {
    const cell = readCell(inputs, value);
    if (cell) return cell.ok ? readList(inputs, cell.value) : cell;
  }
  return severalNeeded(inputs);
}

function readList(inputs: readonly Input[], actuals: readonly ActualValue[]): Outcome<Readings> {
  // A grade without the points that go with it says which are missing.
  const missing = inputs.slice(actuals.length);
  if (actuals.length > inputs.length || !missing.every(({ within }) => within)) return severalNeeded(inputs);
  const values: Read[] = [];
  const others: Read[] = [];
  let ranged = false;
  for (const [index, input] of inputs.entries()) {
    const given = actuals[index] ?? null;
    const single = input.within ? readSettled(inputs, index, given, values) : readOne(input, given);
    if (!single.ok) return single;
    values.push(single.value.read);
    others.push(single.value.until ?? single.value.read);
    ranged ||= single.value.until !== undefined;
  }
  return { ok: true, value: { values, alternative: ranged ? others : null, pooled: false } };
}

/** Points within what the grade, read before, allows. */
function readSettled(
  inputs: readonly Input[],
  index: number,
  given: ActualValue,
  before: readonly Read[],
): Outcome<Single> {
  const input = inputs[index] as Input;
  const grade = input.within && before[input.within.grade];
  const option = grade?.kind === 'grade' ? grade.option : 0;
  const stretch = input.within?.ranges[option] ?? null;
  const name = inputs[input.within?.grade ?? 0]?.options?.[option] ?? '';
  const blank = given === null || given === '';
  if (stretch === null) {
    return blank
      ? { ok: true, value: { read: { kind: 'none' } } }
      : fail('share-unneeded', { grade: name, value: String(given) });
  }
  const range = printStretch(stretch, input.unit ?? '');
  if (blank) return fail('share-needed', { grade: name, range, name: input.name });
  const single = readOne(input, given);
  if (!single.ok || single.value.read.kind !== 'number' || isInside(stretch, single.value.read.value)) return single;
  const value = `${print(single.value.read.value)}${input.unit ?? ''}`;
  return fail('share-outside', { grade: name, range, value });
}

function readNamed(inputs: readonly Input[], actuals: Readonly<Record<string, ActualValue>>): Outcome<Readings> {
  const list: ActualValue[] = inputs.map(() => null);
  for (const [name, value] of Object.entries(actuals)) {
    const exact = inputs.findIndex((input) => input.name === name);
    const near = inputs
      .map((input, index) => (sameSubject(input.name, name) ? index : -1))
      .filter((index) => index >= 0);
    const index = exact >= 0 ? exact : near.length === 1 ? (near[0] ?? -1) : -1;
    if (index < 0) return fail('unknown-name', { name });
    list[index] = value;
  }
  return readList(inputs, list);
}
