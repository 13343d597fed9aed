import { INDICATOR_FIELDS, type Column, type IndicatorField } from '../indicator';
import type { CellRef } from '../sheet';
import { squash } from '../text';
import { alignRow, identityCost, type RowCell, type Slot } from './align';
import type { Grid } from './grid';
import { headingOf, LAST_LEVEL, LONG_TERM, type Heading } from './headers';
import { headingCells, type Header } from './locate';
import { LOOK, misfit, MISFIT, type Look } from './looks';

/** A person's correction: what a column of the sheet really holds. */
export interface ColumnCorrection {
  readonly column: number;
  readonly field: IndicatorField | 'other';
}

/** A column of the table before it is decided what it holds. */
interface Candidate {
  readonly column: number;
  readonly header: string;
  readonly headerCell: CellRef | null;
  /** What its own heading says. */
  readonly says: Heading | null;
  readonly looks: readonly Look[];
}

/** Rows looked at to tell what the columns hold. */
const SAMPLE = 60;
/** By so much a row, on the mean, another reading must be better than the headings. */
const MARGIN = 1;
/** Of a column's cells, the share out of place from which its heading is doubted. */
const DOUBTFUL = 0.3;
/** They must be more than what a few shifted rows bring about: this share of the rows. */
const FEW = 0.2;

/**
 * Decides what each column holds. Headings are believed unless the contents say otherwise: readings (by headings, by
 * contents, by both) are tried on a sample of rows, and the one that leaves least out of place is taken. Headings of a form of ours (`trusted`) are
 * believed as long as all of them are still known.
 */
export function mapColumns(
  grid: Grid,
  header: Header,
  rows: readonly (readonly RowCell[])[],
  corrections: readonly ColumnCorrection[],
  trusted = false,
): Column[] {
  const sample = spread(rows, SAMPLE);
  const candidates = candidatesOf(grid, header, sample);
  const corrected = new Map(corrections.map(({ column, field }) => [column, field]));
  const stated = byHeadings(candidates, corrected, sample.length);
  const believed = trusted ? stated : unswapped(candidates, stated, corrected);
  let best = believed;
  let lowest = costOf(believed, sample);
  if (
    !(trusted && candidates.every(({ says }) => says !== null)) &&
    isContradicted(candidates, believed, sample.length)
  ) {
    for (const weight of [1, 0.3]) {
      const fields = byContents(candidates, corrected, weight);
      const cost = costOf(fields, sample);
      if (cost + MARGIN * sample.length < lowest) [best, lowest] = [fields, cost];
    }
  }
  return describe(candidates, best);
}

/** Whether some column holds what its heading does not say, or holds something and has no heading. */
function isContradicted(candidates: readonly Candidate[], fields: Fields, rows: number): boolean {
  return candidates.some(({ column, looks }) => {
    if (looks.length === 0) return false;
    const field = fields.get(column);
    if (field === undefined) return looks.length >= FEW * rows;
    const out = looks.filter((look) => misfit(look, field) >= MISFIT).length;
    return out > DOUBTFUL * looks.length && out >= FEW * rows;
  });
}

type Fields = ReadonlyMap<number, IndicatorField | 'other'>;

function candidatesOf(grid: Grid, header: Header, sample: readonly (readonly RowCell[])[]): Candidate[] {
  const looks = new Map<number, Look[]>();
  for (const row of sample) {
    for (const cell of row) {
      const list = looks.get(cell.column);
      if (list) list.push(cell.look);
      else looks.set(cell.column, [cell.look]);
    }
  }
  const found: Candidate[] = [];
  for (let column = header.left; column <= header.right; column++) {
    const words = headingCells(grid, header, column);
    if (words.length === 0 && !looks.has(column)) continue;
    found.push({
      column,
      header: words.map((word) => squash(word.text)).join('/'),
      headerCell: words.length > 0 ? lastOf(words) : null,
      says: ownHeading(words) ?? (words.some(({ text }) => OWNER.test(squash(text))) ? 'other' : null),
      looks: looks.get(column) ?? [],
    });
  }
  return found.some(({ header }) => LAST_LEVEL.test(header)) ? found.map(asGroup) : found;
}

/** 三级指标 beside 四级指标 names a group. */
function asGroup(candidate: Candidate): Candidate {
  return candidate.says === 'name' && !LAST_LEVEL.test(candidate.header) ? { ...candidate, says: 'other' } : candidate;
}

