import type { Locale } from '../i18n';
import { FUNCTIONS } from './definitions';
import { FUNCTIONS_WORDING } from './wording';

/** What a host shows of a function: also the `functions.json` of Office. */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl?: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description: string;
    readonly type: 'any';
    readonly dimensionality: 'matrix';
    readonly optional: boolean;
  }[];
  readonly result: { readonly type: 'any'; readonly dimensionality: 'matrix' };
}

/**
 * Everything is taken and given as ranges, so that one cell and a column of cells go the same way; error values in
 * are passed on to the element they stand in, not to the whole result.
 */
export function functionsMetadata(
  locale: Locale,
  helpBase?: string,
): { allowErrorForDataTypeAny: true; functions: FunctionMetadata[] } {
  const wording = FUNCTIONS_WORDING[locale];
  return {
    allowErrorForDataTypeAny: true,
    functions: FUNCTIONS.map(({ name, parameters }) => ({
      id: name,
      name,
      description: wording.functions[name].summary,
      ...(helpBase === undefined ? {} : { helpUrl: `${helpBase}${name}.html` }),
      parameters: parameters.map((parameter) => ({
        name: parameter.name,
        description: wording.parameters[parameter.name] ?? parameter.name,
        type: 'any',
        dimensionality: 'matrix',
        optional: parameter.optional ?? false,
      })),
      result: { type: 'any', dimensionality: 'matrix' },
    })),
  };
}
