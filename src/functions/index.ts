export { FUNCTIONS } from './definitions';
export { functionsMetadata } from './metadata';
export { run } from './run';
export { isFunctionError } from './value';
export type { FunctionError, Matrix, Scalar } from './value';
export { reasonText } from './wording';
