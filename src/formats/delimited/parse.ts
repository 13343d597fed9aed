/** Between the fields of a line. */
export const SEPARATORS = [',', ';', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** Lines looked at to tell the separator. */
const SAMPLE = 1 << 16;

/**
 * Records of a delimited text (RFC 4180, as loosely as spreadsheets take it): quotes around fields with separators and
 * breaks in them, doubled quotes inside; a quote that is never closed is an ordinary character.
 */
export function parseDelimited(text: string, separator: Separator): string[][] {
  return parse(text, separator, true) ?? (parse(text, separator, false) as string[][]);
}

function parse(text: string, separator: Separator, quotes: boolean): string[][] | null {
  const records: string[][] = [];
  let record: string[] = [];
  const ends = new RegExp(`[${separator === '\t' ? '\\t' : separator === '|' ? '\\|' : separator}\r\n]`, 'g');
  let at = 0;
  for (;;) {
    let field = '';
    if (quotes && text[at] === '"') {
      at++;
      for (;;) {
        const close = text.indexOf('"', at);
        if (close < 0) return null;
        field += text.slice(at, close);
        at = close + 1;
        if (text[at] !== '"') break;
        field += '"';
        at++;
      }
    }
    ends.lastIndex = at;
    const end = ends.exec(text)?.index ?? text.length;
    field += text.slice(at, end);
    record.push(field);
    at = end;
    if (text[at] === separator) {
      at++;
      continue;
    }
    records.push(record);
    record = [];
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    if (at >= text.length) return records;
  }
}

/** The separator that cuts most lines into the same number of fields; null where none cuts any. */
export function separatorOf(text: string): Separator | null {
  // Excel says it in a first line of its own.
  const said = /^sep=(.)\r?\n/i.exec(text)?.[1];
  const known = SEPARATORS.find((separator) => separator === said);
  if (known) return known;
  const sample = text.slice(0, SAMPLE);
  let best: Separator | null = null;
  let most = 0;
  for (const separator of SEPARATORS) {
    const counts = new Map<number, number>();
    for (const { length } of parseDelimited(sample, separator)) counts.set(length, (counts.get(length) ?? 0) + 1);
    for (const [fields, lines] of counts) {
      const score = (fields - 1) * lines;
      if (fields > 1 && score > most) {
        most = score;
        best = separator;
      }
    }
  }
  return best;
}
