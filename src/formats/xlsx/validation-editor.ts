import { formatRange, intersects, parseRange, type Range, type ValidationEdit } from '../../core/sheet';
import { formulaToFile, shiftFormula } from './formula';
import { splice, type Splice, withAttribute } from './package-editor';
import { elementOf } from './page-editor';
import { encodeText, escapeXml, XmlReader } from './xml';

/** Longest title and text that a hint may have; a file with more is taken for a broken one. */
export const PROMPT_LIMITS = { title: 32, text: 255 };

interface Rule {
  readonly areas: readonly Range[];
  readonly xml: string;
}

/** Validations on a worksheet part: each takes its range from those that were there. */
export function changeValidations(
  text: string,
  part: string,
  prefix: string,
  edits: readonly ValidationEdit[],
  insert: (text: string, element: string) => string,
): string {
  if (edits.length === 0) return text;
  const found = findRules(text, part);
  let rules = found.rules;
  for (const edit of edits) {
    rules = rules.flatMap((rule) => without(rule, edit.range));
    const xml = ruleXml(edit, prefix);
    if (xml !== '') rules = [...rules, { areas: [edit.range], xml }];
  }
  const items = rules.map(({ xml }) => xml).join('');
  const element =
    items === '' ? '' : `<${prefix}dataValidations count="${rules.length}">${items}</${prefix}dataValidations>`;
  const changed = found.at
    ? splice(text, [{ ...found.at, text: element }])
    : element === ''
      ? text
      : insert(text, element);
  return changeExtended(changed, part, edits);
}

/** Rules that refer to other sheets stand in the extension list, with their areas in an element of their own. */
function changeExtended(text: string, part: string, edits: readonly ValidationEdit[]): string {
  const list = elementOf(text, part, 'extLst');
  if (!list || !text.slice(list.start, list.end).includes('dataValidation')) return text;
  const reader = new XmlReader(text, part, list.start, list.end);
  const splices: Splice[] = [];
  const cut = (start: number, end: number) => splices.push({ start, end, text: '' });
  let extension = { start: list.start, rules: false, left: 0 };
  let extensions = 0;
  while (reader.next()) {
    const { start, name } = reader;
    if (name === 'ext' && !reader.closing) {
      extension = { start, rules: false, left: 0 };
      extensions += 1;
    } else if (name === 'ext' && extension.rules && extension.left === 0) {
      while ((splices.at(-1)?.start ?? -1) > extension.start) splices.pop();
      cut(extension.start, reader.end);
      extensions -= 1;
    } else if (name === 'dataValidations' && !reader.closing) extension.rules = true;
    else if (name === 'dataValidation' && !reader.closing) {
      reader.skip();
      const old = text.slice(start, reader.end);
      const now = edits.reduce<string>(
        (rule, { range }) => (rule === '' ? '' : withoutExtended(rule, part, range)),
        old,
      );
      if (now !== '') extension.left += 1;
      if (now !== old) splices.push({ start, end: reader.end, text: now });
    }
  }
  if (splices.length === 0) return text;
  return extensions === 0 ? splice(text, [{ ...list, text: '' }]) : counted(splice(text, splices), part);
}

/** The number of rules that a list in the extensions states. */
function counted(text: string, part: string): string {
  const list = elementOf(text, part, 'extLst');
  const reader = new XmlReader(text, part, list?.start, list?.end);
  let tag: { start: number; end: number; stated: string | undefined } | null = null;
  let rules = 0;
  while (reader.next()) {
    if (reader.closing) continue;
    const { start, end, name } = reader;
    if (name === 'dataValidations') tag = { start, end, stated: reader.attribute('count') };
    else if (name === 'dataValidation') rules += 1;
  }
  if (!tag || tag.stated === undefined || tag.stated === String(rules)) return text;
  const { start, end } = tag;
  return splice(text, [{ start, end, text: withAttribute(text.slice(start, end), 'count', String(rules)) }]);
}

