import { formatRange, intersects, parseRange, type Range, type ValidationEdit } from '../../core/sheet';
import { formulaToFile, shiftFormula } from './formula';
import { splice, type Splice, withAttribute } from './package-editor';
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
  if (found.at) return splice(text, [{ ...found.at, text: element }]);
  return element === '' ? text : insert(text, element);
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
