export { FileHost, marksOnSheet } from './host';
