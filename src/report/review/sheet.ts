import {
  cellAt,
  contentOf,
  MARK_FILL,
  OPINION_SHEET,
  sameContent,
  usedRange,
  type CellContent,
  type CellFormat,
  type Edit,
  type Range,
  type SheetSnapshot,
} from '../../core/sheet';
import { fill, uiText, type Locale } from '../../i18n';
import { basisText, kindOf } from './document';
import { countOf, ownerOf, SEVERITIES, type Occasion, type ReviewPaper } from './paper';
import { dayText, reviewText } from './text';

export { OPINION_SHEET };

const WIDTHS = [6, 9, 14, 20, 46, 34, 24, 26, 8];
const KEY = WIDTHS.length - 1;
const ANSWER = KEY - 1;
/** Of what is printed: the keys stand beside it. */
const LAST = ANSWER;
/** The mark of the sheet stands here, small and grey, beside what is printed. */
const MARK = { row: 0, column: KEY };
const VERSION = '审核意见·1';
const MARKED = /^审核意见·1(?: 第(\d{1,4})轮)?(?: 截止(\d{4}-\d{2}-\d{2}))?$/u;

function markOf({ round, deadline }: Occasion): string {
  return `${VERSION}${round === null ? '' : ` 第${round}轮`}${deadline === null ? '' : ` 截止${deadline}`}`;
}

function markIn(sheet: SheetSnapshot): RegExpExecArray | null {
  const value = cellAt(sheet, MARK)?.value;
  return typeof value === 'string' ? MARKED.exec(value.trim()) : null;
}

/** Whether a sheet of this name is of our making: another one is never written over. */
export function isReviewSheet(sheet: SheetSnapshot): boolean {
  return markIn(sheet) !== null;
}

/** Round and deadline of the review that a workbook carries; null where it carries none. */
export function roundOf(sheet: SheetSnapshot): Pick<Occasion, 'round' | 'deadline'> | null {
  const match = markIn(sheet);
  return match && { round: match[1] === undefined ? null : Number(match[1]), deadline: match[2] ?? null };
}

/**
 * The sheet 审核意见: what was found, cell by cell, with a column for the department to say what it did. A sheet of an
 * earlier round is written over; answers to findings that are still there are kept. Where `present` is a sheet of a
 * person's own, call with another `name`.
 */
export function reviewSheetEdits(
  paper: ReviewPaper,
  present: SheetSnapshot | null,
  locale: Locale,
  name = OPINION_SHEET,
): Edit[] {
  const { rows, head, spans } = rowsOf(paper, answersIn(present), locale);
  const used = present && usedRange(present);
  const bottom = Math.max(used?.bottom ?? 0, rows.length - 1);
  const right = Math.max(used?.right ?? 0, KEY);
  const edits: Edit[] = present ? [] : [{ kind: 'addSheet', sheet: name, visible: true }];
  for (const range of present?.merges ?? []) edits.push({ kind: 'unmerge', sheet: name, range });
  for (let row = 0; row <= bottom; row++) {
    for (let column = 0; column <= right; column++) {
      const from = contentOf(present ? cellAt(present, { row, column }) : null);
      const to: CellContent = rows[row]?.[column] ?? { blank: true };
      if (!sameContent(from, to)) edits.push({ kind: 'set', sheet: name, cell: { row, column }, from, to });
    }
  }
  const format = (range: Range, look: CellFormat): void => {
    edits.push({ kind: 'format', sheet: name, range, format: look });
  };
  const area = (top: number, left: number, last: number, end: number): Range => ({
    top,
    left,
    bottom: last,
    right: end,
  });
  // What an earlier, longer list left behind.
  if (used && used.bottom >= rows.length) {
    format(area(rows.length, 0, used.bottom, right), { borders: false, fill: '#FFFFFF' });
  }
  for (const row of spans) edits.push({ kind: 'merge', sheet: name, range: area(row, 0, row, LAST) });
  const body: CellFormat = { font: '宋体', size: 10.5, vertical: 'middle', wrap: true };
  format(area(0, 0, rows.length - 1, LAST), { ...body, horizontal: 'left', bold: false, fill: '#FFFFFF' });
  format(area(0, 0, 0, LAST), { ...body, font: '黑体', size: 18, horizontal: 'center' });
  format(area(head, 0, head, LAST), { ...body, bold: true, horizontal: 'center', borders: true, fill: '#F2F2F2' });
  if (rows.length > head + 1) {
    format(area(head + 1, 0, rows.length - 1, LAST), { borders: true });
    format(area(head + 1, 0, rows.length - 1, 2), { horizontal: 'center' });
  }
  const level = uiText(locale).severity;
  rows.forEach((cells, row) => {
    const said = cells[1] && 'text' in cells[1] ? cells[1].text : '';
    const severity = SEVERITIES.find((known) => level[known] === said);
    if (severity && row > head) format(area(row, 1, row, 1), { fill: MARK_FILL[severity] });
  });
  format(area(0, KEY, rows.length - 1, KEY), {
    font: '宋体',
    size: 8,
    color: '#A6A6A6',
    horizontal: 'left',
    wrap: false,
    borders: false,
  });
  edits.push(
    { kind: 'columnWidths', sheet: name, first: 0, sizes: WIDTHS },
    { kind: 'rowHeights', sheet: name, first: 0, sizes: rows.map((cells, row) => heightOf(cells, row, spans)) },
    {
      kind: 'pageSetup',
      sheet: name,
      orientation: 'landscape',
      paper: 'A4',
      margins: { top: 1.5, right: 1.3, bottom: 1.5, left: 1.3 },
      printArea: area(0, 0, rows.length - 1, LAST),
      titleRows: { top: head, bottom: head },
      pageNumbers: true,
    },
  );
  return edits;
}

