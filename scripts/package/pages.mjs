import { Refusal } from './options.mjs';

/**
 * What a page may load: scripts from its own place and, for Excel, from where office.js comes. Styles are written by the
 * scripts as they run. `connect` are further addresses that it may ask something of.
 */
export function policy({ scripts = [], connect = [] } = {}) {
  const from = (...more) => ["'self'", ...more].join(' ');
  return Object.entries({
    'default-src': "'none'",
    'script-src': from(...scripts),
    'style-src': from("'unsafe-inline'"),
    'img-src': from('data:', 'blob:', ...scripts),
    'font-src': from('data:'),
    'connect-src': from(...scripts, ...connect),
    'manifest-src': "'self'",
    'worker-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
  })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

/** Every replacement is one that must be there: a page that has changed is not to be packaged half-done. */
export function replaceOnce(text, from, to, what) {
  if (text.split(from).length !== 2)
    throw new Refusal(`${what} 与预期不符，请重新构建。 / ${what} is not as expected.`);
  return text.replace(from, () => to);
}

export function withPolicy(html, content, what) {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${content}" />`;
  return replaceOnce(html, '<meta charset="utf-8" />', `<meta charset="utf-8" />\n    ${meta}`, what);
}

export const escapeHtml = (text) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
