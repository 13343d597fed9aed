import './page.css';
import { testsOf } from './environment';
import { element, link, readSite, say, text } from './site';

const site = readSite();
const main = document.getElementById('main') as HTMLElement;
const { wps, excel, workbench, cli, checks } = text;
const hint = (words: string) => element('p', { class: 'hint' }, words);

function card(title: string, ...children: readonly (Node | string)[]): HTMLElement {
  return element('section', { class: 'card' }, element('h2', {}, title), ...children);
}

const offline = `wps/install/${site.name}-offline-${site.version}.zip`;

// What stood there is for engines that do not come this far.
main.textContent = '';
main.append(
  element('h1', {}, text.product),
  element('p', { class: 'lead' }, text.lead),
  element('p', { class: 'which' }, text.which),
  element(
    'div',
    { class: 'cards' },
    card(
      wps.title,
      hint(wps.hint),
      element('p', {}, link(wps.online, 'wps/install/index.html', 'main')),
      element('p', {}, link(wps.offline, offline, 'download'), element('span', { class: 'aside' }, wps.offlineHint)),
    ),
    card(
      excel.title,
      ...(site.officeJs === null
        ? [hint(excel.none)]
        : [
            hint(excel.hint),
            element(
              'p',
              {},
              link(excel.manifest, 'excel/manifest.xml', 'main', 'download'),
              link(excel.guide, 'help/install/excel.html'),
            ),
            hint(excel.old),
          ]),
    ),
    card(workbench.title, hint(workbench.hint), element('p', {}, link(workbench.open, 'workbench/index.html', 'main'))),
    card(cli.title, hint(cli.hint), element('p', {}, link(cli.download, 'cli/perf-addin.cjs', 'download'))),
  ),
  element(
    'p',
    { class: 'more' },
    link(text.help, 'help/install/index.html'),
    link(text.functions, 'help/functions/index.html'),
  ),
  environment(),
  element('p', { class: 'version' }, say(text.version, { version: site.version })),
);

function environment(): HTMLElement {
  const rows = testsOf(site).map((test) => {
    const result = element('td', {}, checks.testing);
    test.run().then(
      ({ words, fine }) => {
        result.textContent = words;
        if (fine !== undefined) result.className = fine ? 'fine' : 'bad';
      },
      (error: unknown) => {
        result.textContent = String(error);
        result.className = 'bad';
      },
    );
    return element('tr', {}, element('th', { scope: 'row' }, test.label), result);
  });
  return element('section', {}, element('h2', {}, checks.title), element('table', {}, element('tbody', {}, ...rows)));
}
