export { reviewDocument } from './document';
export { reviewFormContent } from './form';
export { reviewPage } from './page';
export { countOf, NO_OCCASION, ownerOf, reviewedTable } from './paper';
export type { Occasion, ReviewedTable, ReviewItem, ReviewOpinion, ReviewPaper } from './paper';
export { isReviewSheet, OPINION_SHEET, reviewSheetEdits, roundOf } from './sheet';
export { reviewText } from './text';
