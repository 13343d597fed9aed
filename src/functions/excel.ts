import type { Locale } from '../i18n';
import { FUNCTIONS } from './definitions';
import { run } from './run';
import { isFunctionError } from './value';
import type { FunctionError } from './value';
import { reasonText } from './wording';

/** Associates every PERF function with Office's custom-functions runtime. */
export function registerInExcel(locale: Locale): void {
  for (const definition of FUNCTIONS) {
    CustomFunctions.associate(definition.name, (...args) => {
      // The last argument is the runtime's own invocation object.
      const given = args.slice(0, definition.parameters.length);
      return run(definition, given).map((row) =>
        row.map((value) => (isFunctionError(value) ? toError(value, locale) : (value ?? ''))),
      );
    });
  }
}

function toError(value: FunctionError, locale: Locale): CustomFunctions.Error {
  const known = Object.values(CustomFunctions.ErrorCode).find((code) => code === value.error);
  return new CustomFunctions.Error(known ?? CustomFunctions.ErrorCode.invalidValue, reasonText(value, locale));
}
