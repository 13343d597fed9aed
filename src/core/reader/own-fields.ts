import type { Field, Indicator, IndicatorField } from '../indicator';
import { placeRow, type Placement, type RowCell, type Slot } from './align';
import { actualField, nameField, numberField, readTargetFields, textField, wordField, type Source } from './values';
import { fullMarkOf } from './weight';

/** How the cells of a table's rows are understood: the same for all of them. */
export interface Layout {
  readonly slots: readonly Slot[];
  /** Names of the further columns. */
  readonly keys: ReadonlyMap<number, string>;
  readonly hasWeight: boolean;
  /** A form of ours. */
  readonly trusted: boolean;
  /** All of it in one text, to be compared. */
  readonly id: string;
}

export function layoutOf(
  slots: readonly Slot[],
  keys: ReadonlyMap<number, string>,
  hasWeight: boolean,
  trusted: boolean,
): Layout {
  return { slots, keys, hasWeight, trusted, id: JSON.stringify([slots, [...keys], hasWeight, trusted]) };
}

/** An indicator as far as its own cells tell: without what the rows above give it. */
export interface OwnFields extends Omit<Indicator, 'row' | 'level1' | 'level2' | 'hidden'> {
  /** Undefined where no cell of the row is its level; null for one that holds no word. */
  readonly ownLevel1: Field<string> | null | undefined;
  readonly ownLevel2: Field<string> | null | undefined;
}

export function readOwnFields(row: number, cells: readonly RowCell[], layout: Layout): OwnFields {
  const { placements } = placeRow(cells, layout.slots, layout.trusted);
  const sources = new Map<IndicatorField, Source>();
  const others: Record<string, Field<string>> = {};
  for (const placement of placements) {
    const { slot } = placement;
    if (!slot) continue;
    const source = sourceOf(row, placement);
    if (slot.field !== 'other') sources.set(slot.field, source);
    else {
      const key = layout.keys.get(slot.column);
      const found = key === undefined ? null : textField(source);
      if (key !== undefined && found) others[key] = found;
    }
  }
  const target = readTargetFields(sources.get('operator'), sources.get('target'), sources.get('unit'));
  const standard = textField(sources.get('standard'));
  return {
    ownLevel1: levelIn(sources.get('level1')),
    ownLevel2: levelIn(sources.get('level2')),
    name: nameField(sources.get('name')),
    ...target,
    explanation: textField(sources.get('explanation')),
    standard,
    weight: layout.hasWeight ? numberField(sources.get('weight')) : statedWeight(standard),
    actual: actualField(sources.get('actual'), target.unit?.value ?? null),
    score: numberField(sources.get('score')),
    deviation: textField(sources.get('deviation')),
    remark: textField(sources.get('remark')),
    others,
    shift: shiftOf(placements),
  };
}

/** 同上, 〃: the level of the row above. */
const DITTO = /^(?:[〃〞″"]|''|同上)$/;

function levelIn(source: Source | undefined): Field<string> | null | undefined {
  const field = source && wordField(source);
  return field && DITTO.test(field.value) ? undefined : field;
}

/** The same cells on another row. */
export function movedTo(row: number, fields: OwnFields): OwnFields {
  const at = <F extends Field<unknown> | null | undefined>(field: F): F =>
    field && { ...field, cell: { row, column: field.cell.column } };
  const others: Record<string, Field<string>> = {};
  for (const [key, field] of Object.entries(fields.others)) others[key] = at(field);
  return {
    ownLevel1: at(fields.ownLevel1),
    ownLevel2: at(fields.ownLevel2),
    name: at(fields.name),
    operator: at(fields.operator),
    target: at(fields.target),
    unit: at(fields.unit),
    reading: fields.reading,
    explanation: at(fields.explanation),
    standard: at(fields.standard),
    weight: at(fields.weight),
    actual: at(fields.actual),
    score: at(fields.score),
    deviation: at(fields.deviation),
    remark: at(fields.remark),
    others,
    shift: fields.shift,
  };
}

function sourceOf(row: number, { cell, slot }: Placement): Source {
  const at = { row, column: cell.column };
  return slot && slot.column !== cell.column ? { cell: cell.cell, at, assumed: 'shifted' } : { cell: cell.cell, at };
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
