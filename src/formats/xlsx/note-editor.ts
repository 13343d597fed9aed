import { type CellRef, formatCell, isMarkNote, parseCell } from '../../core/sheet';
import {
  appendChild,
  openElement,
  type PackageEditor,
  prefixOf,
  splice,
  type Splice,
  XML_HEAD,
} from './package-editor';
import type { Parts, Relationship } from './parts';
import { readRichText } from './styles';
import { encodeText, escapeXml, XmlReader } from './xml';

export interface Note {
  readonly cell: CellRef;
  readonly text: string;
}

/** Our name among the authors of notes. */
const AUTHOR = '绩效表助手';
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const VML_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

const EMPTY_VML =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
  'xmlns:x="urn:schemas-microsoft-com:office:excel">' +
  '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>' +
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>';

function emptyComments(namespace: string): string {
  return `${XML_HEAD}<comments xmlns="${namespace}"><authors></authors><commentList></commentList></comments>`;
}

/** Every note of a sheet; a threaded comment has one too, which tells that it cannot be shown. */
export function readNotes(parts: Pick<Parts, 'text' | 'relationships'>, sheetPart: string): Note[] {
  const part = commentsPart(parts.relationships(sheetPart))?.target;
  const text = part && parts.text(part);
  return text ? notesIn(text, part).map(({ cell, text: note }) => ({ cell, text: note })) : [];
}

function commentsPart(relations: readonly Relationship[]): Relationship | undefined {
  return relations.find(({ type, external }) => type === 'comments' && !external);
}

/** Cells with a conversation; most have a note beside it that stands in for it, which some programs leave out. */
function threadedCells(editor: PackageEditor, sheetPart: string): string[] {
  const refs: string[] = [];
  for (const { type, target, external } of editor.relationships(sheetPart)) {
    if (type !== 'threadedComment' || external || !editor.has(target)) continue;
    const reader = new XmlReader(editor.text(target), target);
    while (reader.find('threadedComment')) refs.push(reader.attribute('ref') ?? '');
  }
  return refs;
}

interface FoundNote extends Note {
  readonly start: number;
  readonly end: number;
  readonly author: number;
}

function notesIn(text: string, part: string): FoundNote[] {
  const found: FoundNote[] = [];
  const reader = new XmlReader(text, part);
  while (reader.find('comment')) {
    const cell = parseCell(reader.attribute('ref') ?? '');
    const author = Number(reader.attribute('authorId') ?? -1);
    const { start } = reader;
    let note = '';
    if (!reader.empty) {
      while (reader.next() && !(reader.closing && reader.name === 'comment')) {
        if (reader.closing) continue;
        if (reader.name === 'text') note = readRichText(reader);
        else reader.skip();
      }
    }
    if (cell) found.push({ cell, text: note, author, start, end: reader.end });
  }
  return found;
}

/** A worksheet whose notes are changed: `text` is the part, which refers to the drawing that shows them. */
export interface NotedSheet {
  readonly part: string;
  readonly text: string;
  readonly prefix: string;
  readonly namespace: string;
  readonly relationships: string;
}

/**
 * Takes our notes off `remove` and puts others on, where no note of the user's is. Parts made for our notes go when the
 * last of them does. Returns the worksheet's text.
 */
export function changeNotes(
  editor: PackageEditor,
  sheet: NotedSheet,
  remove: (cell: CellRef) => boolean,
  add: readonly Note[],
  insert: (text: string, element: string) => string,
): string {
  const comments = commentsPart(editor.relationships(sheet.part));
  const before = comments ? notesIn(editor.text(comments.target), comments.target) : [];
  const gone = before.filter(({ cell, text }) => isMarkNote(text) && remove(cell));
  const kept = new Set(before.filter((note) => !gone.includes(note)).map(({ cell }) => formatCell(cell)));
  for (const ref of threadedCells(editor, sheet.part)) kept.add(ref);
  const fresh = add.filter(({ cell }) => !kept.has(formatCell(cell)));
  if (gone.length === 0 && fresh.length === 0) return sheet.text;

  let text = sheet.text;
  const drawing = findDrawing(editor, sheet);
  if (comments) {
    editor.set(comments.target, withoutNotes(editor.text(comments.target), comments.target, gone));
    if (drawing) editor.set(drawing.target, withoutShapes(editor.text(drawing.target), gone));
  }
  if (fresh.length > 0) {
    const commentsName = comments?.target ?? addComments(editor, sheet);
    editor.set(commentsName, withNotes(editor.text(commentsName), commentsName, fresh));
    let drawingName = drawing?.target;
    if (drawingName === undefined) {
      drawingName = editor.freshName('xl/drawings/vmlDrawing', '.vml');
      editor.set(drawingName, EMPTY_VML);
      if (!editor.knowsEnding('vml')) editor.declareType(drawingName, VML_TYPE);
      const id = editor.relate(sheet.part, 'vmlDrawing', drawingName, sheet.relationships);
      text = insert(text, `<${sheet.prefix}legacyDrawing xmlns:r="${sheet.relationships}" r:id="${id}"/>`);
    }
    editor.set(drawingName, withShapes(editor.text(drawingName), fresh));
    return text;
  }
  if (comments && editor.text(comments.target) === emptyComments(sheet.namespace)) {
    editor.unrelate(sheet.part, comments.id);
    editor.undeclareType(comments.target);
    editor.remove(comments.target);
  }
  if (drawing && editor.text(drawing.target) === EMPTY_VML) {
    text = withoutLegacyDrawing(text, sheet.part);
    editor.unrelate(sheet.part, drawing.id);
    editor.undeclareType(drawing.target);
    editor.remove(drawing.target);
  }
  return text;
}

