export { FUNCTIONS } from './definitions';
export { helpHtml, helpMarkdown } from './help';
export { functionsMetadata } from './metadata';
export { run } from './run';
export { isFunctionError } from './value';
export type { FunctionError, Matrix, Scalar } from './value';
export { FUNCTIONS_WORDING, reasonText } from './wording';
