export { FormatError, type FormatErrorCode, type FoundFormat } from './error';
export { renderFileNote, renderFormatError, named } from './messages';
export { asWorkbook, openBytes, openPasted, type FileForm, type FileNote, type OpenedFile } from './open';
