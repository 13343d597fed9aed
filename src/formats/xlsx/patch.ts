import {
  type Address,
  type CellContent,
  type CellValue,
  type CellRef,
  formatCell,
  type MarkEdit,
  type MarkLevel,
  markNote,
  type Range,
  rangeOf,
} from '../../core/sheet';
import { FormatError } from '../error';
import {
  draw,
  type DrawEdit,
  type DrawingContext,
  type KeptDrawing,
  protect,
  redraw,
  unprotect,
} from './drawing-editor';
import { changeMerges, type CellWrite, subtractCell, writeCells } from './cell-editor';
import { refuseLocked } from './locked';
import { findMarks, freePriority, type MarkAreas, markXml, NO_MARKS, withoutMarks } from './mark-editor';
import { changeNotes, type Note, readNotes } from './note-editor';
import { DAYS_1904 } from './date-format';
import { isDateFormat } from './number-format';
import { appendChild, openElement, PackageEditor, prefixOf, splice, XML_HEAD } from './package-editor';
import { changeNames, printNames, type PrintNames, sheetIndex } from './page-editor';
import { Parts } from './parts';
import { recalculate, WORKBOOK_ORDER } from './recalculate';
import { moveRows, type RowsEdit } from './rows';
import { isFormulaLike } from './quote';
import { insertInOrder, minimalStyles, StyleEditor } from './style-editor';
import { readNumberFormats } from './styles';
import { readZip, type SheetPart, type WorkbookFile } from './workbook';
import { encodeText, escapeXml, XmlReader } from './xml';

/** A write of one cell; what it held before was compared by the caller. */
export interface ValueWrite {
  readonly sheet: string;
  readonly cell: CellRef;
  readonly to: CellContent;
  /** What a formula comes to, as far as it is known: what is shown where nothing computes it. */
  readonly result?: CellValue;
}

export interface AreaEdit {
  readonly sheet: string;
  readonly range: Range;
}

/** What is changed in a workbook file, in the order of the fields. Sheets are named as in the file, whatever the case. */
export interface WorkbookPatch {
  /** Empty rows that are closed: what undoes `insertRows`. */
  readonly deleteRows?: readonly RowsEdit[];
  readonly addSheets?: readonly { readonly sheet: string; readonly visible: boolean }[];
  readonly unmerges?: readonly AreaEdit[];
  readonly sets?: readonly ValueWrite[];
  readonly merges?: readonly AreaEdit[];
  /** Looks, sizes, validations and print setup; of those that overlap the later wins. */
  readonly draws?: readonly DrawEdit[];
  readonly redraws?: readonly { readonly sheet: string; readonly kept: KeptDrawing }[];
  /** Sheets whose marks all go. */
  readonly clearMarks?: readonly string[];
  readonly unmarks?: readonly Address[];
  readonly marks?: readonly Omit<MarkEdit, 'kind'>[];
  /** Empty rows opened above a row; one after the other, so from below where the numbers are those of before. */
  readonly insertRows?: readonly RowsEdit[];
  /** Sheets to be protected without a password, and those whose protection, if it has none, goes. */
  readonly protects?: readonly string[];
  readonly unprotects?: readonly string[];
  /** The last sheet of the workbook alone can be taken away. */
  readonly deleteSheets?: readonly string[];
}

const SHEET_ORDER = (
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios ' +
  'autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations ' +
  'hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ' +
  'ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls AlternateContent ' +
  'webPublishItems tableParts extLst'
).split(' ');
/** Characters that a cell can hold. */
const MAX_TEXT = 32_767;
const WORKSHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';
const STRICT_MAIN = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const STRICT_RELATIONSHIPS = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * The file with a patch carried out, at the level of its parts: those that it does not touch keep their bytes. Nothing
 * happens where it throws FormatError: signed, cell-locked, unsupported, bad-xml, missing-part.
 */
export function patchWorkbook(file: WorkbookFile, patch: WorkbookPatch): WorkbookFile {
  if (file.signed) throw new FormatError('signed');
  const closed = moveRows(
    file,
    (patch.deleteRows ?? []).map((rows) => ({ ...rows, count: -rows.count })),
  );
  return moveRows(new Patcher(closed, patch).run(), patch.insertRows ?? []);
}

/** Where a sheet is marked by us, wherever the marks were copied to. */
export function marksOf(file: WorkbookFile, sheet: string): MarkAreas {
  const found = partOf(file.index.sheets, sheet);
  return found ? findMarks(new Parts(file.zip).needText(found.part), found.part).areas : NO_MARKS;
}

/** Every note of a sheet, the user's and ours. */
export function notesOf(file: WorkbookFile, sheet: string): Note[] {
  const found = partOf(file.index.sheets, sheet);
  return found ? readNotes(new Parts(file.zip), found.part) : [];
}

