import { contentOf, formatCell, formatRange, isMarkNote, sameContent } from '../core/sheet';
import type { CellContent, Range, SheetSnapshot } from '../core/sheet';
import type { WorkbookPatch } from '../formats/xlsx';
import { drawsOf, NO_DRAWING } from '../hosts/memory/drawing';
import type { MemorySheet, MemoryState } from '../hosts/memory/state';

type Mutable<T> = { -readonly [K in keyof T]-?: NonNullable<T[K]> extends readonly (infer I)[] ? I[] : never };

export interface Difference {
  readonly patch: WorkbookPatch;
  readonly empty: boolean;
  /** Something was changed that a patch does not carry: a person's own notes, hidden rows, columns, sheets. */
  readonly unwritten: boolean;
}

/**
 * What has become of a workbook, as a patch of its file. Null where the sheets that it had are not there in their old
 * order: then nothing says which cell of the file is which. Rows and columns must not have moved.
 */
export function difference(before: MemoryState, after: MemoryState): Difference | null {
  const patch: Mutable<Omit<WorkbookPatch, 'unmarks' | 'deleteSheets' | 'redraws' | 'insertRows' | 'deleteRows'>> = {
    addSheets: [],
    unmerges: [],
    sets: [],
    merges: [],
    draws: [],
    clearMarks: [],
    marks: [],
    protects: [],
    unprotects: [],
  };
  let unwritten = false;
  if (before.sheets.some(({ snapshot }, index) => after.sheets[index]?.snapshot.name !== snapshot.name)) return null;
  after.sheets.forEach((sheet, index) => {
    const { name, visible } = sheet.snapshot;
    const old = before.sheets[index];
    if (!old) patch.addSheets.push({ sheet: name, visible });
    patch.sets.push(...sets(old?.snapshot, sheet.snapshot));
    patch.unmerges.push(...areas(name, old?.snapshot.merges ?? [], sheet.snapshot.merges));
    patch.merges.push(...areas(name, sheet.snapshot.merges, old?.snapshot.merges ?? []));
    if (sheet.drawing !== (old?.drawing ?? NO_DRAWING)) patch.draws.push(...drawsOf(name, sheet.drawing));
    const wasProtected = old?.snapshot.protected ?? false;
    if (sheet.snapshot.protected !== wasProtected) patch[wasProtected ? 'unprotects' : 'protects'].push(name);
    if (picture(old) !== picture(sheet)) {
      patch.clearMarks.push(name);
      patch.marks.push(...markEditsOf(sheet));
    }
    // A sheet that is added is added hidden or shown.
    unwritten ||= own(old) !== own(old ? sheet : { ...sheet, snapshot: { ...sheet.snapshot, visible: true } });
  });
  return { patch, unwritten, empty: Object.values(patch).every((edits) => edits.length === 0) };
}

function* filled(sheet: SheetSnapshot | undefined): Iterable<readonly [number, number]> {
  for (const [row, cells] of sheet?.cells.entries() ?? []) {
    for (const [column, cell] of cells?.entries() ?? []) if (cell) yield [row, column];
  }
}

function sets(before: SheetSnapshot | undefined, after: SheetSnapshot): NonNullable<WorkbookPatch['sets']>[number][] {
  const found = new Map<string, NonNullable<WorkbookPatch['sets']>[number]>();
  for (const sheet of [before, after]) {
    for (const [row, column] of filled(sheet)) {
      const was = contentOf(before?.cells[row]?.[column] ?? null);
      const to = contentOf(after.cells[row]?.[column] ?? null);
      if (!sameContent(was, to) || formatOf(was) !== formatOf(to)) {
        const result = after.cells[row]?.[column]?.value;
        const known = 'formula' in to && result !== undefined ? { result } : {};
        found.set(`${row},${column}`, { sheet: after.name, cell: { row, column }, to, ...known });
      }
    }
  }
  return [...found.values()];
}

function formatOf(content: CellContent): string | undefined {
  return 'number' in content ? content.numberFormat : undefined;
}

/** The areas that the first has and the second lacks. */
function areas(sheet: string, some: readonly Range[], others: readonly Range[]): { sheet: string; range: Range }[] {
  const known = new Set(others.map(formatRange));
  return some.filter((range) => !known.has(formatRange(range))).map((range) => ({ sheet, range }));
}

/** The marks of a sheet with the texts of our notes, for a patch. */
export function markEditsOf({
  snapshot,
  marks: cells,
  notes,
}: MemorySheet): NonNullable<WorkbookPatch['marks']>[number][] {
  const texts = new Map(notes.filter(({ text }) => isMarkNote(text)).map(({ cell, text }) => [formatCell(cell), text]));
  return cells.map(({ cell, level }) => ({
    sheet: snapshot.name,
    cell,
    level,
    note: texts.get(formatCell(cell)) ?? '',
  }));
}

/** Our marks and notes, to be compared. */
function picture(sheet: MemorySheet | undefined): string {
  const cells = sheet?.marks.map(({ cell, level }) => `${formatCell(cell)} ${level}`) ?? [];
  const notes = sheet?.notes
    .filter(({ text }) => isMarkNote(text))
    .map(({ cell, text }) => `${formatCell(cell)} ${text}`);
  return [...cells.sort(), ...(notes ?? []).sort()].join('\n');
}

/** What is a person's own and stays in the grid. */
function own(sheet: MemorySheet | undefined): string {
  if (!sheet) return '';
  const { hiddenRows, hiddenColumns, visible } = sheet.snapshot;
  const notes = sheet.notes
    .filter(({ text }) => !isMarkNote(text))
    .map(({ cell, text }) => `${formatCell(cell)} ${text}`);
  const used = [...hiddenRows, '|', ...hiddenColumns];
  return notes.length === 0 && used.length === 1 && visible ? '' : JSON.stringify([notes.sort(), used, visible]);
}
