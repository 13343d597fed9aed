import type { IndicatorTable } from '../core/indicator';
import type { Finding } from '../core/rules/finding';
import type { Severity } from '../core/rules/rule';
import { formatAddress, formatRange, MARK_FILL } from '../core/sheet';
import { fill, findingTitle, renderCited, uiText, type Locale } from '../i18n';
import { breakpointsOf, drawCurve } from './curve-drawing';
import { curveSvg } from './curve-svg';
import { curveLabel } from './curve-words';
import { curvesOf, type ReportCurve } from './curves';
import { escapeHtml } from './escape';
import { reportText } from './text';

/** A finding as it is printed. */
export interface ReportFinding {
  readonly code: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly cell: string;
  readonly message: string;
  /** Folded under the finding before it. */
  readonly folded: boolean;
  /** The reason for which the value was kept; null where it was not. */
  readonly kept: string | null;
}

export interface ReportSheet {
  readonly name: string;
  readonly tables: readonly { readonly title: string; readonly range: string; readonly indicators: number }[];
  readonly findings: readonly ReportFinding[];
  /** Of the rows whose standards are at fault. */
  readonly curves: readonly ReportCurve[];
}

export interface ReportFile {
  readonly path: string;
  /** Why it could not be read, in a sentence. */
  readonly error?: string;
  readonly sheets: readonly ReportSheet[];
}

/** What a sheet's check comes to on paper. */
export function reportSheet(
  name: string,
  tables: readonly IndicatorTable[],
  findings: readonly Finding[],
  locale: Locale,
): ReportSheet {
  return {
    name,
    tables: tables.map(({ title, range, indicators }) => ({
      title: title?.value ?? '',
      range: formatRange(range),
      indicators: indicators.length,
    })),
    findings: findings.map((finding) => ({
      code: finding.code,
      rule: findingTitle(finding, locale),
      severity: finding.severity,
      cell: formatAddress(finding.address),
      message: renderCited(finding, locale),
      folded: finding.causedBy !== undefined,
      kept: finding.suppressed?.reason ?? null,
    })),
    curves: curvesOf(tables, findings),
  };
}

const STYLE = `
:root { color-scheme: light; font: 14px/1.6 system-ui, "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif; }
body { max-width: 72rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; overflow-wrap: anywhere; } h3 { font-size: 1rem; }
table { border-collapse: collapse; width: 100%; } th, td { border: 1px solid #d0d0d0; padding: .3rem .5rem; text-align: start; vertical-align: top; }
th { background: #f3f3f3; } td { overflow-wrap: anywhere; white-space: pre-line; }
.error { background: ${MARK_FILL.error}; } .warning { background: ${MARK_FILL.warning}; } .info { background: ${MARK_FILL.info}; }
.curves { display: flex; flex-wrap: wrap; gap: 1.5rem; } figure { margin: 0; max-width: 100%; width: 30rem; break-inside: avoid; } figure svg { max-width: 100%; height: auto; }
figcaption, .points, .standard { font-size: .85rem; } .standard { margin: .2rem 0; white-space: pre-line; overflow-wrap: anywhere; } .points { width: auto; margin-top: .3rem; }
.folded td:last-child { padding-inline-start: 2rem; } .kept { color: #5c5c5c; } .unread { color: #a4262c; }
@media print { body { margin: 0; max-width: none; } tr { break-inside: avoid; } }
`;

