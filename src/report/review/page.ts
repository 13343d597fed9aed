import { fill, uiText, type Locale } from '../../i18n';
import { plainInline, type Inline } from '../document';
import { escapeHtml } from '../escape';
import { curvesHtml } from '../html';
import { addressee, basisText, kindOf, opening, opinionText, unneededLines } from './document';
import { countOf, SEVERITIES, type ReviewedTable, type ReviewItem, type ReviewPaper } from './paper';
import { dayText, reviewText } from './text';

const STYLE = `
:root { color-scheme: light; --ink: #1a1a1a; --line: #c9c9c9; --error: #b3261e; --warning: #9a6700; --info: #3b5b92; }
* { box-sizing: border-box; }
body { margin: 0; background: #eceae6; color: var(--ink); font: 15px/1.75 "Songti SC", SimSun, 宋体, "Noto Serif CJK SC", serif; }
main { width: min(210mm, 100%); margin: 24px auto; padding: 22mm 20mm 20mm; background: #fff; box-shadow: 0 1px 6px #0003; }
h1 { margin: 0; font: 400 28px/1.4 "FZXiaoBiaoSong-B05S", 方正小标宋简体, "Songti SC", SimSun, "Noto Serif CJK SC", serif; text-align: center; letter-spacing: .08em; }
.round { margin: 2px 0 20px; text-align: center; font-size: 17px; }
h2 { margin: 26px 0 8px; font: 600 17px/1.5 SimHei, 黑体, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; break-after: avoid; overflow-wrap: anywhere; }
h3 { margin: 18px 0 6px; font: 600 15px/1.5 KaiTi, 楷体, "Kaiti SC", "Noto Sans CJK SC", sans-serif; break-after: avoid; }
p { margin: 0 0 6px; text-indent: 2em; overflow-wrap: anywhere; } p.flush { text-indent: 0; }
.counts { display: flex; gap: 10px; margin: 16px 0 4px; padding: 0; list-style: none; font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
.counts li { flex: 1; padding: 8px 12px; border: 1px solid var(--line); border-top: 3px solid currentColor; } .counts b { display: block; font-size: 24px; line-height: 1.2; } .counts span { font-size: 13px; color: var(--ink); }
.error { color: var(--error); } .warning { color: var(--warning); } .info { color: var(--info); }
table.items { width: 100%; border-collapse: collapse; font-size: 13px; line-height: 1.55; table-layout: fixed; }
.items th, .items td { border: 1px solid #8d8d8d; padding: 5px 7px; text-align: start; vertical-align: top; overflow-wrap: anywhere; white-space: pre-line; }
.items th { background: #f3f2ef; font-weight: 600; text-align: center; } .items td.n, .items td.at { text-align: center; font-variant-numeric: tabular-nums; }
.items tr { break-inside: avoid; } .items small { display: block; margin-top: 3px; color: #5f5f5f; font-size: 12px; }
.items col.n { width: 8%; } .items col.at { width: 9%; } .items col.who { width: 17%; } .items col.do { width: 27%; }
.closing { margin-top: 34px; text-align: end; } .closing p { text-indent: 0; }
.note { margin-top: 14px; color: #5f5f5f; font-size: 13px; text-indent: 0; }
.curves { display: grid; grid-template-columns: repeat(auto-fit, minmax(260px, 1fr)); gap: 16px; font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
figure { margin: 0; padding: 10px 12px; border: 1px solid var(--line); break-inside: avoid; } figure svg { width: 100%; height: auto; }
figcaption { font-size: 13px; } p.standard { margin: 2px 0; font-size: 12px; text-indent: 0; white-space: pre-line; }
.points { border-collapse: collapse; margin-top: 4px; font-size: 12px; line-height: 1.4; } .points th, .points td { padding: 1px 8px 1px 0; border-bottom: 1px solid #ddd; text-align: start; font-weight: 400; }
@page { size: A4; margin: 20mm 18mm; }
@media (max-width: 600px) { main { margin: 0; padding: 16px; } }
@media print { body { background: #fff; font-size: 12pt; } main { width: auto; margin: 0; padding: 0 1px; box-shadow: none; } .items thead { display: table-header-group; } }
`;

