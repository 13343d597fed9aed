import Big from 'big.js';
import type { Indicator } from '../../core/indicator';
import type { ColumnCorrection } from '../../core/reader';
import { deviationOf, numberOf, outcomeOf, saysNothing, type Deviation, type Outcome } from '../../core/rules/outcomes';
import type { RuleSettings } from '../../core/rules/rule';
import {
  cellAt,
  contentOf,
  mergeAt,
  sameContent,
  type CellContent,
  type CellRef,
  type SetEdit,
  type SheetSnapshot,
} from '../../core/sheet';
import { adoptionOf, afterEdit, type After } from './adoption';
import { triedOptions } from './choices';
import type { ScoredRow, ScoreOption } from './rows';

/** A cell of the row, with what it holds. */
export interface Place {
  readonly cell: CellRef;
  readonly holds: CellContent;
}

/** What comes of a result that a person types for one row. */
export interface Assistance {
  /** 实际完成值 and what is to stand there; null where the form has no such cell for the row, or it says so already. */
  readonly actual: (Place & { readonly to: CellContent }) | null;
  /** The result cannot stand in one cell so that it is read again: the person writes it. */
  readonly unwritable: boolean;
  /** Scores that the standard gives; none where a person has to score. */
  readonly options: readonly ScoreOption[];
  /** Asked for by 10号, with the cell for it and the part that can be computed. Null where none is needed. */
  readonly deviation: { readonly kind: Deviation; readonly place: Place | null; readonly draft: string } | null;
}

const NUMBER = /^-?\d+(?:\.\d+)?$/u;

/** `tried`: the results as typed, one for each input of the standard. Null while nothing is typed. */
export function assist(
  row: ScoredRow,
  tried: readonly string[],
  sheet: SheetSnapshot,
  corrections: readonly ColumnCorrection[],
  settings: Pick<RuleSettings, 'overAchievement' | 'underspending'>,
): Assistance | null {
  if (tried.length > 0 && tried.every((text) => text.trim() === '')) return null;
  const adoption = adoptionOf(row, tried, sheet, corrections);
  const options = triedOptions(row, tried);
  const { actualCell } = row;
  const typed = tried[0]?.trim() ?? '';
  let to: CellContent | null = null;
  if (adoption?.ok) to = adoption.to;
  else if (!adoption && options.length === 0 && typed !== '')
    to = NUMBER.test(typed) ? { number: Number(typed) } : { text: typed };
  const holds = actualCell ? contentOf(cellAt(sheet, actualCell)) : null;
  const actual = actualCell && holds && to && !sameContent(holds, to) ? { cell: actualCell, holds, to } : null;
  const after = afterEdit(sheet, actual && edit(sheet, actual, actual.to), corrections);
  return {
    actual,
    unwritable: adoption?.ok === false,
    options,
    deviation: deviationAt(row.indicator.row, after, settings),
  };
}

function deviationAt(
  row: number,
  { sheet, tables }: After,
  settings: Pick<RuleSettings, 'overAchievement' | 'underspending'>,
): Assistance['deviation'] {
  for (const table of tables) {
    const indicator = table.indicators.find((found) => found.row === row);
    const outcome = indicator && outcomeOf(indicator, table);
    const kind = outcome && deviationOf(outcome, settings);
    if (!indicator || !kind) continue;
    if (!saysNothing(indicator.deviation?.value)) return null;
    const column = table.columns.find(({ field }) => field === 'deviation')?.column;
    const cell = column === undefined ? null : { row, column };
    const place = cell && !mergeAt(sheet, cell) ? { cell, holds: contentOf(cellAt(sheet, cell)) } : null;
    return { kind, place, draft: draftOf(indicator, outcome) };
  }
  return null;
}

/** What a person fills in before it is signed; PT106 tells of one that was left. */
const BLANKS = '主要原因：____；改进措施：____。';

/**
 * The part of a reason that can be computed, with blanks for the rest: nothing is invented in a signed document. In
 * Chinese always, as the form is.
 */
function draftOf(indicator: Indicator, { degree }: Outcome): string {
  const { reading, actual, unit } = indicator;
  const raw = actual?.raw.trim() ?? '';
  const target = indicator.target?.raw.trim() ?? '';
  const value =
    actual && reading.kind === 'quantity' ? numberOf(actual, reading.unit ?? unit?.value ?? null, reading.value) : null;
  if (value === null || reading.kind !== 'quantity') return `完成情况为“${raw}”，指标值为“${target}”，${BLANKS}`;
  const words = reading.unit ?? unit?.value ?? '';
  const difference = new Big(value).minus(reading.value);
  const apart = difference.abs().round(4).toString() + (words === '%' ? '个百分点' : words);
  const compared = difference.eq(0) ? '与目标相同' : `较目标${difference.gt(0) ? '多' : '少'}${apart}`;
  const rate = degree === null || words === '%' ? '' : `完成率${new Big(degree).times(100).round(2).toString()}%，`;
  return `完成值${new Big(value).toString()}${words}，${compared}，${rate}${BLANKS}`;
}

function edit(sheet: SheetSnapshot, { cell, holds }: Place, to: CellContent): SetEdit {
  return { kind: 'set', sheet: sheet.name, cell, from: holds, to };
}

/** What a person settled on. */
export interface Settled {
  /** Null leaves 得分 as it is. */
  readonly score: number | null;
  /** Null leaves 偏差原因 as it is. */
  readonly deviation: string | null;
}

/** What is to be written: only what differs from what stands there. A formula for the score follows by itself. */
export function rowEdits(
  row: ScoredRow,
  { actual, deviation }: Pick<Assistance, 'actual' | 'deviation'>,
  settled: Settled,
  sheet: SheetSnapshot,
): SetEdit[] {
  const edits: SetEdit[] = [];
  if (actual) edits.push(edit(sheet, actual, actual.to));
  const { score } = settled;
  if (score !== null && row.cell && !('formula' in row.holds) && row.existing !== score) {
    edits.push(edit(sheet, { cell: row.cell, holds: row.holds }, { number: score }));
  }
  const reason = settled.deviation?.trim() ?? '';
  if (deviation?.place && reason !== '') edits.push(edit(sheet, deviation.place, { text: reason }));
  return edits;
}