function partOf(sheets: readonly SheetPart[], name: string): SheetPart | undefined {
  const wanted = name.toLowerCase();
  return sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
}

class Patcher {
  private readonly editor: PackageEditor;
  private readonly workbookPart: string;
  private readonly namespace: string;
  private readonly relationships: string;
  private sheets: readonly SheetPart[];
  private stylesPart: string | null;
  private styles: StyleEditor | null = null;
  private formats: (string | undefined)[] = [];
  private formulas = false;
  private values = false;

  constructor(
    private readonly file: WorkbookFile,
    private readonly patch: WorkbookPatch,
  ) {
    this.editor = new PackageEditor(file.zip);
    this.workbookPart = file.index.workbookPart;
    this.sheets = file.index.sheets;
    this.stylesPart = file.index.stylesPart;
    const strict = this.editor.text(this.workbookPart).includes(STRICT_MAIN);
    this.namespace = strict ? STRICT_MAIN : MAIN;
    this.relationships = strict ? STRICT_RELATIONSHIPS : RELATIONSHIPS;
  }

  run(): WorkbookFile {
    const { patch } = this;
    for (const { sheet, visible } of patch.addSheets ?? []) this.addSheet(sheet, visible);
    for (const sheet of this.touchedSheets()) this.patchSheet(sheet);
    for (const edit of patch.draws ?? []) if (edit.kind === 'pageSetup') this.name(edit.sheet, printNames(edit));
    for (const { sheet, kept } of patch.redraws ?? []) this.name(sheet, kept.names);
    for (const name of patch.deleteSheets ?? []) this.deleteSheet(name);
    if (patch.clearMarks?.length || patch.unmarks?.length) this.dropMarkStyles();
    if (this.styles && this.stylesPart) this.editor.set(this.stylesPart, this.styles.text);
    if (this.values) recalculate(this.editor, this.file, this.formulas);
    return readZip(this.editor.finish(), { file: this.file, changed: this.editor.changed() });
  }

  private touchedSheets(): SheetPart[] {
    const { sets = [], merges = [], unmerges = [], marks = [], unmarks = [], clearMarks = [] } = this.patch;
    const { draws = [], redraws = [], protects = [], unprotects = [] } = this.patch;
    const edits = [...sets, ...merges, ...unmerges, ...marks, ...unmarks, ...draws, ...redraws];
    const names = edits.map(({ sheet }) => sheet);
    const found = new Set<SheetPart>();
    for (const name of [...names, ...clearMarks, ...protects, ...unprotects]) {
      const sheet = partOf(this.sheets, name);
      if (!sheet) throw new FormatError('missing-part', { part: name });
      found.add(sheet);
    }
    return [...found];
  }

  private patchSheet(sheet: SheetPart): void {
    const { part } = sheet;
    const isHere = (edit: { readonly sheet: string }) => edit.sheet.toLowerCase() === sheet.name.toLowerCase();
    let text = this.editor.text(part);
    const prefix = prefixOf(text, part, 'worksheet');
    const insert = (name: string) => (body: string, element: string) =>
      insertInOrder(body, part, 'worksheet', SHEET_ORDER, name, element);

    const merges = this.patch.merges?.filter(isHere) ?? [];
    const unmerges = this.patch.unmerges?.filter(isHere) ?? [];
    const sets = this.patch.sets?.filter(isHere) ?? [];
    refuseLocked(
      this.editor,
      part,
      sets.map(({ cell }) => rangeOf(cell)),
      merges.map(({ range }) => range),
    );
    const change = (remove: readonly AreaEdit[], add: readonly AreaEdit[]) => {
      if (remove.length === 0 && add.length === 0) return;
      const areas = (edits: readonly AreaEdit[]) => edits.map(({ range }) => range);
      text = changeMerges(text, part, prefix, areas(remove), areas(add), insert('mergeCells'));
    };
    change(unmerges, []);
    if (sets.length > 0) {
      const written = writeCells(
        text,
        part,
        prefix,
        sets.map((set) => this.cellWrite(set)),
      );
      text = written.text;
      this.formulas ||= written.formulas;
      this.values = true;
    }
    change([], merges);
    const context: DrawingContext = { part, prefix, order: SHEET_ORDER, styles: () => this.styleEditor() };
    text = draw(text, this.patch.draws?.filter(isHere) ?? [], context);
    for (const { kept } of this.patch.redraws?.filter(isHere) ?? []) text = redraw(text, kept, context);
    const named = (names: readonly string[] = []) => names.some((name) => isHere({ sheet: name }));
    if (named(this.patch.unprotects)) text = unprotect(text, part);
    if (named(this.patch.protects)) text = protect(text, context);
    text = this.patchMarks(sheet, text, prefix, insert);
    this.editor.set(part, text);
  }

