import { fill, ruleTitle, uiText, type Locale } from '../../i18n';
import { escapeHtml } from '../escape';
import { barPlot, columnPlot, type Bar, type PlotWords } from './plots';
import { stretchName, summaryTables, type SummaryTable } from './tables';
import { sumOf, type Group, type Tally } from './tally';
import { batchText } from './words';

/** So many bars are drawn, and so many rows printed; the workbook holds all. */
const BARS = 20;
const ROWS = 100;

const STYLE = `
:root { color-scheme: light; font: 14px/1.6 system-ui, "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif; }
body { max-width: 72rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2.5rem; }
table { border-collapse: collapse; margin-top: .8rem; } th, td { border: 1px solid #d0d0d0; padding: .25rem .5rem; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
th { background: #f3f3f3; } td.number { text-align: end; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
svg { max-width: 100%; height: auto; display: block; } svg text { font-size: 12px; fill: #1b1b1b; } svg text.small { font-size: 10px; }
.error { fill: #c4314b; } .warning { fill: #d98c00; } .info { fill: #4f6bed; } .bar { fill: #4f6bed; } .axis { stroke: #8a8a8a; }
.legend span { margin-inline-end: 1.2rem; } .legend i { display: inline-block; width: .8em; height: .8em; margin-inline-end: .35em; }
.legend .error { background: #c4314b; } .legend .warning { background: #d98c00; } .legend .info { background: #4f6bed; }
.note { color: #5c5c5c; font-size: .9rem; }
@media print { body { margin: 0; max-width: none; } tr, svg { break-inside: avoid; } }
`;

/** What tells a page of ours from others when it is to be replaced. */
export const PAGE_MARK = '<meta name="generator" content="perf-addin batch summary">';

/** The summary of a run as a page that stands alone: no script, nothing loaded, every text from a document escaped. */
export function summaryPage(tally: Tally, locale: Locale): string {
  const text = batchText(locale);
  const { severity } = uiText(locale);
  const parts = [severity.error, severity.warning, severity.info];
  const tables = summaryTables(tally, locale);
  const { byRule, byDepartment, byYear, worst, scores } = tally;
  const words = (title: string): PlotWords => ({ title, parts });
  const bars = <K>(groups: readonly (readonly [K, Group])[], name: (key: K) => string): Bar[] =>
    groups
      .filter(([, { counts }]) => sumOf(counts) > 0)
      .slice(0, BARS)
      .map(([key, { counts }]) => ({ label: name(key), parts: [counts.error, counts.warning, counts.info] }));
  const plot = (table: SummaryTable, drawn: readonly Bar[]): string =>
    drawn.length === 0
      ? `<p>${escapeHtml(text.noFindings)}</p>`
      : `${legend(parts)}\n${barPlot(drawn, words(table.name))}`;
  const section = (table: SummaryTable, drawing: string): string =>
    `<section>\n<h2>${escapeHtml(table.name)}</h2>\n${drawing}\n${tableHtml(table, locale)}\n</section>`;
  const columns: Bar[] = [
    ...(scores.below > 0 ? [{ label: text.below, parts: [scores.below] }] : []),
    ...scores.stretches.map((count, index) => ({ label: stretchName(index), parts: [count] })),
    ...(scores.above > 0 ? [{ label: text.above, parts: [scores.above] }] : []),
  ];
  const scorePlot =
    scores.count === 0
      ? `<p>${escapeHtml(text.noScores)}</p>`
      : columnPlot(columns, { title: tables.scores.name, parts: [text.columns.tables] });
  const sections = [
    tableHtml(tables.overview, locale),
    section(
      tables.rules,
      plot(
        tables.rules,
        bars(byRule, (code) => `${code} ${ruleTitle(code, locale)}`),
      ),
    ),
    section(
      tables.departments,
      plot(
        tables.departments,
        bars(byDepartment, (name) => name ?? text.none),
      ),
    ),
    section(
      tables.years,
      plot(
        tables.years,
        bars(byYear, (year) => String(year ?? text.none)),
      ),
    ),
    section(
      tables.worst,
      plot(
        tables.worst,
        worst.slice(0, BARS).map(({ path, sheet, counts }) => ({
          label: `${path.replace(/^.*[/\\]/u, '')} ${sheet}`,
          parts: [counts.error, counts.warning, counts.info],
        })),
      ),
    ),
    section(tables.scores, scorePlot),
    ...(tables.unreadable.rows.length > 0 ? [section(tables.unreadable, '')] : []),
  ];
  return (
    `<!doctype html>\n<html lang="${locale}">\n<head>\n<meta charset="utf-8">\n${PAGE_MARK}\n` +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n` +
    `<meta name="viewport" content="width=device-width">\n<title>${escapeHtml(text.title)}</title>\n` +
    `<style>${STYLE}</style>\n</head>\n<body>\n<h1>${escapeHtml(text.title)}</h1>\n${sections.join('\n')}\n</body>\n</html>\n`
  );
}

function legend(parts: readonly string[]): string {
  const classes = ['error', 'warning', 'info'];
  const items = parts.map((name, index) => `<span><i class="${classes[index]}"></i>${escapeHtml(name)}</span>`);
  return `<p class="legend">${items.join('')}</p>`;
}

function tableHtml({ columns, rows }: SummaryTable, locale: Locale): string {
  if (rows.length === 0) return '';
  const head = columns.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('');
  const body = rows.slice(0, ROWS).map((row) => {
    const cells = row.map((value) =>
      typeof value === 'number'
        ? `<td class="number">${value}</td>`
        : `<td>${escapeHtml(value === null ? '' : value)}</td>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  const note =
    rows.length > ROWS
      ? `\n<p class="note">${escapeHtml(fill(batchText(locale).first, { count: ROWS }, locale))}</p>`
      : '';
  return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>${note}`;
}
