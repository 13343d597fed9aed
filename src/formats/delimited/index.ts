export { separatorOf, type Separator } from './parse';
export { readDelimited } from './read';
