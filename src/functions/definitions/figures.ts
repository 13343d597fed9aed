/** What is asked for beside scores, fetched as one: a table has a few of each. */
export { execution } from './execution';
export { parse } from './parse';
export { rate } from './rate';
export { grade, total } from './total';
