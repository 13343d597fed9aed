import type { Locale } from '../i18n/fill';
import type { FunctionDefinition } from './definition';
import { isPrompt, ON_DEMAND, PROMPT } from './definitions/prompt';
import { NotFetched } from './definitions/scorer';
import { run } from './run';
import { isFunctionError } from './value';
import type { FunctionError, Matrix } from './value';

/** What the runtime passes on when it is thrown, with its sentence; of others it would make `#VALUE!`. */
const THROWN: ReadonlySet<string> = new Set(['#N/A', '#VALUE!']);

/** What is said when the part of the program that a function lives in, or the sentences, could not be fetched. */
const UNREACHABLE: Readonly<Record<Locale, string>> = {
  'zh-CN': '程序没有全部载入，请检查网络后重新计算',
  'en-US': 'Not all is loaded: check the network and recalculate',
};

type Cells = unknown[][];

/**
 * Associates every PERF function with Office's custom-functions runtime. That runtime waits for promises: scores come at
 * once, while what is seldom asked for is fetched first, as are the sentences of errors. The language is asked for with
 * each error: functions are associated before Office can tell it.
 */
export function registerInExcel(locale: () => Locale): void {
  for (const [name, load] of Object.entries(ON_DEMAND)) {
    let known: FunctionDefinition | null = null;
    const later = async (args: readonly unknown[]): Promise<Cells> => {
      known = await load().catch(() => null);
      if (known) return answer(known, args, locale);
      throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, UNREACHABLE[locale()]);
    };
    CustomFunctions.associate(name, (...given) => {
      // The last argument is the runtime's own invocation object, whatever number of ours comes before it.
      const args = given.slice(0, -1);
      if (known) return answer(known, args, locale);
      return (name === PROMPT.name && isPrompt(args) && promptly(args, locale)) || later(args);
    });
  }
}

/** What can be answered at once; null where a sentence is of a rare kind. */
function promptly(args: readonly unknown[], locale: () => Locale): Cells | Promise<Cells> | null {
  try {
    return answer(PROMPT, args, locale);
  } catch (error) {
    if (error instanceof NotFetched) return null;
    throw error;
  }
}

function answer(
  definition: FunctionDefinition,
  args: readonly unknown[],
  locale: () => Locale,
): Cells | Promise<Cells> {
  const result = run(definition, args);
  const isFine = result.every((row) => !row.some(isFunctionError));
  return isFine ? result.map((row) => row.map((value) => value ?? '')) : withReasons(result, locale);
}

async function withReasons(result: Matrix, locale: () => Locale): Promise<Cells> {
  const wording = await import('./wording').catch(() => null);
  const toError = (value: FunctionError): CustomFunctions.Error => {
    const known = Object.values(CustomFunctions.ErrorCode).find((code) => code === value.error);
    const sentence = wording ? wording.reasonText(value, locale()) : UNREACHABLE[locale()];
    return new CustomFunctions.Error(known ?? CustomFunctions.ErrorCode.invalidValue, sentence);
  };
  const [[only = null] = []] = result;
  // A lone error is thrown: every version shows its sentence, while few know errors within arrays.
  const lone = result.length === 1 && result[0]?.length === 1;
  if (lone && isFunctionError(only) && THROWN.has(only.error)) throw toError(only);
  return result.map((row) => row.map((value) => (isFunctionError(value) ? toError(value) : (value ?? ''))));
}
