/** What Excel and people are told of the PERF functions, as files beside the pane's page: metadata and help pages. */
require('./typescript.cjs');

/** Contents by file name; `address` is where the files will be served. */
function functionsFiles(address) {
  const { FUNCTIONS, functionsMetadata, helpHtml } = require('../src/functions');
  const languages = [
    ['zh-CN', ''],
    ['en-US', '.en-US'],
  ];
  const files = {};
  for (const [locale, suffix] of languages) {
    const folder = `functions${suffix}/`;
    files[`functions${suffix}.json`] = JSON.stringify(functionsMetadata(locale, `${address}/${folder}`), null, 1);
    for (const definition of FUNCTIONS) files[`${folder}${definition.name}.html`] = helpHtml(definition, locale);
  }
  return files;
}

/** The ids under which the functions are associated when the pane's page starts. */
function associatedIds() {
  const ids = [];
  const known = global.CustomFunctions;
  global.CustomFunctions = { associate: (id) => ids.push(id) };
  try {
    require('../src/functions/excel').registerInExcel(() => 'zh-CN');
  } finally {
    global.CustomFunctions = known;
  }
  return ids;
}

module.exports = { associatedIds, functionsFiles };
