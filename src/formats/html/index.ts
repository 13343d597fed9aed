export { hasHtmlTable, htmlBlocks, readHtml, readHtmlBytes } from './read';
export { unescapeHtml } from './entities';
export { pageOf } from './mhtml';