function findDrawing(editor: PackageEditor, sheet: NotedSheet): Relationship | undefined {
  const reader = new XmlReader(sheet.text, sheet.part);
  if (!reader.find('legacyDrawing')) return undefined;
  const id = reader.attribute('id');
  return editor.relationships(sheet.part).find((relation) => relation.id === id);
}

function addComments(editor: PackageEditor, sheet: NotedSheet): string {
  const name = editor.freshName('xl/comments', '.xml');
  editor.set(name, emptyComments(sheet.namespace));
  editor.declareType(name, COMMENTS_TYPE);
  editor.relate(sheet.part, 'comments', name, sheet.relationships);
  return name;
}

function withNotes(text: string, part: string, notes: readonly Note[]): string {
  const p = prefixOf(text, part, 'comments');
  let result = openElement(openElement(text, part, 'authors'), part, 'commentList');
  const authors = authorNames(result, part);
  let author = authors.lastIndexOf(AUTHOR);
  if (author < 0) {
    author = authors.length;
    result = appendChild(result, part, 'authors', `<${p}author>${AUTHOR}</${p}author>`);
  }
  const items = notes.map(({ cell, text: note }) => {
    const written = escapeXml(encodeText(note));
    const run = `<${p}r><${p}rPr><${p}sz val="9"/><${p}rFont val="宋体"/></${p}rPr><${p}t xml:space="preserve">${written}</${p}t></${p}r>`;
    return `<${p}comment ref="${formatCell(cell)}" authorId="${author}"><${p}text>${run}</${p}text></${p}comment>`;
  });
  return appendChild(result, part, 'commentList', items.join(''));
}

function authorNames(text: string, part: string): string[] {
  const names: string[] = [];
  const reader = new XmlReader(text, part);
  while (reader.find('author')) names.push(reader.content());
  return names;
}

/** Our name goes with our last note, where it stands last: other authors keep their numbers. */
function withoutNotes(text: string, part: string, gone: readonly FoundNote[]): string {
  const result = splice(
    text,
    gone.map(({ start, end }) => ({ start, end, text: '' })),
  );
  const authors = authorNames(result, part);
  const last = authors.length - 1;
  if (authors[last] !== AUTHOR || notesIn(result, part).some(({ author }) => author === last)) return result;
  const reader = new XmlReader(result, part);
  for (let i = 0; i <= last; i++) reader.find('author');
  const { start } = reader;
  reader.skip();
  return splice(result, [{ start, end: reader.end, text: '' }]);
}

/** Drawings are not always well-formed, so that shapes are found by their tags alone. */
function withoutShapes(text: string, gone: readonly Note[]): string {
  const cells = new Set(gone.map(({ cell }) => `${cell.row},${cell.column}`));
  const cuts: Splice[] = [];
  const closing = '</v:shape>';
  for (let start = nextShape(text, 0); start >= 0;) {
    const close = text.indexOf(closing, start);
    if (close < 0) break;
    const end = close + closing.length;
    const shape = text.slice(start, end);
    const place = `${numberIn(shape, 'x:Row')},${numberIn(shape, 'x:Column')}`;
    if (/ObjectType\s*=\s*["']Note["']/.test(shape) && cells.has(place)) cuts.push({ start, end, text: '' });
    start = nextShape(text, end);
  }
  return splice(text, cuts);
}

/** `<v:shape …>`, not `<v:shapetype …>`. */
export function nextShape(text: string, from: number): number {
  let at = text.indexOf('<v:shape', from);
  while (at >= 0 && !/[\s>]/.test(text.charAt(at + 8))) at = text.indexOf('<v:shape', at + 8);
  return at;
}

function numberIn(shape: string, element: string): string {
  const open = `<${element}>`;
  const from = shape.indexOf(open);
  return from < 0 ? '' : shape.slice(from + open.length, shape.indexOf('<', from + open.length)).trim();
}

function withShapes(text: string, notes: readonly Note[]): string {
  const end = text.lastIndexOf('</xml>');
  const at = end < 0 ? text.length : end;
  // Numbers go on from those that are there, as spreadsheets count them.
  let number = 1024;
  for (const [, id] of text.matchAll(/_x0000_s(\d{1,9})/g)) number = Math.max(number, Number(id));
  const shapes = notes.map(({ cell, text: note }, index) =>
    shapeXml(`_x0000_s${++number}`, cell, note.split('\n').length, index + 1),
  );
  return splice(text, [{ start: at, end: at, text: shapes.join('') }]);
}

function shapeXml(id: string, { row, column }: CellRef, lines: number, depth: number): string {
  const height = Math.min(12, Math.max(4, lines * 2));
  const anchor = `${column + 1}, 15, ${row}, 2, ${column + 4}, 15, ${row + height}, 4`;
  return (
    `<v:shape id="${id}" type="#_x0000_t202" style='position:absolute;margin-left:80pt;margin-top:2pt;width:200pt;` +
    `height:${height * 14}pt;z-index:${depth};visibility:hidden' fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    `<v:textbox style='mso-direction-alt:auto'><div style='text-align:left'></div></v:textbox>` +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}

function withoutLegacyDrawing(text: string, part: string): string {
  const reader = new XmlReader(text, part);
  if (!reader.find('legacyDrawing')) return text;
  const { start } = reader;
  reader.skip();
  return splice(text, [{ start, end: reader.end, text: '' }]);
}
