export { escapeHtml } from './escape';
export { htmlReport, reportSheet } from './html';
export type { ReportFile, ReportFinding, ReportSheet } from './html';
