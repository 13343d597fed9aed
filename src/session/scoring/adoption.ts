import { applyEdits } from '../../core/check';
import type { IndicatorTable } from '../../core/indicator';
import { readTables, type ColumnCorrection } from '../../core/reader';
import { evaluate, toNumber, type Evaluation, type Input, type Read, type Standard } from '../../core/scoring';
import { cellAt, contentOf, type CellContent, type CellRef, type SetEdit, type SheetSnapshot } from '../../core/sheet';
import { same } from '../../core/sheet/same';
import { isPercentUnit } from '../../core/text';
import { actualFrom, isPooled } from './choices';
import { scoreTables } from './table';
import type { ScoredRow } from './rows';

/** Whether results that were tried can stand in the row's 实际完成值, as what; or why they can't. */
export type Adoption =
  | { readonly ok: true; readonly cell: CellRef; readonly holds: CellContent; readonly to: CellContent }
  | {
      readonly ok: false;
      /**
       * `no-cell`: the form has no such cell for this row; `several`: one cell cannot hold them so that they are read
       * again; `unread`: as `several`, for a single result.
       */
      readonly why: 'no-cell' | 'several' | 'unread';
    };

type Scored = Extract<Evaluation, { status: 'scored' }>;

/**
 * The tried results as the contents of the cell. A content is taken only where the sheet, read anew with it, gives the
 * same score from the same results: what is written must say to everyone what it said in the pane. Null where the
 * results are not scored, or the cell says so already.
 */
export function adoptionOf(
  row: ScoredRow,
  tried: readonly string[],
  sheet: SheetSnapshot,
  corrections: readonly ColumnCorrection[],
): Adoption | null {
  const { compiled, actualCell, explanation } = row;
  if (!compiled.ok) return null;
  const { standard } = compiled;
  const wanted = evaluate(standard, actualFrom(standard, tried));
  if (wanted.status !== 'scored' || standard.inputs.length === 0) return null;
  if (explanation && isSame(explanation.evaluation, wanted)) return null;
  if (!actualCell) return { ok: false, why: 'no-cell' };
  const cell = cellAt(sheet, actualCell);
  const holds = contentOf(cell);
  for (const to of contentsOf(standard, tried, cell?.numberFormat)) {
    const edit: SetEdit = { kind: 'set', sheet: sheet.name, cell: actualCell, from: holds, to };
    const read = readRow(afterEdit(sheet, edit, corrections), row.indicator.row);
    const evaluation = read?.explanation?.evaluation;
    if (evaluation && isSame(evaluation, wanted) && read.options.length > 0) {
      return { ok: true, cell: actualCell, holds, to };
    }
  }
  return { ok: false, why: standard.inputs.length > 1 && !isPooled(standard) ? 'several' : 'unread' };
}

/** A sheet as it is after an edit, with what is read in it. */
export interface After {
  readonly sheet: SheetSnapshot;
  readonly tables: readonly IndicatorTable[];
}

interface Asked extends After {
  readonly edit: SetEdit | null;
  readonly corrections: readonly ColumnCorrection[];
}

/** What was asked last of each sheet: at every key the same is asked more than once, and a large sheet takes its time. */
const asked = new WeakMap<SheetSnapshot, Asked>();

/** The sheet read with the edit, or as it is. */
export function afterEdit(sheet: SheetSnapshot, edit: SetEdit | null, corrections: readonly ColumnCorrection[]): After {
  const last = asked.get(sheet);
  if (last?.corrections === corrections && same(last.edit, edit)) return last;
  const after = edit ? applyEdits(sheet, [edit]).sheet : sheet;
  const found = { sheet: after, tables: readTables(after, { corrections }).tables, edit, corrections };
  asked.set(sheet, found);
  return found;
}

function readRow({ sheet, tables }: After, row: number): ScoredRow | undefined {
  const [table] = tables.flatMap((found) => {
    const indicators = found.indicators.filter((indicator) => indicator.row === row);
    return indicators.length > 0 ? [{ ...found, indicators }] : [];
  });
  return table && scoreTables([table], sheet)[0]?.rows[0];
}

function isSame(evaluation: Evaluation, wanted: Scored): boolean {
  return (
    evaluation.status === 'scored' &&
    evaluation.score === wanted.score &&
    evaluation.values.every((value, index) => isSameRead(value, wanted.values[index]))
  );
}

function isSameRead(a: Read, b: Read | undefined): boolean {
  switch (a.kind) {
    case 'number':
      return b?.kind === 'number' && toNumber(a.value) === toNumber(b.value);
    case 'grade':
      return b?.kind === 'grade' && a.option === b.option;
    case 'flag':
      return b?.kind === 'flag' && a.value === b.value;
    case 'none':
      return b?.kind === 'none';
  }
}

const NUMBER = /^-?\d+(?:\.\d+)?$/u;

/** How clerks write such results into one cell, the plainest first. */
function contentsOf(standard: Standard, tried: readonly string[], format: string | undefined): readonly CellContent[] {
  const values = tried.map((value) => value.trim());
  const { inputs } = standard;
  if (inputs.length === 1 || isPooled(standard)) {
    return single(inputs[0] as Input, values[0] ?? '', format);
  }
  const written = inputs.map((input, index) => withUnit(input, values[index] ?? ''));
  const named = inputs.map((input, index) =>
    input.kind === 'grade' ? (values[index] ?? '') : `${input.name}${written[index] ?? ''}`,
  );
  const met = inputs.filter((input, index) => input.kind === 'boolean' && values[index] === '是');
  return [
    ...(met.length === 1 ? [met[0]?.name ?? ''] : []),
    written.join('，'),
    `${written[0] ?? ''}（${written.slice(1).join('，')}）`,
    written.join(''),
    named.join('，'),
  ].map((text) => ({ text }));
}

function single(input: Input, value: string, format: string | undefined): readonly CellContent[] {
  if (!NUMBER.test(value)) return [{ text: value }];
  const number = Number(value);
  const text = { text: withUnit(input, value) };
  if (!isPercentUnit(input.unit)) return [{ number }, text];
  // 0.57 and not 0.5700000000000001.
  return format?.includes('%') ? [{ number: Number((number / 100).toPrecision(12)) }, text] : [text, { number }];
}

function withUnit({ unit }: Input, value: string): string {
  return NUMBER.test(value) ? `${value}${unit ?? ''}` : value;
}