export interface ReportCounts {
  readonly files: number;
  readonly unreadable: number;
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

/** A page that stands alone: no script, nothing loaded, every text from a document escaped. */
export function htmlReport(files: readonly ReportFile[], locale: Locale): string {
  const counts = { files: files.length, unreadable: 0, error: 0, warning: 0, info: 0 };
  for (const { error, sheets } of files) {
    if (error !== undefined) counts.unreadable++;
    for (const { findings } of sheets) for (const { severity } of findings) counts[severity]++;
  }
  const sections = files.map((file, index) => htmlSection(file, locale, `f${index + 1}`));
  return `${htmlHead(counts, locale)}${sections.join('')}${HTML_FOOT}`;
}

/** What stands before the sections of the files. Put together in pieces, the page of a large run is never held whole. */
export function htmlHead(counts: ReportCounts, locale: Locale): string {
  const text = reportText(locale);
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  return (
    `<!doctype html>\n<html lang="${locale}">\n<head>\n<meta charset="utf-8">\n` +
    `<meta http-equiv="Content-Security-Policy" content="${policy}">\n` +
    `<meta name="viewport" content="width=device-width">\n<title>${escapeHtml(text.title)}</title>\n` +
    `<style>${STYLE}</style>\n</head>\n<body>\n<h1>${escapeHtml(text.title)}</h1>\n` +
    `<p>${escapeHtml(fill(text.summary, { ...counts }, locale))}</p>\n`
  );
}

/** A file's part of the page; `id` begins the ids in it. */
export function htmlSection(file: ReportFile, locale: Locale, id: string): string {
  let last = 0;
  return `${fileHtml(file, locale, () => `${id}c${++last}`)}\n`;
}

export const HTML_FOOT = '</body>\n</html>\n';

function fileHtml({ path, error, sheets }: ReportFile, locale: Locale, number: Numbering): string {
  const head = `<section>\n<h2>${escapeHtml(path)}</h2>`;
  if (error !== undefined) return `${head}\n<p class="unread">${escapeHtml(error)}</p>\n</section>`;
  const read = sheets.filter(({ tables, findings }) => tables.length > 0 || findings.length > 0);
  const body = read.map((sheet) => sheetHtml(sheet, locale, number)).join('\n');
  return `${head}\n${body || `<p>${escapeHtml(reportText(locale).noTable)}</p>`}\n</section>`;
}

function sheetHtml({ name, tables, findings, curves }: ReportSheet, locale: Locale, number: Numbering): string {
  const text = reportText(locale);
  const { severity } = uiText(locale);
  const heads = tables.map(({ title, range, indicators }) => {
    const line = fill(text.table, { title, range, count: indicators }, locale).trim();
    return `<p>${escapeHtml(line)}</p>`;
  });
  const rows = findings.map(
    (finding) =>
      `<tr${finding.folded ? ' class="folded"' : ''}><td class="${finding.severity}">${escapeHtml(severity[finding.severity])}</td>` +
      `<td>${escapeHtml(finding.code)}<br>${escapeHtml(finding.rule)}</td><td>${escapeHtml(finding.cell)}</td>` +
      `<td>${escapeHtml(finding.message)}${keptHtml(finding, locale)}</td></tr>`,
  );
  const headers = text.columns.map((header) => `<th scope="col">${escapeHtml(header)}</th>`).join('');
  const list =
    rows.length === 0
      ? `<p>${escapeHtml(text.clean)}</p>`
      : `<table>\n<thead><tr>${headers}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
  return `<h3>${escapeHtml(name)}</h3>\n${heads.join('\n')}\n${list}${curvesHtml(curves, locale, number)}`;
}

function keptHtml({ kept }: ReportFinding, locale: Locale): string {
  if (kept === null) return '';
  return `<div class="kept">${escapeHtml(fill(reportText(locale).kept, { reason: kept }, locale))}</div>`;
}

/** An id that nothing else on the page has. */
export type Numbering = () => string;

const CURVE_WIDTH = 480;
/** So many turning points are printed. */
const POINTS = 12;

/** 得分曲线 of the standards at fault, each with its turning points as a table. */
export function curvesHtml(curves: readonly ReportCurve[], locale: Locale, number: Numbering, level = 4): string {
  if (curves.length === 0) return '';
  const heading = `<h${level}>${escapeHtml(reportText(locale).curves)}</h${level}>`;
  return `\n${heading}\n<div class="curves">\n${curves.map((one) => figureHtml(one, locale, number())).join('\n')}\n</div>`;
}

function figureHtml(found: ReportCurve, locale: Locale, id: string): string {
  const { curve, input, name, cell, codes, standard, others, actual, faults } = found;
  const text = uiText(locale);
  const words = text.curve;
  const options = { width: CURVE_WIDTH, words, actual, faults };
  const drawing = drawCurve(curve, input, options);
  const axis = others.length === 0 ? name : input.name;
  const label = curveLabel(curve, input, drawing, axis, text);
  const hasExamples = drawing.shapes.some((shape) => shape.kind === 'dot' && shape.look === 'fault');
  const notes = [
    ...drawing.shown.map((look) => words[look]),
    ...(hasExamples ? [`× ${words.fault}`] : []),
    ...(others.length > 0 ? [fill(words.others, { input: input.name }, locale)] : []),
  ];
  const points = breakpointsOf(curve, input).slice(0, POINTS);
  const rows = points.map(
    ({ at, score, below, above }) =>
      `<tr><th scope="row">${escapeHtml(at)}</th>${[score, below, above]
        .map((value) => `<td>${escapeHtml(String(value ?? words.nothing))}</td>`)
        .join('')}</tr>`,
  );
  const headers = [words.at, words.score, words.below, words.beyond].map(
    (header) => `<th scope="col">${escapeHtml(header)}</th>`,
  );
  return (
    `<figure>\n<figcaption><strong>${escapeHtml(name)}</strong> ${escapeHtml(`${cell} ${codes.join(' ')}`)}</figcaption>\n` +
    `<p class="standard">${escapeHtml(standard)}</p>\n` +
    `${curveSvg(curve, input, { ...options, label, id })}\n` +
    (notes.length > 0 ? `<p class="standard">${escapeHtml(notes.join(text.comma))}</p>\n` : '') +
    `<table class="points"><thead><tr>${headers.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>\n</figure>`
  );
}