/** Whose a row is, in a list of many projects: these are labels above a table, and headings only beside others. */
const OWNER = /^(?:(?:项目|主管|预算|实施)(?:单位|部门)|(?:项目|单位|部门)(?:名称|编码))$/;

function lastOf(words: readonly { row: number; column: number }[]): CellRef {
  const last = words[words.length - 1] as CellRef;
  return { row: last.row, column: last.column };
}

/** The lowest heading that says something: 类型 under a merged 指标值 is the sign. */
function ownHeading(words: readonly { text: string }[]): Heading | null {
  for (let index = words.length - 1; index >= 0; index--) {
    const heading = headingOf((words[index] as { text: string }).text);
    if (heading === null) continue;
    const over = index > 0 ? headingOf((words[index - 1] as { text: string }).text) : null;
    if (heading === 'remark' && over === 'deviation') return 'deviation';
    if (heading === 'explanation' && over === 'deviation') return 'deviation';
    return heading;
  }
  return null;
}

/** Each field to the first column whose heading says it and whose contents do not speak against it most. */
function byHeadings(candidates: readonly Candidate[], corrected: Fields, rows: number): Fields {
  const fields = new Map<number, IndicatorField | 'other'>();
  const taken = new Set<IndicatorField>();
  for (const [column, field] of corrected) {
    fields.set(column, field);
    if (field !== 'other') taken.add(field);
  }
  const contested = candidates.filter((candidate) => !fields.has(candidate.column));
  contested.sort(
    (a, b) =>
      longTerm(a) - longTerm(b) ||
      fitOf(b) - fitOf(a) ||
      natureOf(a) - natureOf(b) ||
      sharesOf(a) - sharesOf(b) ||
      a.column - b.column,
  );
  if (!taken.has('name') && !contested.some(({ says }) => says === 'name')) {
    const named = contested.find(({ header, looks }) => NAMES_TOO.test(header) && looks.length * 2 > rows);
    if (named) {
      fields.set(named.column, 'name');
      taken.add('name');
    }
  }
  for (const { column, says } of contested) {
    if (says === null || fields.has(column)) continue;
    if (says === 'other' || says === 'side' || taken.has(says)) fields.set(column, 'other');
    else {
      fields.set(column, says);
      taken.add(says);
    }
  }
  return fields;
}

/**
 * 指标解释 over the standards and 评分标准 over the explanations: either could stand under the other's heading, and only
 * both together tell.
 */
function unswapped(candidates: readonly Candidate[], fields: Fields, corrected: Fields): Fields {
  const under = (field: IndicatorField): Candidate | undefined =>
    candidates.find(({ column }) => fields.get(column) === field && !corrected.has(column));
  const standard = under('standard');
  const explanation = under('explanation');
  const scores = (look: Look): boolean => (look & LOOK.standard) !== 0;
  if (!standard || !explanation || standard.looks.length < 2 || explanation.looks.length < 2) return fields;
  if (standard.looks.some(scores) || !explanation.looks.every(scores)) return fields;
  return new Map([...fields, [standard.column, 'explanation'], [explanation.column, 'standard']]);
}

/** Targets for the year go before those for several years. */
function longTerm({ header }: Candidate): number {
  return LONG_TERM.test(header) ? 1 : 0;
}

/** A column of signs goes before one that says 定性 or 定量, where a form has both. */
function natureOf({ header }: Candidate): number {
  return header.includes('性质') ? 2 : header.includes('类型') ? 1 : 0;
}

/** Points of each indicator go before those of the categories, of which there are fewer. */
function sharesOf({ says, looks }: Candidate): number {
  return says === 'weight' ? -looks.length : 0;
}

/** Headings that mean the indicators' names where no other heading does; else the label beside the table, or more words. */
const NAMES_TOO = /^(?:绩效|年度绩效|考核|评价)?指标(?:内容)?$/;

function fitOf(candidate: Candidate): number {
  const { says, looks } = candidate;
  if (says === null || says === 'side' || looks.length === 0) return 0;
  return looks.filter((look) => misfit(look, says) <= 1).length / looks.length;
}

/**
 * The assignment of fields to columns that fits contents best, where a heading counts as far as the contents bear it
 * out (times `weight`). Exact: all subsets of the fields are weighed, column by column.
 */
