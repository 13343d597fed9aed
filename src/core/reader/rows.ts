import type { Column, Field, FormKind, Indicator, IndicatorField } from '../indicator';
import type { CellRef } from '../sheet';
import { placeRow, type Placement, type Slot } from './align';
import type { BodyRow } from './body';
import type { Grid } from './grid';
import { headingOf } from './headers';
import { levelStem, parentsOf } from './levels';
import { actualField, nameField, numberField, readTargetFields, textField, wordField, type Source } from './values';
import { fullMarkOf } from './weight';

type Level = Field<string> | null;

/** Rows read between two pauses. */
const SLICE = 50;

/** A column that only counts the rows. */
const NUMBERING = /^(?:序号|编号)$/;

/**
 * Reads the indicators of a table, carrying levels down from row to row. Of a list, rows that name no indicator are kept
 * as well: a second piece of evidence for the one above.
 */
export function* readIndicators(
  grid: Grid,
  rows: readonly BodyRow[],
  columns: readonly Column[],
  marked: FormKind | null = null,
): Generator<undefined, Indicator[]> {
  const slots: Slot[] = columns.map(({ column, field }) => ({ column, field })).sort((a, b) => a.column - b.column);
  const columnOf = new Map(
    columns.filter(({ field }) => field !== 'other').map(({ field, column }) => [field, column]),
  );
  const keys = otherKeys(columns);
  const hasWeight = columnOf.has('weight');
  const indicators: Indicator[] = [];
  let level1: Level = null;
  let level2: Level = null;

  for (const { row, cells } of rows) {
    if (row % SLICE === 0) yield;
    const { placements } = placeRow(cells, slots, marked !== null);
    const sources = new Map<IndicatorField, Source>();
    const others: Record<string, Field<string>> = {};
    for (const placement of placements) {
      const { slot } = placement;
      if (!slot) continue;
      const source = sourceOf(row, placement);
      if (slot.field !== 'other') sources.set(slot.field, source);
      else {
        const key = keys.get(slot.column);
        const found = key === undefined ? null : textField(source);
        if (key !== undefined && found) others[key] = found;
      }
    }

    const own1 = levelField(grid, row, columnOf.get('level1'), sources.get('level1'), rows);
    const own2 = levelField(grid, row, columnOf.get('level2'), sources.get('level2'), rows);
    // A new category begins: what stood under the one before does not hold for it.
    if (own1 && own1.value !== level1?.value && !own2) level2 = null;
    level2 = own2 ?? carried(level2);
    level1 = own1 ?? impliedLevel1(level1, own2, columnOf.get('level1')) ?? carried(level1);

    const name = nameField(sources.get('name'));
    const target = readTargetFields(sources.get('operator'), sources.get('target'), sources.get('unit'));
    if (
      !name &&
      !target.target &&
      !(marked === 'list' && Object.keys(others).some((heading) => !NUMBERING.test(heading)))
    )
      continue;
    const standard = textField(sources.get('standard'));
    indicators.push({
      row,
      level1,
      level2,
      name,
      ...target,
      explanation: textField(sources.get('explanation')),
      standard,
      weight: hasWeight ? numberField(sources.get('weight')) : statedWeight(standard),
      actual: actualField(sources.get('actual'), target.unit?.value ?? null),
      score: numberField(sources.get('score')),
      deviation: textField(sources.get('deviation')),
      remark: textField(sources.get('remark')),
      others,
      hidden: grid.sheet.hiddenRows.has(row),
      shift: shiftOf(placements),
    });
  }
  return indicators;
}

function sourceOf(row: number, { cell, slot }: Placement): Source {
  const at = { row, column: cell.column };
  return slot && slot.column !== cell.column ? { cell: cell.cell, at, assumed: 'shifted' } : { cell: cell.cell, at };
}

/** The row's own level, or that of the merge over its cell. */
function levelField(
  grid: Grid,
  row: number,
  column: number | undefined,
  own: Source | undefined,
  rows: readonly BodyRow[],
): Level {
  if (own) return wordField(own);
  if (column === undefined) return null;
  const merge = grid.mergeAt(row, column);
  const first = rows[0];
  if (!merge || !first || merge.top < first.row) return null;
  const at: CellRef = { row: merge.top, column: merge.left };
  const cell = grid.at(at.row, at.column);
  return cell ? wordField({ cell, at, assumed: 'carried' }) : null;
}

function carried(level: Level): Level {
  if (!level || level.assumed !== undefined) return level;
  return { ...level, assumed: 'carried' };
}

/**
 * Level 1 from level 2, where its own label is lost: level 2 stands in its column, or belongs under another level 1
 * than the one that would be carried down.
 */
function impliedLevel1(above: Level, own2: Level, column: number | undefined): Level {
  if (!own2) return null;
  const parents = parentsOf(own2.value);
  if (parents.length === 0) return null;
  const displaced = own2.cell.column === column && own2.assumed === 'shifted';
  const fits = above !== null && parents.includes(levelStem(above.value));
  if (above && fits && !displaced) return null;
  const value = above && fits ? above.value : `${parents[0]}${/指标$/.test(own2.value) ? '指标' : ''}`;
  return { value, raw: own2.raw, cell: own2.cell, assumed: 'implied' };
}

function statedWeight(standard: Field<string> | null): Field<number> | null {
  if (!standard) return null;
  const mark = fullMarkOf(standard.value);
  return mark === null ? null : { value: mark, raw: standard.raw, cell: standard.cell, assumed: 'standard' };
}

/** The shift that most of the displaced cells share. */
function shiftOf(placements: readonly Placement[]): number {
  const counts = new Map<number, number>();
  let most = 0;
  for (const { cell, slot } of placements) {
    const shift = slot ? cell.column - slot.column : 0;
    if (shift === 0) continue;
    const count = (counts.get(shift) ?? 0) + 1;
    counts.set(shift, count);
    if (count > (counts.get(most) ?? 0)) most = shift;
  }
  return most;
}

/** Names for the further columns: their headings, numbered where they repeat. The label beside the table is none. */
function otherKeys(columns: readonly Column[]): Map<number, string> {
  const keys = new Map<number, string>();
  const used = new Map<string, number>();
  for (const { field, column, header } of columns) {
    if (field !== 'other' || header === '' || headingOf(header) === 'side') continue;
    const count = (used.get(header) ?? 0) + 1;
    used.set(header, count);
    keys.set(column, count === 1 ? header : `${header} ${count}`);
  }
  return keys;
}
