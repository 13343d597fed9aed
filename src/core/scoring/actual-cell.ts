import { normalize } from '../text';
import { fail, type ActualValue, type Outcome } from './actual-number';
import { readOne } from './actual-value';
import { SPELLING } from './dated-words';
import { tokenize } from './lexer';
import type { Input } from './standard';
import { withoutTail } from './tail';

const NUMBER = /\d+(?:\.\d+)?(?:%|分|个百分点)?/u;
/** 达成，得分比例为90%: what leads from the grade to the number. */
const BETWEEN = [',', '、', ':', ';', '(', ')', '为', '是', '得分比例', '得分率', '得分', '比例', '得', '计', '按'];

/** Neither 0.9 of the points nor 0.9 % of them is meant for sure. */
const UNCLEAR = 1.5;

/**
 * Several inputs in one cell, as a clerk writes them: 达成 90%; 项目已完成，执行率92%. Null where it is not clear which
 * is which.
 */
export function readCell(inputs: readonly Input[], text: string): Outcome<readonly ActualValue[]> | null {
  const plain = normalize(text).replace(/\s+/gu, '');
  const [first, second] = inputs;
  if (inputs.length === 2 && first?.kind === 'grade' && second?.within) return readGraded(second, plain);
  const parts = plain.split(/[,、;]+/u).filter((part) => part !== '');
  if (parts.length !== inputs.length || inputs.length > 4) return null;
  const found = assignments(inputs, parts);
  const [only] = found;
  return found.length === 1 && only ? { ok: true, value: only } : null;
}

function readGraded({ unit }: Input, plain: string): Outcome<readonly ActualValue[]> | null {
  const number = NUMBER.exec(plain);
  if (!number) return { ok: true, value: [plain, null] };
  const before = withoutTail(plain.slice(0, number.index), BETWEEN);
  const after = withoutTail(plain.slice(number.index + number[0].length), BETWEEN).replace(/^[,、:;()]+/u, '');
  if ((before === '') === (after === '')) return null;
  const [value] = number;
  const bare = Number(value);
  if (unit === '%' && bare > 0 && bare <= UNCLEAR) return fail('percent-unclear', { value });
  return { ok: true, value: [before + after, value] };
}

/** Each way of giving the parts to the inputs so that every one can be read; a number must say its unit. */
function assignments(inputs: readonly Input[], parts: readonly string[]): ActualValue[][] {
  const [input, ...others] = inputs;
  if (!input) return [[]];
  return parts.flatMap((part, place) => {
    const value = valueFor(input, part);
    if (value === null) return [];
    const rest = [...parts.slice(0, place), ...parts.slice(place + 1)];
    return assignments(others, rest).map((list) => [value, ...list]);
  });
}

function valueFor(input: Input, part: string): string | null {
  if (input.kind !== 'value' && input.kind !== 'count') return readOne(input, part).ok ? part : null;
  const tokens = tokenize(part, SPELLING);
  const number = tokens.at(-1);
  // 执行率92%: only the input's own name may stand before it.
  const name = withoutTail(
    tokens
      .slice(0, -1)
      .map(({ text }) => text)
      .join(''),
    ['为', '是', ':', '达到', '达'],
  );
  if (number?.kind !== 'number' || number.unit === null || (name !== '' && !input.name.endsWith(name))) return null;
  return readOne(input, number.text).ok ? number.text : null;
}