/** 审核意见 as a page that stands alone: no script, nothing loaded, every text escaped; A4 in print, curves included. */
export function reviewPage(paper: ReviewPaper, locale: Locale): string {
  const text = reviewText(locale);
  const { tables, occasion, opinions } = paper;
  const words = { text, locale };
  const title = text.title[kindOf(tables)];
  let last = 0;
  const number = (): string => `c${++last}`;
  const round = occasion.round === null ? '' : fill(text.round, { round: occasion.round }, locale).trim();
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  const level = uiText(locale).severity;
  const counts = SEVERITIES.map(
    (severity) =>
      `<li class="${severity}"><b>${countOf(tables, severity)}</b><span>${escapeHtml(level[severity])}</span></li>`,
  );
  const several = tables.length > 1;
  const own =
    opinions.length === 0
      ? ''
      : `<h2>${escapeHtml(text.opinions)}</h2>\n${opinions
          .map((opinion, index) => {
            const answer = opinion.answer === '' ? '' : fill(text.answer, { answer: opinion.answer }, locale);
            return paragraph([opinionText(opinion, index, text, locale)]) + (answer ? paragraph([answer]) : '');
          })
          .join('\n')}`;
  const { unneeded = [] } = paper;
  const gone =
    unneeded.length === 0
      ? ''
      : `<h2>${escapeHtml(text.unneeded)}</h2>\n${unneededLines(unneeded, text, locale)
          .map((line) => paragraph([line]))
          .join('\n')}\n`;
  const closing = [
    occasion.office === null ? text.seal : `${occasion.office}${text.sealAfter}`,
    occasion.date === null ? text.date : dayText(occasion.date, locale),
  ];
  return (
    `<!doctype html>\n<html lang="${locale}">\n<head>\n<meta charset="utf-8">\n` +
    `<meta http-equiv="Content-Security-Policy" content="${policy}">\n` +
    `<meta name="viewport" content="width=device-width">\n<title>${escapeHtml(title)}</title>\n<style>${STYLE}</style>\n` +
    `</head>\n<body>\n<main>\n<h1>${escapeHtml(title)}</h1>\n<div class="round">${escapeHtml(round)}</div>\n` +
    `${paragraph(addressee(paper, words), 'flush')}\n${paragraph(opening(paper, words))}\n` +
    `<ul class="counts">${counts.join('')}</ul>\n` +
    `${tables.map((table) => tableHtml(table, several, locale, number)).join('\n')}\n${own}\n${gone}` +
    (tables.some(({ items }) => items.length > 0) ? `<p class="note">${escapeHtml(text.note)}</p>\n` : '') +
    `<div class="closing">${closing.map((line) => paragraph([line])).join('')}</div>\n</main>\n</body>\n</html>\n`
  );
}

function paragraph(content: Inline, look = ''): string {
  return `<p${look === '' ? '' : ` class="${look}"`}>${escapeHtml(plainInline(content))}</p>`;
}

function tableHtml(table: ReviewedTable, several: boolean, locale: Locale, number: () => string): string {
  const text = reviewText(locale);
  const [head, level] = several ? ['h3', 3] : ['h2', 2];
  const name = [table.title || text.untitled, table.project, [table.file, table.sheet].filter((part) => part).join(' ')]
    .filter((part) => part)
    .join('　');
  const parts = SEVERITIES.flatMap((severity) => {
    const items = table.items.filter((item) => item.severity === severity);
    if (items.length === 0) return [];
    const title = fill(text.count, { title: text.sections[severity], count: items.length }, locale);
    return [`<${head} class="${severity}">${escapeHtml(title)}</${head}>\n${itemsHtml(items, locale)}`];
  });
  if (table.kept.length > 0) {
    const rows = table.kept.map(
      ({ cell, problem, reason, by }, index) =>
        `<tr><td class="n">${index + 1}</td><td class="at">${escapeHtml(cell)}</td><td>${escapeHtml(problem)}</td>` +
        `<td>${escapeHtml(by === '' ? reason : `${reason}（${by}）`)}</td></tr>`,
    );
    parts.push(
      `<${head}>${escapeHtml(text.kept)}</${head}>\n${grid(text.keptHead, ['n', 'at', '', 'do'], rows.join('\n'))}`,
    );
  }
  if (parts.length === 0) parts.push(paragraph([text.clean]));
  const curves = curvesHtml(table.curves, locale, number, level);
  return `${several ? `<h2>${escapeHtml(name)}</h2>\n` : ''}${parts.join('\n')}${curves}`;
}

function itemsHtml(items: readonly ReviewItem[], locale: Locale): string {
  const text = reviewText(locale);
  const rows = items.map((item, index) => {
    const basis = basisText(item, text, locale);
    return (
      `<tr><td class="n">${index + 1}</td><td class="at">${escapeHtml(item.cell)}</td>` +
      `<td>${escapeHtml(item.indicator || text.wholeTable)}</td>` +
      `<td>${escapeHtml(item.problem)}${basis === '' ? '' : `<small>${escapeHtml(basis)}</small>`}</td>` +
      `<td>${escapeHtml(item.advice)}</td></tr>`
    );
  });
  return grid(text.head, ['n', 'at', 'who', '', 'do'], rows.join('\n'));
}

function grid(head: readonly string[], columns: readonly string[], rows: string): string {
  const cols = columns.map((name) => `<col${name === '' ? '' : ` class="${name}"`}>`).join('');
  const heads = head.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('');
  return `<table class="items">\n<colgroup>${cols}</colgroup>\n<thead><tr>${heads}</tr></thead>\n<tbody>\n${rows}\n</tbody>\n</table>`;
}
