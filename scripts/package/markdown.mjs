import { escapeHtml } from './pages.mjs';

/** Links between our documents lead to the pages made of them. */
function target(href) {
  if (/^[a-z]+:/i.test(href)) return href;
  return href.replace(/(^|\/)README\.md(?=#|$)/, '$1index.html').replace(/\.md(?=#|$)/, '.html');
}

/** Stands around the number of a piece that is finished: no document has it. */
const KEPT = '\uE000';

function inline(text) {
  const kept = [];
  const keep = (html) => KEPT + String(kept.push(html) - 1) + KEPT;
  return escapeHtml(
    text
      .replace(/`([^`]{1,400})`/g, (_, code) => keep(`<code>${escapeHtml(code)}</code>`))
      .replace(/<(https?:[^<>\s]{1,300})>/g, (_, href) => keep(`<a href="${escapeHtml(href)}">${escapeHtml(href)}</a>`))
      .replace(/\[([^\][]{1,200})\]\(([^()\s]{1,300})\)/g, (_, words, href) =>
        keep(`<a href="${escapeHtml(target(href))}">${inline(words)}</a>`),
      )
      .replace(/\\([<>*_[\]])/g, (_, character) => keep(escapeHtml(character))),
  )
    .replace(/\*\*([^*]{1,400})\*\*/g, '<strong>$1</strong>')
    .replace(/\uE000(\d{1,6})\uE000/g, (_, at) => kept[Number(at)]);
}

const cells = (line) =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => inline(cell.trim().replaceAll('\\|', '|')));

const isTable = (lines, at) => /^\s*\|/.test(lines[at]) && /^\s*\|[\s:|-]+\|\s*$/.test(lines[at + 1] ?? '');
const ITEM = /^\s{0,6}(?:[-*]|\d{1,3}\.) (\S.*)$/;

/** The Markdown that our documents are written in, as HTML: headings, paragraphs, lists, tables, code, links. */
export function markdownToHtml(markdown) {
  const lines = markdown.replace(/\r\n/g, '\n').split('\n');
  const html = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at];
    const heading = /^(#{1,4}) (\S.*)$/.exec(line);
    if (line.trim() === '') at += 1;
    else if (heading) {
      html.push(`<h${heading[1].length}>${inline(heading[2])}</h${heading[1].length}>`);
      at += 1;
    } else if (line.startsWith('```')) {
      const end = lines.findIndex((found, index) => index > at && found.startsWith('```'));
      html.push(`<pre>${escapeHtml(lines.slice(at + 1, end < 0 ? undefined : end).join('\n'))}</pre>`);
      at = end < 0 ? lines.length : end + 1;
    } else if (isTable(lines, at)) {
      const row = (found, tag) =>
        `<tr>${cells(found)
          .map((cell) => `<${tag}>${cell}</${tag}>`)
          .join('')}</tr>`;
      html.push('<table><thead>', row(line, 'th'), '</thead><tbody>');
      for (at += 2; at < lines.length && /^\s*\|/.test(lines[at]); at += 1) html.push(row(lines[at], 'td'));
      html.push('</tbody></table>');
    } else if (ITEM.test(line)) {
      const tag = /^\s*\d/.test(line) ? 'ol' : 'ul';
      const items = [];
      for (; at < lines.length && lines[at].trim() !== ''; at += 1) {
        const item = ITEM.exec(lines[at]);
        if (item) items.push(item[1]);
        else items[items.length - 1] += ` ${lines[at].trim()}`;
      }
      html.push(`<${tag}>${items.map((item) => `<li>${inline(item)}</li>`).join('')}</${tag}>`);
    } else {
      const from = at;
      while (at < lines.length && lines[at].trim() !== '' && (at === from || !/^(?:#|```|\s*[-*] )/.test(lines[at])))
        at += 1;
      html.push(`<p>${inline(lines.slice(from, at).join('\n'))}</p>`);
    }
  }
  return html.join('\n');
}
