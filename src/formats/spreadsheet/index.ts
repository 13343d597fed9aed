export { readSpreadsheet } from './read';
