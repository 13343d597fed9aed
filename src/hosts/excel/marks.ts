/* eslint-disable office-addins/call-sync-before-read, office-addins/call-sync-after-load --
   Asks are queued here and read after one sync for all of them. */
import { MARK_FILL, isMarkNote, markFormula, markLevelOf, markNote } from '../../core/sheet';
import type { CellContent, CellRef, MarkEdit, MarkLevel, Range } from '../../core/sheet';
import type { HostCapabilities } from '../host';
import { addressOf, cellKey, sheetKey } from '../plan';
import type { Plan } from '../plan';
import { cellCount, cellsOf, rangeIn } from './blocks';
import { contentsOf } from './facts';
import { areasOf } from './read';

/** Cells of one rule that are remembered for undoing: somebody may have copied a mark over whole columns. */
const CELLS_REMEMBERED = 2_000;

/** One of our conditional-format rules. */
interface Rule {
  readonly id: string;
  readonly level: MarkLevel;
  readonly areas: readonly Range[];
}

/** A note or a comment, anybody's. */
interface Remark {
  readonly kind: 'note' | 'comment';
  /** Where it stands in its collection, and how a comment is found. */
  readonly index: number;
  readonly id: string;
  readonly text: string;
  readonly cell: CellRef;
}

/** What a sheet has of marks, before a plan changes them. */
export interface SheetMarks<Sheet = Excel.Worksheet> {
  readonly name: string;
  readonly sheet: Sheet;
  readonly rules: readonly Rule[];
  /** Rules without a formula, by their ids: ours, where Excel refused to go on. */
  readonly unfinished?: readonly string[];
  readonly remarks: readonly Remark[];
  /** What the marked cells hold that hold anything, by their keys; for the report of a failure. */
  readonly contents?: ReadonlyMap<string, CellContent>;
}

/** Where remarks are looked for: notes where this Excel knows them, comments always. */
export type NoteMode = HostCapabilities['notes'];

/** The sheets on which a plan changes marks. */
export function markedSheets(plan: Plan): string[] {
  const names = [
    ...plan.clearMarks,
    ...plan.marks.map(({ sheet }) => sheet),
    ...plan.unmarks.map(({ sheet }) => sheet),
  ];
  return [...new Map(names.map((name) => [sheetKey(name), name])).values()];
}

/**
 * Asks for the rules and remarks of sheets, then, in a second request and only where there are any, for their places.
 * The returned function is to be awaited after the first sync.
 */
export function askMarks(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
  notes: NoteMode,
): () => Promise<SheetMarks[]> {
  const asked = sheets.map((sheet) => {
    sheet.load('name');
    const formats = sheet.getRange().conditionalFormats;
    formats.load('items/id,items/type,items/customOrNullObject/rule/formula');
    const comments = notes === 'none' ? null : sheet.comments.load('items/id,items/content');
    const own = notes === 'note' ? sheet.notes.load('items/content') : null;
    return { sheet, formats, comments, own };
  });
  return async () => {
    const finish = asked.map(({ sheet, formats, comments, own }) => {
      const contents = new Map<string, CellContent>();
      const rules = formats.items.flatMap((format) => placeOfRule(sheet, format, contents));
      const remarks = [
        ...(comments?.items ?? []).map(({ id, content }, index) =>
          placeOfRemark(sheet.comments.getItem(id), { kind: 'comment', id, index, text: content }, contents),
        ),
        ...(own?.items ?? []).map(({ content }, index) =>
          placeOfRemark(sheet.notes.getItemAt(index), { kind: 'note', id: '', index, text: content }, contents),
        ),
      ];
      const take = (): SheetMarks => ({
        name: sheet.name,
        sheet,
        rules: rules.map((rule) => rule()),
        unfinished: formats.items.filter(isUnfinished).map(({ id }) => id),
        remarks: remarks.map((remark) => remark()),
        contents,
      });
      return { take, waits: rules.length + remarks.length > 0 };
    });
    if (finish.some(({ waits }) => waits)) await context.sync();
    return finish.map(({ take }) => take());
  };
}

function isUnfinished(format: Excel.ConditionalFormat): boolean {
  return format.type === 'Custom' && ['', '='].includes(format.customOrNullObject.rule.formula);
}

type Contents = Map<string, CellContent>;

/** Excel leaves out in silence what would be too big; marks are to be cleared all the same. */
function takeContents(cells: Excel.Range, contents: Contents): void {
  if ((cells.values as unknown) === null) return;
  const { rowIndex: top, columnIndex: left, rowCount, columnCount } = cells;
  const range = { top, left, bottom: top + rowCount - 1, right: left + columnCount - 1 };
  for (const [cell, { content }] of contentsOf(cells, range)) contents.set(cellKey(cell), content);
}

function placeOfRule(sheet: Excel.Worksheet, format: Excel.ConditionalFormat, contents: Contents): (() => Rule)[] {
  if (format.type !== 'Custom') return [];
  const level = markLevelOf(format.customOrNullObject.rule.formula);
  if (!level) return [];
  const { id } = format;
  const areas = sheet.getRange().conditionalFormats.getItem(id).getRanges();
  areas.load('address');
  const used = areas.getUsedRangeAreasOrNullObject(true);
  used.load('address');
  used.areas.load(
    'items/rowIndex,items/columnIndex,items/rowCount,items/columnCount,items/values,items/formulas,items/valueTypes,items/numberFormat',
  );
  return [
    () => {
      if (!used.isNullObject) for (const cells of used.areas.items) takeContents(cells, contents);
      return { id, level, areas: areasOf(areas.address) };
    },
  ];
}

