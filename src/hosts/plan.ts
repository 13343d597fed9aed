import { contains, formatSheetRange, intersects, sameContent } from '../core/sheet';
import type {
  Address,
  CellContent,
  CellRef,
  ChartEdit,
  Edit,
  FormatEdit,
  FormEdit,
  MarkEdit,
  MergeEdit,
  PageSetupEdit,
  Range,
  SetEdit,
  SizeEdit,
  ValidationEdit,
} from '../core/sheet';
import { HostError } from './host';
import type { Conflict, HostCapabilities } from './host';

/** What a host knows of a sheet before it writes. */
export interface SheetFacts {
  readonly merges: readonly Range[];
  readonly contentAt: (cell: CellRef) => CellContent;
}

/** A write; `numberFormat` is what the cell's format is set to first, where that must change. */
export interface Write extends SetEdit {
  readonly numberFormat?: string;
}

export interface Rows {
  readonly sheet: string;
  readonly before: number;
  readonly count: number;
}

/** How a sheet is drawn (looks, sizes, validations, print setup), as its host kept it; opaque to all others. */
export interface Redraw {
  readonly sheet: string;
  readonly kept: unknown;
}

/**
 * What one `apply` or `undo` does, in the order of its fields. What undoes a plan is again a plan: so an undo can be
 * undone, and a host carries out both with the same few steps. `unprotects`, `deleteRows`, `redraws`, `removeCharts`,
 * `unmarks`, `deleteSheets` and `drawn` only ever undo something.
 *
 * Looks come after contents, since writing a number or a formula may change a cell's number format, and after merging,
 * since an area takes the looks of its first cell; print setup after sizes, since page breaks follow from them; rows
 * charts after all that they show and that their places follow from; rows
 * are opened with everything else in place, so that all of it moves; protection is last, since nothing works after it.
 */
export interface Plan {
  readonly unprotects: readonly string[];
  readonly deleteRows: readonly Rows[];
  readonly addSheets: readonly { readonly sheet: string; readonly visible: boolean }[];
  readonly unmerges: readonly { readonly sheet: string; readonly range: Range }[];
  readonly sets: readonly Write[];
  readonly merges: readonly { readonly sheet: string; readonly range: Range }[];
  readonly sizes: readonly SizeEdit[];
  readonly formats: readonly FormatEdit[];
  readonly validations: readonly ValidationEdit[];
  readonly pageSetups: readonly PageSetupEdit[];
  readonly redraws: readonly Redraw[];
  /** Those that a person has taken away since are none to remove. */
  readonly removeCharts: readonly ChartEdit[];
  readonly charts: readonly ChartEdit[];
  readonly clearMarks: readonly string[];
  readonly unmarks: readonly Address[];
  readonly marks: readonly MarkEdit[];
  readonly insertRows: readonly Rows[];
  readonly protects: readonly string[];
  readonly deleteSheets: readonly string[];
  /** Nothing to do now: how the sheets of `deleteSheets` were drawn, for undoing the undoing. */
  readonly drawn: readonly (DrawEdit | ChartEdit)[];
}

/** The edits of a form but for protection. */
export type DrawEdit = Exclude<FormEdit, { readonly kind: 'protect' }>;

export const EMPTY_PLAN: Plan = {
  unprotects: [],
  deleteRows: [],
  addSheets: [],
  unmerges: [],
  sets: [],
  merges: [],
  sizes: [],
  formats: [],
  validations: [],
  pageSetups: [],
  redraws: [],
  removeCharts: [],
  charts: [],
  clearMarks: [],
  unmarks: [],
  marks: [],
  insertRows: [],
  protects: [],
  deleteSheets: [],
  drawn: [],
};

/** The edits of a plan that draw, in their order. */
export function drawingOf(plan: Plan): DrawEdit[] {
  return [...plan.sizes, ...plan.formats, ...plan.validations, ...plan.pageSetups];
}

