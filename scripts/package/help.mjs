import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { markdownToHtml } from './markdown.mjs';
import { ROOT } from './options.mjs';
import { escapeHtml, policy } from './pages.mjs';

/** Folders of documents, and where their pages stand. */
const PLACES = [
  ['docs/install', 'help/install'],
  ['docs/functions', 'help/functions'],
  ['docs/rules', 'help/rules'],
];

function page(markdown, up, css) {
  const title = /^# (.*)$/m.exec(markdown)?.[1] ?? '绩效表助手';
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy()}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="${up}${css}" />
    <title>${escapeHtml(title)}</title>
  </head>
  <body>
    <main id="main">
<p><a href="${up}index.html">返回首页</a></p>
${markdownToHtml(markdown)}
    </main>
  </body>
</html>
`;
}

/** The documents as pages, by path; `css` is the name of the start page's style sheet at the top. */
export function helpPages(css) {
  const pages = {};
  for (const [folder, place] of PLACES) {
    if (!existsSync(join(ROOT, folder))) continue;
    const up = '../'.repeat(place.split('/').length);
    for (const name of readdirSync(join(ROOT, folder)).filter((file) => file.endsWith('.md'))) {
      const html = page(readFileSync(join(ROOT, folder, name), 'utf8'), up, css);
      pages[`${place}/${name.replace(/^README\.md$/, 'index.md').replace(/\.md$/, '.html')}`] = html;
    }
  }
  return pages;
}
