export { guardXlsb, guardXml } from './guard';
export { readSpreadsheet } from './read';
