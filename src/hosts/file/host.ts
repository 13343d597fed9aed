import {
  contentOf,
  formatCell,
  intersects,
  isMarkNote,
  RECORD_SHEET,
  type Address,
  type CellContent,
  type CellRef,
  type Edit,
  type MarkEdit,
  type MarkLevel,
  type Range,
  type SheetSnapshot,
} from '../../core/sheet';
import {
  FormatError,
  keepDrawing,
  marksOf,
  notesOf,
  patchWorkbook,
  type KeptDrawing,
  type ValueWrite,
  type WorkbookFile,
} from '../../formats/xlsx';
import {
  HostError,
  type ApplyOptions,
  type ApplyResult,
  type Conflict,
  type HostCapabilities,
  type HostEvent,
  type ReadRequest,
  type SpreadsheetHost,
  type UndoRecord,
  type WorkbookSnapshot,
} from '../host';
import {
  conflictsOf,
  coveredCells,
  drawingOf,
  editsOf,
  EMPTY_PLAN,
  planOf,
  redrawnSheets,
  refuseCoveredCells,
  refuseUnsupported,
  sheetKey,
  sheetsOf,
  undoOfForms,
  type Plan,
  type SheetFacts,
  type Write,
} from '../plan';

const CAPABILITIES: HostCapabilities = {
  marks: true,
  notes: 'note',
  insertRows: true,
  addSheet: true,
  merge: true,
  formats: true,
  validations: true,
  pageSetup: true,
  protect: true,
  charts: false,
  undoGroup: true,
  events: true,
};

/** What undoing needs: the file before and after, and the plan for when others have written since. */
interface Kept {
  readonly before: WorkbookFile;
  readonly after: WorkbookFile;
  readonly plan: Plan;
}

/**
 * A workbook file as a spreadsheet, in memory: nothing but `bytes` leads out of it. Files never change, each edit gives
 * another; so a failed edit leaves the old one, and an undo takes it back, byte for byte.
 */
export class FileHost implements SpreadsheetHost {
  readonly capabilities = CAPABILITIES;
  private readonly listeners = new Set<(event: HostEvent) => void>();
  private shown: string;
  /** The cell selected last. */
  selected: Address | null = null;

  constructor(private current: WorkbookFile) {
    this.shown = current.active;
  }

  get file(): WorkbookFile {
    return this.current;
  }

  /** The file to be saved. */
  bytes(): Uint8Array {
    return this.current.zip.save();
  }

  async read({ sheets }: ReadRequest): Promise<WorkbookSnapshot> {
    const all = this.current.sheets;
    const list = all.map(({ name, visible }) => ({ name, visible }));
    const record = all.find(({ name }) => name === RECORD_SHEET) ?? null;
    if (sheets === 'all') return { list, active: this.shown, sheets: all, record };
    const names = sheets === 'active' ? [this.shown] : sheets;
    const missing = names.find((name) => !this.sheet(name));
    if (missing !== undefined) throw new HostError('missing-sheet', missing);
    const wanted = new Set(names.map(sheetKey));
    return { list, active: this.shown, sheets: all.filter(({ name }) => wanted.has(sheetKey(name))), record };
  }

  async apply(edits: readonly Edit[], { label }: ApplyOptions): Promise<ApplyResult> {
    const { plan, conflicts } = planOf(edits);
    if (conflicts.length > 0) return { status: 'conflict', conflicts };
    return this.carryOut(plan, label);
  }

  async undo(record: UndoRecord): Promise<ApplyResult> {
    const kept = record.keep as Kept;
    if (this.current !== kept.after) return this.carryOut(kept.plan, record.label);
    const redo = inverseOf(kept.plan, kept.after);
    this.current = kept.before;
    this.showExisting();
    const keep: Kept = { before: kept.after, after: kept.before, plan: redo };
    return { status: 'applied', undo: { label: record.label, edits: editsOf(redo), keep } };
  }