  private patchMarks(
    sheet: SheetPart,
    before: string,
    prefix: string,
    insert: (name: string) => (text: string, element: string) => string,
  ): string {
    const isHere = (edit: { readonly sheet: string }) => edit.sheet.toLowerCase() === sheet.name.toLowerCase();
    const clear = this.patch.clearMarks?.some((name) => isHere({ sheet: name })) ?? false;
    const marks = this.patch.marks?.filter(isHere) ?? [];
    const unmarks = this.patch.unmarks?.filter(isHere) ?? [];
    if (!clear && marks.length === 0 && unmarks.length === 0) return before;
    const { part } = sheet;
    const found = withoutMarks(before, part);
    const cells = [...unmarks, ...marks.map(({ cell }) => cell)];
    const keep = (level: MarkLevel): Range[] =>
      clear
        ? []
        : cells.reduce<Range[]>(
            (ranges, cell) => ranges.flatMap((range) => subtractCell(range, cell)),
            [...found.areas[level]],
          );
    const own = (level: MarkLevel) => marks.filter((mark) => mark.level === level).map(({ cell }) => rangeOf(cell));
    const areas: MarkAreas = {
      error: [...keep('error'), ...own('error')],
      warning: [...keep('warning'), ...own('warning')],
      info: [...keep('info'), ...own('info')],
    };
    let { text } = found;
    const rules = markXml(areas, prefix, freePriority(text, part), (level) => this.styleEditor().markStyle(level));
    if (rules !== '') {
      text = insert('conditionalFormatting')(text, rules);
      // Beside damaged rules ours could not be found again, and so not be taken away: refused as bad-xml.
      findMarks(text, part);
    }

    const touched = new Set(cells.map(formatCell));
    const notes = marks.filter(({ note }) => note !== '').map(({ cell, note }) => ({ cell, text: markNote(note) }));
    const context = { part, text, prefix, namespace: this.namespace, relationships: this.relationships };
    return changeNotes(
      this.editor,
      context,
      (cell) => clear || touched.has(formatCell(cell)),
      notes,
      insert('legacyDrawing'),
    );
  }

  private cellWrite({ sheet, cell, to, result }: ValueWrite): CellWrite {
    if ('blank' in to) return { cell, to };
    if ('text' in to) {
      if (to.text.length > MAX_TEXT) throw new FormatError('too-large', { limit: 'text', cell: formatCell(cell) });
      if (!isFormulaLike(to.text)) return { cell, to };
      // A cell of text format keeps it as text anyway.
      const quoted = (old: number) => (this.formatOf(old) === '@' ? old : this.styleEditor().withQuotePrefix(old));
      return { cell, to, style: quoted };
    }
    const wanted = 'number' in to && to.numberFormat !== undefined ? to.numberFormat : null;
    const code = wanted === 'General' ? null : wanted;
    const style = (old: number) => {
      const format = this.formatOf(old);
      // A number in a cell of text format would be shown as text and never calculated: it becomes General.
      const changes = wanted === null ? format === '@' : format !== (code ?? undefined);
      return this.stylesPart === null && !changes ? old : this.styleEditor().withValue(old, changes ? code : undefined);
    };
    if (!('number' in to) || wanted === null) return { cell, to: this.inFileDays(sheet, cell, to), style, result };
    const days = this.file.date1904 && code !== null && isDateFormat(code) ? DAYS_1904 : 0;
    return { cell, to: { number: to.number - days }, style };
  }

  /** Dates are counted from 1900 everywhere but in files that count from 1904. */
  private inFileDays(sheet: string, cell: CellRef, to: CellContent): CellContent {
    if (!this.file.date1904 || !('number' in to)) return to;
    const index = this.file.index.sheets.findIndex((candidate) => candidate.name.toLowerCase() === sheet.toLowerCase());
    const format = this.file.sheets[index]?.cells[cell.row]?.[cell.column]?.numberFormat;
    return isDateFormat(format) ? { number: to.number - DAYS_1904 } : to;
  }

  /** A file without styles has none until one is needed. */
  private formatOf(style: number): string | undefined {
    if (this.stylesPart === null) return undefined;
    this.styleEditor();
    return this.formats[style];
  }

  private styleEditor(): StyleEditor {
    if (this.styles) return this.styles;
    if (this.stylesPart === null || !this.editor.has(this.stylesPart)) {
      const part = this.editor.freshName('xl/stylesPerf', '.xml');
      this.editor.set(part, minimalStyles(this.namespace));
      this.editor.declareType(part, STYLES_TYPE);
      this.editor.relate(this.workbookPart, 'styles', part, this.relationships);
      this.stylesPart = part;
    }
    const text = this.editor.text(this.stylesPart);
    this.formats = readNumberFormats(text, this.stylesPart);
    this.styles = new StyleEditor(text, this.stylesPart);
    return this.styles;
  }

