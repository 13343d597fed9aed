export { libraryEntries, linesOf, readLine, targetFrom } from './builtin';
export { levelsOf } from './entry';
export type { Direction, LibraryEntry, UsualTarget } from './entry';
export { FIELD_IDS, FIELDS } from './fields';
export type { FieldId } from './fields';
export { rowOf } from './row';
export type { IndicatorRow, RowOptions } from './row';
export { renderStandard } from './standard';
export type { StandardFacts } from './standard';
