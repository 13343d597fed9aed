export { toLayout, toTabbed } from './export';
export type { Exported, LayoutProblem, LayoutProblemCode } from './export';
export { fromLayout } from './import';
export type { Imported } from './import';
export { LAYOUTS } from './layout';
export type { ImportLayout, LayoutColumn } from './layout';
export { parseLayout } from './schema';