type Row = readonly (CellContent | undefined)[];

interface Contents {
  readonly rows: readonly Row[];
  /** Row of the headings. */
  readonly head: number;
  /** Rows whose first cell runs over all columns. */
  readonly spans: readonly number[];
}

const said = (text: string): CellContent | undefined => (text === '' ? undefined : { text });

function rowsOf(paper: ReviewPaper, answers: ReadonlyMap<string, string>, locale: Locale): Contents {
  const text = reviewText(locale);
  const level = uiText(locale).severity;
  const { tables, occasion, opinions } = paper;
  const [first] = tables;
  const deadline =
    occasion.deadline === null
      ? ''
      : fill(text.sheet.deadline, { deadline: dayText(occasion.deadline, locale) }, locale);
  const meta = fill(
    text.sheet.meta,
    {
      owner: paper.department ?? (first && ownerOf(first)) ?? '',
      round: occasion.round === null ? '' : fill(text.round, { round: occasion.round }, locale),
      ...Object.fromEntries(SEVERITIES.map((severity) => [severity, countOf(tables, severity)])),
      deadline,
    },
    locale,
  );
  const title: Row = Object.assign([said(text.title[kindOf(tables)])], { [MARK.column]: said(markOf(occasion)) });
  const items: Row[] = [];
  const add = (cells: readonly string[], key: string, answer = ''): void => {
    const line: (CellContent | undefined)[] = [{ number: items.length + 1 }, ...cells.map(said)];
    line[ANSWER] = said(answers.get(key) ?? answer);
    line[KEY] = said(key);
    items.push(line);
  };
  for (const { place, text: opinion, by, answer } of opinions) {
    add([text.sheet.own, place, '', opinion, '', by], `${place}|${opinion}`, answer);
  }
  const all = tables.flatMap((table) => table.items.map((item) => ({ table, item })));
  // Gravest first, whatever table it is in.
  for (const { table, item } of SEVERITIES.flatMap((one) => all.filter(({ item: { severity } }) => severity === one))) {
    add(
      [
        level[item.severity],
        `${table.sheet}!${item.cell}`,
        item.indicator || text.wholeTable,
        item.problem,
        item.advice,
        basisText(item, text, locale),
      ],
      `${table.sheet}|${item.key}`,
    );
  }
  const head: Row = text.sheet.head.map((header) => said(header));
  if (items.length === 0)
    return { rows: [title, [said(meta)], head, [said(text.sheet.clean)]], head: 2, spans: [0, 1, 3] };
  return { rows: [title, [said(meta)], head, ...items], head: 2, spans: [0, 1] };
}

/** 处理情况 by key, from a sheet of ours. */
function answersIn(sheet: SheetSnapshot | null): ReadonlyMap<string, string> {
  const answers = new Map<string, string>();
  if (!sheet || !isReviewSheet(sheet)) return answers;
  for (let row = 2; row < sheet.cells.length; row++) {
    const [key, answer] = [KEY, ANSWER].map((column) => cellAt(sheet, { row, column }));
    if (typeof key?.value === 'string' && answer) answers.set(key.value, answer.text.trim());
  }
  return answers;
}

/** Points for the longest text of a row; characters of a Chinese text are two wide. */
function heightOf(cells: Row, row: number, spans: readonly number[]): number {
  if (row === 0) return 34;
  const lines = cells.map((content, column) => {
    if (!content || !('text' in content) || column === KEY) return 1;
    const width = spans.includes(row) ? WIDTHS.slice(0, KEY).reduce((sum, own) => sum + own, 0) : (WIDTHS[column] ?? 8);
    return content.text
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil((widthOf(line) * 1.08) / (width - 1))), 0);
  });
  return Math.min(409, Math.max(...lines) * 15 + 7);
}

function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += (char.codePointAt(0) as number) > 0xff ? 2 : 1;
  return width;
}
