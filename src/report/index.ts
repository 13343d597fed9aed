export { escapeHtml, htmlReport, reportSheet } from './html';
export type { ReportFile, ReportFinding, ReportSheet } from './html';
