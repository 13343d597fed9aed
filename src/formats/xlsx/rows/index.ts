import { FormatError } from '../../error';
import { PackageEditor } from '../package-editor';
import { Parts, type Relationship } from '../parts';
import { hasFormulas, recalculate } from '../recalculate';
import { readZip, type WorkbookFile } from '../workbook';
import { XmlReader } from '../xml';
import {
  shiftBindings,
  shiftChart,
  shiftComments,
  shiftDrawing,
  shiftNames,
  shiftPivotSource,
  shiftPivotTable,
  shiftShapes,
  shiftTable,
} from './parts';
import type { RowShift } from './references';
import { shiftSheet } from './sheet';

/** Rows opened above row `before` (from 0), or, where `count` is negative, closed from there on. */
export interface RowsEdit {
  readonly sheet: string;
  readonly before: number;
  readonly count: number;
}

/** Parts of a sheet that do not say where anything lies. */
const UNMOVED = new Set([
  'hyperlink',
  'image',
  'printerSettings',
  'customProperty',
  'queryTable',
  'slicer',
  'timeline',
]);
/** Parts of a workbook that say where things lie in ways that are not rewritten. */
const RIGID = new Set(['revisionHeaders', 'volatileDependencies']);

/**
 * The file with rows opened or closed, one edit after the other. Whatever refers to rows below follows, on every sheet:
 * formulas, merged areas, conditional formats, validations, links, filters, page breaks, names, tables, notes,
 * conversations, drawings, charts, sources of pivot tables. New rows look like the row above, as in a spreadsheet. Rows
 * that are closed must be empty. Throws FormatError and has done nothing where a part can't follow (unsupported, which
 * names it), where an array or a pivot table would be torn (cell-locked), or where contents would be pushed off the sheet.
 */
export function moveRows(file: WorkbookFile, edits: readonly RowsEdit[]): WorkbookFile {
  if (edits.length === 0) return file;
  if (file.signed) throw new FormatError('signed');
  const editor = new PackageEditor(file.zip);
  for (const edit of edits) new RowsMover(file, editor, edit).run();
  recalculate(editor, file, hasFormulas(file));
  return readZip(editor.finish(), { file, changed: editor.changed() });
}

class RowsMover {
  private readonly shift: RowShift;
  private readonly charts = new Set<string>();
  private readonly parts: Parts;

  constructor(
    private readonly file: WorkbookFile,
    private readonly editor: PackageEditor,
    edit: RowsEdit,
  ) {
    this.parts = new Parts(file.zip);
    this.shift = { ...edit, order: sheetNames(editor.text(file.index.workbookPart), file.index.workbookPart) };
  }

  run(): void {
    const { file, shift } = this;
    const key = shift.sheet.toLowerCase();
    const own = file.index.sheets.find(({ name }) => name.toLowerCase() === key);
    if (!own) throw new FormatError('missing-part', { part: shift.sheet });
    const { workbookPart } = file.index;
    this.change(workbookPart, (text, part) => shiftNames(text, part, shift));
    for (const { type, target, external } of this.related(workbookPart)) {
      if (external) continue;
      if (RIGID.has(type)) throw new FormatError('unsupported', { what: 'insertRows', part: target });
      if (type === 'pivotCacheDefinition') this.change(target, (text, part) => shiftPivotSource(text, part, shift));
      else if (type === 'connections') this.change(target, (text, part) => shiftBindings(text, part, shift));
      else if (/sheet$/i.test(type)) this.sheet(target, target === own.part);
    }
    for (const chart of this.charts) this.change(chart, (text, part) => shiftChart(text, part, shift));
  }

  private sheet(sheetPart: string, own: boolean): void {
    const { shift } = this;
    this.change(sheetPart, (text, part) => (own || text.includes('!') ? shiftSheet(text, part, shift, own) : text));
    for (const { type, target, external } of this.related(sheetPart)) {
      if (external) continue;
      switch (type) {
        case 'drawing':
          this.drawing(target, own);
          break;
        case 'table':
          this.change(target, (text, part) => shiftTable(text, part, shift, own));
          break;
        case 'vmlDrawing':
          this.change(target, (text, part) => shiftShapes(text, part, shift, own));
          break;
        case 'comments':
        case 'threadedComment':
        case 'tableSingleCells':
        case 'namedSheetView':
          if (own) this.change(target, (text, part) => shiftComments(text, part, shift));
          break;
        case 'pivotTable':
          if (own) this.change(target, (text, part) => shiftPivotTable(text, part, shift));
          break;
        case 'ctrlProp':
          if (own) throw new FormatError('unsupported', { what: 'insertRows', part: target });
          this.change(target, (text, part) => shiftBindings(text, part, shift));
          break;
        default:
          if (own && !UNMOVED.has(type)) throw new FormatError('unsupported', { what: 'insertRows', part: target });
      }
    }
  }

  private drawing(drawing: string, own: boolean): void {
    this.change(drawing, (text, part) => shiftDrawing(text, part, this.shift, own));
    for (const { type, target, external } of this.related(drawing)) {
      if (!external && /^chart(?:Ex)?$/.test(type)) this.charts.add(target);
    }
  }

  private related(part: string): Relationship[] {
    return this.editor.relationships(part);
  }

  /** A part in an encoding that is not kept may be looked at, not changed. */
  private change(part: string, shifted: (text: string, part: string) => string): void {
    const before = this.editor.changed().has(part) ? this.editor.text(part) : this.parts.text(part);
    if (before === undefined) return;
    const after = shifted(before, part);
    if (after === before) return;
    this.editor.text(part);
    this.editor.set(part, after);
  }
}

function sheetNames(workbook: string, part: string): string[] {
  const names: string[] = [];
  const reader = new XmlReader(workbook, part);
  while (reader.find('sheet')) names.push(reader.attribute('name') ?? '');
  return names;
}
