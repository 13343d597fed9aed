export { FormatError, type FormatErrorCode, type FoundFormat } from '../error';
export { readWorkbook, type WorkbookFile } from './workbook';