function isSize(edit: Edit): edit is SizeEdit {
  return edit.kind === 'columnWidths' || edit.kind === 'rowHeights';
}

function drawingFields(edits: readonly DrawEdit[]): Pick<Plan, 'sizes' | 'formats' | 'validations' | 'pageSetups'> {
  return {
    sizes: edits.filter(isSize),
    formats: edits.filter((edit) => edit.kind === 'format'),
    validations: edits.filter((edit) => edit.kind === 'validation'),
    pageSetups: edits.filter((edit) => edit.kind === 'pageSetup'),
  };
}

/** The sheets that a plan finds and draws on: their inverse is a `Redraw` of what they were like. */
export function redrawnSheets(plan: Plan): string[] {
  const gone = new Set([...plan.addSheets.map(({ sheet }) => sheet), ...plan.deleteSheets].map(sheetKey));
  const names = new Map([...drawingOf(plan), ...plan.redraws].map(({ sheet }) => [sheetKey(sheet), sheet]));
  return [...names].filter(([key]) => !gone.has(key)).map(([, name]) => name);
}

/** What undoes protection, charts, and the drawing on sheets that come or go; `redraws` are the host's to add. */
export function undoOfForms(plan: Plan): Partial<Plan> {
  const added = new Set(plan.addSheets.map(({ sheet }) => sheetKey(sheet)));
  const isAdded = ({ sheet }: { readonly sheet: string }) => added.has(sheetKey(sheet));
  return {
    ...drawingFields(plan.drawn.filter((edit) => edit.kind !== 'addChart')),
    charts: [...plan.drawn.filter((edit) => edit.kind === 'addChart'), ...plan.removeCharts],
    removeCharts: plan.charts.filter((edit) => !isAdded(edit)),
    unprotects: plan.protects,
    protects: plan.unprotects,
    drawn: [...drawingOf(plan), ...plan.charts].filter(isAdded),
  };
}

/** What undoes a plan's sheets, rows and merged areas; `of` tells what a sheet was before. */
export function undoOfShape(
  plan: Plan,
  of: (sheet: string) => { readonly areas: readonly Range[]; readonly visible: boolean },
): Plan {
  const merges = new Map(
    [...plan.unmerges, ...plan.merges].flatMap(({ sheet, range }) =>
      of(sheet)
        .areas.filter((area) => intersects(area, range))
        .map((area) => [`${sheetKey(sheet)}!${area.top},${area.left}`, { sheet, range: area }]),
    ),
  );
  return {
    ...EMPTY_PLAN,
    deleteRows: [...plan.insertRows].reverse(),
    addSheets: plan.deleteSheets.map((sheet) => ({ sheet, visible: of(sheet).visible })),
    unmerges: plan.merges,
    merges: [...merges.values()],
    insertRows: [...plan.deleteRows].reverse(),
    deleteSheets: plan.addSheets.map(({ sheet }) => sheet),
  };
}

/** Whether a plan does nothing to a sheet but write values into cells. */
export function onlySets(plan: Plan, name: string): boolean {
  const others = [
    ...plan.deleteRows,
    ...plan.unmerges,
    ...plan.merges,
    ...plan.unmarks,
    ...plan.marks,
    ...plan.insertRows,
    ...drawingOf(plan),
    ...plan.redraws,
    ...plan.removeCharts,
    ...plan.charts,
  ].map(({ sheet }) => sheet);
  const named = [...others, ...plan.clearMarks, ...plan.deleteSheets, ...plan.protects];
  return !named.some((sheet) => sheetKey(sheet) === sheetKey(name));
}

export function sheetKey(name: string): string {
  return name.toLowerCase();
}

export function cellKey(cell: CellRef): string {
  return `${cell.row},${cell.column}`;
}