function placeOfRemark(
  item: Excel.Comment | Excel.Note,
  remark: Omit<Remark, 'cell'>,
  contents: Contents,
): () => Remark {
  const place = item.getLocation();
  const ours = isMarkNote(remark.text);
  place.load('rowIndex,columnIndex');
  if (ours) place.load('rowCount,columnCount,values,formulas,valueTypes,numberFormat');
  return () => {
    if (ours) takeContents(place, contents);
    return { ...remark, cell: { row: place.rowIndex, column: place.columnIndex } };
  };
}

export function marksOf({ name, rules, remarks }: SheetMarks<unknown>): MarkEdit[] {
  const notes = new Map(remarks.filter(({ text }) => isMarkNote(text)).map(({ cell, text }) => [cellKey(cell), text]));
  const marks = new Map<string, MarkEdit>();
  for (const { level, areas } of rules) {
    for (const area of areas) {
      const cells = cellCount(area) > CELLS_REMEMBERED ? [{ row: area.top, column: area.left }] : cellsOf(area);
      for (const cell of cells) {
        const note = notes.get(cellKey(cell)) ?? '';
        marks.set(cellKey(cell), { kind: 'mark', sheet: name, cell, level, note });
      }
    }
  }
  return [...marks.values()];
}

/** What is to be done about the marks of one sheet, and what undoes it. */
export interface MarkWork<Sheet = Excel.Worksheet> {
  readonly before: SheetMarks<Sheet>;
  readonly rules: readonly Rule[];
  readonly remarks: readonly Remark[];
  readonly add: readonly MarkEdit[];
  readonly undo: Pick<Plan, 'marks' | 'unmarks'>;
}

export function markWork<Sheet>(plan: Plan, before: SheetMarks<Sheet>): MarkWork<Sheet> {
  const here = ({ sheet }: { readonly sheet: string }) => sheetKey(sheet) === sheetKey(before.name);
  const add = plan.marks.filter(here);
  const addressed = new Set([...plan.unmarks.filter(here), ...add.map(({ cell }) => cell)].map(cellKey));
  const clears = plan.clearMarks.some((name) => here({ sheet: name }));
  const rules = before.rules.filter(
    ({ areas }) => clears || areas.some((area) => cellCount(area) <= CELLS_REMEMBERED && touches(area, addressed)),
  );
  const gone = marksOf({ ...before, rules });
  const goneCells = new Set(gone.map(({ cell }) => cellKey(cell)));
  const remarks = before.remarks.filter(
    ({ cell, text }) => isMarkNote(text) && (clears || addressed.has(cellKey(cell)) || goneCells.has(cellKey(cell))),
  );
  const unmarks = add
    .filter(({ cell }) => !goneCells.has(cellKey(cell)))
    .map(({ cell }) => addressOf(before.name, cell));
  return { before, rules, remarks, add, undo: { marks: gone, unmarks } };
}

function touches(area: Range, cells: ReadonlySet<string>): boolean {
  for (const cell of cellsOf(area)) if (cells.has(cellKey(cell))) return true;
  return false;
}

/** Puts the work into the request that is being made. */
export function queueMarks({ before, rules, remarks, add }: MarkWork, notes: NoteMode): void {
  const { sheet } = before;
  for (const { id } of rules) sheet.getRange().conditionalFormats.getItem(id).delete();
  // From the last one, so that the places of those before it still hold.
  for (const remark of [...remarks].sort((a, b) => b.index - a.index)) {
    if (remark.kind === 'comment') sheet.comments.getItem(remark.id).delete();
    else sheet.notes.getItemAt(remark.index).delete();
  }
  const kept = before.remarks.filter((remark) => !remarks.includes(remark));
  const taken = new Set(kept.map(({ cell }) => cellKey(cell)));
  for (const { cell, level, note } of add) {
    const range = rangeIn(sheet, { top: cell.row, bottom: cell.row, left: cell.column, right: cell.column });
    const { custom } = range.conditionalFormats.add('Custom');
    custom.rule.formula = markFormula(level);
    custom.format.fill.color = MARK_FILL[level];
    if (note === '' || notes === 'none' || taken.has(cellKey(cell))) continue;
    if (notes === 'note') sheet.notes.add(range, markNote(note));
    else sheet.comments.add(range, markNote(note));
  }
}

/** Puts marks back as they were after a failure, from what the sheet has now. */
export function restoreMarks(before: SheetMarks, now: SheetMarks, notes: NoteMode): void {
  for (const id of now.unfinished ?? []) now.sheet.getRange().conditionalFormats.getItem(id).delete();
  const ours = now.remarks.filter(({ text }) => isMarkNote(text));
  const undo = { marks: [], unmarks: [] };
  queueMarks({ before: now, rules: now.rules, remarks: ours, add: marksOf(before), undo }, notes);
}
