import type { CellRef } from '../../core/sheet';
import { FormatError } from '../error';
import { PackageEditor, splice, withAttribute, type Splice } from './package-editor';
import { relationshipsPart } from './parts';
import { publicSheet, withoutNoteShapes, type IsPrivate } from './publish-sheet';
import { readZip, type WorkbookFile } from './workbook';
import { XmlReader } from './xml';

export interface PublishOptions {
  /** Sheets that go beside the hidden ones. */
  readonly drop: readonly string[];
  /** Formulas of which only the values stay; those that refer to what goes need not be named. */
  readonly valueOnly: IsPrivate;
}

/** 公开版, and what is not in it any more. */
export interface Published {
  readonly file: WorkbookFile;
  readonly removed: {
    readonly sheets: readonly string[];
    readonly notes: number;
    readonly marks: number;
    readonly formulas: number;
    /** Author, company, custom properties and the like. */
    readonly properties: boolean;
    /** Further inner parts: settings of printers, histories, data beside the sheets. */
    readonly parts: number;
  };
  /** Formulas that went and had no value to leave, or an error. */
  readonly valueless: readonly { readonly sheet: string; readonly cell: CellRef }[];
  /** Kinds of parts that may tell more than the sheets and were left: `macros`, `embeddings`, `connections`, `pivots`. */
  readonly embedded: readonly string[];
}

/** Relationships whose parts do not go public, from whatever part they lead. */
const PRIVATE_RELATIONS =
  /^(?:comments|threadedComment|person|custom-properties|core-properties|extended-properties|thumbnail|classificationlabels|customXml|printerSettings|revisionHeaders|usernames|externalLink|externalLinkPath|calcChain)$/u;
const PROPERTIES = /^(?:custom-properties|core-properties|extended-properties|thumbnail|classificationlabels)$/u;
/** Elements of the workbook part that name persons, folders or other files. */
const PRIVATE_ELEMENTS = new Set(['fileSharing', 'customWorkbookViews', 'externalReferences']);

/** Parts of sheets, notes and properties: those are told by what they are. */
const TOLD = /^docProps\/|_rels\/|\/worksheets\/|comments|\/persons\/|\/vmlDrawing/iu;