/** Several writes to a cell become one, from what the first expects to what the last leaves. */
function foldSets(sets: readonly SetEdit[]): { sets: SetEdit[]; conflicts: Conflict['conflicts'][number][] } {
  const folded = new Map<string, SetEdit>();
  const conflicts: Conflict['conflicts'][number][] = [];
  for (const edit of sets) {
    const key = `${sheetKey(edit.sheet)}!${cellKey(edit.cell)}`;
    const earlier = folded.get(key);
    if (earlier && !sameContent(earlier.to, edit.from)) {
      conflicts.push({ address: { sheet: edit.sheet, ...edit.cell }, expected: edit.from, found: earlier.to });
    }
    folded.set(key, earlier ? { ...edit, from: earlier.from } : edit);
  }
  return { sets: [...folded.values()], conflicts };
}

/** The last mark of a cell wins; a mark before a clearing of its sheet is gone. */
function lastMarks(edits: readonly Edit[]): MarkEdit[] {
  const marks = new Map<string, MarkEdit>();
  for (const edit of edits) {
    if (edit.kind === 'mark') marks.set(`${sheetKey(edit.sheet)}!${cellKey(edit.cell)}`, edit);
    if (edit.kind === 'clearMarks') {
      for (const [key, mark] of marks) if (sheetKey(mark.sheet) === sheetKey(edit.sheet)) marks.delete(key);
    }
  }
  return [...marks.values()];
}

export function planOf(edits: readonly Edit[]): { plan: Plan; conflicts: Conflict['conflicts'] } {
  const of = <K extends Edit['kind']>(kind: K) =>
    edits.filter((edit): edit is Extract<Edit, { kind: K }> => edit.kind === kind);
  const { sets, conflicts } = foldSets(of('set'));
  const merging = edits.filter((edit): edit is MergeEdit => edit.kind === 'merge' || edit.kind === 'unmerge');
  const plan: Plan = {
    ...EMPTY_PLAN,
    addSheets: of('addSheet'),
    unmerges: merging.filter((edit) => edit.kind === 'unmerge'),
    sets,
    merges: merging.filter((edit) => edit.kind === 'merge'),
    sizes: edits.filter(isSize),
    formats: of('format'),
    validations: of('validation'),
    pageSetups: of('pageSetup'),
    charts: of('addChart'),
    clearMarks: of('clearMarks').map((edit) => edit.sheet),
    marks: lastMarks(edits),
    insertRows: [...of('insertRows')].sort((a, b) => b.before - a.before),
    protects: [...new Map(of('protect').map(({ sheet }) => [sheetKey(sheet), sheet])).values()],
  };
  return { plan, conflicts };
}

/** What a plan says in edits, for those who look at an undo record: all but the deletions and redrawings. */
export function editsOf(plan: Plan): Edit[] {
  return [
    ...plan.addSheets.map(({ sheet, visible }): Edit => ({ kind: 'addSheet', sheet, visible })),
    ...plan.unmerges.map(({ sheet, range }): Edit => ({ kind: 'unmerge', sheet, range })),
    ...plan.sets.map(({ sheet, cell, from, to }): Edit => ({ kind: 'set', sheet, cell, from, to })),
    ...plan.merges.map(({ sheet, range }): Edit => ({ kind: 'merge', sheet, range })),
    ...drawingOf(plan),
    ...plan.charts,
    ...plan.clearMarks.map((sheet): Edit => ({ kind: 'clearMarks', sheet })),
    ...plan.marks,
    ...plan.insertRows.map((rows): Edit => ({ kind: 'insertRows', ...rows })),
    ...plan.protects.map((sheet): Edit => ({ kind: 'protect', sheet })),
  ];
}

