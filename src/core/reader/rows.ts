import type { Column, Field, FormKind, Indicator, IndicatorField } from '../indicator';
import type { CellRef } from '../sheet';
import { same } from '../sheet/same';
import type { RowCell, Slot } from './align';
import type { BodyRow } from './body';
import type { Grid } from './grid';
import { headingOf } from './headers';
import { levelStem, parentsOf } from './levels';
import { LOOK } from './looks';
import type { RowPart } from './memory';
import { layoutOf, movedTo, readOwnFields, type Layout, type OwnFields } from './own-fields';
import { wordField } from './values';

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
  const layout = layoutOf(slots, otherKeys(columns), columnOf.has('weight'), marked !== null);
  const indicators: Indicator[] = [];
  let level1: Level = null;
  let level2: Level = null;

  for (const { row, cells, part } of rows) {
    if (row % SLICE === 0) yield;
    const fields = fieldsOf(part, row, cells, layout);
    const section = sectionOf(row, cells, columnOf);
    const own1 = section?.level1 ?? levelField(grid, row, columnOf.get('level1'), fields.ownLevel1, rows);
    const own2 = section ? section.level2 : levelField(grid, row, columnOf.get('level2'), fields.ownLevel2, rows);
    // A new category begins: what stood under the one before does not hold for it.
    if (own1 && own1.value !== level1?.value && !own2) level2 = null;
    level2 = own2 ?? carried(level2);
    level1 = own1 ?? impliedLevel1(level1, own2, columnOf.get('level1')) ?? carried(level1);
    if (section) continue;
    if (
      !fields.name &&
      !fields.target &&
      !(marked === 'list' && Object.keys(fields.others).some((heading) => !NUMBERING.test(heading)))
    )
      continue;
    indicators.push(indicatorOf(part, row, fields, level1, level2, grid.sheet.hiddenRows.has(row)));
  }
  return indicators;
}

/** 一、产出指标 */
const NUMBERED = /^\(?[\d一二三四五六七八九十]+[)、.]+/;

/** A row that holds a category and nothing else begins it, in whichever column it stands. */
function sectionOf(
  row: number,
  cells: readonly RowCell[],
  columnOf: ReadonlyMap<IndicatorField | 'other', number>,
): { level1: Level; level2: Level } | null {
  const [only, ...more] = cells;
  if (!only || more.length > 0 || (only.look & (LOOK.level1 | LOOK.level2)) === 0) return null;
  const word = wordField({ cell: only.cell, at: { row, column: only.column } });
  const level = word && { ...word, value: word.value.replace(NUMBERED, '') };
  // 满意度 is the name of both levels.
  const second =
    (only.look & LOOK.level1) === 0 ||
    ((only.look & LOOK.level2) !== 0 && columnOf.has('level1') && columnOf.get('level2') === only.column);
  return second ? { level1: null, level2: level } : { level1: level, level2: null };
}

function fieldsOf(part: RowPart, row: number, cells: readonly RowCell[], layout: Layout): OwnFields {
  const { own } = part;
  if (own?.under === layout.id && own.row === row) return own.fields;
  const fields = own?.under === layout.id ? movedTo(row, own.fields) : readOwnFields(row, cells, layout);
  part.own = { under: layout.id, row, fields };
  return fields;
}

/** The same object as long as all of it is the same. */
function indicatorOf(
  part: RowPart,
  row: number,
  fields: OwnFields,
  level1: Level,
  level2: Level,
  hidden: boolean,
): Indicator {
  const { made } = part;
  if (made?.fields === fields && made.hidden === hidden) {
    if (same(made.indicator.level1, level1) && same(made.indicator.level2, level2)) return made.indicator;
  }
  const { ownLevel1: _own1, ownLevel2: _own2, ...rest } = fields;
  const indicator: Indicator = { row, level1, level2, ...rest, hidden };
  part.made = { fields, hidden, indicator };
  return indicator;
}

/** The row's own level, or that of the merge over its cell. */
function levelField(
  grid: Grid,
  row: number,
  column: number | undefined,
  own: Level | undefined,
  rows: readonly BodyRow[],
): Level {
  if (own !== undefined) return own;
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