const EMBEDDED: readonly (readonly [kind: string, part: RegExp])[] = [
  ['macros', /vbaProject\.bin$/iu],
  ['embeddings', /\/embeddings\//iu],
  ['connections', /xl\/(?:connections\.xml|queryTables\/)/iu],
  ['pivots', /pivotCache\/pivotCacheRecords/iu],
];

/**
 * 生成公开版: the same workbook without hidden sheets and `drop`, marks, notes and comments, data about authors, private
 * formulas (their values stay), and whatever only those parts needed; texts of cells that went are gone from the shared
 * strings too. All other parts stay byte for byte. Throws FormatError: signed, unsupported (no sheet would be left).
 */
export function publishWorkbook(file: WorkbookFile, { drop, valueOnly }: PublishOptions): Published {
  if (file.signed) throw new FormatError('signed');
  const editor = new PackageEditor(file.zip);
  const { workbookPart } = file.index;
  const workbook = publicWorkbook(editor, workbookPart, new Set(drop));
  if (workbook.kept.length === 0) throw new FormatError('unsupported', { what: 'publish' });
  const isPrivate: IsPrivate = (formula) => valueOnly(formula) || workbook.speaksOf(formula);

  const count = { notes: 0, marks: 0, formulas: 0 };
  const valueless: { sheet: string; cell: CellRef }[] = [];
  for (const { name, part } of workbook.kept) {
    if (!file.index.sheets.some((sheet) => sheet.part === part)) continue;
    count.notes += noteCount(editor, part);
    const done = publicSheet(part, withoutNotes(editor, part), isPrivate);
    editor.set(part, done.text);
    count.marks += done.marks;
    count.formulas += done.formulas;
    for (const cell of done.valueless) valueless.push({ sheet: name, cell });
    for (const { type, target } of editor.relationships(part)) {
      if (type === 'table' && editor.has(target))
        editor.set(target, publicTable(editor.text(target), target, isPrivate));
    }
  }

  const before = editor.names();
  const properties = dropRelations(
    editor,
    workbook.kept.map(({ part }) => part),
    workbookPart,
  );
  dropUnreached(editor);
  const { sharedStringsPart } = file.index;
  if (sharedStringsPart && editor.has(sharedStringsPart)) {
    const sheets = workbook.kept.map(({ part }) => part).filter((part) => editor.has(part));
    editor.set(sharedStringsPart, publicStrings(editor, sharedStringsPart, sheets));
  }
  const names = editor.names();
  const left = new Set(names);
  return {
    file: readZip(editor.finish()),
    removed: {
      sheets: workbook.gone,
      ...count,
      properties,
      parts: before.filter((name) => !left.has(name) && !TOLD.test(name)).length,
    },
    valueless,
    embedded: EMBEDDED.filter(([, part]) => names.some((name) => part.test(name))).map(([kind]) => kind),
  };
}

interface PublicBook {
  /** Sheets of every kind. */
  readonly kept: readonly { readonly name: string; readonly part: string }[];
  readonly gone: readonly string[];
  /** Whether a formula refers to a sheet, a name or another file that the copy does not have. */
  speaksOf(formula: string): boolean;
}

/** Takes sheets and names out of the workbook part. */
function publicWorkbook(editor: PackageEditor, part: string, drop: ReadonlySet<string>): PublicBook {
  const relations = new Map(editor.relationships(part).map((relation) => [relation.id, relation]));
  let text = editor.text(part);
  const kept: { name: string; part: string }[] = [];
  const gone: string[] = [];
  /** New place of each sheet; −1 for those that go. */
  const places: number[] = [];
  let cuts: Splice[] = [];
  const reader = new XmlReader(text, part);
  while (reader.find('sheet')) {
    const { start } = reader;
    const name = reader.attribute('name') ?? '';
    const id = reader.attribute('id') ?? '';
    const state = reader.attribute('state');
    reader.skip();
    if ((state === undefined || state === 'visible') && !drop.has(name)) {
      places.push(kept.length);
      kept.push({ name, part: relations.get(id)?.target ?? '' });
      continue;
    }
    places.push(-1);
    gone.push(name);
    cuts.push({ start, end: reader.end, text: '' });
    if (relations.has(id)) editor.unrelate(part, id);
  }
  text = splice(text, cuts);

  const lost = [...gone.map((name) => name.toLowerCase())];
  const speaksOfSheet = (formula: string): boolean => {
    if (/\[\d+\]/u.test(formula)) return true;
    const low = formula.toLowerCase();
    return lost.some((name) => {
      const quoted = name.replaceAll("'", "''");
      return [`${name}!`, `${quoted}'!`, `${name}:`, `${quoted}:`].some((reference) => low.includes(reference));
    });
  };
  const names = publicNames(text, part, places, speaksOfSheet);
  text = names.text;

  cuts = [];
  const rest = new XmlReader(text, part);
  while (rest.next()) {
    if (rest.closing) continue;
    const { start, end, name } = rest;
    if (PRIVATE_ELEMENTS.has(name) || name === 'AlternateContent') {
      rest.skip();
      // The folder that the file was kept in, with the name of its owner.
      if (name !== 'AlternateContent' || text.slice(start, rest.end).includes('absPath')) {
        cuts.push({ start, end: rest.end, text: '' });
      }
    } else if (name === 'workbookView') {
      const moved = (attribute: string): string | null => {
        const old = rest.attribute(attribute);
        return old === undefined ? null : String(Math.max(0, places[Number(old)] ?? 0));
      };
      let tag = text.slice(start, end);
      for (const attribute of ['activeTab', 'firstSheet']) {
        if (rest.attribute(attribute) !== undefined) tag = withAttribute(tag, attribute, moved(attribute));
      }
      cuts.push({ start, end, text: tag });
    }
  }
  editor.set(part, splice(text, cuts));
  return {
    kept,
    gone,
    speaksOf: (formula) => speaksOfSheet(formula) || names.lost.some((name) => hasName(formula, name)),
  };
}

/** Names of sheets that stay get their new numbers; those of others, or that refer to others, go, and so on. */
function publicNames(
  text: string,
  part: string,
  places: readonly number[],
  speaksOfSheet: (formula: string) => boolean,
): { readonly text: string; readonly lost: readonly string[] } {
  interface Name {
    readonly name: string;
    readonly start: number;
    readonly tagEnd: number;
    readonly end: number;
    readonly local: number | null;
    readonly formula: string;
  }
  const all: Name[] = [];
  let holder = { start: 0, end: 0 };
  const reader = new XmlReader(text, part);
  while (reader.find('definedNames')) {
    const { start, end } = reader;
    reader.skip();
    holder = { start, end: reader.end };
    const inner = new XmlReader(text, part, end, reader.start);
    while (inner.find('definedName')) {
      const local = inner.attribute('localSheetId');
      const entry = { name: inner.attribute('name') ?? '', start: inner.start, tagEnd: inner.end };
      const formula = inner.content();
      all.push({ ...entry, end: inner.end, local: local === undefined ? null : Number(local), formula });
    }
  }
  const gone = new Set<Name>();
  for (let before = -1; before !== gone.size;) {
    before = gone.size;
    const lost = [...gone].map(({ name }) => name);
    for (const one of all) {
      const isLocal = one.local !== null && (places[one.local] ?? -1) < 0;
      if (isLocal || speaksOfSheet(one.formula) || lost.some((name) => hasName(one.formula, name))) gone.add(one);
    }
  }
  if (all.length > 0 && gone.size === all.length) {
    return { text: splice(text, [{ ...holder, text: '' }]), lost: [...gone].map(({ name }) => name) };
  }
  const cuts = all.flatMap((one): Splice[] => {
    if (gone.has(one)) return [{ start: one.start, end: one.end, text: '' }];
    if (one.local === null) return [];
    const tag = withAttribute(text.slice(one.start, one.tagEnd), 'localSheetId', String(places[one.local]));
    return [{ start: one.start, end: one.tagEnd, text: tag }];
  });
  // A name that also stands for something else is no sign of what went.
  const stays = new Set(all.filter((one) => !gone.has(one)).map(({ name }) => name.toLowerCase()));
  const lost = [...gone].map(({ name }) => name).filter((name) => !stays.has(name.toLowerCase()));
  return { text: splice(text, cuts), lost };
}

/** Whether a formula uses a name, as a word of its own. */
function hasName(formula: string, name: string): boolean {
  if (name === '' || name.startsWith('_xlnm.')) return false;
  const [low, wanted] = [formula.toLowerCase(), name.toLowerCase()];
  const isWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}_.]/u.test(char);
  for (let at = low.indexOf(wanted); at >= 0; at = low.indexOf(wanted, at + 1)) {
    if (!isWord(low[at - 1]) && !isWord(low[at + wanted.length])) return true;
  }
  return false;
}

