export { escapeHtml } from './escape';
export { HTML_FOOT, htmlHead, htmlReport, htmlSection, reportSheet } from './html';
export type { ReportCounts, ReportFile, ReportFinding, ReportSheet } from './html';
export * from './batch';