/** Every sheet that a plan expects to exist already. */
export function sheetsOf(plan: Plan): string[] {
  const names = new Map<string, string>();
  const add = (sheet: string) => names.set(sheetKey(sheet), sheet);
  for (const { sheet } of [...plan.deleteRows, ...plan.unmerges, ...plan.sets, ...plan.merges]) add(sheet);
  for (const { sheet } of [...plan.unmarks, ...plan.marks, ...plan.insertRows]) add(sheet);
  for (const { sheet } of [...drawingOf(plan), ...plan.redraws]) add(sheet);
  for (const { sheet } of [...plan.removeCharts, ...plan.charts]) add(sheet);
  for (const sheet of [...plan.clearMarks, ...plan.deleteSheets, ...plan.unprotects, ...plan.protects]) add(sheet);
  for (const { sheet } of plan.addSheets) names.delete(sheetKey(sheet));
  return [...names.values()];
}

/** Characters of a list in a validation, as every spreadsheet has it. */
const LIST_CHARACTERS = 255;

/** A longer list, or one with commas in it, stands in cells. */
function isListable(list: readonly string[]): boolean {
  return list.length > 0 && list.join(',').length <= LIST_CHARACTERS && !list.some((text) => text.includes(','));
}

/** Refuses what a host cannot do at all; called before anything is written. */
export function refuseUnsupported(plan: Plan, capabilities: HostCapabilities): void {
  const refuse = (able: boolean, needed: readonly unknown[], what: string) => {
    if (!able && needed.length > 0) throw new HostError('unsupported', what);
  };
  refuse(capabilities.addSheet, [...plan.addSheets, ...plan.deleteSheets], 'addSheet');
  refuse(capabilities.merge, [...plan.merges, ...plan.unmerges], 'merge');
  refuse(capabilities.marks, [...plan.marks, ...plan.unmarks, ...plan.clearMarks], 'marks');
  refuse(capabilities.insertRows, [...plan.insertRows, ...plan.deleteRows], 'insertRows');
  refuse(capabilities.formats, [...plan.formats, ...plan.sizes], 'formats');
  refuse(capabilities.validations, plan.validations, 'validations');
  for (const { source } of plan.validations) {
    if (source && 'list' in source) refuse(isListable(source.list), [source], 'list');
  }
  refuse(capabilities.pageSetup, plan.pageSetups, 'pageSetup');
  refuse(capabilities.charts, [...plan.charts, ...plan.removeCharts], 'charts');
  refuse(capabilities.protect, [...plan.protects, ...plan.unprotects], 'protect');
}

/** The cells that hold something else than a write expects. */
export function conflictsOf(
  sets: readonly Write[],
  factsOf: (sheet: string) => SheetFacts,
): Conflict['conflicts'][number][] {
  const conflicts: Conflict['conflicts'][number][] = [];
  for (const edit of sets) {
    const found = factsOf(edit.sheet).contentAt(edit.cell);
    if (sameContent(found, edit.from)) continue;
    conflicts.push({ address: { sheet: edit.sheet, ...edit.cell }, expected: edit.from, found });
  }
  return conflicts;
}

/** Refuses a write into a merged area elsewhere than at its top left: spreadsheets would swallow it in silence. */
export function refuseCoveredCells(plan: Plan, factsOf: (sheet: string) => SheetFacts): void {
  for (const { sheet, cell, to } of plan.sets) {
    if ('blank' in to) continue;
    const area = factsOf(sheet).merges.find((merge) => contains(merge, cell));
    if (!area || (area.top === cell.row && area.left === cell.column)) continue;
    const opened = plan.unmerges.some(
      (edit) => sheetKey(edit.sheet) === sheetKey(sheet) && intersects(edit.range, area),
    );
    if (!opened) throw new HostError('cell-locked', formatSheetRange(sheet, area));
  }
}

/** The cells of a range other than its top left: a merge empties them. */
export function coveredCells(range: Range): CellRef[] {
  const cells: CellRef[] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1) {
      if (row !== range.top || column !== range.left) cells.push({ row, column });
    }
  }
  return cells;
}

export function addressOf(sheet: string, cell: CellRef): Address {
  return { sheet, row: cell.row, column: cell.column };
}
