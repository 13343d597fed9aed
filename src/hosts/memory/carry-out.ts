import { contains, contentOf, intersects, isMarkNote, makeCell, markNote } from '../../core/sheet';
import type { Address, Cell, CellContent, CellRef, ChartEdit, MarkEdit, Range } from '../../core/sheet';
import { HostError } from '../host';
import type { Conflict, Failed } from '../host';
import {
  addressOf,
  cellKey,
  conflictsOf,
  coveredCells,
  drawingOf,
  EMPTY_PLAN,
  redrawnSheets,
  refuseCoveredCells,
  sheetKey,
  sheetsOf,
  undoOfForms,
} from '../plan';
import type { DrawEdit, Plan, SheetFacts, Write } from '../plan';
import { draw, formatAt, NO_DRAWING } from './drawing';
import type { Drawing } from './drawing';
import { findSheet, replaceSheet, sameCell, withCell, withRows } from './state';
import type { MemorySheet, MemoryState } from './state';

/** A write that puts back the very cell that was there, with the value that its formula had. */
interface Restore extends Write {
  readonly was?: Cell | null;
}

/** Carries out one plan on a state of its own; whoever holds the old state keeps it whole. */
export class CarryOut {
  state: MemoryState;
  /** Cells written so far, with what they held. */
  readonly touched = new Map<string, Failed['touched'][number]>();
  private readonly inverse = emptyInverse();
  /** Where the inverse of each written cell stands. */
  private readonly places = new Map<string, number>();

  /** `beforeWrite` is called before every single write; what it throws ends the work there. */
  constructor(
    state: MemoryState,
    private readonly plan: Plan,
    private readonly notes: boolean,
    private readonly beforeWrite: () => void,
  ) {
    this.state = state;
  }

  /** The plan that undoes what was done. */
  get undo(): Plan {
    return { ...this.inverse, ...undoOfForms(this.plan) };
  }

  /** Throws HostError; returns the conflicts where there are any, and has written nothing then. */
  run(): Conflict['conflicts'] {
    this.refuse();
    const conflicts = this.conflicts();
    if (conflicts.length > 0) return conflicts;
    const { plan } = this;
    for (const name of plan.unprotects) this.protect(name, false);
    for (const rows of plan.deleteRows) {
      this.write(rows.sheet, (sheet) => withRows(sheet, rows.before, -rows.count));
      this.inverse.insertRows.unshift(rows);
    }
    for (const { sheet, visible } of plan.addSheets) this.addSheet(sheet, visible);
    for (const { sheet, range } of plan.unmerges) this.unmerge(sheet, range);
    for (const edit of plan.sets) this.set(edit);
    for (const { sheet, range } of plan.merges) this.merge(sheet, range);
    for (const name of redrawnSheets(plan)) this.inverse.redraws.push({ sheet: name, kept: keptOf(this.sheet(name)) });
    for (const edit of drawingOf(plan)) this.write(edit.sheet, (sheet) => drawn(sheet, edit));
    for (const { sheet: name, kept } of plan.redraws) this.write(name, (sheet) => redrawn(sheet, kept as Kept));
    for (const { sheet: on, name } of plan.removeCharts) this.write(on, (sheet) => withoutChart(sheet, name));
    for (const chart of plan.charts) this.write(chart.sheet, (sheet) => withChart(sheet, chart));
    for (const sheet of plan.clearMarks) this.clearMarks(sheet);
    for (const address of plan.unmarks) this.unmark(address);
    for (const mark of plan.marks) this.mark(mark);
    for (const rows of plan.insertRows) {
      this.write(rows.sheet, (sheet) => withRows(sheet, rows.before, rows.count));
      this.inverse.deleteRows.unshift(rows);
    }
    for (const name of plan.protects) this.protect(name, true);
    for (const name of plan.deleteSheets) this.deleteSheet(name);
    return [];
  }

  private refuse(): void {
    const { plan, state } = this;
    for (const { sheet } of plan.addSheets) if (findSheet(state, sheet)) throw new HostError('sheet-exists', sheet);
    const opened = new Set(plan.unprotects.map(sheetKey));
    for (const name of sheetsOf(plan)) {
      const sheet = findSheet(state, name);
      if (!sheet) throw new HostError('missing-sheet', name);
      if (sheet.snapshot.protected && !opened.has(sheetKey(name)))
        throw new HostError('protected', sheet.snapshot.name);
    }
    for (const { sheet, name } of plan.charts) {
      if (findSheet(state, sheet)?.charts?.some((chart) => chart.name === name))
        throw new HostError('chart-exists', name);
    }
  }

