import type { ElementFunction, FunctionDefinition } from './definition';
import { isFunctionError, wrongValue } from './value';
import type { Matrix, Scalar } from './value';

/**
 * Runs a function on what a host hands over: numbers, texts, booleans, blanks, error values, and ranges as arrays of
 * rows. Scalars and one-row or one-column ranges broadcast; other shapes are `#VALUE!`; an error stays in its own
 * element. The result is always a matrix: 1 × 1 for a single value.
 */
export function run(definition: FunctionDefinition, args: readonly unknown[]): Matrix {
  const matrices = definition.parameters.map((_, index) => toMatrix(args[index]));
  if (definition.kind === 'range') return [[definition.calculate(matrices[0] as Matrix)]];

  const together = rowTogether(definition, matrices);
  if (together !== null) return [[together]];
  const shape = commonShape(matrices);
  if (!shape) return [[wrongValue('shape')]];
  const { length, vertical } = shape;
  const results = Array.from({ length }, (_, index) =>
    element(
      definition,
      matrices.map((matrix) => at(matrix, index, vertical)),
    ),
  );
  if (definition.result === 'row') return vertical || length === 1 ? results.map(asRow) : [[wrongValue('shape')]];
  const scalars = results.map((result) => asRow(result)[0] as Scalar);
  return vertical ? scalars.map((value) => [value]) : [scalars];
}

/** 达成 and 90% in two cells of one row are one result; only the function knows whether they are. */
function rowTogether(definition: ElementFunction, matrices: readonly Matrix[]): Scalar | null {
  const [[row = [], ...more] = [], ...others] = matrices;
  const isRow = row.length > 1 && more.length === 0;
  if (!definition.calculateRow || !isRow || others.some((matrix) => matrix.length > 1 || (matrix[0]?.length ?? 0) > 1))
    return null;
  const args = others.map((matrix) => matrix[0]?.[0] ?? null);
  const slip = [...args, ...row].find((value) => isFunctionError(value) || typeof value === 'boolean');
  const joined = definition.calculateRow(
    row.map((value) => (typeof value === 'object' ? null : value)),
    args,
  );
  if (joined === null || slip === undefined) return joined;
  return isFunctionError(slip) ? slip : wrongValue('boolean');
}

function element(definition: ElementFunction, args: readonly Scalar[]): Scalar | readonly Scalar[] {
  for (const [index, value] of args.entries()) {
    if (isFunctionError(value)) return value;
    if (typeof value === 'boolean' && !definition.parameters[index]?.booleans) return wrongValue('boolean');
  }
  return definition.calculate(args);
}

function asRow(result: Scalar | readonly Scalar[]): readonly Scalar[] {
  return Array.isArray(result) ? (result as readonly Scalar[]) : [result as Scalar];
}

function commonShape(matrices: readonly Matrix[]): { length: number; vertical: boolean } | null {
  let length = 1;
  let vertical = false;
  for (const matrix of matrices) {
    const rows = matrix.length;
    const columns = matrix[0]?.length ?? 0;
    if (rows === 1 && columns === 1) continue;
    if (rows > 1 && columns > 1) return null;
    const upright = columns === 1;
    const count = upright ? rows : columns;
    if (length > 1 && (count !== length || upright !== vertical)) return null;
    length = count;
    vertical = upright;
  }
  return { length, vertical };
}

function at(matrix: Matrix, index: number, vertical: boolean): Scalar {
  if (matrix.length === 1 && matrix[0]?.length === 1) return matrix[0][0] as Scalar;
  return (vertical ? matrix[index]?.[0] : matrix[0]?.[index]) ?? null;
}

function toMatrix(argument: unknown): Matrix {
  if (!Array.isArray(argument)) return [[toScalar(argument)]];
  if (argument.length === 0) return [[null]];
  const rows = argument.every(Array.isArray) ? (argument as unknown[][]) : [argument as unknown[]];
  return rows.map((row) => (row.length === 0 ? [null] : row.map(toScalar)));
}

const ERROR_TEXT = /^#(?:N\/A|VALUE!|REF!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/u;

/** Blank cells come as null, undefined or empty text; error values as text or as an object that carries it. */
function toScalar(value: unknown): Scalar {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) ? value : wrongValue('number');
    case 'boolean':
      return value;
    case 'string': {
      const text = value.trim();
      if (text === '') return null;
      return ERROR_TEXT.test(text) ? { error: text, reason: 'input-error', data: { error: text } } : value;
    }
    case 'object': {
      if (value === null) return null;
      if (isFunctionError(value)) return value;
      const carried = (value as { basicValue?: unknown }).basicValue ?? (value as { code?: unknown }).code;
      return carried === undefined ? wrongValue('argument') : toScalar(carried);
    }
    default:
      return null;
  }
}