  async select(address: Address): Promise<void> {
    const sheet = this.sheet(address.sheet);
    if (!sheet) throw new HostError('missing-sheet', address.sheet);
    if (this.shown !== sheet.name) {
      this.shown = sheet.name;
      this.tell({ kind: 'activated', sheet: sheet.name });
    }
    this.selected = { ...address, sheet: sheet.name };
    this.tell({ kind: 'selected', sheet: sheet.name, cell: address });
  }

  subscribe(listener: (event: HostEvent) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** The file was changed by another hand than the session's: a newer one was read from disk, say. */
  replace(file: WorkbookFile): void {
    const before = this.current;
    this.current = file;
    this.showExisting();
    for (const sheet of file.sheets) {
      if (before.sheets.includes(sheet)) continue;
      this.tell({ kind: 'changed', sheet: sheet.name, range: null });
    }
  }

  private carryOut(plan: Plan, label: string): ApplyResult {
    const before = this.current;
    try {
      refuseUnsupported(plan, this.capabilities);
      this.refuse(plan);
      const filled = this.filledRows(plan);
      if (filled.length > 0) return { status: 'conflict', conflicts: filled };
      // Everything else is said of the rows that are left.
      const opened = plan.deleteRows.length === 0 ? before : patchWorkbook(before, { deleteRows: plan.deleteRows });
      const factsOf = (name: string): SheetFacts => factsOfSheet(findSheet(opened, name));
      refuseCoveredCells(plan, factsOf);
      const conflicts = [...conflictsOf(plan.sets, factsOf), ...this.filledSince(plan)];
      if (conflicts.length > 0) return { status: 'conflict', conflicts };
      const inverse = inverseOf(plan, opened);
      this.current = patchWorkbook(opened, {
        ...plan,
        deleteRows: [],
        sets: [...plan.sets.map(asWrite), ...emptied(plan, opened)],
        draws: drawingOf(plan),
        redraws: plan.redraws.map(({ sheet, kept }) => ({ sheet, kept: kept as KeptDrawing })),
      });
      this.showExisting();
      const keep: Kept = { before, after: this.current, plan: inverse };
      return { status: 'applied', undo: { label, edits: editsOf(inverse), keep } };
    } catch (error) {
      this.current = before;
      return { status: 'failed', error: hostError(error), restored: true, touched: [] };
    }
  }

  private refuse(plan: Plan): void {
    for (const { sheet } of plan.addSheets) {
      if (this.sheet(sheet)) throw new HostError('sheet-exists', sheet);
      if (sheet === '' || sheet.length > 31 || /[[\]:*?/\\\p{Cc}\p{Surrogate}\uFFFE\uFFFF]|^'|'$/u.test(sheet))
        throw new HostError('unsupported', sheet);
    }
    const opened = new Set(plan.unprotects.map(sheetKey));
    for (const name of sheetsOf(plan)) {
      const sheet = this.sheet(name);
      if (!sheet) throw new HostError('missing-sheet', name);
      if (sheet.protected && !opened.has(sheetKey(name))) throw new HostError('protected', sheet.name);
    }
  }

  /** Cells of rows about to be closed that are no longer empty. */
  private filledRows(plan: Plan): Conflict['conflicts'][number][] {
    const sheets = new Map(plan.deleteRows.map(({ sheet }) => [sheetKey(sheet), sheet]));
    return [...sheets].flatMap(([key, sheet]) => {
      const snapshot = this.sheet(sheet);
      const closings = plan.deleteRows.filter((rows) => sheetKey(rows.sheet) === key);
      return filledCells(snapshot)
        .filter(({ row }) => isClosed(row, closings))
        .map((cell) => ({
          address: { sheet, ...cell },
          expected: { blank: true as const },
          found: contentAt(snapshot, cell),
        }));
    });
  }

  /** Cells of a sheet about to be taken away that the plan does not know of. */
  private filledSince(plan: Plan): Conflict['conflicts'][number][] {
    return plan.deleteSheets.flatMap((name) => {
      const sheet = this.sheet(name);
      const known = new Set(
        plan.sets.filter((edit) => sheetKey(edit.sheet) === sheetKey(name)).map(({ cell }) => formatCell(cell)),
      );
      return filledCells(sheet).flatMap((cell) =>
        known.has(formatCell(cell))
          ? []
          : [{ address: { sheet: name, ...cell }, expected: { blank: true as const }, found: contentAt(sheet, cell) }],
      );
    });
  }

  private sheet(name: string): SheetSnapshot | undefined {
    return findSheet(this.current, name);
  }

  private showExisting(): void {
    if (!this.sheet(this.shown)) this.shown = this.current.active;
  }

  private tell(event: HostEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}

function findSheet(file: WorkbookFile, name: string): SheetSnapshot | undefined {
  return file.sheets.find((sheet) => sheetKey(sheet.name) === sheetKey(name));
}

function contentAt(sheet: SheetSnapshot | undefined, cell: CellRef): CellContent {
  return contentOf(sheet?.cells[cell.row]?.[cell.column] ?? null);
}

function factsOfSheet(sheet: SheetSnapshot | undefined): SheetFacts {
  return { merges: sheet?.merges ?? [], contentAt: (cell) => contentAt(sheet, cell) };
}

function filledCells(sheet: SheetSnapshot | undefined): CellRef[] {
  const cells: CellRef[] = [];
  sheet?.cells.forEach((row, r) => row?.forEach((cell, c) => cell && cells.push({ row: r, column: c })));
  return cells;
}

/** Whether a row is among those that are closed one after the other, each numbered as those before have left the sheet. */
function isClosed(row: number, closings: Plan['deleteRows']): boolean {
  let at = row;
  for (const { before, count } of closings) {
    if (at < before) continue;
    if (at < before + count) return true;
    at -= count;
  }
  return false;
}

function asWrite({ sheet, cell, to, numberFormat }: Write): ValueWrite {
  if ('formula' in to && to.result !== undefined) return { sheet, cell, to, result: to.result };
  return { sheet, cell, to: 'number' in to && numberFormat !== undefined ? { ...to, numberFormat } : to };
}

function placeOf(sheet: string, { row, column }: CellRef): string {
  return `${sheetKey(sheet)}!${row},${column}`;
}

/** Merging empties what it covers. */
function emptied(plan: Plan, file: WorkbookFile): { sheet: string; cell: CellRef; to: CellContent }[] {
  const written = new Set(plan.sets.map(({ sheet, cell }) => placeOf(sheet, cell)));
  return plan.merges.flatMap(({ sheet, range }) => {
    const isWritten = (cell: CellRef) => written.has(placeOf(sheet, cell));
    const snapshot = findSheet(file, sheet);
    return coveredCells(range)
      .filter((cell) => isWritten(cell) || !('blank' in contentAt(snapshot, cell)))
      .map((cell) => ({ sheet, cell, to: { blank: true as const } }));
  });
}

/** The plan that undoes `plan`, which is about to be carried out on `file`. */
function inverseOf(plan: Plan, file: WorkbookFile): Plan {
  const covered = emptied(plan, file);
  const places = new Set(covered.map(({ sheet, cell }) => placeOf(sheet, cell)));
  const isCovered = ({ sheet, cell }: { sheet: string; cell: CellRef }) => places.has(placeOf(sheet, cell));
  const back = (sheet: string, cell: CellRef, written: CellContent): Write => ({
    kind: 'set',
    sheet,
    cell,
    from: written,
    to: contentAt(findSheet(file, sheet), cell),
  });
  const swallowed = (edits: readonly { sheet: string; range: Range }[]) =>
    edits.flatMap(({ sheet, range }) =>
      (findSheet(file, sheet)?.merges ?? [])
        .filter((merge) => intersects(merge, range))
        .map((merge) => ({ sheet, range: merge })),
    );
  return {
    ...EMPTY_PLAN,
    ...undoOfForms(plan),
    redraws: redrawnSheets(plan).map((sheet) => ({ sheet, kept: keepDrawing(file, sheet) })),
    sets: [
      ...plan.sets.filter((edit) => !isCovered(edit)).map(({ sheet, cell, to }) => back(sheet, cell, to)),
      ...covered.map(({ sheet, cell }) => back(sheet, cell, { blank: true })),
    ],
    unmerges: plan.merges,
    merges: distinct(swallowed([...plan.unmerges, ...plan.merges])),
    ...marksBack(plan, file),
    deleteRows: [...plan.insertRows].reverse(),
    insertRows: [...plan.deleteRows].reverse(),
    deleteSheets: plan.addSheets.map(({ sheet }) => sheet),
    addSheets: plan.deleteSheets.map((sheet) => ({ sheet, visible: findSheet(file, sheet)?.visible ?? true })),
  };
}

function distinct(areas: readonly { sheet: string; range: Range }[]): { sheet: string; range: Range }[] {
  return [...new Map(areas.map((area) => [JSON.stringify(area), area])).values()];
}

/** The marks that a plan takes off or replaces, to be put on again; the others, to be taken off. */
function marksBack(plan: Plan, file: WorkbookFile): Pick<Plan, 'marks' | 'unmarks'> {
  const touched = [...plan.marks.map(({ sheet, cell }) => ({ sheet, ...cell })), ...plan.unmarks];
  const names = new Map(
    [...touched.map(({ sheet }) => sheet), ...plan.clearMarks].map((name) => [sheetKey(name), name]),
  );
  const marks: MarkEdit[] = [];
  for (const [key, sheet] of names) {
    if (!findSheet(file, sheet)) continue;
    const cleared = plan.clearMarks.some((name) => sheetKey(name) === key);
    const cells = new Set(touched.filter((address) => sheetKey(address.sheet) === key).map(formatCell));
    for (const mark of marksOnSheet(file, sheet)) if (cleared || cells.has(formatCell(mark.cell))) marks.push(mark);
  }
  const marked = new Set(marks.map(({ sheet, cell }) => `${sheetKey(sheet)}!${formatCell(cell)}`));
  const unmarks = touched.filter((address) => !marked.has(`${sheetKey(address.sheet)}!${formatCell(address)}`));
  return { marks, unmarks };
}

/** Areas beyond this size are marks copied over whole columns; they are taken as their first cells. */
const AREA_CELLS = 1000;

/** Every marked cell with the note that came with it. */
export function marksOnSheet(file: WorkbookFile, sheet: string): MarkEdit[] {
  const areas = marksOf(file, sheet);
  const notes = new Map(notesOf(file, sheet).map(({ cell, text }) => [formatCell(cell), text]));
  const marks: MarkEdit[] = [];
  for (const level of ['error', 'warning', 'info'] as const satisfies readonly MarkLevel[]) {
    for (const { top, left, bottom, right } of areas[level]) {
      const width = right - left + 1;
      const count = Math.min(width * (bottom - top + 1), AREA_CELLS);
      for (let i = 0; i < count; i++) {
        const cell = { row: top + Math.floor(i / width), column: left + (i % width) };
        const note = notes.get(formatCell(cell)) ?? '';
        marks.push({ kind: 'mark', sheet, cell, level, note: isMarkNote(note) ? note : '' });
      }
    }
  }
  return marks;
}

function hostError(error: unknown): HostError {
  if (error instanceof HostError) return error;
  if (!(error instanceof FormatError)) throw error;
  const detail = Object.values(error.data).join(' ');
  switch (error.code) {
    case 'signed':
      return new HostError('read-only', 'signed', { cause: error });
    case 'cell-locked':
      return new HostError('cell-locked', detail, { cause: error });
    case 'too-large':
      return new HostError('too-large', detail, { cause: error });
    case 'unsupported':
      return new HostError('unsupported', detail, { cause: error });
    default:
      return new HostError('host', error.message, { cause: error });
  }
}