  private conflicts(): Conflict['conflicts'] {
    const opened = new Map(this.state.sheets.map((sheet) => [sheetKey(sheet.snapshot.name), sheet]));
    const lost: Conflict['conflicts'][number][] = [];
    const blankOr = (sheet: MemorySheet, cells: Iterable<readonly [CellRef, Cell]>, allowed: ReadonlySet<string>) => {
      for (const [ref, cell] of cells) {
        if (allowed.has(cellKey(ref))) continue;
        lost.push({ address: addressOf(sheet.snapshot.name, ref), expected: { blank: true }, found: contentOf(cell) });
      }
    };
    for (const { sheet: name, before, count } of this.plan.deleteRows) {
      const sheet = opened.get(sheetKey(name)) as MemorySheet;
      blankOr(sheet, filledCells(sheet, before, before + count), new Set());
      opened.set(sheetKey(name), withRows(sheet, before, -count));
    }
    const factsOf = (name: string): SheetFacts => {
      const sheet = opened.get(sheetKey(name))?.snapshot;
      return {
        merges: sheet?.merges ?? [],
        contentAt: (cell): CellContent => contentOf(sheet?.cells[cell.row]?.[cell.column] ?? null),
      };
    };
    for (const name of this.plan.deleteSheets) {
      const sheet = opened.get(sheetKey(name)) as MemorySheet;
      const written = this.plan.sets.filter((edit) => sheetKey(edit.sheet) === sheetKey(name));
      blankOr(sheet, filledCells(sheet), new Set(written.map((edit) => cellKey(edit.cell))));
    }
    refuseCoveredCells(this.plan, factsOf);
    return [...lost, ...conflictsOf(this.plan.sets, factsOf)];
  }

  private write(name: string, change: (sheet: MemorySheet) => MemorySheet): void {
    this.beforeWrite();
    const sheet = findSheet(this.state, name);
    if (!sheet) throw new HostError('missing-sheet', name);
    this.state = replaceSheet(this.state, change(sheet));
  }

  private sheet(name: string): MemorySheet {
    return findSheet(this.state, name) as MemorySheet;
  }

  private addSheet(name: string, visible: boolean): void {
    this.beforeWrite();
    const snapshot = {
      name,
      cells: [],
      merges: [],
      hiddenRows: new Set<number>(),
      hiddenColumns: new Set<number>(),
      protected: false,
      visible,
    };
    this.state = {
      ...this.state,
      sheets: [...this.state.sheets, { snapshot, marks: [], notes: [], drawing: NO_DRAWING }],
    };
    this.inverse.deleteSheets.push(name);
  }

  private deleteSheet(name: string): void {
    this.beforeWrite();
    this.inverse.addSheets.push({ sheet: name, visible: this.sheet(name).snapshot.visible });
    const sheets = this.state.sheets.filter((sheet) => sheetKey(sheet.snapshot.name) !== sheetKey(name));
    const active = sheetKey(this.state.active) === sheetKey(name) ? sheets[0]?.snapshot.name : this.state.active;
    this.state = { sheets, active: active ?? '' };
  }

  private protect(name: string, protect: boolean): void {
    this.write(name, (sheet) => ({ ...sheet, snapshot: { ...sheet.snapshot, protected: protect } }));
  }

  private unmerge(name: string, range: Range): void {
    const { merges } = this.sheet(name).snapshot;
    const gone = merges.filter((merge) => intersects(merge, range));
    this.inverse.merges.push(...gone.map((area) => ({ sheet: name, range: area })));
    this.write(name, (sheet) => ({
      ...sheet,
      snapshot: { ...sheet.snapshot, merges: merges.filter((merge) => !gone.includes(merge)) },
    }));
  }

  private merge(name: string, range: Range): void {
    for (const cell of coveredCells(range)) {
      const was = this.sheet(name).snapshot.cells[cell.row]?.[cell.column];
      if (was) this.set({ kind: 'set', sheet: name, cell, from: contentOf(was), to: { blank: true } });
    }
    const swallowed = this.sheet(name).snapshot.merges.filter((merge) => intersects(merge, range));
    this.inverse.merges.push(...swallowed.map((area) => ({ sheet: name, range: area })));
    this.inverse.unmerges.push({ sheet: name, range });
    this.write(name, (sheet) => ({
      ...sheet,
      snapshot: {
        ...sheet.snapshot,
        merges: [...sheet.snapshot.merges.filter((merge) => !swallowed.includes(merge)), range],
      },
    }));
  }

  private set(edit: Restore): void {
    const { snapshot, drawing } = this.sheet(edit.sheet);
    const was = snapshot.cells[edit.cell.row]?.[edit.cell.column] ?? null;
    const cell = edit.was === undefined ? cellOf(edit.to, was, formatAt(drawing, edit.cell).numberFormat) : edit.was;
    this.write(edit.sheet, (sheet) => withCell(sheet, edit.cell, cell));
    const key = `${sheetKey(edit.sheet)}!${cellKey(edit.cell)}`;
    if (!this.touched.has(key)) {
      this.touched.set(key, { address: addressOf(edit.sheet, edit.cell), was: contentOf(was) });
    }
    const { sets } = this.inverse;
    const at = this.places.get(key) ?? sets.length;
    this.places.set(key, at);
    const earlier = sets[at];
    const back: Restore = {
      kind: 'set',
      sheet: edit.sheet,
      cell: edit.cell,
      from: contentOf(cell),
      to: contentOf(was),
      was,
    };
    sets[at] = earlier ? { ...earlier, from: back.from } : back;
  }

  private clearMarks(name: string): void {
    for (const { cell } of [...this.sheet(name).marks]) this.unmark(addressOf(name, cell));
  }

