import { fill, ruleTitle, uiText, type Locale } from '../../i18n';
import { escapeHtml } from '../escape';
import { barPlot, columnPlot, type Bar, type PlotWords } from './plots';
import { stretchName, summaryTables, type SummaryTable } from './tables';
import { sumOf, type Group, type Tally } from './tally';
import { batchText } from './words';

/** So many bars are drawn, and so many rows printed; the workbook holds all. */
const BARS = 20;
const ROWS = 100;
/** From 60 points on, every stretch is drawn. */
const LOWEST = 12;

const STYLE = `
:root { color-scheme: light; font: 14px/1.6 system-ui, "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif; }
body { max-width: 64rem; margin: 2rem auto 4rem; padding: 0 1rem; color: #1b1b1b; }
h1 { font-size: 1.6rem; margin: 0 0 1rem; } h2 { font-size: 1.15rem; margin: 3rem 0 .6rem; padding-top: .8rem; border-top: 1px solid #e4e4e4; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(6rem, 1fr)); gap: .5rem; margin: 0; }
dl div { border: 1px solid #e4e4e4; border-radius: 6px; padding: .5rem .8rem; }
dt { color: #5c5c5c; font-size: .85rem; } dd { margin: 0; font-size: 1.45rem; line-height: 1.35; font-variant-numeric: tabular-nums; }
div.error { border-left: 4px solid #c4314b; } div.warning { border-left: 4px solid #d98c00; } div.info { border-left: 4px solid #4f6bed; }
table { border-collapse: collapse; width: 100%; margin-top: .6rem; } th, td { border-bottom: 1px solid #e4e4e4; padding: .3rem .6rem; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
th { background: #f5f5f5; font-weight: 600; white-space: nowrap; } th.number, td.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
details { margin-top: 1rem; } summary { cursor: pointer; color: #3b4fb0; }
svg { width: 100%; height: auto; display: block; } svg text { font-size: 12px; fill: #1b1b1b; } svg text.small { font-size: 10px; }
rect.error { fill: #c4314b; } rect.warning { fill: #d98c00; } rect.info, rect.bar { fill: #4f6bed; } .axis { stroke: #8a8a8a; }
.legend { margin: 0 0 .4rem; } .legend span { margin-inline-end: 1.2rem; } .legend i { display: inline-block; width: .8em; height: .8em; margin-inline-end: .35em; }
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
    `<section>\n<h2>${escapeHtml(table.name)}</h2>\n${drawing}\n${folded(table, drawing, locale)}\n</section>`;
  // Stretches that no table reaches are left out on the left.
  const lowest = Math.max(
    0,
    Math.min(
      LOWEST,
      scores.stretches.findIndex((count) => count > 0),
    ),
  );
  const columns: Bar[] = [
    ...(scores.below > 0 ? [{ label: '<0', parts: [scores.below] }] : []),
    ...scores.stretches.map((count, index) => ({ label: stretchName(index), parts: [count] })).slice(lowest),
    ...(scores.above > 0 ? [{ label: '>100', parts: [scores.above] }] : []),
  ];
  const scorePlot =
    scores.count === 0
      ? `<p>${escapeHtml(text.noScores)}</p>`
      : columnPlot(columns, { title: tables.scores.name, parts: [text.columns.tables] });
  const sections = [
    overviewHtml(tables.overview, parts, locale),
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

/** The whole run in a few large numbers. */
function overviewHtml({ rows }: SummaryTable, levels: readonly string[], locale: Locale): string {
  const classes = ['error', 'warning', 'info'];
  const cards = rows.map(([name, value]) => {
    const level = classes[levels.indexOf(String(name))];
    const shown = typeof value === 'number' ? value.toLocaleString(locale) : '—';
    return `<div${level ? ` class="${level}"` : ''}><dt>${escapeHtml(String(name))}</dt><dd>${shown}</dd></div>`;
  });
  return `<dl>\n${cards.join('\n')}\n</dl>`;
}

/** What a plot shows already is there for those who want the figures. */
function folded(table: SummaryTable, drawing: string, locale: Locale): string {
  const html = tableHtml(table, locale);
  if (drawing === '' || html === '') return html;
  const { figures } = batchText(locale);
  return `<details><summary>${escapeHtml(fill(figures, { count: table.rows.length }, locale))}</summary>\n${html}\n</details>`;
}

function tableHtml({ columns, rows }: SummaryTable, locale: Locale): string {
  if (rows.length === 0) return '';
  const kind = (column: number): string =>
    rows.some((row) => typeof row[column] === 'number') ? ' class="number"' : '';
  const head = columns.map((name, column) => `<th scope="col"${kind(column)}>${escapeHtml(name)}</th>`).join('');
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
