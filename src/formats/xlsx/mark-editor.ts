import { formatRange, markFormula, markLevelOf, parseRange, type MarkLevel, type Range } from '../../core/sheet';
import { splice, type Splice } from './package-editor';
import { escapeXml, XmlReader } from './xml';

/** Where a sheet is marked, by level. */
export type MarkAreas = Readonly<Record<MarkLevel, readonly Range[]>>;

export const NO_MARKS: MarkAreas = { error: [], warning: [], info: [] };
const LEVELS: readonly MarkLevel[] = ['error', 'warning', 'info'];
/** Areas a rule: longer lists are split. */
const AREAS = 400;

interface Found {
  readonly areas: MarkAreas;
  /** What to cut out so that no mark is left. */
  readonly cuts: readonly Splice[];
}

/** Our marks on a worksheet part, wherever they were copied: among the usual rules and in the extension list. */
export function findMarks(text: string, part: string): Found {
  if (!text.includes('PERF.MARK')) return { areas: NO_MARKS, cuts: [] };
  const areas: Record<MarkLevel, Range[]> = { error: [], warning: [], info: [] };
  const cuts = findIn(text, part, 0, text.length, areas);
  return { areas, cuts };
}

/** Elements that exist for their children: where all of those are cut, they go too. */
const HOLDERS = new Set(['conditionalFormatting', 'conditionalFormattings', 'ext', 'extLst']);

interface Holder {
  readonly name: string;
  readonly start: number;
  /** Children that stay. */
  kept: number;
  /** Cuts made inside. */
  readonly cuts: Splice[];
  readonly levels: MarkLevel[];
  sqref: string;
}

function findIn(text: string, part: string, from: number, to: number, areas: Record<MarkLevel, Range[]>): Splice[] {
  const reader = new XmlReader(text, part, from, to);
  const cuts: Splice[] = [];
  const stack: Holder[] = [];
  while (reader.next()) {
    const { start, name } = reader;
    const holder = stack[stack.length - 1];
    if (reader.closing) {
      if (holder?.name !== name) continue;
      stack.pop();
      closeHolder(holder, reader.end, stack[stack.length - 1]?.cuts ?? cuts, stack[stack.length - 1], areas);
    } else if (HOLDERS.has(name) && !reader.empty) {
      stack.push({ name, start, kept: 0, cuts: [], levels: [], sqref: reader.attribute('sqref') ?? '' });
    } else if (name === 'cfRule' && holder?.name === 'conditionalFormatting') {
      reader.skip();
      const level = levelOf(text.slice(start, reader.end), part);
      if (level) {
        holder.cuts.push({ start, end: reader.end, text: '' });
        holder.levels.push(level);
      } else holder.kept++;
    } else if (name === 'sqref' && holder?.name === 'conditionalFormatting') {
      holder.sqref = reader.content();
    } else if (holder) {
      reader.skip();
      holder.kept++;
    } else if (name !== 'worksheet') reader.skip();
  }
  return cuts;
}

function closeHolder(
  holder: Holder,
  end: number,
  outer: Splice[],
  parent: Holder | undefined,
  areas: Record<MarkLevel, Range[]>,
): void {
  for (const level of holder.levels) areas[level].push(...parseAreas(holder.sqref));
  if (holder.kept === 0 && holder.cuts.length > 0) {
    outer.push({ start: holder.start, end, text: '' });
    return;
  }
  outer.push(...holder.cuts);
  if (parent) parent.kept++;
}

function levelOf(rule: string, part: string): MarkLevel | null {
  const reader = new XmlReader(rule, part);
  while (reader.next()) {
    if (reader.closing || (reader.name !== 'formula' && reader.name !== 'f')) continue;
    const level = markLevelOf(reader.content());
    if (level) return level;
  }
  return null;
}

function parseAreas(sqref: string): Range[] {
  return sqref
    .trim()
    .split(/\s+/)
    .map(parseRange)
    .filter((range) => range !== null);
}

/** Rules for marks, to be put among the conditional formats. `priority` is the first that is free. */
export function markXml(
  areas: MarkAreas,
  prefix: string,
  priority: number,
  styleOf: (level: MarkLevel) => number,
): string {
  let next = priority;
  let xml = '';
  for (const level of LEVELS) {
    for (let i = 0; i < areas[level].length; i += AREAS) {
      const sqref = areas[level]
        .slice(i, i + AREAS)
        .map(formatRange)
        .join(' ');
      const formula = escapeXml(markFormula(level).slice(1));
      xml +=
        `<${prefix}conditionalFormatting sqref="${sqref}"><${prefix}cfRule type="expression" dxfId="${styleOf(level)}" ` +
        `priority="${next++}"><${prefix}formula>${formula}</${prefix}formula></${prefix}cfRule></${prefix}conditionalFormatting>`;
    }
  }
  return xml;
}

/** One above the highest priority on the sheet: the user's own rules keep their rank. */
export function freePriority(text: string, part: string): number {
  const reader = new XmlReader(text, part);
  let highest = 0;
  while (reader.find('cfRule')) highest = Math.max(highest, Number(reader.attribute('priority')) || 0);
  return highest + 1;
}

export function withoutMarks(text: string, part: string): { text: string; areas: MarkAreas } {
  const { areas, cuts } = findMarks(text, part);
  return { text: cuts.length === 0 ? text : splice(text, cuts), areas };
}
