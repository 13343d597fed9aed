export { countsOf, factsOf, NO_COUNTS, unreadableFacts } from './facts';
export type { Counts, FileFacts, TableFacts } from './facts';
export { Tally } from './tally';
export { PAGE_MARK, summaryPage } from './page';
export { summaryWorkbook } from './workbook';
export { batchText } from './words';