function noteCount(editor: PackageEditor, part: string): number {
  const cells = new Set<string>();
  for (const { type, target } of editor.relationships(part)) {
    if ((type !== 'comments' && type !== 'threadedComment') || !editor.has(target)) continue;
    const reader = new XmlReader(editor.text(target), target);
    while (reader.find(type === 'comments' ? 'comment' : type)) cells.add(reader.attribute('ref') ?? '');
  }
  return cells.size;
}

/** The worksheet without the drawing of its notes; a drawing that shows other things stays without the notes. */
function withoutNotes(editor: PackageEditor, part: string): string {
  const text = editor.text(part);
  const reader = new XmlReader(text, part);
  if (!reader.find('legacyDrawing')) return text;
  const { start } = reader;
  const id = reader.attribute('id');
  reader.skip();
  const relation = editor.relationships(part).find((one) => one.id === id);
  if (!relation || !editor.has(relation.target)) return text;
  const shapes = withoutNoteShapes(editor.text(relation.target));
  if (shapes !== null) {
    editor.set(relation.target, shapes);
    return text;
  }
  editor.unrelate(part, relation.id);
  return splice(text, [{ start, end: reader.end, text: '' }]);
}

/** Formulas that a table keeps for its columns. */
function publicTable(text: string, part: string, isPrivate: IsPrivate): string {
  const cuts: Splice[] = [];
  const reader = new XmlReader(text, part);
  while (reader.next()) {
    if (reader.closing || !/^(?:calculatedColumnFormula|totalsRowFormula)$/u.test(reader.name)) continue;
    const { start } = reader;
    if (isPrivate(reader.content())) cuts.push({ start, end: reader.end, text: '' });
  }
  return splice(text, cuts);
}

/** Cuts the ties to private parts; true where some of them were properties of the file. */
function dropRelations(editor: PackageEditor, sheets: readonly string[], workbookPart: string): boolean {
  let properties = false;
  for (const part of ['', workbookPart, ...sheets]) {
    for (const { id, type } of editor.relationships(part)) {
      if (!PRIVATE_RELATIONS.test(type)) continue;
      properties ||= PROPERTIES.test(type);
      editor.unrelate(part, id);
    }
  }
  return properties;
}

/** Parts to which nothing leads are read by no spreadsheet: whatever they hold would go along unseen. */
function dropUnreached(editor: PackageEditor): void {
  const reached = new Set(['[content_types].xml', '_rels/.rels']);
  const open = [''];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    for (const { target, external } of editor.relationships(part)) {
      const key = target.toLowerCase();
      if (external || reached.has(key)) continue;
      reached.add(key);
      reached.add(relationshipsPart(target).toLowerCase());
      open.push(target);
    }
  }
  for (const name of editor.names()) {
    if (reached.has(name.toLowerCase())) continue;
    editor.remove(name);
    if (!/(?:^|\/)_rels\//u.test(name)) editor.undeclareType(name);
  }
}

/** Texts that no cell shows any more become empty; the others keep their numbers. */
function publicStrings(editor: PackageEditor, part: string, sheets: readonly string[]): string {
  const used = new Set<number>();
  for (const sheet of sheets) {
    const reader = new XmlReader(editor.text(sheet), sheet);
    let shared = false;
    while (reader.next()) {
      if (reader.closing) continue;
      if (reader.name === 'c') shared = reader.attribute('t') === 's';
      else if (reader.name === 'v' && shared) used.add(Number(reader.content()));
    }
  }
  const text = editor.text(part);
  const cuts: Splice[] = [];
  const reader = new XmlReader(text, part);
  for (let index = 0; reader.find('si'); index++) {
    const { start, end, empty } = reader;
    const name = text.slice(start + 1, end).match(/^[^\s/>]+/u)?.[0] ?? 'si';
    reader.skip();
    if (used.has(index) || empty) continue;
    const prefix = name.slice(0, -2);
    cuts.push({ start, end: reader.end, text: `<${name}><${prefix}t></${prefix}t></${name}>` });
  }
  return cuts.length === 0 ? text : splice(text, cuts);
}
