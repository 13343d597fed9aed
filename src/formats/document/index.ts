export { cellOf, cleanText, textCellOf } from './cell';
export { freeName, sheetOfTable, sheetsOf, type Block } from './sheets';
export { plainTable, TableBuilder, type Table } from './table';
