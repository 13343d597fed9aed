/** Files as they are found on people's machines, and what is to become of them. `OURS` stands for our own entry. */
export interface PublishCase {
  readonly name: string;
  readonly text: string;
  /** Null where it is refused, and why. */
  readonly installed: string | null;
  readonly removed: string | null;
  readonly reason?: 'malformed' | 'foreign';
}

export const OURS = '<jspluginonline name="PerfTable" type="et" url="https://intranet.example/perf/wps/"/>';
const NEW = `<?xml version="1.0" encoding="UTF-8"?>\n<jsplugins>\n  ${OURS}\n</jsplugins>\n`;
const OTHER = '<jspluginonline name="OaAssist" type="wps" url="http://oa.example/wps/?a=1&amp;b=2" customDomain=""/>';
const OFFLINE = '<jsplugin name="报表" type="et" url="报表_1.0" version="1.0" enable="enable_dev" install="null"/>';
const OLD = '<jsplugin name="PerfTable" type="et" url="PerfTable_0.0.9" version="0.0.9" enable="enable_dev"/>';

const refused = (name: string, text: string, reason: PublishCase['reason'] = 'malformed'): PublishCase => ({
  name,
  text,
  installed: null,
  removed: null,
  reason,
});

export const PUBLISH_CASES: readonly PublishCase[] = [
  { name: 'an empty file', text: '', installed: NEW, removed: '' },
  { name: 'nothing but space', text: ' \r\n\t', installed: NEW, removed: ' \r\n\t' },
  {
    name: 'an empty list',
    text: '<jsplugins></jsplugins>',
    installed: `<jsplugins>\n  ${OURS}\n</jsplugins>`,
    removed: '<jsplugins></jsplugins>',
  },
  {
    name: 'a list that is one tag',
    text: '<jsplugins />\n',
    installed: `<jsplugins>\n  ${OURS}\n</jsplugins>\n`,
    removed: '<jsplugins />\n',
  },
  {
    name: 'other add-ins, as WPS writes them',
    text: `<?xml version="1.0" encoding="UTF-8"?>\n<jsplugins>\n    ${OTHER}\n    ${OFFLINE}\n</jsplugins>\n`,
    installed: `<?xml version="1.0" encoding="UTF-8"?>\n<jsplugins>\n    ${OTHER}\n    ${OFFLINE}\n  ${OURS}\n</jsplugins>\n`,
    removed: `<?xml version="1.0" encoding="UTF-8"?>\n<jsplugins>\n    ${OTHER}\n    ${OFFLINE}\n</jsplugins>\n`,
  },
  {
    name: 'all on one line',
    text: `<jsplugins>${OTHER}</jsplugins>`,
    installed: `<jsplugins>${OTHER}\n  ${OURS}\n</jsplugins>`,
    removed: `<jsplugins>${OTHER}</jsplugins>`,
  },
  {
    name: 'lines that end as on Windows, a mark at the beginning',
    text: `\uFEFF<jsplugins>\r\n\t${OTHER}\r\n\t</jsplugins>\r\n`,
    installed: `\uFEFF<jsplugins>\r\n\t${OTHER}\r\n\t  ${OURS}\r\n\t</jsplugins>\r\n`,
    removed: `\uFEFF<jsplugins>\r\n\t${OTHER}\r\n\t</jsplugins>\r\n`,
  },
  {
    name: 'ours already',
    text: `<jsplugins>\n  ${OURS}\n  ${OTHER}\n</jsplugins>`,
    installed: `<jsplugins>\n  ${OURS}\n  ${OTHER}\n</jsplugins>`,
    removed: `<jsplugins>\n  ${OTHER}\n</jsplugins>`,
  },
  {
    name: 'an older one of ours, in its place',
    text: `<jsplugins>\n  ${OTHER}\n  ${OLD}\n  ${OFFLINE}\n</jsplugins>`,
    installed: `<jsplugins>\n  ${OTHER}\n  ${OURS}\n  ${OFFLINE}\n</jsplugins>`,
    removed: `<jsplugins>\n  ${OTHER}\n  ${OFFLINE}\n</jsplugins>`,
  },
  {
    name: 'ours several times, once with an end tag and in single quotes',
    text: `<jsplugins>\n  <jspluginonline\n type='et' name = 'PerfTable'\n>\n</jspluginonline>\n  ${OTHER}\n  ${OLD}\n</jsplugins>`,
    installed: `<jsplugins>\n  ${OURS}\n  ${OTHER}\n</jsplugins>`,
    removed: `<jsplugins>\n  ${OTHER}\n</jsplugins>`,
  },
  {
    name: 'names that only look like ours, comments that name it',
    text: `<!-- PerfTable -->\n<jsplugins>\n  <!-- ${OLD} -->\n  <jsplugin name="PerfTable2"/>\n  <jsplugin nickname="PerfTable"/>\n  <other><jsplugin name="PerfTable"/></other>\n</jsplugins>\n<!-- end -->`,
    installed: `<!-- PerfTable -->\n<jsplugins>\n  <!-- ${OLD} -->\n  <jsplugin name="PerfTable2"/>\n  <jsplugin nickname="PerfTable"/>\n  <other><jsplugin name="PerfTable"/></other>\n  ${OURS}\n</jsplugins>\n<!-- end -->`,
    removed: `<!-- PerfTable -->\n<jsplugins>\n  <!-- ${OLD} -->\n  <jsplugin name="PerfTable2"/>\n  <jsplugin nickname="PerfTable"/>\n  <other><jsplugin name="PerfTable"/></other>\n</jsplugins>\n<!-- end -->`,
  },
  refused('a tag left open', `<jsplugins>\n  ${OTHER}\n`),
  refused('an entry left open', '<jsplugins><jspluginonline name="a"></jsplugins>'),
  refused('half a tag', `<jsplugins>\n  <jspluginonline name="a\n</jsplugins>`),
  refused('an attribute without quotes', '<jsplugins><jsplugin name=PerfTable/></jsplugins>'),
  refused('a comment without an end', '<jsplugins><!-- </jsplugins>'),
  refused('two lists', '<jsplugins></jsplugins><jsplugins></jsplugins>'),
  refused('text behind the list', '<jsplugins></jsplugins>}'),
  refused('a bare ampersand', '<jsplugins><jsplugin name="a" url="http://a/?b&c"/></jsplugins>'),
  refused('a document type', '<!DOCTYPE jsplugins><jsplugins></jsplugins>'),
  refused('no XML', 'PerfTable'),
  refused('two bytes to a letter', '\0<\0j\0s\0/\0>'),
  refused('a list of something else', '<addins><addin name="PerfTable"/></addins>', 'foreign'),
];
