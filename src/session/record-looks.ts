import { RECORD_SHEET, type CellFormat, type Edit, type Range, type SetEdit } from '../core/sheet';
import type { HostCapabilities } from '../hosts/host';

/** 类型, 编码, 位置, 问题或内容, 理由, 人员, 时间, 键. */
const WIDTHS = [12, 12, 18, 50, 34, 10, 20, 24];
/** Longer texts are for programs (a profile), and stay on one line. */
const READ_BY_PEOPLE = 1_000;

const BODY: CellFormat = { font: '宋体', size: 10.5, vertical: 'top', horizontal: 'left', wrap: true, borders: true };
const HEAD: CellFormat = { ...BODY, bold: true, vertical: 'middle', horizontal: 'center', fill: '#F2F2F2' };
const SMALL: CellFormat = { ...BODY, size: 8, color: '#808080' };
/** In points, of a line and around the lines. */
const LINE = 14.5;
const AROUND = 5;
/** Room for what is written into the row later: an answer. */
const FEWEST_LINES = 2;

/**
 * 绩效审核记录 is read and printed by people who have no add-in: rows that are written to it come with lines and wrapped
 * texts, the sheet itself with its widths and paper. As far as the host can; rows that stand there already are let be.
 */
export function withRecordLooks(edits: readonly Edit[], { formats, pageSetup }: HostCapabilities): readonly Edit[] {
  const sets = edits.filter((edit): edit is SetEdit => edit.kind === 'set' && edit.sheet === RECORD_SHEET);
  if (sets.length === 0 || !formats) return edits;
  const fresh = edits.some((edit) => edit.kind === 'addSheet' && edit.sheet === RECORD_SHEET);
  const looks: Edit[] = [];
  const format = (range: Range, look: CellFormat): void => {
    looks.push({ kind: 'format', sheet: RECORD_SHEET, range, format: look });
  };
  const last = WIDTHS.length - 1;
  for (const [row, cells] of newRows(sets)) {
    // Columns that somebody added or moved are theirs to draw.
    if (cells.some(({ cell }) => cell.column > last)) continue;
    const isHead = fresh && row === 0;
    format({ top: row, left: 0, bottom: row, right: last }, isHead ? HEAD : BODY);
    let lines = isHead ? 1 : FEWEST_LINES;
    for (const { cell, to } of cells) {
      const at = { top: row, left: cell.column, bottom: row, right: cell.column };
      const text = 'text' in to ? to.text : '';
      if (text.length > READ_BY_PEOPLE) format(at, { ...SMALL, wrap: false });
      else {
        const small = !isHead && cell.column === last;
        if (small) format(at, SMALL);
        lines = Math.max(lines, linesOf(text, (WIDTHS[cell.column] ?? 0) * (small ? 1.3 : 1)));
      }
    }
    looks.push({ kind: 'rowHeights', sheet: RECORD_SHEET, first: row, sizes: [Math.min(409, lines * LINE + AROUND)] });
  }
  if (fresh) {
    looks.push({ kind: 'columnWidths', sheet: RECORD_SHEET, first: 0, sizes: WIDTHS });
    if (pageSetup) {
      looks.push({
        kind: 'pageSetup',
        sheet: RECORD_SHEET,
        orientation: 'landscape',
        paper: 'A4',
        margins: { top: 1.5, right: 1.3, bottom: 1.5, left: 1.3 },
        titleRows: { top: 0, bottom: 0 },
        pageNumbers: true,
      });
    }
  }
  return [...edits, ...looks];
}

/** Lines that a text takes in a column; Chinese characters are two wide. */
function linesOf(text: string, width: number): number {
  const wide = (line: string): number =>
    [...line].reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) > 0xff ? 2 : 1), 0);
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((wide(line) * 1.08) / (width - 1))), 0);
}

/** Rows of which nothing stood there before. */
function newRows(sets: readonly SetEdit[]): ReadonlyMap<number, readonly SetEdit[]> {
  const rows = new Map<number, SetEdit[]>();
  for (const edit of sets) rows.set(edit.cell.row, [...(rows.get(edit.cell.row) ?? []), edit]);
  for (const [row, cells] of rows) {
    // One cell of a row that stands there (an answer, a withdrawal) is no new row.
    if (cells.length < 3 || cells.some(({ from }) => !('blank' in from))) rows.delete(row);
  }
  return rows;
}
