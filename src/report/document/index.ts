export { blank, inline, plainInline, UNSAID } from './model';
export type { Blank, DocumentBlock, DocumentTable, Inline, ReportDocument, TableCellContent } from './model';
