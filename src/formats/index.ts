export { FormatError, type FormatErrorCode, type FoundFormat } from './error';
export { renderFormatError } from './messages';
