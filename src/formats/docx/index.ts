export { readDocx } from './read';
