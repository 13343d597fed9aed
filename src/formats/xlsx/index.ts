export { FormatError, type FormatErrorCode, type FoundFormat } from '../error';
export { readWorkbook, type WorkbookFile } from './workbook';
export { keepDrawing, type DrawEdit, type KeptDrawing } from './drawing-editor';
export { marksOf, notesOf, patchWorkbook, type ValueWrite, type WorkbookPatch } from './patch';
export type { MarkAreas } from './mark-editor';
export type { Note } from './note-editor';
export { writeWorkbook, type SheetLayout, type WriteOptions } from './write';
export { OversizeError, type Inflater } from './zip';
export { withCharts, type Chart } from './charts';
