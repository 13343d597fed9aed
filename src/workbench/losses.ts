import { isMarkNote, markLevelOf } from '../core/sheet';
import { notesOf, type WorkbookFile } from '../formats/xlsx';
import { decodeText, XmlReader } from '../formats/xlsx/xml';

/** What a new workbook cannot take over from a file. */
export type Loss =
  | 'macros'
  | 'charts'
  | 'pivots'
  | 'pictures'
  | 'comments'
  | 'validations'
  | 'conditions'
  | 'hyperlinks'
  | 'names'
  | 'tables'
  | 'printing'
  | 'links'
  | 'richText'
  | 'looks'
  | 'other';

const PARTS: readonly (readonly [Loss, RegExp])[] = [
  ['macros', /vbaProject\.bin$/i],
  ['charts', /^xl\/charts\//i],
  ['pivots', /^xl\/pivot(?:Tables|Cache)\//i],
  ['pictures', /^xl\/(?:media|diagrams)\//i],
  ['tables', /^xl\/tables\//i],
  ['links', /^xl\/externalLinks\//i],
  ['other', /^(?:customXml|customUI|xl\/(?:activeX|ctrlProps|embeddings|slicers|timelines|queryTables|model))\//i],
];
const ELEMENTS: readonly (readonly [Loss, RegExp])[] = [
  ['validations', /<(?:\w+:)?dataValidation[\s>]/],
  ['hyperlinks', /<(?:\w+:)?hyperlink[\s>]/],
  ['printing', /<(?:\w+:)?(?:pageSetup|headerFooter|rowBreaks|printOptions)[\s/>]/],
];
/** Names what of a file would not survive in a new workbook, most missed first. */
export function lossesOf(file: WorkbookFile): Loss[] {
  const found = new Set<Loss>();
  const names = file.zip.names();
  for (const [loss, pattern] of PARTS) if (names.some((name) => pattern.test(name))) found.add(loss);
  for (const { name, part } of file.index.sheets) {
    const text = textOf(file, part);
    for (const [loss, pattern] of ELEMENTS) if (pattern.test(text)) found.add(loss);
    if (hasConditions(text, part)) found.add('conditions');
    if (notesOf(file, name).some((note) => !isMarkNote(note.text))) found.add('comments');
  }
  if (names.some((name) => /threadedComments\//i.test(name))) found.add('comments');
  if (/<(?:\w+:)?definedName[\s>]/.test(textOf(file, file.index.workbookPart))) found.add('names');
  const strings = file.index.sharedStringsPart;
  if (strings && /<(?:\w+:)?rPr[\s/>]/.test(textOf(file, strings))) found.add('richText');
  found.add('looks');
  const order: readonly Loss[] = [
    ...PARTS.map(([loss]) => loss),
    ...ELEMENTS.map(([loss]) => loss),
    'conditions',
    'comments',
    'names',
    'richText',
    'looks',
  ];
  return [...found].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

/** Whether a sheet has conditional formats that are not marks of ours. */
function hasConditions(text: string, part: string): boolean {
  const reader = new XmlReader(text, part);
  while (reader.find('cfRule')) {
    const own =
      !reader.empty && reader.next() && reader.name === 'formula' && markLevelOf(decodeText(reader.content()));
    if (!own) return true;
  }
  return false;
}

function textOf(file: WorkbookFile, part: string): string {
  const bytes = file.zip.bytes(part);
  return bytes ? new TextDecoder().decode(bytes) : '';
}
