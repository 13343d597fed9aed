import { compile, toFormula, toNumber, type Compiled, type Standard, type StandardInput } from '../../core/scoring';
import {
  cellAt,
  formatCell,
  type CellRef,
  type CellContent,
  type CellValue,
  type SheetSnapshot,
} from '../../core/sheet';
import type { IndicatorField } from '../../core/indicator';
import type { Choice } from './choices';
import type { ScoredRow } from './rows';
import type { ScoredTable } from './table';

/** How 得分 is written: the number, a PERF.SCORE formula, or one that needs no add-in (普通公式). */
export const SCORE_FORMS = ['value', 'perf', 'native'] as const;

export type ScoreForm = (typeof SCORE_FORMS)[number];

/** An argument as a function sees it: what the cell holds, without its number format. */
export type Given = CellValue | null;

/** What the functions make of a row. They stand above the session, and are loaded with the choice of a formula. */
export interface FormulaMaker {
  /** PERF.SCORE of the arguments, or why it gives no number, as a sentence. */
  score(args: readonly Given[]): { readonly ok: true; readonly score: number } | Refused;
  /** The formula without the add-in, and what it gives for the arguments as the cells are now. */
  native(formula: string, args: readonly Given[], sheet: SheetSnapshot): NativeFormula | Refused;
}

interface Refused {
  readonly ok: false;
  readonly reason: string;
}

interface NativeFormula {
  readonly ok: true;
  readonly formula: string;
  /** Null for an error. */
  readonly score: number | null;
  /** What no longer follows the sheet, as sentences. */
  readonly notes: readonly string[];
}

export type ScoreWriting =
  { readonly form: 'value' } | { readonly form: 'perf' | 'native'; readonly maker: FormulaMaker };

export type FormulaOffer =
  | { readonly ok: true; readonly formula: string; readonly notes: readonly string[] }
  | {
      readonly ok: false;
      /**
       * `held`: written as the full mark (or 0), which is not what the standard gives; `tried`: the score rests on
       * results that are not in the sheet; `differs`: over these cells the formula gives `score`; `refused`: it gives
       * no number, for a reason that is said.
       */
      readonly why: 'held' | 'tried' | 'differs' | 'refused';
      readonly data: Readonly<Record<string, string | number>>;
    };

const OPTION = { whole: null, share: '比例', begun: '进档' } as const;

/**
 * A score as a formula over the row's own cells. Offered only where it gives the very number that is shown, by the rules
 * for the bare number of a cell (Percent, in the functions).
 */
export function formulaOf(
  scored: ScoredTable,
  row: ScoredRow,
  { score, tried }: Choice,
  sheet: SheetSnapshot,
  { form, maker }: Exclude<ScoreWriting, { form: 'value' }>,
): FormulaOffer {
  const option = row.options.find((one) => one.score === score);
  if (tried) return { ok: false, why: 'tried', data: {} };
  if (!option || option.held) return { ok: false, why: 'held', data: {} };
  const args = argumentsOf(scored, row, option.reading && OPTION[option.reading]);
  const formula = `=PERF.SCORE(${args.map(textOf).join(',')})`;
  const given = args.map((argument) => valueOf(argument, sheet));
  const made = form === 'perf' ? maker.score(given) : maker.native(formula, given, sheet);
  if (!made.ok) return { ok: false, why: 'refused', data: { reason: made.reason } };
  if (made.score !== score) return { ok: false, why: 'differs', data: { score: made.score ?? '#N/A' } };
  return 'formula' in made ? { ok: true, formula: made.formula, notes: made.notes } : { ok: true, formula, notes: [] };
}

/** Whether the cell holds a formula that this row could have been given here: one may take the other's place. */
export function isOwnFormula(
  scored: ScoredTable,
  row: ScoredRow,
  score: number,
  sheet: SheetSnapshot,
  maker: FormulaMaker,
): boolean {
  const { holds } = row;
  if (!('formula' in holds)) return false;
  return (['perf', 'native'] as const).some((form) => {
    const offer = formulaOf(scored, row, { score }, sheet, { form, maker });
    return offer.ok && sameFormula(offer.formula, holds);
  });
}

/** Spreadsheets set spaces and capitals of formulas as they like. */
export function sameFormula(formula: string, holds: CellContent): boolean {
  const plain = (text: string): string => text.replaceAll(/\s/gu, '').toUpperCase();
  return 'formula' in holds && plain(formula) === plain(holds.formula);
}

/** A cell, a text of the formula's own, or nothing. */
type Argument = { readonly cell: CellRef } | { readonly text: string } | null;

/** In the order of PERF.SCORE: actual, target, standard, weight, operator, unit, options. */
function argumentsOf({ table }: ScoredTable, row: ScoredRow, option: string | null): readonly Argument[] {
  const { indicator, question, compiled } = row;
  const { reading } = indicator;
  const cellOf = (field: IndicatorField): Argument => {
    const column = table.columns.find((one) => one.field === field)?.column;
    const cell = indicator[field]?.cell ?? (column === undefined ? null : { row: indicator.row, column });
    return cell && { cell };
  };
  // What was taken out of the target's cell (≥95%) has no cell of its own.
  const ownOf = (field: 'operator' | 'unit', text: string | null): Argument =>
    (indicator[field]?.assumed === 'split' ? null : cellOf(field)) ?? { text: text ?? '' };
  return [
    cellOf('actual'),
    cellOf('target'),
    cellOf('standard'),
    needsWeight(question, compiled) ? cellOf('weight') : null,
    ownOf('operator', reading.operator),
    ownOf('unit', question.unit ?? null),
    ...(option === null ? [] : [{ text: option }]),
  ];
}

/** Whether the sentence says something else without 分值 beside it. */
function needsWeight(question: StandardInput, compiled: Compiled): boolean {
  if (question.weight === null || question.weight === undefined || !compiled.ok) return false;
  const alone = compile({ ...question, weight: null });
  return !alone.ok || said(alone.standard) !== said(compiled.standard);
}

/** The standard as a text that is the same only where it scores the same. */
function said(standard: Standard): string | null {
  const mark = standard.weight ?? standard.fullMark;
  const weight = mark === null ? '' : String(toNumber(mark));
  const actuals = standard.inputs.map((_, index) => `ACTUAL${index}`);
  const made = toFormula(standard, { actuals, target: 'TARGET', weight });
  return made.ok ? made.formula : made.reason + weight;
}

function textOf(argument: Argument): string {
  if (argument === null) return '';
  return 'cell' in argument ? formatCell(argument.cell) : `"${argument.text.replaceAll('"', '""')}"`;
}

function valueOf(argument: Argument, sheet: SheetSnapshot): Given {
  if (argument === null) return null;
  return 'text' in argument ? argument.text : (cellAt(sheet, argument.cell)?.value ?? null);
}