  /** Our differential styles go when no rule on any sheet uses them; a style part of our own goes with them. */
  private dropMarkStyles(): void {
    if (this.stylesPart === null) return;
    const styles = this.styleEditor();
    const texts = this.editor
      .names()
      .filter((name) => /^xl\/(?:worksheets|tables|pivotTables)\/[^/]*\.xml$/i.test(name))
      .map((name) => (this.editor.has(name) ? this.readable(name) : ''));
    styles.dropMarkStyles((index) => texts.some((text) => new RegExp(`[dD]xfId="${index}"`).test(text)));
    if (styles.text !== minimalStyles(this.namespace)) return;
    const relation = this.editor.relationships(this.workbookPart).find(({ type }) => type === 'styles');
    if (relation?.target !== this.stylesPart) return;
    this.editor.unrelate(this.workbookPart, relation.id);
    this.editor.undeclareType(this.stylesPart);
    this.editor.remove(this.stylesPart);
    this.stylesPart = null;
    this.styles = null;
  }

  private readable(part: string): string {
    return this.editor.changed().has(part) ? this.editor.text(part) : (new Parts(this.file.zip).text(part) ?? '');
  }

  private name(sheet: string, names: PrintNames): void {
    const part = this.workbookPart;
    const text = this.editor.text(part);
    const index = sheetIndex(text, part, sheet);
    const insert = (body: string, element: string) =>
      insertInOrder(body, part, 'workbook', WORKBOOK_ORDER, 'definedNames', element);
    this.editor.set(part, changeNames(text, part, index, names, insert));
  }

  private addSheet(name: string, visible: boolean): void {
    this.refuseLockedStructure();
    const part = this.editor.freshName('xl/worksheets/sheet', '.xml');
    this.editor.set(part, `${XML_HEAD}<worksheet xmlns="${this.namespace}"><sheetData/></worksheet>`);
    this.editor.declareType(part, WORKSHEET_TYPE);
    const id = this.editor.relate(this.workbookPart, 'worksheet', part, this.relationships);
    const text = openElement(this.editor.text(this.workbookPart), this.workbookPart, 'sheets');
    const prefix = prefixOf(text, this.workbookPart, 'workbook');
    const reader = new XmlReader(text, this.workbookPart);
    let sheetId = 0;
    while (reader.find('sheet')) sheetId = Math.max(sheetId, Number(reader.attribute('sheetId')) || 0);
    const state = visible ? '' : ' state="hidden"';
    const item = `<${prefix}sheet xmlns:r="${this.relationships}" name="${escapeXml(encodeText(name))}" sheetId="${sheetId + 1}"${state} r:id="${id}"/>`;
    this.editor.set(this.workbookPart, appendChild(text, this.workbookPart, 'sheets', item));
    this.sheets = [...this.sheets, { name, part, visible }];
  }

  private deleteSheet(name: string): void {
    this.refuseLockedStructure();
    const sheet = partOf(this.sheets, name);
    const last = this.sheets[this.sheets.length - 1];
    if (!sheet || sheet !== last || this.sheets.length === 1)
      throw new FormatError('unsupported', { what: 'deleteSheets' });
    this.name(name, { '_xlnm.Print_Area': null, '_xlnm.Print_Titles': null });
    const text = this.editor.text(this.workbookPart);
    const relation = this.editor.relationships(this.workbookPart).find(({ target }) => target === sheet.part);
    // Names, views and the like of a sheet that others have worked on since are not ours to undo.
    if (!relation || this.editor.relationships(sheet.part).length > 0) {
      throw new FormatError('unsupported', { what: 'deleteSheets' });
    }
    const reader = new XmlReader(text, this.workbookPart);
    while (reader.find('sheet')) {
      if (reader.attribute('id') !== relation.id) continue;
      const { start } = reader;
      reader.skip();
      this.editor.set(this.workbookPart, splice(text, [{ start, end: reader.end, text: '' }]));
      break;
    }
    this.editor.unrelate(this.workbookPart, relation.id);
    this.editor.undeclareType(sheet.part);
    this.editor.remove(sheet.part);
    this.sheets = this.sheets.slice(0, -1);
  }

  private refuseLockedStructure(): void {
    const reader = new XmlReader(this.editor.text(this.workbookPart), this.workbookPart);
    if (!reader.find('workbookProtection')) return;
    const locked = reader.attribute('lockStructure');
    if (locked === '1' || locked === 'true') throw new FormatError('unsupported', { what: 'lockStructure' });
  }
}
