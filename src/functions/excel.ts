import type { Locale } from '../i18n';
import { FUNCTIONS } from './definitions';
import { run } from './run';
import { isFunctionError } from './value';
import type { FunctionError } from './value';
import { reasonText } from './wording';

/** What the runtime passes on when it is thrown, with its sentence; of others it would make `#VALUE!`. */
const THROWN: ReadonlySet<string> = new Set(['#N/A', '#VALUE!']);

/**
 * Associates every PERF function with Office's custom-functions runtime. The language is asked for with each error:
 * functions are associated before Office can tell it.
 */
export function registerInExcel(locale: () => Locale): void {
  for (const definition of FUNCTIONS) {
    CustomFunctions.associate(definition.name, (...args) => {
      // The last argument is the runtime's own invocation object, whatever number of ours comes before it.
      const result = run(definition, args.slice(0, -1));
      const [[only = null] = []] = result;
      // A lone error is thrown: every version shows its sentence, while few know errors within arrays.
      const lone = result.length === 1 && result[0]?.length === 1;
      if (lone && isFunctionError(only) && THROWN.has(only.error)) throw toError(only, locale());
      return result.map((row) =>
        row.map((value) => (isFunctionError(value) ? toError(value, locale()) : (value ?? ''))),
      );
    });
  }
}

function toError(value: FunctionError, locale: Locale): CustomFunctions.Error {
  const known = Object.values(CustomFunctions.ErrorCode).find((code) => code === value.error);
  return new CustomFunctions.Error(known ?? CustomFunctions.ErrorCode.invalidValue, reasonText(value, locale));
}
