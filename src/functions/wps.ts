import { errorValue } from '../hosts/wps/error-values';
import { wpsMember } from '../hosts/wps/root';
import type { WpsRoot } from '../hosts/wps/root';
import type { Locale } from '../i18n';
import type { FunctionDefinition } from './definition';
import { FUNCTIONS } from './definitions';
import { run } from './run';
import { isFunctionError } from './value';
import type { Scalar } from './value';
import { FUNCTIONS_WORDING, reasonText } from './wording';

/** What omitted optional arguments arrive as. */
const MISSING = -2147352572;

const NAMESPACE = 'PERF';

/** Whether `=PERF.SCORE(…)` works here. Where it does not, native formulas do what it would. */
export type WpsFunctions =
  | { readonly registered: true }
  /** `missing`: builds before 12.1.0.20540 have no custom functions; `refused`: this one would not take them. */
  | { readonly registered: false; readonly reason: 'missing' | 'refused'; readonly detail: string };

interface Metadata {
  readonly description: string;
  readonly result: { readonly type: string };
  readonly parameters: readonly { readonly name: string; readonly type: string; readonly description: string }[];
}

interface Registry {
  AddCustomFunction(namespace: string, name: string, calculate: (...args: unknown[]) => unknown, about: Metadata): void;
}

/**
 * Registers every PERF function with WPS 表格, from the add-in's background page, where they run: they share nothing with
 * the pane.
 */
export function registerWpsFunctions(
  root: WpsRoot = globalThis as WpsRoot,
  locale: () => Locale = () => 'zh-CN',
): WpsFunctions {
  const found = wpsMember(root, 'AddCustomFunction');
  if (!found) return { registered: false, reason: 'missing', detail: '' };
  const registry = found.holder as Registry;
  try {
    for (const definition of FUNCTIONS) {
      const calculate = (...args: unknown[]) => calculateInWps(definition, args, locale());
      registry.AddCustomFunction(NAMESPACE, definition.name, calculate, metadataOf(definition, locale()));
    }
    return { registered: true };
  } catch (reason) {
    return { registered: false, reason: 'refused', detail: reason instanceof Error ? reason.message : String(reason) };
  }
}

/** Arguments come as rows of cells, one cell too; so that a column of cells goes the same way. */
function metadataOf({ name, parameters }: FunctionDefinition, locale: Locale): Metadata {
  const wording = FUNCTIONS_WORDING[locale];
  return {
    description: wording.functions[name].summary,
    result: { type: 'any' },
    parameters: parameters.map((parameter) => ({
      name: parameter.name,
      type: parameter.optional ? 'any[][]?' : 'any[][]',
      description: wording.parameters[parameter.name] ?? parameter.name,
    })),
  };
}

/**
 * One value as itself, more of them as rows. WPS takes no error values from functions: they are texts that begin as the
 * error does, with the reason behind it. What would spill to the right is one text.
 */
function calculateInWps(definition: FunctionDefinition, args: readonly unknown[], locale: Locale): unknown {
  const rows = run(definition, args.map(argumentOf)).map((row) => {
    const values = row.map((value) => valueIn(value, locale));
    return definition.result === 'row' ? [values.join('')] : values;
  });
  return rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : rows;
}

function valueIn(value: Scalar, locale: Locale): string | number | boolean {
  if (isFunctionError(value)) return `${value.error} ${reasonText(value, locale)}`.trim();
  return value ?? '';
}

/** The error that a text of ours begins with: one function's error is an error to the next. */
const OWN_ERROR = /^(#(?:N\/A|VALUE!|REF!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!))\s/u;

function argumentOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(argumentOf);
  if (value === MISSING) return null;
  if (typeof value === 'string') return OWN_ERROR.exec(value)?.[1] ?? value;
  return errorValue(value) ?? value;
}
