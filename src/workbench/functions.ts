import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  FunctionType,
  IDescriptionService,
  IFunctionService,
  NumberValueObject,
  StringValueObject,
} from '@univerjs/preset-sheets-core';
import type { Nullable } from '@univerjs/core';
import type { BaseValueObject, FunctionVariantType, IFunctionInfo } from '@univerjs/preset-sheets-core';
import { FUNCTIONS, functionsMetadata, isFunctionError, run } from '../functions';
import type { Matrix, Scalar } from '../functions';
import type { FunctionDefinition } from '../functions/definition';
import type { Grid } from '../hosts/workbench';
import type { Locale } from '../i18n';

const NAMESPACE = 'PERF.';

/**
 * Gives the grid the PERF functions, once it holds a workbook: before that it has no formulas. They are functions of
 * the grid's own kind, since what it calls custom functions cannot tell a blank cell from 0.
 */
export function registerFunctions({ univer }: Grid): void {
  const functions = univer.__getInjector().get(IFunctionService);
  functions.registerExecutors(...FUNCTIONS.map((definition) => new GridFunction(definition)));
}

/** What the grid says of the functions while a formula is typed. */
export function describeFunctions({ univer }: Grid, locale: Locale): void {
  const descriptions = functionsMetadata(locale).functions.map(({ name, description, parameters }): IFunctionInfo => ({
    functionName: NAMESPACE + name,
    functionType: FunctionType.User,
    description,
    abstract: description,
    functionParameter: parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.description,
      example: '',
      require: parameter.optional ? 0 : 1,
      repeat: 0,
    })),
  }));
  univer.__getInjector().get(IDescriptionService).registerDescriptions(descriptions);
}

class GridFunction extends BaseFunction {
  constructor(private readonly definition: FunctionDefinition) {
    super(NAMESPACE + definition.name);
  }

  override calculate(...variants: FunctionVariantType[]): BaseValueObject {
    if (variants.length > this.definition.parameters.length) return ErrorValueObject.create(ErrorType.VALUE);
    return toGrid(run(this.definition, variants.map(fromGrid)));
  }
}

function fromGrid(variant: FunctionVariantType): unknown {
  if (!variant.isArray()) return scalarOf(variant as BaseValueObject);
  return (variant as ArrayValueObject).getArrayValue().map((row) => row.map(scalarOf));
}

/** Blank is null; an error is its text, as cells show it. */
function scalarOf(value: Nullable<BaseValueObject>): unknown {
  if (!value || value.isNull()) return null;
  return value.isError() ? (value as unknown as ErrorValueObject).getErrorType() : value.getValue();
}

function toGrid(result: Matrix): BaseValueObject {
  const [first] = result;
  if (result.length === 1 && first?.length === 1) return valueOf(first[0] as Scalar);
  return ArrayValueObject.create({
    calculateValueList: result.map((row) => row.map(valueOf)),
    rowCount: result.length,
    columnCount: first?.length ?? 0,
    unitId: '',
    sheetId: '',
    row: -1,
    column: -1,
  });
}

const ERRORS: ReadonlySet<string> = new Set(Object.values(ErrorType));

function valueOf(value: Scalar): BaseValueObject {
  if (isFunctionError(value)) {
    return ErrorValueObject.create(ERRORS.has(value.error) ? (value.error as ErrorType) : ErrorType.VALUE);
  }
  if (typeof value === 'number') return NumberValueObject.create(value);
  return typeof value === 'boolean' ? BooleanValueObject.create(value) : StringValueObject.create(value ?? '');
}
