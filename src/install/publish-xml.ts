/**
 * publish.xml lists the add-ins that WPS loads for one person: everybody's, not ours alone. So it is not written anew: one
 * entry is put in, replaced or taken out, and every other byte stays. What cannot be read whole is left alone.
 *
 * scripts/installers has the same in shell and PowerShell, for machines with nothing else; one table tests them all.
 */

export type AddIn =
  /** From a web server; the address ends with a slash. */
  | { readonly name: string; readonly url: string }
  /** From a folder beside publish.xml, called `NAME_VERSION`. */
  | { readonly name: string; readonly version: string };

export type Merged =
  | { readonly status: 'changed' | 'unchanged'; readonly text: string }
  /** `malformed`: no well-formed XML, as far as it matters here; `foreign`: not a list of add-ins. */
  | { readonly status: 'refused'; readonly reason: 'malformed' | 'foreign' };

const ROOT = 'jsplugins';
const NAME = String.raw`[a-z_:][-\w.:]*`;
const SPACE = String.raw`[ \t\r\n]`;
const CLOSING = new RegExp(`^</(${NAME})${SPACE}*>`, 'i');
const OPENING = new RegExp(
  `^<(${NAME})((?:${SPACE}+${NAME}${SPACE}*=${SPACE}*(?:"[^"<]*"|'[^'<]*'))*)${SPACE}*(/?)>`,
  'i',
);
const NAME_ATTRIBUTE = new RegExp(`${SPACE}name${SPACE}*=${SPACE}*(?:"([^"<]*)"|'([^'<]*)')`);
const BARE_AMPERSAND = /&(?!(?:[A-Za-z]+|#\d+|#x[\dA-Fa-f]+);)/;

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

export function entryOf(addIn: AddIn): string {
  const name = escape(addIn.name);
  if ('url' in addIn) return `<jspluginonline name="${name}" type="et" url="${escape(addIn.url)}"/>`;
  const version = escape(addIn.version);
  return `<jsplugin name="${name}" type="et" url="${name}_${version}" version="${version}" enable="enable_dev"/>`;
}

/** The file with this add-in in it, once; an empty or missing file becomes a new one. */
export function withAddIn(text: string, addIn: AddIn): Merged {
  const entry = entryOf(addIn);
  if (text.replace(/^\uFEFF/, '').trim() === '')
    return { status: 'changed', text: `<?xml version="1.0" encoding="UTF-8"?>\n<${ROOT}>\n  ${entry}\n</${ROOT}>\n` };
  const list = readList(text, addIn.name);
  if (typeof list === 'string') return { status: 'refused', reason: list };
  const line = text.includes('\r\n') ? '\r\n' : '\n';
  const [first, ...others] = list.entries;
  if (first)
    return outcome(text, replaced(text, [{ ...first, by: entry }, ...others.map((span) => whole(text, span))]));
  const { end } = list;
  if (list.isBare)
    return outcome(text, replaced(text, [{ ...end, by: `<${ROOT}>${line}  ${entry}${line}</${ROOT}>` }]));
  // Before the line of the closing tag, where that has a line of its own.
  const at = beforeSpace(text, end.from, ' \t');
  const indent = text.slice(at, end.from);
  const ownLine = text[at - 1] === '\n';
  const by = ownLine ? `${indent}  ${entry}${line}` : `${line}  ${entry}${line}`;
  return outcome(text, replaced(text, [{ from: ownLine ? at : end.from, to: ownLine ? at : end.from, by }]));
}

/** The file without this add-in. */
export function withoutAddIn(text: string, name: string): Merged {
  if (text.replace(/^\uFEFF/, '').trim() === '') return { status: 'unchanged', text };
  const list = readList(text, name);
  if (typeof list === 'string') return { status: 'refused', reason: list };
  return outcome(
    text,
    replaced(
      text,
      list.entries.map((span) => whole(text, span)),
    ),
  );
}

interface Span {
  readonly from: number;
  readonly to: number;
}

interface Change extends Span {
  readonly by: string;
}

interface List {
  /** The closing tag of the list, or the only one. */
  readonly end: Span;
  /** `<jsplugins/>` */
  readonly isBare: boolean;
  /** Entries of this name, from the first to the last. */
  readonly entries: readonly Span[];
}

/** Reads tag by tag. Of what XML has, document types and CDATA stand in no such file: they are refused with the rest. */
function readList(text: string, name: string): List | 'malformed' | 'foreign' {
  const open: string[] = [];
  const entries: Span[] = [];
  let end: Span | null = null;
  let isBare = false;
  let start = -1;
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  for (;;) {
    const next = text.indexOf('<', at);
    const between = text.slice(at, next < 0 ? undefined : next);
    if (BARE_AMPERSAND.test(between) || (open.length === 0 && between.trim() !== '')) return 'malformed';
    if (next < 0) break;
    const rest = text.slice(next);
    const skipped = skippedLength(rest);
    if (skipped !== null) {
      if (skipped < 0) return 'malformed';
      at = next + skipped;
      continue;
    }
    const opening = OPENING.exec(rest);
    const closing = opening ? null : CLOSING.exec(rest);
    const [whole = '', tag = ''] = opening ?? closing ?? [];
    if (whole === '' || BARE_AMPERSAND.test(whole)) return 'malformed';
    at = next + whole.length;
    if (opening) {
      if (open.length === 0 && end) return 'malformed';
      if (open.length === 0 && tag !== ROOT) return 'foreign';
      const found = NAME_ATTRIBUTE.exec(opening[2] ?? '');
      const isOurs = open.length === 1 && found !== null && (found[1] ?? found[2]) === name;
      if (isOurs) start = next;
      if (!opening[3]) open.push(tag);
      else if (isOurs) entries.push({ from: next, to: at });
      else if (open.length === 0) [end, isBare] = [{ from: next, to: at }, true];
    } else {
      if (open.pop() !== tag) return 'malformed';
      if (open.length === 0) end = { from: next, to: at };
      else if (open.length === 1 && start >= 0) entries.push({ from: start, to: at });
    }
    if (open.length <= 1) start = -1;
  }
  return open.length === 0 && end ? { end, isBare, entries } : 'malformed';
}

/** The length of a comment or instruction at the beginning; negative where it has no end, null where there is none. */
function skippedLength(rest: string): number | null {
  for (const [opening, closing] of [
    ['<!--', '-->'],
    ['<?', '?>'],
  ] as const) {
    if (!rest.startsWith(opening)) continue;
    const end = rest.indexOf(closing, opening.length);
    return end < 0 ? -1 : end + closing.length;
  }
  return null;
}

/** An entry with the space before it, so that no empty line stays behind. */
function whole(text: string, { from, to }: Span): Change {
  return { from: beforeSpace(text, from, ' \t\r\n'), to, by: '' };
}

/** Where the run of such characters begins that ends at a place. */
function beforeSpace(text: string, at: number, space: string): number {
  let from = at;
  while (from > 0 && space.includes(text.charAt(from - 1))) from -= 1;
  return from;
}

function replaced(text: string, changes: readonly Change[]): string {
  return [...changes]
    .reverse()
    .reduce((changed, { from, to, by }) => changed.slice(0, from) + by + changed.slice(to), text);
}

function outcome(before: string, after: string): Merged {
  return { status: before === after ? 'unchanged' : 'changed', text: after };
}