/** '' where nothing is left of the rule's areas. */
function withoutExtended(rule: string, part: string, hole: Range): string {
  const place = new XmlReader(rule, part);
  if (!place.find('sqref')) return rule;
  const { end: start } = place;
  const areas = place
    .content()
    .trim()
    .split(/\s+/)
    .map(parseRange)
    .filter((area) => area !== null);
  if (!areas.some((area) => intersects(area, hole))) return rule;
  const left = areas.flatMap((area) => subtract(area, hole));
  const [was, now] = [areas[0], left[0]];
  if (!was || !now) return '';
  const splices: Splice[] = [{ start, end: place.start, text: left.map(formatRange).join(' ') }];
  const reader = new XmlReader(rule, part);
  while (reader.find('f')) {
    const { end } = reader;
    const formula = shiftFormula(reader.content(), now.top - was.top, now.left - was.left);
    splices.push({ start: end, end: reader.start, text: escapeXml(formula) });
  }
  return splice(rule, splices);
}

function findRules(text: string, part: string): { rules: Rule[]; at: { start: number; end: number } | null } {
  const reader = new XmlReader(text, part);
  const rules: Rule[] = [];
  while (reader.next()) {
    if (reader.closing || reader.name === 'worksheet') continue;
    if (reader.name !== 'dataValidations') {
      reader.skip();
      continue;
    }
    const { start } = reader;
    while (!reader.empty && reader.next() && !(reader.closing && reader.name === 'dataValidations')) {
      const from = reader.start;
      const areas = (reader.attribute('sqref') ?? '').split(/\s+/).map(parseRange);
      reader.skip();
      rules.push({ areas: areas.filter((area) => area !== null), xml: text.slice(from, reader.end) });
    }
    return { rules, at: { start, end: reader.end } };
  }
  return { rules, at: null };
}

/** A range without another: up to four ranges. */
function subtract(range: Range, hole: Range): Range[] {
  if (!intersects(range, hole)) return [range];
  const top = Math.max(range.top, hole.top);
  const bottom = Math.min(range.bottom, hole.bottom);
  return [
    { ...range, bottom: hole.top - 1 },
    { top, bottom, left: range.left, right: hole.left - 1 },
    { top, bottom, left: hole.right + 1, right: range.right },
    { ...range, top: hole.bottom + 1 },
  ].filter((piece) => piece.top <= piece.bottom && piece.left <= piece.right);
}

/** A rule's formulas are meant from its first cell: where that is another now, they move with it. */
function without(rule: Rule, hole: Range): Rule[] {
  if (!rule.areas.some((area) => intersects(area, hole))) return [rule];
  const areas = rule.areas.flatMap((area) => subtract(area, hole));
  const [was] = rule.areas;
  const [now] = areas;
  if (!was || !now) return [];
  const reader = new XmlReader(rule.xml, 'dataValidation');
  reader.next();
  const tag = withAttribute(rule.xml.slice(0, reader.end), 'sqref', areas.map(formatRange).join(' '));
  const splices: Splice[] = [{ start: 0, end: reader.end, text: tag }];
  while (reader.next()) {
    if (reader.closing || !/^formula[12]$/.test(reader.name)) continue;
    const { end } = reader;
    const formula = shiftFormula(reader.content(), now.top - was.top, now.left - was.left);
    splices.push({ start: end, end: reader.start, text: escapeXml(formula) });
  }
  const xml = splice(rule.xml, splices);
  return [{ areas, xml }];
}

function ruleXml({ range, source, prompt, strict }: ValidationEdit, p: string): string {
  if (!source && !prompt) return '';
  const value = (text: string, limit: number) => escapeXml(encodeText(text.slice(0, limit)));
  const hint = prompt
    ? ` showInputMessage="1" promptTitle="${value(prompt.title, PROMPT_LIMITS.title)}"` +
      ` prompt="${value(prompt.text, PROMPT_LIMITS.text).replaceAll('\n', '&#10;')}"`
    : '';
  const tag = `${p}dataValidation${source ? ' type="list"' : ''} allowBlank="1"${hint}`;
  const head = `<${tag}${strict && source ? ' showErrorMessage="1"' : ''} sqref="${formatRange(range)}"`;
  if (!source) return `${head}/>`;
  const formula = 'list' in source ? `"${source.list.join(',').replaceAll('"', '""')}"` : formulaToFile(source.formula);
  return `${head}><${p}formula1>${escapeXml(encodeText(formula))}</${p}formula1></${p}dataValidation>`;
}
