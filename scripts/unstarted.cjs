/** What a page shows until its script runs, as HTML without any script. */
require('./typescript.cjs');
const NAME = require('./package/name.cjs');

/** Not at once, so that nobody sees it who need not; an engine without animations shows it from the beginning. */
const STYLE =
  '.unstarted{padding:16px;font:14px/1.6 "Microsoft YaHei",sans-serif;animation:unstarted 5s}' +
  '@keyframes unstarted{from,to{visibility:hidden}}';

/** `links` leads to what can be had without scripts: the way up from the page, and the version that is packaged. */
function unstarted(page, links) {
  const { UNSTARTED } = require('../src/i18n/unstarted.ts');
  const paragraphs = Object.entries(UNSTARTED).map(([locale, words]) => {
    const archives = links ? `${links.up}wps/install/${NAME}-` : '';
    const places = links && [
      [words.guide, `${links.up}help/install/index.html`],
      [words.offline, `${archives}offline-${links.version}.zip`],
      [words.scripts, `${archives}installer-${links.version}.zip`],
    ];
    const list = (places ?? []).map(([label, href]) => ` <a href="${href}">${label}</a>`).join('');
    return `<p lang="${locale}">${words.opening}<br />${words[page]}${list}</p>`;
  });
  return `<style>${STYLE}</style><div class="unstarted">${paragraphs.join('')}</div>`;
}

module.exports = { unstarted };