function byContents(candidates: readonly Candidate[], corrected: Fields, weight: number): Fields {
  const open = INDICATOR_FIELDS.filter((field) => ![...corrected.values()].includes(field));
  const columns = candidates.filter((candidate) => !corrected.has(candidate.column));
  // A column with a cell or two speaks less surely than a full one.
  const doubt = 0.1 * Math.max(...columns.map(({ looks }) => looks.length));
  const size = 1 << open.length;
  let scores = new Float64Array(size).fill(-Infinity);
  scores[0] = 0;
  const choices: Int8Array[] = [];
  for (const candidate of columns) {
    const next = Float64Array.from(scores);
    const choice = new Int8Array(size).fill(-1);
    open.forEach((field, bit) => {
      const gain = affinity(candidate, field, weight, doubt);
      if (gain <= 0) return;
      for (let mask = 0; mask < size; mask++) {
        if ((mask & (1 << bit)) === 0) continue;
        const score = (scores[mask ^ (1 << bit)] as number) + gain;
        if (score > (next[mask] as number)) {
          next[mask] = score;
          choice[mask] = bit;
        }
      }
    });
    choices.push(choice);
    scores = next;
  }
  let mask = scores.indexOf(Math.max(...scores));
  const fields = new Map<number, IndicatorField | 'other'>(corrected);
  for (let index = columns.length - 1; index >= 0; index--) {
    const { column, says, looks } = columns[index] as Candidate;
    const bit = (choices[index] as Int8Array)[mask] as number;
    if (bit >= 0) {
      fields.set(column, open[bit] as IndicatorField);
      mask ^= 1 << bit;
    } else if (says !== null || looks.length > 0) fields.set(column, 'other');
  }
  return fields;
}

/** Fields whose contents look like another's: 实际完成值 like 指标值, 得分 like 分值. */
const NEEDS_HEADING: ReadonlySet<IndicatorField> = new Set(['actual', 'score', 'weight', 'deviation', 'remark']);

/** How much speaks for a field: the share of the cells that are at home there, and the heading as far as they are. */
function affinity(candidate: Candidate, field: IndicatorField, weight: number, doubt: number): number {
  const { says, looks } = candidate;
  if (looks.length === 0) return says === field ? 0.2 * weight : 0;
  if (says !== field && NEEDS_HEADING.has(field)) return 0;
  // Short words look like anything: those that a form puts into a column of its own are none of ours.
  if (says === 'other' && (field === 'explanation' || field === 'unit' || field === 'standard')) return 0;
  let fit = 0;
  for (const look of looks) {
    const cost = misfit(look, field);
    if (cost <= 0.5) fit += 1;
    else if (cost <= 1.5) fit += 0.4;
    else if (cost <= 3) fit += 0.1;
  }
  const share = fit / (looks.length + doubt);
  return share + (says === field ? weight * Math.min(1, share * 2) : 0);
}

function costOf(fields: Fields, sample: readonly (readonly RowCell[])[]): number {
  const slots = slotsOf(fields);
  let cost = 0;
  for (const row of sample) {
    const plain = identityCost(row, slots);
    cost += plain.worst < 3 ? plain.cost : Math.min(plain.cost, alignRow(row, slots).cost);
  }
  return cost;
}

export function slotsOf(fields: Iterable<readonly [number, IndicatorField | 'other']>): Slot[] {
  return [...fields].map(([column, field]) => ({ column, field })).sort((a, b) => a.column - b.column);
}

function describe(candidates: readonly Candidate[], fields: Fields): Column[] {
  return candidates.flatMap(({ column, header, headerCell, says, looks }): Column[] => {
    const field = fields.get(column) ?? 'other';
    if (field === 'other' && header === '') return [];
    const said = says === 'side' ? 'other' : says;
    const contradicted = looks.length > 0 && field !== 'other' && header !== '' && said !== field;
    return [{ field, column, header, headerCell, ...(contradicted ? { headerSays: said ?? 'other' } : {}) }];
  });
}

/** At most `count` items, spread evenly. */
function spread<T>(items: readonly T[], count: number): readonly T[] {
  if (items.length <= count) return items;
  return Array.from({ length: count }, (_, index) => items[Math.floor((index * items.length) / count)] as T);
}
