export { createGrid, type Grid, type GridOptions } from './grid';
export { WorkbenchHost } from './host';
export type { Step } from './journal';
export type { GridSheet, GridWorkbook } from './loading';
