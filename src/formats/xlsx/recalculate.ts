import { type PackageEditor, prefixOf, splice, withAttribute } from './package-editor';
import { insertInOrder } from './style-editor';
import type { WorkbookFile } from './workbook';
import { XmlReader } from './xml';

/** Children of a workbook in their order. */
export const WORKBOOK_ORDER = (
  'fileVersion fileSharing workbookPr AlternateContent workbookProtection bookViews sheets functionGroups ' +
  'externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes ' +
  'webPublishing fileRecoveryPr webPublishObjects extLst'
).split(' ');

/** Whether any cell of a workbook has a formula. */
export function hasFormulas(file: WorkbookFile): boolean {
  return file.sheets.some((sheet) => sheet.cells.some((row) => row?.some((cell) => cell?.formula !== undefined)));
}

/**
 * Values that formulas read have changed: the file asks the spreadsheet to calculate all of it when it is opened. Until
 * then the formulas keep the values they had: they cannot be calculated here, and without them whatever only shows a
 * file (previews, other readers) would show nothing. The chain that gives the order of calculation goes where formulas
 * themselves changed (`formulas`); spreadsheets make another.
 */
export function recalculate(editor: PackageEditor, file: WorkbookFile, formulas: boolean): void {
  const part = file.index.workbookPart;
  if (formulas) {
    const chain = editor.relationships(part).find(({ type }) => type === 'calcChain');
    if (chain) {
      editor.unrelate(part, chain.id);
      editor.undeclareType(chain.target);
      editor.remove(chain.target);
    }
  } else if (!hasFormulas(file)) return;
  const text = editor.text(part);
  const reader = new XmlReader(text, part);
  if (reader.find('calcPr')) {
    const { start, end } = reader;
    const tag = withAttribute(text.slice(start, end), 'fullCalcOnLoad', '1');
    editor.set(part, splice(text, [{ start, end, text: tag }]));
    return;
  }
  const element = `<${prefixOf(text, part, 'workbook')}calcPr fullCalcOnLoad="1"/>`;
  editor.set(part, insertInOrder(text, part, 'workbook', WORKBOOK_ORDER, 'calcPr', element));
}