  /** Takes our mark and our note away, and remembers both. */
  private unmark(address: Address): void {
    const { marks, notes } = this.sheet(address.sheet);
    const mark = marks.find((candidate) => sameCell(candidate.cell, address));
    if (!mark) return;
    const note = notes.find((candidate) => sameCell(candidate.cell, address) && isMarkNote(candidate.text));
    this.inverse.marks.push({
      kind: 'mark',
      sheet: address.sheet,
      cell: mark.cell,
      level: mark.level,
      note: note?.text ?? '',
    });
    this.write(address.sheet, (sheet) => ({
      ...sheet,
      marks: marks.filter((candidate) => candidate !== mark),
      notes: notes.filter((candidate) => candidate !== note),
    }));
  }

  private mark({ sheet: name, cell, level, note }: MarkEdit): void {
    this.unmark(addressOf(name, cell));
    const withNotes = this.notes && note !== '';
    this.write(name, (sheet) => {
      const free = !sheet.notes.some((candidate) => sameCell(candidate.cell, cell));
      return {
        ...sheet,
        marks: [...sheet.marks, { cell, level }],
        notes: withNotes && free ? [...sheet.notes, { cell, text: markNote(note) }] : sheet.notes,
      };
    });
    const marked = this.inverse.marks.some((old) => sheetKey(old.sheet) === sheetKey(name) && sameCell(old.cell, cell));
    if (!marked) this.inverse.unmarks.push(addressOf(name, cell));
  }
}

function* filledCells(
  sheet: MemorySheet,
  from = 0,
  to = sheet.snapshot.cells.length,
): Iterable<readonly [CellRef, Cell]> {
  for (let row = from; row < to; row += 1) {
    for (const [column, cell] of (sheet.snapshot.cells[row] ?? []).entries()) if (cell) yield [{ row, column }, cell];
  }
}

/** What cannot be said in edits of how a sheet is drawn. */
interface Kept {
  readonly drawing: Drawing;
  readonly numberFormats: readonly (readonly [CellRef, string | undefined])[];
}

function keptOf(sheet: MemorySheet): Kept {
  const numberFormats = [...filledCells(sheet)].map(([ref, { numberFormat }]) => [ref, numberFormat] as const);
  return { drawing: sheet.drawing, numberFormats };
}

function withNumberFormats(sheet: MemorySheet, formats: Kept['numberFormats']): MemorySheet {
  const cells = Array.from(sheet.snapshot.cells, (row) => row && [...row]);
  for (const [ref, numberFormat] of formats) {
    const row = cells[ref.row];
    const cell = row?.[ref.column];
    if (!row || !cell || cell.numberFormat === numberFormat) continue;
    const { numberFormat: _, ...plain } = cell;
    row[ref.column] = numberFormat === undefined || numberFormat === 'General' ? plain : { ...plain, numberFormat };
  }
  return { ...sheet, snapshot: { ...sheet.snapshot, cells } };
}

function drawn(sheet: MemorySheet, edit: DrawEdit): MemorySheet {
  const after = { ...sheet, drawing: draw(sheet.drawing, edit) };
  const numberFormat = edit.kind === 'format' ? edit.format.numberFormat : undefined;
  if (edit.kind !== 'format' || numberFormat === undefined) return after;
  const within = [...filledCells(sheet)].filter(([ref]) => contains(edit.range, ref));
  return withNumberFormats(
    after,
    within.map(([ref]) => [ref, numberFormat]),
  );
}

function withoutChart(sheet: MemorySheet, name: string): MemorySheet {
  return { ...sheet, charts: sheet.charts?.filter((chart) => chart.name !== name) };
}

function withChart(sheet: MemorySheet, chart: ChartEdit): MemorySheet {
  return { ...sheet, charts: [...(sheet.charts ?? []), chart] };
}

function redrawn(sheet: MemorySheet, { drawing, numberFormats }: Kept): MemorySheet {
  return { ...withNumberFormats(sheet, numberFormats), drawing };
}

type Inverse = { -readonly [K in keyof Plan]: Plan[K][number][] };

function emptyInverse(): Inverse {
  return Object.fromEntries(Object.keys(EMPTY_PLAN).map((field) => [field, []])) as unknown as Inverse;
}

/**
 * A text or number over a cell keeps its number format, but that a number in a text cell (`@`) would become text.
 * `drawn` is the number format that an empty cell was given.
 */
export function cellOf(to: CellContent, was: Cell | null, drawn?: string): Cell | null {
  const kept = was ? was.numberFormat : drawn;
  const looks = kept === undefined || kept === 'General' ? {} : { numberFormat: kept };
  const untexted = kept === '@' ? {} : looks;
  if ('blank' in to) return null;
  if ('text' in to) return makeCell(to.text, looks);
  if ('boolean' in to) return makeCell(to.boolean, untexted);
  if ('error' in to) return makeCell({ error: to.error }, untexted);
  if ('formula' in to) return makeCell('', { formula: to.formula, ...untexted });
  return makeCell(to.number, to.numberFormat === undefined ? untexted : { numberFormat: to.numberFormat });
}
